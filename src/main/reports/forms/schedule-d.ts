import { add, clampToZero, isNegative, negate, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { section1256Split } from '../../engine/tax/jurisdictions/us/rules/section-1256-split.ts';
import { blank, cell, ROUNDING_NOTE, rowsOf } from '../report-document.ts';
import type { ReportColumn, ReportDocument, ReportRow, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import type { YearFacts } from '../year-facts.ts';
import { addSums, boxedSales, emptySums } from './boxed-sales.ts';
import type { BoxRows, BoxSums } from './boxed-sales.ts';
import { BOXES, scheduleLine } from './boxes.ts';
import type { Box } from './boxes.ts';
import { form6781Parts } from './form-6781-parts.ts';
import type { Form6781Parts } from './form-6781-parts.ts';
import { itemPlaces } from './item-places.ts';
import type { ShortLong } from './item-places.ts';

const columns: readonly ReportColumn[] = [
  { id: 'line', title: 'Line', kind: 'text', width: 0.4 },
  { id: 'text', title: 'What it is', kind: 'text', width: 3.2 },
  { id: 'proceeds', title: '(d) Proceeds', kind: 'money', width: 1.1 },
  { id: 'costBasis', title: '(e) Cost', kind: 'money', width: 1.1 },
  { id: 'adjustment', title: '(g) Adjustments', kind: 'money', width: 1.1 },
  { id: 'gain', title: '(h) Gain or loss', kind: 'money', width: 1.1 },
];

/** The figures of Schedule D; what only the tax details say is null without them. */
export interface ScheduleD {
  readonly boxes: ReadonlyMap<Box, BoxRows>;
  readonly parts: Form6781Parts;
  /** Lines 4 and 11. */
  readonly from6781: ShortLong;
  /** Of it: section 1256 losses of later years that were carried back to this one, what they take off, signed. */
  readonly broughtBack: ShortLong;
  /** Gains outside the ledger. */
  readonly elsewhere: ShortLong | null;
  /** Lines 6 and 14, positive. */
  readonly carriedIn: ShortLong | null;
  readonly line7: Money | null;
  readonly line15: Money | null;
  readonly line16: Money | null;
  /** Positive; null where there is no loss or it is not known. */
  readonly line21: Money | null;
}

/** Law: Schedule D (Form 1040) and its instructions, lines 1 to 21. */
export function scheduleDFigures(facts: YearFacts): ScheduleD {
  const places = itemPlaces(facts);
  const boxes = boxedSales(facts, places);
  const parts = form6781Parts(facts, places);
  const from6781 = {
    short: sum([parts.line8, parts.line11.short, parts.line13.short], zeroMoney),
    long: sum([parts.line9, parts.line11.long, parts.line13.long], zeroMoney),
  };
  const { taxYear } = facts;
  const broughtBack = broughtBackOf(parts.line7, taxYear?.input.section1256BroughtBack ?? zeroMoney);
  const known = { boxes, parts, from6781, broughtBack };
  if (taxYear === null)
    return {
      ...known,
      elsewhere: null,
      carriedIn: null,
      line7: null,
      line15: null,
      line16: null,
      line21: null,
    };
  const { profile, input, assessment } = taxYear;
  const elsewhere = { short: profile.otherShortTermGain, long: profile.otherLongTermGain };
  const carriedIn = { short: input.carryforward.shortTerm, long: input.carryforward.longTerm };
  const net = (term: 'short' | 'long'): Money =>
    subtract(sum([boxSums(boxes, term).gain, from6781[term], elsewhere[term]], zeroMoney), carriedIn[term]);
  const line7 = net('short');
  const line15 = net('long');
  const line16 = add(line7, line15);
  const line21 = isNegative(line16) ? assessment.lossAllowed : null;
  return { ...known, elsewhere, carriedIn, line7, line15, line16, line21 };
}

function broughtBackOf(line7: Money, amount: Money): ShortLong {
  const before = section1256Split(add(line7, amount));
  const after = section1256Split(line7);
  return {
    short: subtract(after.shortTerm, before.shortTerm),
    long: subtract(after.longTerm, before.longTerm),
  };
}

const SHORT_LINES = ['1b', '2', '3'];

function boxSums(boxes: ScheduleD['boxes'], term: 'short' | 'long'): BoxSums {
  return linesSums(boxes, (line) => SHORT_LINES.includes(line) === (term === 'short'));
}

function linesSums(boxes: ScheduleD['boxes'], isWanted: (line: string) => boolean): BoxSums {
  return BOXES.filter((box) => isWanted(scheduleLine[box])).reduce(
    (all, box) => addSums(all, boxes.get(box)?.sums ?? emptySums),
    emptySums,
  );
}

/** Schedule D of a year. */
export function scheduleD(facts: YearFacts): ReportDocument {
  const figures = scheduleDFigures(facts);
  const { title, purpose } = kindWords['schedule-d'];
  return {
    kind: 'schedule-d',
    title,
    purpose,
    year: facts.year,
    sections: [
      partSection('short', figures, facts),
      partSection('long', figures, facts),
      summary(figures, facts),
    ],
    notes: [
      ROUNDING_NOTE,
      'Lines 1b to 3 and 8b to 10 are the totals of Form 8949; lines 4 and 11 come from Form 6781. Lines that a ledger of coins and futures has nothing for are left out.',
      ...(facts.taxYear === null
        ? [
            'Losses carried in, gains elsewhere and the loss allowed are not known: enter the tax details of the year.',
          ]
        : []),
      'Line numbers are those of the forms for 2025; later forms may number them otherwise.',
    ],
    issues: [],
  };
}

function partSection(term: 'short' | 'long', figures: ScheduleD, facts: YearFacts): ReportSection {
  const isShort = term === 'short';
  const { year } = facts;
  const lines = isShort ? ['1b', '2', '3'] : ['8b', '9', '10'];
  const boxWords = isShort
    ? ['box A or G', 'box B or H', 'box C or I']
    : ['box D or J', 'box E or K', 'box F or L'];
  const fromBoxes = lines.map((line, n): ReportRow => {
    const sums = linesSums(figures.boxes, (known) => known === line);
    const { proceeds, costBasis, adjustment, gain } = sums;
    return [
      cell(line),
      cell(`Totals of Form 8949, ${boxWords[n] ?? ''}`),
      cell(proceeds),
      cell(costBasis),
      cell(adjustment),
      cell(gain, `year:${year}/${isShort ? 'shortTermGain' : 'longTermGain'}`),
    ];
  });
  const net = isShort ? figures.line7 : figures.line15;
  const netLine = `tax:${year}/${isShort ? 'netShortTerm' : 'netLongTerm'}`;
  const carried = `tax:${year}/${isShort ? 'shortTermCarried' : 'longTermCarried'}`;
  const brought = figures.broughtBack[term];
  return {
    id: isShort ? 'part-1' : 'part-2',
    title: isShort ? 'Part I: short-term' : 'Part II: long-term',
    notes: [],
    columns,
    rows: rowsOf([
      ...fromBoxes,
      line(
        isShort ? '4' : '11',
        'From Form 6781: the 60/40 part of section 1256 contracts, and straddles',
        subtract(figures.from6781[term], brought),
      ),
      ...(brought === zeroMoney
        ? []
        : [
            line(
              isShort ? '4' : '11',
              `From line 1 of the amended Form 6781: ${isShort ? '40' : '60'} % of the loss of a later year carried back to this year`,
              brought,
            ),
          ]),
      line(
        '',
        `${isShort ? 'Short' : 'Long'}-term gains outside this ledger, from your tax details; they go on the line of what they are`,
        figures.elsewhere?.[term] ?? null,
        `tax:${year}/${isShort ? 'shortTermGain' : 'longTermGain'}`,
      ),
      line(
        isShort ? '6' : '14',
        'Loss carried in from the year before (the worksheet’s result)',
        minus(figures.carriedIn?.[term]),
        carried,
      ),
      line(isShort ? '7' : '15', `Net ${isShort ? 'short' : 'long'}-term gain or loss`, net, netLine),
    ]),
    totals: null,
  };
}

function line(name: string, text: string, amount: Money | null, explain?: string): ReportRow {
  const figure = amount === null ? blank : cell(amount, explain);
  return [name === '' ? blank : cell(name), cell(text), blank, blank, blank, figure];
}

function minus(amount: Money | undefined): Money | null {
  return amount === undefined ? null : negate(amount);
}

function summary({ line7, line15, line16, line21 }: ScheduleD, { year }: YearFacts): ReportSection {
  const bothGains =
    line15 !== null &&
    line16 !== null &&
    clampToZero(line15) === line15 &&
    line15 !== zeroMoney &&
    !isNegative(line16) &&
    line16 !== zeroMoney;
  const words = (text: string): ReportRow[number] => cell(line7 === null ? 'Not known' : text);
  return {
    id: 'part-3',
    title: 'Part III: summary',
    notes: [],
    columns,
    rows: rowsOf([
      line('16', 'Lines 7 and 15 together', line16, `tax:${year}/capitalGainNetIncome`),
      [
        cell('17'),
        cell('Are lines 15 and 16 both gains?'),
        blank,
        blank,
        blank,
        words(bothGains ? 'Yes' : 'No'),
      ],
      [cell('18'), cell('28 % rate gain: coins are no collectibles'), blank, blank, blank, cell(zeroMoney)],
      [
        cell('19'),
        cell('Unrecaptured section 1250 gain: none of coins and futures'),
        blank,
        blank,
        blank,
        cell(zeroMoney),
      ],
      line(
        '21',
        'Loss that may be deducted: the smaller of the loss of line 16 and 3,000 (1,500 married filing separately)',
        line21 === null ? null : negate(line21),
        `tax:${year}/lossAllowed`,
      ),
    ]),
    totals: null,
  };
}
