/** The tax years as the screen tells them: three views of each year, their lines, and where they differ. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { formatMoney } from '../../../ui/number-format.ts';
import { tracePart, type Trace } from '../../../ui/trace-part.ts';

export type Projection = CallAnswer<'plan.projection'>;
export type ProjectedYear = Projection['years'][number];
export type YearView = NonNullable<ProjectedYear['realised']>;
export type DeferredLoss = YearView['deferred'][number];
export type Deferral = NonNullable<Projection['deferral']>;

export const views = ['realised', 'planned', 'scenario'] as const;
export type View = (typeof views)[number];

export const viewWords: Readonly<Record<View, string>> = {
  realised: 'As it stands',
  planned: 'With your plan',
  scenario: 'What if',
};

export const statusWords: Readonly<Record<ProjectedYear['status'], string>> = {
  past: 'over',
  running: 'running',
  ahead: 'ahead',
};

/** A year in a view: one that is no other than the view before it is that one. null: nothing is known of the year. */
export function yearIn(year: ProjectedYear, view: View): YearView | null {
  if (view === 'realised') return year.realised;
  if (view === 'planned') return year.planned ?? year.realised;
  return year.scenario ?? year.planned ?? year.realised;
}

/** The views that say something of their own; the first is always there. */
export function viewsOf({ years }: Pick<Projection, 'years'>): readonly View[] {
  return views.filter((view) => view === 'realised' || years.some((year) => year[view] !== null));
}

/** The running year if there is one, else the last: what a person comes for. */
export function yearToBegin({ years }: Pick<Projection, 'years'>): number | null {
  return (years.find(({ status }) => status === 'running') ?? years.at(-1))?.year ?? null;
}

export type LineKind = 'money' | 'rate';

/** A line of a tax year. */
export interface Line {
  /** Its name in `explain` ids. */
  readonly name: string;
  readonly kind: LineKind;
  /** In words, for who does not see the table. */
  readonly label: string;
  readonly strong?: true;
  /** How its part is called in a trace. */
  readonly part?: RegExp;
  read(view: YearView): string | null;
}

function amount(name: keyof YearView, label: string, rest: Partial<Line> = {}): Line {
  const read = (view: YearView): string | null => {
    const value = view[name];
    return typeof value === 'string' ? value : null;
  };
  return { name, kind: 'money', label, read, ...rest };
}

function marginal(character: keyof YearView['marginalRates'], label: string): Line {
  return {
    name: `marginalRates/${character}`,
    kind: 'rate',
    label,
    read: ({ marginalRates }) => marginalRates[character],
  };
}

function carried(way: 'carriedIn' | 'carriedOut', term: 'shortTerm' | 'longTerm', label: string): Line {
  const name = way === 'carriedIn' ? `${term}Carried` : `carryforward/${term}`;
  return { name, kind: 'money', label, read: (view) => view[way][term] };
}

export interface LineGroup {
  readonly title: string;
  readonly lines: readonly Line[];
}

