/** Everything about a year that an accountant asks for, on one paper. */
import type { Issue } from '../../../shared/domain/issue.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { lineSection } from '../line-section.ts';
import { blank, cell, ROUNDING_NOTE, rowsOf } from '../report-document.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import { form6781 } from '../forms/form-6781.ts';
import { scheduleD } from '../forms/schedule-d.ts';
import type { YearFacts } from '../year-facts.ts';
import { electionsSection } from './elections-paper.ts';
import type { ElectionLine } from './elections-paper.ts';

export interface MemoPosition {
  readonly name: string;
  readonly account: string;
  readonly side: string;
  readonly quantity: string;
  readonly section1256: string;
  readonly explain: string;
}

export interface MemoHolding {
  readonly asset: string;
  readonly quantity: Quantity;
  readonly costBasis: Money;
  readonly explain: string;
}

/** A line of the trace behind a figure. */
export interface TraceLine {
  readonly depth: number;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly how: string;
  readonly law: string;
  /** "file.csv:12, file.csv:13" */
  readonly places: string;
}

export interface MemoFacts {
  readonly facts: YearFacts;
  readonly holdings: readonly MemoHolding[];
  readonly positions: readonly MemoPosition[];
  readonly hedges: readonly string[];
  readonly lotChoices: readonly ElectionLine[];
  readonly taxChoices: readonly ElectionLine[];
  readonly records: { readonly count: number; readonly isIntact: boolean };
  /** By figure, the trace down to files and lines. */
  readonly traces: readonly {
    readonly title: string;
    readonly id: string;
    readonly lines: readonly TraceLine[];
    readonly isCut: boolean;
  }[];
  readonly notes: readonly string[];
  readonly issues: readonly Issue[];
}

const text = (id: string, title: string, width = 1): ReportSection['columns'][number] => ({
  id,
  title,
  kind: 'text',
  width,
});

/** The memo of a year. */
export function closeOutMemo(memo: MemoFacts): ReportDocument {
  const { facts } = memo;
  const { title, purpose } = kindWords['close-out-memo'];
  const futures = form6781(facts).sections.filter(({ id }) => id !== 'boxes');
  return {
    kind: 'close-out-memo',
    title,
    purpose,
    year: facts.year,
    sections: [
      assessed(facts),
      holdings(memo.holdings),
      positions(memo.positions),
      lineSection(
        'hedges',
        'Hedges on record',
        memo.hedges.map((words) => ({ line: '', text: words, amount: null })),
        [
          `Chain of identification records: ${memo.records.count} records, ${memo.records.isIntact ? 'intact' : 'BROKEN'}.`,
        ],
      ),
      ...scheduleD(facts).sections.map((section) => ({
        ...section,
        id: `d-${section.id}`,
        title: `Schedule D, ${section.title}`,
      })),
      ...futures.map((section) => ({
        ...section,
        id: `f-${section.id}`,
        title: `Form 6781, ${section.title}`,
      })),
      electionsSection('tax-choices', 'Choices in force: futures, hedges and losses', memo.taxChoices),
      electionsSection('lot-choices', 'Choices in force: coins and lots', memo.lotChoices),
      rulesSection(facts),
      questions(facts),
      ...memo.traces.map(traceSection),
    ],
    notes: [ROUNDING_NOTE, ...memo.notes],
    issues: memo.issues,
  };
}

function assessed({ taxYear, year }: YearFacts): ReportSection {
  const title = `The year ${year} as assessed`;
  if (taxYear === null)
    return lineSection(
      'assessed',
      title,
      [],
      ['No tax is assessed: tax details of the year are missing, or no amounts of law are known for it.'],
    );
  const { assessment } = taxYear;
  const line = (name: string, amount: Money, id: string): Parameters<typeof lineSection>[2][number] => ({
    line: '',
    text: name,
    amount,
    explain: `tax:${year}/${id}`,
  });
  return lineSection('assessed', title, [
    line('Net short-term gain or loss (Schedule D, line 7)', assessment.netShortTerm, 'netShortTerm'),
    line('Net long-term gain or loss (Schedule D, line 15)', assessment.netLongTerm, 'netLongTerm'),
    line('Loss set against other income', assessment.lossAllowed, 'lossAllowed'),
    line('Adjusted gross income', assessment.adjustedGrossIncome, 'adjustedGrossIncome'),
    line('Deduction', assessment.deduction, 'deduction'),
    line('Taxable income', assessment.taxableIncome, 'taxableIncome'),
    line('Tax on ordinary income', assessment.ordinaryTax, 'ordinaryTax'),
    line('Tax on long-term gains and qualified dividends', assessment.capitalGainTax, 'capitalGainTax'),
    line('Net investment income tax', assessment.netInvestmentIncomeTax, 'netInvestmentIncomeTax'),
    line('Total tax', assessment.totalTax, 'totalTax'),
    line('Short-term loss carried on', assessment.carryforward.shortTerm, 'carryforward/shortTerm'),
    line('Long-term loss carried on', assessment.carryforward.longTerm, 'carryforward/longTerm'),
  ]);
}

