/** The calendar as the terminal shows it. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, quantityText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Calendar = CallAnswer<'calendar.read'>;
type Entry = Calendar['entries'][number];

export function calendarText(
  { asOf, currency, from, to, entries, assumptions, issues }: Calendar,
  withIds: boolean,
): string {
  return [
    `From ${from} to ${to}, as of ${asOf}. Amounts in ${currency}.`,
    table(
      entries,
      [
        { title: 'Date', cell: (row) => row.date },
        { title: 'Until', cell: (row) => row.until ?? '' },
        { title: 'Kind', cell: (row) => row.kind },
        ...(withIds ? [{ title: 'Id', cell: (row: Entry) => `${row.movable ? '* ' : ''}${row.id}` }] : []),
        { title: 'What', cell: whatText },
      ],
      'Nothing lies ahead.',
    ),
    ...(withIds ? ['* can be tried on another day: --move ID=DATE'] : []),
    assumptions.map((text) => paragraph(`- ${text}`, 2)).join('\n'),
    ...issuesText(issues),
  ].join('\n\n');
}

/** The sentence, and what it comes to in money. */
function whatText({ text, amounts, planned }: Entry): string {
  const figures = amounts
    .filter(({ trace }) => trace !== null)
    .map(({ words, value, unit }) => `${words}: ${figureText(value, unit)}`);
  return [
    planned ? `(plan) ${text}` : text,
    ...(figures.length === 0 ? [] : [`[${figures.join('; ')}]`]),
  ].join(' ');
}

function figureText(value: string, unit: string): string {
  return unit === 'USD' ? moneyText(value) : `${quantityText(value)} ${unit}`;
}

export function movedText({
  moved,
  years,
  tax,
  cost,
  currency,
  words,
}: CallAnswer<'calendar.whatIf'>): string {
  return [
    'WHAT IF: nothing of this is stored',
    moved.map(({ title, from, to }) => `${title}: ${from} → ${to}`).join('\n'),
    table(
      [
        ...years.map((year) => ({ ...year, name: String(year.year), due: year.due })),
        { ...tax, name: 'Together', due: '' },
        { ...cost, name: 'In today’s money', due: '' },
      ],
      [
        { title: `Tax in ${currency}`, cell: (row) => row.name },
        { title: 'Due', cell: (row) => row.due },
        { title: 'As planned', cell: (row) => moneyText(row.before), right: true },
        { title: 'Moved', cell: (row) => moneyText(row.after), right: true },
        { title: 'Difference', cell: (row) => gainText(row.difference), right: true },
      ],
      'No year.',
    ),
    ...words.map((text) => paragraph(text)),
  ].join('\n\n');
}