export const lineGroups: readonly LineGroup[] = [
  {
    title: 'What the year brings',
    lines: [
      amount('shortTermGain', 'Short-term gain'),
      amount('longTermGain', 'Long-term gain'),
      amount('section1256Gain', 'Section 1256 gain'),
      amount('otherFuturesGain', 'Other futures, before waits'),
      amount('ordinaryIncome', 'Wages and other income'),
      amount('income', 'Of which in coins and the like'),
    ],
  },
  {
    title: 'Losses',
    lines: [
      carried('carriedIn', 'shortTerm', 'Short-term loss carried in'),
      carried('carriedIn', 'longTerm', 'Long-term loss carried in'),
      amount('netShortTerm', 'Short-term, all netted'),
      amount('netLongTerm', 'Long-term, all netted'),
      amount('lossAllowed', 'Loss used against income'),
      carried('carriedOut', 'shortTerm', 'Short-term loss carried on'),
      carried('carriedOut', 'longTerm', 'Long-term loss carried on'),
      amount('deferredTotal', 'Losses that wait'),
    ],
  },
  {
    title: 'Tax',
    lines: [
      amount('taxableIncome', 'Taxable income', { part: /taxable income/iu }),
      amount('ordinaryTax', 'On income', { part: /ordinary/iu }),
      amount('capitalGainTax', 'On long-term gains', { part: /gain/iu }),
      amount('netInvestmentIncomeTax', 'Net investment income tax', { part: /investment/iu }),
      amount('federalTax', 'Federal tax', { part: /federal/iu }),
      amount('stateTax', 'State tax', { part: /state/iu }),
      amount('totalTax', 'All tax', { strong: true }),
    ],
  },
  {
    title: 'Rates',
    lines: [
      {
        name: 'effectiveRate',
        kind: 'rate',
        label: 'Tax of all income',
        read: (view) => view.effectiveRate,
      },
      marginal('ordinary', 'Next thousand of income'),
      marginal('shortTerm', 'Next thousand, short-term'),
      marginal('longTerm', 'Next thousand, long-term'),
      marginal('section1256', 'Next thousand, section 1256'),
    ],
  },
];

export const totalTaxLine: Line = amount('totalTax', 'All tax', { strong: true });

export interface Cell {
  readonly year: number;
  readonly value: string | null;
  readonly view: YearView | null;
  /** Value less that of the view it is compared with; null where they are the same, or one is not known. */
  readonly change: string | null;
}

export interface Row {
  readonly line: Line;
  readonly cells: readonly Cell[];
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Lines that are nothing in every year, of both views. */
  readonly empty: readonly Row[];
}

/** The table of a view, each figure with what it differs by from another view. */
export function tableOf(
  years: readonly ProjectedYear[],
  view: View,
  against: View | null,
): readonly RowGroup[] {
  return lineGroups.map(({ title, lines }) => {
    const rows = lines.map((line): Row => ({
      line,
      cells: years.map((year) => cellOf(line, year, view, against)),
    }));
    return { title, rows: rows.filter((row) => !isEmpty(row)), empty: rows.filter(isEmpty) };
  });
}

function cellOf(line: Line, year: ProjectedYear, view: View, against: View | null): Cell {
  const shown = yearIn(year, view);
  const base = against === null ? null : yearIn(year, against);
  const value = shown === null ? ledgerFigure(line, year) : line.read(shown);
  const before = base === null ? null : line.read(base);
  return { year: year.year, value, view: shown, change: changeOf(value, before) };
}

/** Of a year that cannot be assessed, what the ledger realised is known all the same. */
function ledgerFigure({ name }: Line, { ledger }: ProjectedYear): string | null {
  return Object.hasOwn(ledger, name) ? (ledger[name as keyof typeof ledger] ?? null) : null;
}

/** Rates and money are both exact decimals. */
function changeOf(value: string | null, before: string | null): string | null {
  if (value === null || before === null || value === before) return null;
  return toText(subtract(rate(value), rate(before)));
}

function isEmpty({ line, cells }: Row): boolean {
  if (line.strong === true || line.kind === 'rate') return false;
  return cells.every(({ value, change }) => change === null && (value === null || !/[1-9]/u.test(value)));
}