function holdings(held: readonly MemoHolding[]): ReportSection {
  return {
    id: 'holdings',
    title: 'Coins held on the day of this paper',
    notes: [],
    columns: [
      text('asset', 'Asset'),
      { id: 'quantity', title: 'Quantity', kind: 'quantity' },
      { id: 'costBasis', title: 'Cost basis', kind: 'money' },
    ],
    rows: rowsOf(
      held.map(({ asset, quantity, costBasis, explain }) => [
        cell(asset),
        cell(quantity, `${explain}/quantity`),
        cell(costBasis, `${explain}/costBasis`),
      ]),
    ),
    totals: null,
  };
}

function positions(open: readonly MemoPosition[]): ReportSection {
  return {
    id: 'positions',
    title: 'Futures positions on the day of this paper',
    notes: [],
    columns: [
      text('name', 'Contract', 1.5),
      text('account', 'Account'),
      text('side', 'Side', 0.6),
      text('quantity', 'Quantity'),
      text('status', 'Section 1256', 2),
    ],
    rows: rowsOf(
      open.map(({ name, account, side, quantity, section1256, explain }) => [
        cell(name),
        cell(account),
        cell(side),
        cell(quantity, `${explain}/quantity`),
        cell(section1256),
      ]),
    ),
    totals: null,
  };
}

/** The rules that did something in the year, each once, with what they moved. */
function rulesSection({ straddles, year }: YearFacts): ReportSection {
  const rules = new Map(straddles.items.map(({ rule }) => [rule.id, rule]));
  return {
    id: 'rules',
    title: `Rules about futures and straddles that applied in ${year}`,
    notes: [],
    columns: [
      text('rule', 'Rule'),
      text('law', 'Law', 2),
      { id: 'items', title: 'How often', kind: 'count', width: 0.5 },
      text('source', 'Source', 2),
    ],
    rows: rowsOf(
      [...rules.values()].map(({ id, law, url }) => [
        cell(id),
        cell(law),
        cell(straddles.items.filter(({ rule }) => rule.id === id).length),
        url === undefined ? blank : cell(url),
      ]),
    ),
    totals: null,
  };
}

/** What no authority settles and this year rests on. */
function questions({ offsets, boxes, straddles, realised }: YearFacts): ReportSection {
  const has1256 = straddles.items.some(({ character }) => character === 'section1256');
  const open = [
    ...(offsets.some(({ by }) => by === 'presumed')
      ? [
          'Some hedges are on no record: that they offset the coins is presumed (1092(c)(3)), and which coins is by proportion. Is that how the return is to be prepared?',
        ]
      : []),
    ...(offsets.some(({ by }) => by === 'late')
      ? ['Some hedges were recorded after the day they began: same-day elections do not reach them.']
      : []),
    ...(offsets.length > 0
      ? [
          'That coins are actively traded personal property (1092(d)(1)) follows the wording of Reg. 1.1092(d)-1; the IRS has not ruled on it.',
          'No regulations say which units a hedge of a part of a holding offsets, nor how one gain is divided among several losses.',
        ]
      : []),
    ...(offsets.length > 0 && has1256
      ? [
          'Whether Reg. 1.1092(b)-2T(b)(1) turns losses of section 1256 contracts long-term is read from its text; no example shows it.',
        ]
      : []),
    ...(has1256
      ? [
          'The IRS has not said that futures on coins, and perpetual-style ones in particular, are section 1256 contracts.',
        ]
      : []),
    ...(isZero(realised.otherFuturesGain) && isZero(realised.futuresIncome)
      ? []
      : [
          'No authority says how perpetual futures outside section 1256 and their funding are taxed: the choice in force is a position.',
        ]),
    ...(boxes.d ? ['The carryback is claimed on Form 1045 or 1040-X: check the years that it goes to.'] : []),
  ];
  return lineSection(
    'questions',
    'Open questions and doubts',
    open.map((words, n) => ({ line: String(n + 1), text: words, amount: null })),
    open.length === 0 ? ['None that this program knows of.'] : [],
  );
}

function traceSection({ title, id, lines, isCut }: MemoFacts['traces'][number]): ReportSection {
  return {
    id: `trace-${id}`,
    title: `Appendix: where “${title}” comes from (${id})`,
    notes: isCut ? [`Cut after ${lines.length} lines; "hedgerow explain ${id}" shows all.`] : [],
    columns: [
      text('label', 'Figure', 3),
      text('value', 'Value'),
      text('how', 'How', 1.6),
      text('law', 'Law', 1.4),
      text('places', 'File and line', 2),
    ],
    rows: {
      count: lines.length,
      at(place) {
        const line = lines[place];
        if (line === undefined) return [];
        const { depth, label, value, unit, how, law, places } = line;
        return [
          cell(`${'· '.repeat(depth)}${label}`),
          cell(`${value} ${unit}`.trim()),
          cell(how),
          cell(law),
          cell(places),
        ];
      },
    },
    totals: null,
  };
}
