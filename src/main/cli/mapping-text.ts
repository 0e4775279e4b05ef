import type { CallAnswer } from '../../shared/contract/contract.ts';
import { mappingMeansWords, mappingRoleWords } from '../../shared/domain/mapping-profile.ts';
import { countOf, instantText } from './numbers.ts';
import { table } from './table.ts';

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
    ...problemsText(preview),
    ...(preview.problems.length === 0 ? [rowsText(preview)] : []),
    `Account: ${profile.account.name} (${profile.account.kind}). Times: ${preview.timeZone} (${preview.timeZoneFrom}).`,
  ].join('\n\n');
}

function wordsText({ words }: Suggestion, profile: Profile): string[] {
  const typed = words.filter(({ role }) => role === 'type');
  if (typed.length === 0) return [];
  const meansOf = (word: string): string => {
    const meaning = profile.meanings.find((one) => one.word.toLowerCase() === word.toLowerCase());
    const { means, side, reason, rule } = meaning ??
      profile.otherwise ?? { means: 'balance-change' as const };
    const details = [side, reason, rule].filter((one) => one !== undefined);
    const asked = meaning === undefined ? ' (nobody has said; say it with --set "word:…=…")' : '';
    return `${mappingMeansWords[means]}${details.length === 0 ? '' : ` (${details.join(', ')})`}${asked}`;
  };
  const columns = [
    { title: 'Word', cell: ({ word }: { readonly word: string }) => (word === '' ? '(empty)' : word) },
    { title: 'Rows', cell: ({ count }: { readonly count: number }) => String(count), right: true },
    { title: 'Means', cell: ({ word }: { readonly word: string }) => meansOf(word) },
  ];
  return [table(typed, columns, '')];
}

function problemsText({ problems }: Preview): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ field, message, fix }) => `  ${field}: ${message} ${fix}`);
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
