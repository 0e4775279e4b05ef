import { negate, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { blank, cell, ROUNDING_NOTE, rowsOf } from '../report-document.ts';
import type { ReportColumn, ReportDocument, ReportRow, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import type { YearFacts } from '../year-facts.ts';
import type { BoxSums } from './boxed-sales.ts';
import { BOXES, scheduleLine } from './boxes.ts';
import { formId } from './form-trace.ts';
import { lineSums, scheduleDFigures } from './schedule-d-figures.ts';
import type { ScheduleD } from './schedule-d-figures.ts';

const columns: readonly ReportColumn[] = [
  { id: 'line', title: 'Line', kind: 'text', width: 0.4 },
  { id: 'text', title: 'What it is', kind: 'text', width: 3.2 },
  { id: 'proceeds', title: '(d) Proceeds', kind: 'money', width: 1.1 },
  { id: 'costBasis', title: '(e) Cost', kind: 'money', width: 1.1 },
  { id: 'adjustment', title: '(g) Adjustments', kind: 'money', width: 1.1 },
  { id: 'gain', title: '(h) Gain or loss', kind: 'money', width: 1.1 },
];

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
    const sums = lineSums(figures.boxes, (known) => known === line);
    const { proceeds, costBasis, adjustment, gain } = sums;
    const hasRows = BOXES.some((box) => scheduleLine[box] === line && figures.boxes.has(box));
    const told = (amount: Money, column: keyof BoxSums): ReportRow[number] =>
      hasRows ? cell(amount, formId(year, 'schedule-d', line, column)) : cell(amount);
    return [
      cell(line),
      cell(`Totals of Form 8949, ${boxWords[n] ?? ''}`),
      told(proceeds, 'proceeds'),
      told(costBasis, 'costBasis'),
      told(adjustment, 'adjustment'),
      told(gain, 'gain'),
    ];
  });
  const net = isShort ? figures.line7 : figures.line15;
  const netLine = `tax:${year}/${isShort ? 'netShortTerm' : 'netLongTerm'}`;
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
        formId(year, 'schedule-d', isShort ? '4' : '11'),
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
      ),
      line(
        isShort ? '6' : '14',
        'Loss carried in from the year before (the worksheet’s result)',
        minus(figures.carriedIn?.[term]),
        formId(year, 'schedule-d', isShort ? '6' : '14'),
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

function summary({ line16, line21, bothGains }: ScheduleD, { year }: YearFacts): ReportSection {
  // Lines 18 and 19 are asked for only where line 17 is a yes.
  const words = bothGains === null ? 'Not known' : bothGains ? 'Yes' : 'No';
  const none = bothGains === true ? cell(zeroMoney) : blank;
  return {
    id: 'part-3',
    title: 'Part III: summary',
    notes: [],
    columns,
    rows: rowsOf([
      line('16', 'Lines 7 and 15 together', line16, `tax:${year}/capitalGainNetIncome`),
      [cell('17'), cell('Are lines 15 and 16 both gains?'), blank, blank, blank, cell(words)],
      [cell('18'), cell('28 % rate gain: coins are no collectibles'), blank, blank, blank, none],
      [
        cell('19'),
        cell('Unrecaptured section 1250 gain: none of coins and futures'),
        blank,
        blank,
        blank,
        none,
      ],
      line(
        '21',
        'Loss that may be deducted: the smaller of the loss of line 16 and 3,000 (1,500 married filing separately)',
        line21 === null ? null : negate(line21),
        formId(year, 'schedule-d', '21'),
      ),
    ]),
    totals: null,
  };
}
