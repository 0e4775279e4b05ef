import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';
import { marked } from './unknown-cost.ts';

type Projection = CallAnswer<'plan.projection'>;
type WhatIf = CallAnswer<'plan.whatIf'>;
type Year = Projection['years'][number];
type View = NonNullable<Year['realised']>;

interface YearColumn {
  readonly title: string;
  readonly view: View;
}

/** As many as fit beside the names of the lines in 100 columns. */
const COLUMNS = 5;

/** The years as tables, then what they rest on; with a scenario, what it moves comes first. */
export function projectionText(projection: Projection, whatIf: WhatIf | null): string {
  const { years, assumptions, prices, issues, currentYear, lastYear } = projection;
  const columns = years.map(columnsOf);
  const unassessed = years.filter(({ assessed }) => !assessed);
  return [
    `Tax years to ${lastYear}`,
    ...(whatIf === null
      ? []
      : [whatIf.words.map((words) => paragraph(words)).join('\n'), differencesText(years)]),
    ...chunked(columns).map(yearTable),
    ...(unassessed.length === 0 ? [] : [unassessedText(unassessed)]),
    ...whyText(columns.flat()),
    ...waitingText(years),
    ...stepsText(projection),
    ...deferralText(projection),
    ...(years.some(({ year }) => year > currentYear)
      ? [
          [...assumptions, ...prices.filter(({ changed }) => changed !== null).map(({ words }) => words)]
            .map((words) => paragraph(words))
            .join('\n'),
        ]
      : []),
    ...notesText(years),
    ...issuesText(issues),
  ].join('\n\n');
}

/** A year that differs from what is realised so far has a column for each view. */
function columnsOf({
  year,
  status,
  basisUnknown,
  priceMissing,
  realised,
  planned,
  scenario,
}: Year): YearColumn[] {
  const title = (words: string): string => marked(`${year}${words}`, basisUnknown || priceMissing);
  const base = status === 'ahead' ? (planned ?? realised) : realised;
  return [
    ...(base === null ? [] : [{ title: title(status === 'running' ? ' to date' : ''), view: base }]),
    ...(planned === null || status === 'ahead' ? [] : [{ title: title(' planned'), view: planned }]),
    ...(scenario === null ? [] : [{ title: title(' what if'), view: scenario }]),
  ];
}

function chunked(groups: readonly (readonly YearColumn[])[]): YearColumn[][] {
  const tables: YearColumn[][] = [];
  for (const group of groups) {
    const last = tables.at(-1);
    if (group.length === 0) continue;
    if (last === undefined || last.length + group.length > COLUMNS) tables.push([...group]);
    else last.push(...group);
  }
  return tables;
}

const LINES: readonly (readonly [label: string, read: (view: View) => string])[] = [
  ['Short-term gain', (view) => gainText(view.shortTermGain)],
  ['Long-term gain', (view) => gainText(view.longTermGain)],
  ['Section 1256 gain (60/40)', (view) => gainText(view.section1256Gain)],
  ['of a 1256 loss, carried back', (view) => backText(view.section1256CarriedBack, '')],
  ['1256 loss brought back', (view) => backText(view.section1256BroughtBack, '-')],
  ['Other futures, before waits', (view) => gainText(view.otherFuturesGain)],
  ['Crypto income', (view) => moneyText(view.income)],
  ['Wages and other income', (view) => moneyText(view.ordinaryIncome)],
  ['Loss carried in, short-term', (view) => moneyText(view.carriedIn.shortTerm)],
  ['Loss carried in, long-term', (view) => moneyText(view.carriedIn.longTerm)],
  ['Net short-term', (view) => gainText(view.netShortTerm)],
  ['Net long-term', (view) => gainText(view.netLongTerm)],
  ['Loss set against income', (view) => moneyText(view.lossAllowed)],
  ['Straddle losses that wait', (view) => moneyText(view.deferredTotal)],
  ['Taxable income', (view) => moneyText(view.taxableIncome)],
  ['Tax on ordinary income', (view) => moneyText(view.ordinaryTax)],
  ['Tax on capital gains', (view) => moneyText(view.capitalGainTax)],
  ['Net investment income tax', (view) => moneyText(view.netInvestmentIncomeTax)],
  ['State tax', (view) => moneyText(view.stateTax)],
  ['Total tax', (view) => moneyText(view.totalTax)],
  ['Loss carried on, short-term', (view) => moneyText(view.carriedOut.shortTerm)],
  ['Loss carried on, long-term', (view) => moneyText(view.carriedOut.longTerm)],
  ['Share of all income', (view) => shareText(view.effectiveRate)],
  ['Next income taxed at', (view) => shareText(view.marginalRates.ordinary)],
  ['Next short-term gain at', (view) => shareText(view.marginalRates.shortTerm)],
  ['Next long-term gain at', (view) => shareText(view.marginalRates.longTerm)],
  ['Next 1256 gain at', (view) => shareText(view.marginalRates.section1256)],
];

/** What goes back adds to the loss year, what comes lowers the year it comes to; '' where there is none. */
function backText(amount: string, sign: '' | '-'): string {
  return amount === '0' ? '' : gainText(`${sign}${amount}`);
}

