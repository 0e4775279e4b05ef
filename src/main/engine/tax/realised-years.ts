import { add } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { IncomeItem } from '../lots/lot-matching.ts';
import { emptyDisposedYear } from '../lots/realised-by-year.ts';
import type { DisposedYear } from '../lots/realised-by-year.ts';
import type { LooseGain } from './jurisdictions/us/futures/tax-stretches.ts';
import type { StraddleYear, TaxItem } from './jurisdictions/us/straddles/straddle-years.ts';
import type { UsFacts } from './jurisdictions/us/us-facts.ts';

/** What the ledger itself realised in one local calendar year, whether or not the year can be assessed. */
export interface RealisedYear extends DisposedYear {
  /** Results of section 1256 contracts with their year-end marks, before 60/40. */
  readonly section1256Gain: Money;
  /** Results of other futures: both terms together, and each. */
  readonly otherFuturesGain: Money;
  readonly shortFuturesGain: Money;
  readonly longFuturesGain: Money;
  /** Funding of futures that is ordinary income by election. */
  readonly futuresIncome: Money;
  /** What straddle rules change, by character: losses that wait or come free, gains of another term, adjusted basis. */
  readonly straddleShort: Money;
  readonly straddleLong: Money;
  readonly straddleSection1256: Money;
  /** Coins and money received as income, at their value when received: interest and all other. */
  readonly income: Money;
  readonly interest: Money;
  readonly otherIncome: Money;
}

/** Whether an item is a futures result as it came, or a change by straddle rules. */
export function isResult({ kind }: Pick<TaxItem, 'kind'>): boolean {
  return kind === 'result' || kind === 'mark' || kind === 'mark-taken-back';
}

/** The figure of a realised year that an item is part of. */
export function figureOf(item: Pick<TaxItem, 'kind' | 'character'>): ItemFigure {
  const { character } = item;
  if (character === 'ordinary') return 'futuresIncome';
  return (isResult(item) ? ofResults : ofStraddles)[character];
}

export type ItemFigure =
  | 'section1256Gain'
  | 'shortFuturesGain'
  | 'longFuturesGain'
  | 'futuresIncome'
  | 'straddleShort'
  | 'straddleLong'
  | 'straddleSection1256';

const ofResults = {
  short: 'shortFuturesGain',
  long: 'longFuturesGain',
  section1256: 'section1256Gain',
} as const;

const ofStraddles = {
  short: 'straddleShort',
  long: 'straddleLong',
  section1256: 'straddleSection1256',
} as const;

type Growing = { -readonly [Key in keyof RealisedYear]: RealisedYear[Key] };

/** Every year in which the ledger realised something, in order. */
export function realisedYears(
  { disposed, income, loose }: Pick<UsFacts, 'disposed' | 'income' | 'loose'>,
  straddles: readonly StraddleYear[],
): readonly RealisedYear[] {
  const years = new Map<number, Growing>();
  const of = (year: number): Growing => {
    let known = years.get(year);
    if (known === undefined) years.set(year, (known = { ...emptyRealisedYear(year) }));
    return known;
  };
  for (const year of disposed) Object.assign(of(year.year), year);
  for (const { year, items } of straddles) for (const item of items) addItem(of(year), item);
  for (const gain of loose) addItem(of(gain.year), looseItem(gain));
  for (const item of income) addIncome(of(yearOf(item.date)), item);
  return [...years.values()].sort((a, b) => a.year - b.year);
}

function addItem(sums: Growing, item: Pick<TaxItem, 'kind' | 'character' | 'amount'>): void {
  const figure = figureOf(item);
  sums[figure] = add(sums[figure], item.amount);
  if (figure === 'shortFuturesGain' || figure === 'longFuturesGain')
    sums.otherFuturesGain = add(sums.otherFuturesGain, item.amount);
}

/** A result that names no position counts as that of a contract of its kind does. */
export function looseItem({
  amount,
  character,
  section1256,
}: LooseGain): Pick<TaxItem, 'kind' | 'character' | 'amount'> {
  const ofGain = section1256 ? 'section1256' : 'short';
  return { kind: 'result', amount, character: character === 'ordinary' ? 'ordinary' : ofGain };
}

function addIncome(sums: Growing, { reason, value }: IncomeItem): void {
  sums.income = add(sums.income, value);
  if (reason === 'interest') sums.interest = add(sums.interest, value);
  else sums.otherIncome = add(sums.otherIncome, value);
}

/** A year in which the ledger realised nothing. */
export function emptyRealisedYear(year: number): RealisedYear {
  return {
    ...emptyDisposedYear(year),
    section1256Gain: zeroMoney,
    otherFuturesGain: zeroMoney,
    shortFuturesGain: zeroMoney,
    longFuturesGain: zeroMoney,
    futuresIncome: zeroMoney,
    straddleShort: zeroMoney,
    straddleLong: zeroMoney,
    straddleSection1256: zeroMoney,
    income: zeroMoney,
    interest: zeroMoney,
    otherIncome: zeroMoney,
  };
}
