import { add, isZero } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { IncomeItem, LotMatching } from '../lots/lot-matching.ts';
import { emptyDisposedYear } from '../lots/realised-by-year.ts';
import type { DisposedYear } from '../lots/realised-by-year.ts';
import type { FuturesYear, FuturesYears } from './jurisdictions/us/futures-years.ts';

/** What the ledger itself realised in one local calendar year, whether or not the year can be assessed. */
export interface RealisedYear extends DisposedYear {
  /** Results of section 1256 contracts with their year-end marks, before 60/40. */
  readonly section1256Gain: Money;
  /** Results of other futures. */
  readonly otherFuturesGain: Money;
  /** Coins and money received as income, at their value when received: interest and all other. */
  readonly income: Money;
  readonly interest: Money;
  readonly otherIncome: Money;
}

/** Every year in which the ledger realised something, in order. */
export function realisedYears(
  lots: Pick<LotMatching, 'years' | 'income'>,
  futures: Pick<FuturesYears, 'years'>,
): readonly RealisedYear[] {
  const disposed = new Map(lots.years.map((year) => [year.year, year]));
  const ofFutures = new Map(futures.years.filter(hasResult).map((year) => [year.year, year]));
  const ofIncome = Map.groupBy(lots.income, (item) => yearOf(item.date));
  const years = new Set([...disposed.keys(), ...ofFutures.keys(), ...ofIncome.keys()]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      ...emptyRealisedYear(year),
      ...disposed.get(year),
      section1256Gain: ofFutures.get(year)?.section1256Gain ?? zeroMoney,
      otherFuturesGain: ofFutures.get(year)?.otherGain ?? zeroMoney,
      ...incomeSums(ofIncome.get(year) ?? []),
    }));
}

function hasResult({ rows, section1256Gain }: FuturesYear): boolean {
  return rows.length > 0 || !isZero(section1256Gain);
}

function incomeSums(items: readonly IncomeItem[]): Pick<RealisedYear, 'income' | 'interest' | 'otherIncome'> {
  let interest = zeroMoney;
  let otherIncome = zeroMoney;
  for (const { reason, value } of items) {
    if (reason === 'interest') interest = add(interest, value);
    else otherIncome = add(otherIncome, value);
  }
  return { income: add(interest, otherIncome), interest, otherIncome };
}

/** A year in which the ledger realised nothing. */
export function emptyRealisedYear(year: number): RealisedYear {
  return {
    ...emptyDisposedYear(year),
    section1256Gain: zeroMoney,
    otherFuturesGain: zeroMoney,
    ...incomeSums([]),
  };
}