/** Years as columns: lines are what a tax form has as lines. Lines that say nothing of any year are left out. */
function yearTable(columns: readonly YearColumn[]): string {
  return table(
    LINES.filter(([, read]) => columns.some(({ view }) => read(view) !== '')),
    [
      { title: '', cell: ([label]) => label },
      ...columns.map(({ title, view }) => ({
        title,
        cell: ([, read]: (typeof LINES)[number]) => read(view),
        right: true,
      })),
    ],
    '',
  );
}

/** Years whose tax nobody can say: what the ledger itself realised in them. */
function unassessedText(years: readonly Year[]): string {
  const rows = table(
    years,
    [
      { title: 'Without tax', cell: ({ year, basisUnknown }) => marked(String(year), basisUnknown) },
      { title: 'Short-term', cell: ({ ledger }) => gainText(ledger.shortTermGain), right: true },
      { title: 'Long-term', cell: ({ ledger }) => gainText(ledger.longTermGain), right: true },
      { title: 'Section 1256', cell: ({ ledger }) => gainText(ledger.section1256Gain), right: true },
      { title: 'Other futures', cell: ({ ledger }) => gainText(ledger.otherFuturesGain), right: true },
      { title: 'Crypto income', cell: ({ ledger }) => moneyText(ledger.income), right: true },
    ],
    '',
  );
  return `${rows}\n${paragraph('No tax is computed of these years: they lie before your tax details, or before the first amounts built in.')}`;
}

/** Every line has an id: its year's, and its name in `--json`. */
function whyText(columns: readonly YearColumn[]): string[] {
  const id = columns.findLast(({ view }) => view.explain !== null)?.view.explain;
  if (id === undefined || id === null) return [];
  return [
    paragraph(
      `Why: explain ${id}/totalTax, or another line by its name in --json (${id}/marginalRates/longTerm).`,
    ),
  ];
}

function differencesText(years: readonly Year[]): string {
  const rows = years.flatMap(({ year, differences }) => differences.map((one) => ({ year, ...one })));
  return table(
    rows,
    [
      { title: 'Year', cell: ({ year }) => String(year) },
      { title: 'What changes', cell: ({ words }) => words },
      { title: 'Against the plan', cell: ({ amount }) => gainText(amount), right: true },
    ],
    'No line changes.',
  );
}

/** Each loss at the end of the first year in which it waits from now on: what would free it then. */
function waitingText(years: readonly Year[]): string[] {
  const told = new Set<string>();
  const lines = years.flatMap(({ year, status, realised, planned, scenario }) => {
    const view = scenario ?? planned ?? realised;
    if (status === 'past' || view === null) return [];
    return view.deferred.flatMap(({ position, sustained, character, words }) => {
      const key = `${position} ${sustained} ${character}`;
      if (told.has(key)) return [];
      told.add(key);
      return [paragraph(`End of ${year}: ${words}`, 2)];
    });
  });
  return lines.length === 0 ? [] : [`Straddle losses that wait\n${lines.join('\n')}`];
}

function stepsText({ steps }: Projection): string[] {
  if (steps.length === 0) return [];
  const lines = steps.map(({ id, date, view, plan, text }) =>
    paragraph(
      `${date}  ${view === 'scenario' ? 'what if: ' : ''}${text}${plan === null ? '' : ` (${id})`}`,
      2,
    ),
  );
  return [`Steps ahead\n${lines.join('\n')}`];
}

function deferralText({ deferral }: Projection): string[] {
  if (deferral === null) return [];
  const rows = table(
    deferral.years,
    [
      { title: 'Tax of', cell: ({ year }) => String(year) },
      { title: 'Due', cell: ({ due }) => due },
      { title: 'If sold today', cell: ({ now }) => gainText(now), right: true },
      { title: 'As planned', cell: ({ later }) => gainText(later), right: true },
    ],
    '',
  );
  const ids = deferral.view === 'planned' ? ' Why: explain projection:deferral/value or …/earned.' : '';
  const heading = `Value of paying later: ${gainText(deferral.value)}; earned meanwhile: ${gainText(deferral.earned)}.${ids}`;
  return [[paragraph(heading), rows, ...deferral.words.map((words) => paragraph(words))].join('\n')];
}

/** Each note once, with the years it is about; notes that differ in their own year alone are one. */
function notesText(years: readonly Year[]): string[] {
  const found = new Map<string, { readonly note: string; readonly about: Set<number> }>();
  for (const { year, realised, planned, scenario } of years) {
    const view = scenario ?? planned ?? realised;
    const flags = view === null || view.amtFlag === null ? [] : [view.amtFlag];
    for (const note of [...(view?.notes ?? []), ...flags]) {
      const ofAnyYear = note.replaceAll(String(year), 'the year');
      const known = found.get(ofAnyYear) ?? { note, about: new Set<number>() };
      known.about.add(year);
      found.set(ofAnyYear, known);
    }
  }
  const lines = [...found].map(([ofAnyYear, { note, about }]) =>
    paragraph(`${spanText([...about])}: ${about.size === 1 ? note : ofAnyYear}`),
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** "2024, 2025", "2027 to 2031". */
function spanText(years: readonly number[]): string {
  const [first = 0] = years;
  const isSpan = years.length > 2 && years.every((year, place) => year === first + place);
  return isSpan ? `${first} to ${years.at(-1) ?? first}` : years.join(', ');
}
