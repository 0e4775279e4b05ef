/** The calendar as the terminal shows it. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { sum } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { quantity } from '../../shared/num/parse.ts';
import { zeroQuantity } from '../../shared/num/types.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, quantityText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Calendar = CallAnswer<'calendar.read'>;
type Entry = Calendar['entries'][number];

export function calendarText(
  { asOf, currency, from, to, entries, assumptions, issues }: Calendar,
  shown: { readonly withIds: boolean; readonly each: boolean },
): string {
  const { withIds } = shown;
  const rows = withIds || shown.each ? entries : byMonth(entries);
  return [
    `From ${from} to ${to}, as of ${asOf}. Amounts in ${currency}.`,
    table(
      rows,
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
    ...(rows.length < entries.length
      ? [
          'Days of one month on which a coin turns long-term stand together: --each lists them, with what waiting is worth.',
        ]
      : []),
    assumptions.map((text) => paragraph(`- ${text}`, 2)).join('\n'),
    ...issuesText(issues),
  ].join('\n\n');
}

/** Who buys every week has hundreds of such days: those of a coin and month are one line. */
function byMonth(entries: readonly Entry[]): readonly Entry[] {
  const months = Map.groupBy(entries, ({ id, kind, asset, date, planned }) =>
    kind === 'long-term' ? `${asset ?? ''} ${date.slice(0, 7)} ${planned}` : id,
  );
  return [...months.values()].flatMap((group) => (group.length === 1 ? group : monthOf(group)));
}

function monthOf(group: readonly Entry[]): readonly Entry[] {
  const [first] = group;
  const last = group.at(-1);
  const asset = first?.asset ?? '';
  if (first === undefined || last === undefined) return [];
  const total = sum(
    group.flatMap(({ amounts }) =>
      amounts
        .filter(({ unit, trace }) => unit === asset && trace === null)
        .map(({ value }) => quantity(value)),
    ),
    zeroQuantity,
  );
  const text = `${quantityText(toText(total))} ${asset} ${first.planned ? 'would turn' : 'turns'} long-term on ${group.length} days.`;
  return [{ ...first, until: last.date, text, amounts: [] }];
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