/** Only what the two views do not share. */
export function changedOnly(groups: readonly RowGroup[]): readonly RowGroup[] {
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(({ cells }) => cells.some(({ change }) => change !== null)),
      empty: [],
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Tax of a view over all years in which it is known. */
export function totalOf(years: readonly ProjectedYear[], view: View): string {
  const taxes = years.flatMap((year) => {
    const shown = yearIn(year, view);
    return shown === null ? [] : [money(shown.totalTax)];
  });
  return toText(sum(taxes, zeroMoney));
}

/** Tax of a view less that of another over all years; null where they are the same. */
export function changeOfTotal(years: readonly ProjectedYear[], view: View, against: View): string | null {
  return changeOf(totalOf(years, view), totalOf(years, against));
}

/** What the bars say: the year that owes most, and what a plan changes. */
export function taxSentence(
  years: readonly ProjectedYear[],
  shown: readonly View[],
  currency: string,
): string {
  const known = years.flatMap((year) =>
    year.realised === null ? [] : [{ year: year.year, tax: year.realised.totalTax }],
  );
  const [most] = known.toSorted((a, b) => compare(money(b.tax), money(a.tax)));
  if (most === undefined) return 'No year is assessed yet.';
  const first = `As it stands, ${most.year} owes most: ${formatMoney(most.tax, currency)}.`;
  const last = shown.at(-1);
  const against = shown.at(-2);
  if (last === undefined || against === undefined) return first;
  const change = changeOfTotal(years, last, against);
  const way = last === 'planned' ? 'Your plan' : 'The what-if';
  if (change === null) return `${first} ${way} does not change the tax of all years together.`;
  const by = formatMoney(change.replace(/^-/u, ''), currency);
  return `${first} ${way} ${change.startsWith('-') ? 'lowers' : 'raises'} the tax of all years together by ${by}.`;
}

export interface TaxPart {
  readonly name: string;
  readonly amount: string;
}

export interface TaxParts {
  readonly from: TaxPart;
  readonly causes: readonly TaxPart[];
  readonly to: TaxPart;
}

/** From the tax on income to all that is due: parts that are nothing are left out. */
export function taxParts(view: YearView): TaxParts {
  const added = [
    { name: 'On long-term gains', amount: view.capitalGainTax },
    { name: 'Net investment income tax', amount: view.netInvestmentIncomeTax },
    { name: 'State', amount: view.stateTax },
  ];
  const known = sum(
    [view.ordinaryTax, ...added.map(({ amount: each }) => each)].map((text) => money(text)),
    zeroMoney,
  );
  const rest = { name: 'Other', amount: toText(subtract(money(view.totalTax), known)) };
  return {
    from: { name: 'On income', amount: view.ordinaryTax },
    causes: [...added, rest].filter(({ amount: each }) => /[1-9]/u.test(each)),
    to: { name: 'All tax', amount: view.totalTax },
  };
}

/** What `holdings.explain` takes for a line; null where the view's traces are in the answer. */
export function explainIdOf({ name }: Line, { explain }: YearView): string | null {
  if (explain === null) return null;
  // Of a year as it stands these two are told by the ledger's year, and by its straddles.
  if (name === 'otherFuturesGain') return `${explain.replace(/^tax:/u, 'year:')}/${name}`;
  if (name === 'deferredTotal' && explain.startsWith('tax:')) return `${explain}/straddles/${name}`;
  return `${explain}/${name}`;
}

/** The part of a view's own trace that is this line; null where the trace does not come by it. */
export function traceOfLine({ name, part, read }: Line, view: YearView): Trace | null {
  if (name === 'totalTax') return view.trace;
  const value = read(view);
  return part === undefined || value === null ? null : tracePart(view.trace, value, part);
}

/** Whole sentences of all years, each once, with the years it is said of; a year's own number is no other sentence. */
export function notesByYears(
  years: readonly ProjectedYear[],
  view: View,
): readonly { readonly note: string; readonly years: readonly number[] }[] {
  const said = new Map<string, number[]>();
  for (const year of years) {
    for (const whole of yearIn(year, view)?.notes ?? []) {
      const note = whole.replaceAll(String(year.year), 'the year');
      said.set(note, [...(said.get(note) ?? []), year.year]);
    }
  }
  return [...said].map(([note, of]) => ({ note, years: of }));
}

/** "2024", "2024 and 2026", "2024 to 2027". */
export function yearsInWords(years: readonly number[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  if (years.length === 1) return String(first);
  const isRun = years.every((year, index) => year === first + index);
  if (isRun && years.length > 2) return `${first} to ${last}`;
  return `${years.slice(0, -1).join(', ')} and ${last}`;
}

/** What holds a loss back, the largest first. */
export function largestFirst(blockedBy: DeferredLoss['blockedBy']): DeferredLoss['blockedBy'] {
  return blockedBy.toSorted((a, b) => compare(money(b.amount), money(a.amount)));
}
