import { add, compare, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText, lastBusinessDayOfYear, yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { lineSection } from '../line-section.ts';
import { blank, cell, ROUNDING_NOTE, rowsOf } from '../report-document.ts';
import type { ReportColumn, ReportDocument, ReportRow, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import type { YearFacts } from '../year-facts.ts';
import { form6781Parts } from './form-6781-parts.ts';
import type { Form6781Parts, LossRow } from './form-6781-parts.ts';
import { formId } from './form-trace.ts';
import { itemPlaces } from './item-places.ts';
import type { PlacedPosition } from './item-places.ts';

/** Form 6781 of a year, with the list of straddles that is attached to it. */
export function form6781(facts: YearFacts): ReportDocument {
  const places = itemPlaces(facts);
  const parts = form6781Parts(facts, places);
  const { title, purpose } = kindWords['form-6781'];
  return {
    kind: 'form-6781',
    title,
    purpose,
    year: facts.year,
    sections: [
      boxesSection(facts),
      line1Section(parts, facts),
      part1Lines(parts, facts),
      sectionA(parts.losses, facts),
      sectionB(parts.gains, facts),
      part3(facts),
      straddleList(facts),
      straddleLots(facts),
      waitingLosses(facts),
    ],
    notes: notesOf(facts),
    issues: [],
  };
}

function notesOf({ year, currency, isPriceMissing }: YearFacts): readonly string[] {
  return [
    ...(isPriceMissing
      ? [
          `Prices at the end of ${year} are missing: column (g) is not known, and losses stand here in full that may have to wait. Enter the prices before this paper is used.`,
        ]
      : []),
    ROUNDING_NOTE,
    `Contracts open at the year’s end count as if sold on ${dateText(lastBusinessDayOfYear(year))}, the last business day of ${year} (26 U.S.C. 1256(a)); what comes after that day belongs to ${year + 1}.`,
    'Line 4 holds what straddle rules change in the results of section 1256 contracts: losses that wait, come free, or change their character. Attach Part II and the list of straddles as its statement.',
    'A future has no sales price and no cost of its own: Part II states its net result as a loss or a gain.',
    `Amounts are in ${currency}. Line numbers are those of Form 6781 for 2025; a later form may number them otherwise.`,
  ];
}

function boxesSection({ year, boxes }: YearFacts): ReportSection {
  const box = (line: string, text: string, checked: boolean): Parameters<typeof lineSection>[2][number] => ({
    line,
    text,
    amount: checked ? 'Checked' : 'Not checked',
  });
  return lineSection(
    'boxes',
    'Elections at the head of the form',
    [
      box(
        'A',
        'Mixed straddle election: section 1256(d), contracts of a straddle left out of section 1256',
        boxes.a,
      ),
      box('B', 'Straddle-by-straddle identification election', boxes.b),
      box('C', 'Mixed straddle account election', boxes.c),
      box('D', `Net section 1256 contracts loss of ${year} carried back`, boxes.d),
    ],
    ['Checked where a straddle of the year is on record as such, or the carryback is elected.'],
  );
}

function line1Section({ line1, line2Gain, line2Loss }: Form6781Parts, { year }: YearFacts): ReportSection {
  const told = (amount: Money, n: number, column: 'loss' | 'gain', isTold: boolean): ReportRow[number] => {
    if (isZero(amount)) return blank;
    return isTold ? cell(amount, formId(year, '6781', '1', n + 1, column)) : cell(amount);
  };
  return {
    id: 'part-1-contracts',
    title: 'Part I, line 1: section 1256 contracts marked to market',
    notes: [
      'One row for each contract and account; the broker’s Form 1099-B states one figure for the account.',
    ],
    columns: [
      { id: 'account', title: '(a) Identification of account', kind: 'text', width: 3 },
      { id: 'loss', title: '(b) Loss', kind: 'money' },
      { id: 'gain', title: '(c) Gain', kind: 'money' },
    ],
    rows: rowsOf(
      line1.map(({ account, contract, loss, gain, isBroughtBack }, n) => [
        cell(`${account}: ${contract}`),
        told(loss, n, 'loss', !isBroughtBack),
        told(gain, n, 'gain', !isBroughtBack),
      ]),
    ),
    totals: [cell('2  Add the amounts in columns (b) and (c)'), cell(line2Loss), cell(line2Gain)],
  };
}

function part1Lines(parts: Form6781Parts, { year }: YearFacts): ReportSection {
  const id = (line: string): { readonly explain: string } => ({ explain: formId(year, '6781', line) });
  return lineSection('part-1-lines', 'Part I, lines 3 to 9', [
    {
      line: '3',
      text: 'Net gain or loss: column (c) less column (b) of line 2',
      amount: parts.line3,
      ...id('3'),
    },
    {
      line: '4',
      text: 'Adjustments: what straddle rules change (statement attached)',
      amount: parts.line4,
      ...(isZero(parts.line4) ? {} : { explain: `year:${year}/straddleSection1256` }),
    },
    { line: '5', text: 'Lines 3 and 4 together', amount: parts.line5, ...id('5') },
    {
      line: '6',
      text: 'Loss to be carried back, as a positive amount (box D)',
      amount: parts.line6,
    },
    { line: '7', text: 'Lines 5 and 6 together', amount: parts.line7, ...id('7') },
    {
      line: '8',
      text: 'Short-term part, 40 % of line 7; to Schedule D, line 4',
      amount: parts.line8,
      ...id('8'),
    },
    {
      line: '9',
      text: 'Long-term part, 60 % of line 7; to Schedule D, line 11',
      amount: parts.line9,
      ...id('9'),
    },
  ]);
}

const lossColumns: readonly ReportColumn[] = [
  { id: 'property', title: '(a) Description', kind: 'text', width: 1.8 },
  { id: 'entered', title: '(b) Entered', kind: 'date' },
  { id: 'closed', title: '(c) Closed', kind: 'date' },
  { id: 'proceeds', title: '(d) Sales price', kind: 'money' },
  { id: 'costBasis', title: '(e) Cost or other basis', kind: 'money' },
  { id: 'loss', title: '(f) Loss', kind: 'money' },
  { id: 'unrecognised', title: '(g) Unrecognised gain', kind: 'money' },
  { id: 'recognised', title: '(h) Recognised loss', kind: 'money' },
  { id: 'short', title: 'Short-term part', kind: 'money' },
  { id: 'long', title: 'Long-term part', kind: 'money' },
];

function sectionA(losses: readonly LossRow[], facts: YearFacts): ReportSection {
  const { year } = facts;
  const rows = losses.map((loss, n) => lossRow(loss, n, facts));
  const sum = (of: (row: LossRow) => Money): Money =>
    losses.reduce((all, row) => add(all, of(row)), zeroMoney);
  return {
    id: 'part-2-losses',
    title: 'Part II, Section A, line 10: losses from straddles',
    notes: [
      'Column (f) holds the loss of the year with what waited from earlier years; column (g) the gain of the offsetting positions that was not recognised at the year’s end. Each dollar of such gain holds back one dollar of loss: what one row uses up is not in the next. A loss of an earlier year that still waits has its row each year (1092(a)(1)(B)).',
      'Where no rule but the deferral touches these losses, the total of (f) less that of (h) is what of them waits at the year’s end, as listed below.',
      '11a and 11b: the short-term and long-term totals go to Schedule D, lines 4 and 11.',
    ],
    columns: lossColumns,
    rows: rowsOf(rows),
    totals: [
      cell('11a, 11b'),
      blank,
      blank,
      blank,
      blank,
      cell(sum(({ loss }) => loss)),
      blank,
      cell(sum(({ recognised }) => recognised)),
      cell(
        sum(({ short }) => negate(short)),
        formId(year, '6781', '11a'),
      ),
      cell(
        sum(({ long }) => negate(long)),
        formId(year, '6781', '11b'),
      ),
    ],
  };
}

function lossRow(row: LossRow, n: number, facts: YearFacts): ReportRow {
  const id = (column: string): string => formId(facts.year, '6781', '10', n + 1, column);
  const ofSale = (column: string): string => `disposal:${facts.disposals.idAt(row.place ?? 0)}/${column}`;
  const sale = row.place === null ? null : facts.disposals.at(row.place);
  const { future } = row;
  const name = sale === null ? facts.nameOf(row.of) : `${toText(sale.quantity)} ${sale.asset}`;
  return [
    cell(name),
    dateCell(sale?.acquiredDate ?? future?.opened ?? null, ''),
    sale === null ? closedCell(future, facts) : cell(dateText(sale.disposedDate)),
    sale === null ? blank : cell(sale.proceeds, ofSale('proceeds')),
    sale === null ? blank : cell(sale.costBasis, ofSale('costBasis')),
    sale === null ? cell(row.loss) : cell(row.loss, id('loss')),
    facts.isPriceMissing && isZero(row.unrecognisedGain) ? cell('not known') : cell(row.unrecognisedGain),
    cell(row.recognised, id('both')),
    cell(negate(row.short), id('short')),
    cell(negate(row.long), id('long')),
  ];
}

function sectionB(gains: readonly PlacedPosition[], facts: YearFacts): ReportSection {
  const total = (of: 'short' | 'long'): Money => gains.reduce((all, row) => add(all, row[of]), zeroMoney);
  return {
    id: 'part-2-gains',
    title: 'Part II, Section B, line 12: gains from straddles',
    notes: [
      'Gains of futures outside section 1256 that hedge. Gains on the coins themselves stand on Form 8949, where they tie to Form 1099-DA. 13a and 13b go to Schedule D, lines 4 and 11.',
    ],
    columns: [
      ...lossColumns.slice(0, 3),
      { id: 'gain', title: '(f) Gain', kind: 'money' },
      ...lossColumns.slice(8),
    ],
    rows: rowsOf(
      gains.map((row, n) => {
        const id = (column: string): string => formId(facts.year, '6781', '12', n + 1, column);
        return [
          cell(facts.nameOf(row.of)),
          dateCell(row.future?.opened ?? null, ''),
          closedCell(row.future, facts),
          cell(add(row.short, row.long), id('both')),
          cell(row.short, id('short')),
          cell(row.long, id('long')),
        ];
      }),
    ),
    totals: [
      cell('13a, 13b'),
      blank,
      blank,
      cell(add(total('short'), total('long'))),
      cell(total('short'), formId(facts.year, '6781', '13a')),
      cell(total('long'), formId(facts.year, '6781', '13b')),
    ],
  };
}

function part3(facts: YearFacts): ReportSection {
  const { unrecognised } = facts.straddles;
  return {
    id: 'part-3',
    title: 'Part III, line 14: unrecognised gains from positions held on the last day of the tax year',
    notes: [
      'Needed only where a loss was recognised on a position (26 U.S.C. 1092(a)(3)(C)); listed in every case.',
    ],
    columns: [
      { id: 'property', title: '(a) Description', kind: 'text', width: 2.5 },
      { id: 'quantity', title: 'Quantity', kind: 'quantity', width: 1.3 },
      { id: 'value', title: '(c) Fair market value', kind: 'money' },
      { id: 'costBasis', title: '(d) Cost or other basis', kind: 'money' },
      { id: 'gain', title: '(e) Unrecognised gain', kind: 'money' },
    ],
    rows: rowsOf(
      unrecognised.map(({ of, quantity, value, costBasis, gain }) => [
        cell(facts.nameOf(of)),
        cell(quantity),
        cell(value),
        cell(costBasis),
        cell(gain),
      ]),
    ),
    totals: null,
  };
}

/** One row for each position and period, whatever the number of lots that it offsets. */
function straddleList({ offsets, nameOf, futureOf }: YearFacts): ReportSection {
  const groups = Map.groupBy(offsets, ({ short, long, from, until, regime, by }) => {
    const kind = futureOf(long) === undefined ? 'lots' : long;
    return [short, kind, dateText(from), until === null ? '' : dateText(until), regime, by].join(' ');
  });
  return {
    id: 'straddles',
    title: 'Attached list of straddles',
    notes: groups.size < offsets.length ? ['Lot by lot it stands in the CSV and JSON files.'] : [],
    columns: straddleColumns,
    rows: rowsOf([...groups.values()].map((members) => straddleRow(members, nameOf))),
    totals: null,
  };
}

function straddleLots({ offsets, nameOf }: YearFacts): ReportSection {
  return {
    id: 'straddle-lots',
    title: 'List of straddles, lot by lot',
    notes: [],
    columns: straddleColumns,
    inFilesOnly: true,
    rows: rowsOf(offsets.map((offset) => straddleRow([offset], nameOf))),
    totals: null,
  };
}

const straddleColumns: readonly ReportColumn[] = [
  { id: 'short', title: 'Short position', kind: 'text', width: 1.6 },
  { id: 'long', title: 'What it offsets', kind: 'text', width: 1.8 },
  { id: 'quantity', title: 'Coins covered', kind: 'quantity' },
  { id: 'from', title: 'From', kind: 'date', width: 0.8 },
  { id: 'until', title: 'Until', kind: 'date', width: 0.8 },
  { id: 'regime', title: 'Treated as', kind: 'text', width: 1.2 },
  { id: 'by', title: 'Known by', kind: 'text', width: 1.2 },
];

function straddleRow(members: YearFacts['offsets'], nameOf: YearFacts['nameOf']): ReportRow {
  const [first] = members;
  if (first === undefined) return [];
  const { short, long, from, until, regime, by } = first;
  const quantity = members.reduce((all, one) => add(all, one.quantity), zeroQuantity);
  return [
    cell(nameOf(short)),
    cell(members.length === 1 ? nameOf(long) : `${members.length} lots`),
    cell(quantity),
    cell(dateText(from)),
    dateCell(until, 'lasts'),
    cell(regimeWords[regime]),
    cell(byWords[by]),
  ];
}

const regimeWords = {
  none: 'Straddle, no election',
  identified: 'Identified straddle (1092(a)(2))',
  'section-1256d': 'Section 1256(d)',
  'straddle-by-straddle': 'Straddle by straddle',
  account: 'Straddle, no election (account not modelled)',
} as const;

const byWords = {
  record: 'Record of that day',
  late: 'Record made later',
  presumed: 'Presumed (1092(c)(3))',
  planned: 'Planned, not opened yet',
  'tax-details': 'Tax details',
} as const;

function waitingLosses(facts: YearFacts): ReportSection {
  return {
    id: 'waiting',
    title: 'Losses that wait at the end of the year',
    notes: ['They count in the year in which the gain that holds them back is recognised.'],
    columns: [
      { id: 'position', title: 'Loss on', kind: 'text', width: 1.8 },
      { id: 'sustained', title: 'Sustained in', kind: 'count', width: 0.8 },
      { id: 'amount', title: 'Loss that waits', kind: 'money' },
      { id: 'character', title: 'Character', kind: 'text' },
      { id: 'blockedBy', title: 'Held back by the gain of', kind: 'text', width: 2.5 },
    ],
    rows: rowsOf(
      facts.straddles.deferred.map(({ position, sustained, amount, character, blockedBy }, n) => [
        cell(facts.nameOf(position)),
        cell(sustained),
        facts.taxYear === null
          ? cell(amount)
          : cell(amount, `tax:${facts.year}/straddles/deferred/${n + 1}/amount`),
        cell(characterWords[character]),
        cell(blockers(blockedBy, facts)),
      ]),
    ),
    totals: null,
  };
}

/** The largest gains first; a hedge of many small lots would fill pages. */
const MOST_BLOCKERS = 4;

function blockers(
  blockedBy: YearFacts['straddles']['deferred'][number]['blockedBy'],
  { nameOf }: YearFacts,
): string {
  const largest = blockedBy.toSorted((a, b) => compare(b.amount, a.amount));
  const named = largest.slice(0, MOST_BLOCKERS).map(({ of }) => nameOf(of));
  const more = largest.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

const characterWords = {
  short: 'short-term',
  long: 'long-term',
  section1256: 'section 1256 (60/40)',
  'sixty-forty': '60 % long-term, 40 % short-term',
} as const;

/** The close where it was in the year or before; a contract that was marked is closed by its deemed sale. */
function closedCell(future: LossRow['future'], { year, straddles }: YearFacts): ReportRow[number] {
  if (future === undefined) return blank;
  const { closed, id, yearEnds } = future;
  if (closed !== null && yearOf(closed) <= year) return cell(dateText(closed));
  const isMarked = straddles.items.some(({ of, kind }) => of === id && kind === 'mark');
  const end = isMarked ? yearEnds.find((one) => one.year === year) : undefined;
  return cell(end === undefined ? 'open' : `${dateText(end.date)} (marked)`);
}

function dateCell(date: LocalDate | null, none: string): ReportRow[number] {
  if (date === null) return none === '' ? blank : cell(none);
  return cell(dateText(date));
}
