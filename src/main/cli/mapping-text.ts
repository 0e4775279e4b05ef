import type { CallAnswer } from '../../shared/contract/contract.ts';
import { sideOf, small, stateOf } from '../../shared/domain/mapping-draft.ts';
import {
  mappingMeansWords,
  type MappingRole,
  mappingRoleWords,
} from '../../shared/domain/mapping-profile.ts';
import { countOf, instantText } from './numbers.ts';
import { mappingWritingText } from './mapping-writing-text.ts';
import { plain, table } from './table.ts';

type Suggestion = CallAnswer<'mapping.suggest'>;
type Preview = CallAnswer<'mapping.preview'>;
type Profile = Suggestion['profile'];

const rowsShown = 12;

/** What each column says, what each word means, what comes of the first rows, and what is missing. */
export function mappingText(suggestion: Suggestion, profile: Profile, preview: Preview): string {
  const rolesOf = (name: string): string =>
    Object.entries(profile.columns)
      .filter(([, column]) => column === name)
      .map(([role]) => `${role} (${mappingRoleWords[role as keyof typeof mappingRoleWords]})`)
      .join(', ');
  return [
    table(
      suggestion.columns,
      [
        { title: 'Column', cell: (row) => row.title },
        { title: 'For example', cell: (row) => row.samples.slice(0, 2).join(' | ') },
        { title: 'Says', cell: (row) => rolesOf(row.name) || '-' },
      ],
      'No columns.',
    ),
    ...wordsText(suggestion, profile),
    ...sidesText(suggestion, profile),
    ...statesText(suggestion, profile),
    mappingWritingText(suggestion, profile, preview),
    ...columnsChanged(suggestion),
    ...problemsText(preview),
    ...(preview.problems.length === 0 ? [rowsText(preview)] : []),
  ].join('\n\n');
}

type ColumnWord = NonNullable<Suggestion['columns'][number]['words']>[number];

/** The words of the column that has a role now, whoever chose it. */
function wordsOf({ columns }: Suggestion, profile: Profile, role: MappingRole): readonly ColumnWord[] {
  const name = profile.columns[role];
  return name === undefined ? [] : (columns.find((column) => column.name === name)?.words ?? []);
}

function wordsTable(words: readonly ColumnWord[], meansOf: (word: string) => string): string[] {
  if (words.length === 0) return [];
  return [
    table(
      words,
      [
        { title: 'Word', cell: ({ word }) => (word === '' ? '(empty)' : word) },
        { title: 'Rows', cell: ({ count }) => String(count), right: true },
        { title: 'Means', cell: ({ word }) => meansOf(word) },
      ],
      '',
    ),
  ];
}

function wordsText(suggestion: Suggestion, profile: Profile): string[] {
  return wordsTable(wordsOf(suggestion, profile, 'type'), (word) => {
    const meaning = profile.meanings.find((one) => small(one.word) === small(word));
    const { means, side, positionSide, reason, rule } = meaning ??
      profile.otherwise ?? { means: 'balance-change' as const };
    const details = [side, positionSide, reason, rule].filter((one) => one !== undefined);
    const asked = meaning === undefined ? ` (nobody has said; say it with --set "word:${word}=…")` : '';
    return `${mappingMeansWords[means]}${details.length === 0 ? '' : ` (${details.join(', ')})`}${asked}`;
  });
}

function sidesText(suggestion: Suggestion, profile: Profile): string[] {
  return wordsTable(
    wordsOf(suggestion, profile, 'side'),
    (word) => sideOf(profile, word) ?? `nobody has said; say it with --set "buy=${word}" or "sell=${word}"`,
  );
}

function statesText(suggestion: Suggestion, profile: Profile): string[] {
  return wordsTable(wordsOf(suggestion, profile, 'status'), (word) => {
    const state = stateOf(profile, word);
    if (state === null)
      return `nobody has said: its rows are refused; --set "final=${word}" or "not-final=${word}"`;
    return state ? 'it happened: its rows count' : 'it never happened: its rows are left out';
  });
}

function columnsChanged({ similar, known, imports }: Suggestion): string[] {
  if (known !== null) {
    const read = `Your mapping "${known}" reads files with these columns already; save under that name to change it.`;
    const undo = imports.map(({ batch, file }) => `\n  ${plain(file)}: hedgerow imports undo ${batch}`);
    const stay = 'What was imported with it stays as it was read; to read it anew, take it back first:';
    return [undo.length === 0 ? read : `${read} ${stay}${undo.join('')}`];
  }
  if (similar === null) return [];
  const { name, missing, added } = similar;
  return [
    `These columns are nearly those of your mapping "${name}"${missing.length === 0 ? '' : `; missing here: ${missing.join(', ')}`}${added.length === 0 ? '' : `; new: ${added.join(', ')}`}.`,
  ];
}

/** What answers a question that no column answers. */
const settingsOf: Readonly<Record<string, readonly string[]>> = {
  payoff: ['contract=NAME/linear', 'contract=NAME/inverse'],
  contract: ['contract=NAME/linear', 'contract=NAME/inverse'],
  profitKind: ['profit=gross', 'profit=net', 'profit=net-of-fees'],
  fundingSign: ['funding=positive-is-received', 'funding=positive-is-paid'],
  feeInside: ['fee=outside', 'fee=inside'],
  decimalMark: ['decimal=point', 'decimal=comma'],
  dateOrder: ['dates=day-first', 'dates=month-first'],
  status: ['final=WORD,WORD'],
  timeZone: ['zone=Europe/Berlin'],
  otherwise: ['other=ignore/not-final'],
};

function problemsText({ problems }: Preview): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ field, code, message, fix }) => {
    const settings = code === 'mapping/no-column' ? [`${field}=COLUMN`] : (settingsOf[field] ?? []);
    const answers = settings.map((setting) => `--set "${setting}"`).join(' or ');
    return `  ${message} ${fix}${answers === '' ? '' : `\n    Answer: ${answers}`}`;
  });
  return [`${countOf(problems.length, 'thing')} to settle before the file can be read:\n${lines.join('\n')}`];
}

function rowsText({ rows, events, ignored, bad }: Preview): string {
  const shown = table(
    rows.slice(0, rowsShown),
    [
      { title: 'Line', cell: (row) => String(row.line), right: true },
      { title: 'Time', cell: (row) => (row.time === null ? '-' : instantText(row.time)) },
      {
        title: 'Becomes',
        cell: (row) =>
          [row.words, ...row.problems.map(({ message }) => message)].filter((text) => text !== '').join(' '),
      },
    ],
    'No rows below the header.',
  );
  return `${shown}\n\nOf the first ${countOf(rows.length, 'row')}: ${countOf(events, 'event')}, ${ignored} left out by a rule, ${bad} that cannot be read.`;
}

export function profilesText({ profiles }: CallAnswer<'mapping.list'>): string {
  return table(
    profiles,
    [
      { title: 'Mapping', cell: (row) => row.name },
      { title: 'Format', cell: (row) => row.format },
      { title: 'Account', cell: (row) => row.profile.account.name },
      { title: 'Columns', cell: (row) => row.profile.header.join(', ') },
    ],
    'No mappings yet: `hedgerow import map FILE --save NAME` makes one.',
  );
}
