/** Scenarios as the terminal shows them: never without saying that they are none of the ledger's facts. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { moneyText, quantityText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type List = CallAnswer<'scenarios.list'>;
type Compared = CallAnswer<'scenarios.compare'>;
type Row = Compared['rows'][number];

export function scenariosText({ scenarios }: List): string {
  return table(
    scenarios,
    [
      { title: 'Id', cell: (row) => row.id },
      { title: 'Name', cell: (row) => row.name },
      { title: 'Made', cell: (row) => row.createdAt.slice(0, 10) },
      { title: 'Assumes', cell: (row) => row.words.join(' ') },
    ],
    'No scenario is kept yet: “exit scenarios add FILE”.',
  );
}

export function scenarioText({
  id,
  name,
  note,
  createdAt,
  changedAt,
  words,
}: List['scenarios'][number]): string {
  return [
    `SCENARIO ${id}, “${name}”: assumptions, not facts`,
    ...(note === '' ? [] : [paragraph(note)]),
    words.map((text) => paragraph(`- ${text}`, 2)).join('\n'),
    `Made ${createdAt}, changed ${changedAt}.`,
  ].join('\n\n');
}

export function comparedText({ title, asOf, currency, columns, rows, words }: Compared): string {
  const names = columns.map(({ id, name, isLedger }) => (isLedger ? name : `${name} (${id})`));
  return [
    title.toUpperCase(),
    `As of ${asOf}. Amounts in ${currency}; rows that differ are marked with *.`,
    ...columns.map(({ name, words: assumed, sentence, failure }, place) =>
      [
        `${names[place] ?? name}: ${failure === null ? (sentence ?? '') : `no plan. ${failure.message} ${failure.fix}`}`,
        ...assumed.map((text) => `  assumes: ${text}`),
      ].join('\n'),
    ),
    table(
      rows,
      [
        { title: '', cell: (row) => (row.differs ? '*' : '') },
        { title: 'What', cell: (row) => row.label },
        ...names.map((name, place) => ({
          title: name,
          cell: (row: Row) => figureText(row, row.values[place] ?? null),
          right: true,
        })),
      ],
      'No plan could be made.',
    ),
    ...words.map((text) => paragraph(text)),
    ...issuesText(
      columns
        .flatMap(({ issues }) => issues)
        .filter(({ message }, place, all) => all.findIndex((one) => one.message === message) === place),
    ),
  ].join('\n\n');
}

function figureText({ unit, group }: Row, value: string | null): string {
  if (value === null) return '-';
  if (unit === 'date' || unit === 'words') return value;
  if (unit === 'share') return shareText(value);
  return group === 'quantities' ? quantityText(value) : moneyText(value);
}
