import { toText } from '../../../shared/num/format.ts';
import { add, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import {
  firstCostReported,
  firstProceedsReported,
} from '../../engine/tax/jurisdictions/us/broker-reporting.ts';
import { blank, cell, ROUNDING_NOTE } from '../report-document.ts';
import type { ReportColumn, ReportDocument, ReportRow, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import type { YearFacts } from '../year-facts.ts';
import { addSums, boxedSales, emptySums, netSums } from './boxed-sales.ts';
import type { BoxEntry, BoxRows, BoxSums, NetRow, SaleRow } from './boxed-sales.ts';
import { BOXES, boxWords, isShortBox, scheduleLine } from './boxes.ts';
import type { Box } from './boxes.ts';
import { formId } from './form-trace.ts';
import { itemPlaces, LOOSE } from './item-places.ts';

const columns: readonly ReportColumn[] = [
  { id: 'description', title: '(a) Description', kind: 'text', width: 1.8 },
  { id: 'acquired', title: '(b) Date acquired', kind: 'date', width: 0.9 },
  { id: 'sold', title: '(c) Date sold', kind: 'date', width: 0.9 },
  { id: 'proceeds', title: '(d) Proceeds', kind: 'money', width: 1.1 },
  { id: 'costBasis', title: '(e) Cost or other basis', kind: 'money', width: 1.1 },
  { id: 'codes', title: '(f) Code', kind: 'text', width: 0.5 },
  { id: 'adjustment', title: '(g) Adjustment', kind: 'money', width: 1 },
  { id: 'gain', title: '(h) Gain or loss', kind: 'money', width: 1.1 },
  { id: 'account', title: 'Account', kind: 'text', width: 1 },
  { id: 'note', title: 'Note', kind: 'text', width: 1.2 },
];

const notes = (year: number): readonly string[] => [
  ROUNDING_NOTE,
  year < firstProceedsReported
    ? `Until ${firstProceedsReported - 1} coins stood in the boxes of all other property; no broker sent a form about them, so box C and box F are the default.`
    : `Which box is decided by the form that the broker of an account sends (Form 1099-DA). Assumed: brokers in the United States report proceeds for ${year}${year >= firstCostReported ? ` and the cost of units bought there from ${firstCostReported} on` : ' but no cost'}; wallets and brokers elsewhere report nothing. Compare it with the forms that you received, and set it by account where it differs.`,
  'Dates are local days of your time zone, as year-month-day. Column (b) is the day of purchase; where a straddle restarted the holding period, the box shows the term that counts.',
  'Gains on coins of a straddle stand here, where they tie to Form 1099-DA. Losses on coins of a straddle are stated on Form 6781, Part II, and come to nothing here (code O).',
  'Gifts, donations and lost coins are no sales and are not listed.',
];

/** Form 8949 of a year: every taxed disposal and futures outside section 1256 that hedge nothing, by box. */
export function form8949(facts: YearFacts): ReportDocument {
  const boxes = boxedSales(facts, itemPlaces(facts));
  const { title, purpose } = kindWords['form-8949'];
  return {
    kind: 'form-8949',
    title,
    purpose,
    year: facts.year,
    sections: [
      ...BOXES.flatMap((box) => boxSection(box, boxes.get(box), facts)),
      sumsSection(boxes, facts.year),
    ],
    notes: notes(facts.year),
    issues: [],
  };
}

function boxSection(box: Box, rows: BoxRows | undefined, facts: YearFacts): ReportSection[] {
  if (rows === undefined) return [];
  return [
    {
      id: `box-${box}`,
      title: `${isShortBox(box) ? 'Part I' : 'Part II'}, box ${box}: ${boxWords[box]}`,
      notes: [`The totals go to Schedule D, line ${scheduleLine[box]}.`],
      columns,
      rows: {
        count: rows.entries.length,
        at: (place) => entryRow(rows.entries[place], { box, rows, facts }),
      },
      totals: [cell('Total'), blank, blank, ...sumCells(rows.sums, box, facts.year), blank, blank],
    },
  ];
}

/** In: the box that the sums are of; without one they are of several. */
function sumCells(sums: BoxSums, box?: Box, year = 0): ReportRow {
  const told = (column: keyof BoxSums): ReportRow[number] =>
    box === undefined ? cell(sums[column]) : cell(sums[column], formId(year, '8949', box, column));
  return [told('proceeds'), told('costBasis'), blank, told('adjustment'), told('gain')];
}

interface InBox {
  readonly box: Box;
  readonly rows: BoxRows;
  readonly facts: YearFacts;
}

function entryRow(entry: BoxEntry | undefined, { box, rows, facts }: InBox): ReportRow {
  if (entry === undefined) return [];
  if (typeof entry !== 'number')
    return entry.kind === 'net' ? netRow(entry, { box, rows, facts }) : changedRow(entry, facts);
  const disposal = facts.disposals.at(entry);
  const { proceeds, costBasis, gain } = disposal;
  return [
    ...saleCells(entry, disposal, facts),
    cell(proceeds, idOf(entry, 'proceeds', facts)),
    cell(costBasis, idOf(entry, 'costBasis', facts)),
    blank,
    blank,
    cell(gain, idOf(entry, 'gain', facts)),
    cell(facts.accountName(disposal.account)),
    disposal.basisUnknown ? cell('Cost not known') : blank,
  ];
}

function changedRow(row: SaleRow, facts: YearFacts): ReportRow {
  const disposal = facts.disposals.at(row.place);
  const gain = add(subtract(row.proceeds, row.costBasis), row.adjustment);
  // Only what is the sale's own figure leads to the sale.
  const told = (amount: Money, figure: 'proceeds' | 'costBasis' | 'gain'): ReportRow[number] =>
    amount === disposal[figure] ? cell(amount, idOf(row.place, figure, facts)) : cell(amount);
  return [
    ...saleCells(row.place, { ...disposal, quantity: row.quantity }, facts),
    told(row.proceeds, 'proceeds'),
    told(row.costBasis, 'costBasis'),
    row.codes === '' ? blank : cell(row.codes),
    isZero(row.adjustment) ? blank : cell(row.adjustment),
    told(gain, 'gain'),
    cell(facts.accountName(disposal.account)),
    row.why === '' ? blank : cell(row.why),
  ];
}

function saleCells(
  place: number,
  { quantity, asset, acquiredDate, disposedDate }: ReturnType<YearFacts['disposals']['at']>,
  facts: YearFacts,
): ReportRow {
  return [
    quantity === facts.disposals.at(place).quantity
      ? cell(`${toText(quantity)} ${asset}`, idOf(place, 'quantity', facts))
      : cell(`${toText(quantity)} ${asset}`),
    cell(dateText(acquiredDate), idOf(place, 'acquired', facts)),
    cell(dateText(disposedDate), idOf(place, 'disposed', facts)),
  ];
}

function netRow({ of, position, gain, why }: NetRow, { box, rows, facts }: InBox): ReportRow {
  const future = position?.future;
  // The box's list of a position is this row where it has one row.
  const isOnly =
    rows.entries.filter((one) => typeof one !== 'number' && one.kind === 'net' && one.of === of).length === 1;
  const told = (amount: Money, column: keyof BoxSums): ReportRow[number] =>
    isOnly ? cell(amount, formId(facts.year, '8949', box, column, encodeURIComponent(of))) : cell(amount);
  const { proceeds, costBasis } = netSums(gain);
  return [
    cell(of === LOOSE ? 'Futures results that name no position' : facts.nameOf(of)),
    future === undefined ? blank : cell(dateText(future.opened)),
    future === undefined ? blank : closedIn(future.closed, facts.year),
    told(proceeds, 'proceeds'),
    told(costBasis, 'costBasis'),
    blank,
    blank,
    told(gain, 'gain'),
    future === undefined ? blank : cell(future.accountName),
    cell(why),
  ];
}

/** A close after the year is not this year's: the position was open at its end. */
function closedIn(closed: LocalDate | null, year: number): ReportRow[number] {
  return closed === null || yearOf(closed) > year ? cell('open') : cell(dateText(closed));
}

function idOf(place: number, figure: string, { disposals }: YearFacts): string {
  return `disposal:${disposals.idAt(place)}/${figure}`;
}

function sumsSection(boxes: ReadonlyMap<Box, BoxRows>, year: number): ReportSection {
  const known = BOXES.filter((box) => boxes.has(box));
  const sums = (of: (box: Box) => boolean): BoxSums =>
    known.filter(of).reduce((all, box) => addSums(all, boxes.get(box)?.sums ?? emptySums), emptySums);
  const row = (name: string, what: string, of: BoxSums, box?: Box): ReportRow => [
    cell(name),
    cell(what),
    ...sumCells(of, box, year),
  ];
  const byBox = known.map((box) =>
    row(box, `Schedule D, line ${scheduleLine[box]}`, boxes.get(box)?.sums ?? emptySums, box),
  );
  const short = sums(isShortBox);
  const long = sums((box) => !isShortBox(box));
  return {
    id: 'totals',
    title: 'Totals by box',
    notes: [],
    columns: [
      { id: 'box', title: 'Box', kind: 'text' },
      { id: 'goesTo', title: 'Goes to', kind: 'text', width: 1.5 },
      ...columns.slice(3, 8),
    ],
    rows: {
      count: byBox.length + 2,
      at: (place) =>
        byBox[place] ??
        (place === byBox.length ? row('Part I', 'Short-term', short) : row('Part II', 'Long-term', long)),
    },
    totals: row('Both parts', '', addSums(short, long)),
  };
}
