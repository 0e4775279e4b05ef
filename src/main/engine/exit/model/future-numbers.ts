/** What one step of a futures position brings, costs and locks between candidate dates, in floats. */
import { toFloat } from '../../../../shared/num/approximate.ts';
import { daysBetween, lastBusinessDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { rollDates } from '../../rebalance/roll-dates.ts';
import { taxYearOf } from '../../tax/jurisdictions/us/futures/recognised-gains.ts';
import type { ExitCase, ExitFuture } from '../exit-case.ts';
import type { DateNumbers, YearNumbers } from './exit-numbers.ts';

export interface FutureNumbers {
  readonly future: ExitFuture;
  /** Coins of the goal's asset that a step stands for. */
  readonly coins: number;
  readonly isMarked: boolean;
  /** Units of today's money that one step held from date t to the next costs: carry and locked margin. */
  readonly holding: readonly number[];
  /** … that closing one step on a date costs besides: what the contract did beyond its coin. */
  readonly closingCarry: readonly number[];
  /** … that trading one step on a date costs. */
  readonly trading: readonly number[];
  /** Units that one step locks from a date on; null where nobody knows. */
  readonly margin: readonly number[] | null;
  /** Of a marked contract: result of one step held from date t to the next, by year. Signed units. */
  readonly stretches: readonly { readonly step: number; readonly byYear: ReadonlyMap<number, number> }[];
  /** Of others: result of one step by the day it is closed on. */
  readonly closing: readonly number[];
  /** The tax year of a result by date. */
  readonly years: readonly number[];
}

export interface FutureContext {
  readonly given: ExitCase;
  readonly unit: number;
  readonly dates: readonly DateNumbers[];
  readonly years: readonly YearNumbers[];
  factorOn(date: LocalDate): number;
}

/** In: dates in order; a step's result moves with the contract's price along the path. */
export function futureNumbers(future: ExitFuture, context: FutureContext): FutureNumbers {
  const { given, unit, dates, years } = context;
  const { terms } = future;
  const isMarked = terms.section1256.status;
  const coins = toFloat(future.coinsPerStep);
  const sign = future.side === 'short' ? -1 : 1;
  const coinOn = (date: LocalDate): number => {
    const price = given.book.priceOn(future.asset, date);
    return price === null ? 0 : (toFloat(price) * coins) / unit;
  };
  const contractOn = (date: LocalDate): number => {
    const price = given.book.contractPriceOn(terms, date);
    const own = given.book.priceOn(terms.underlying, date);
    if (price === null || own === null) return coinOn(date);
    return coinOn(date) * (toFloat(price) / toFloat(own));
  };
  const at = dates.map(({ date }) => ({ date, coin: coinOn(date), contract: contractOn(date) }));
  const funding = toFloat(future.fundingPerYear);
  const tradeShare = toFloat(future.fee) + toFloat(future.slippage);
  const marginRate = future.marginRate === null ? null : toFloat(future.marginRate);
  const marginCost = (marginRate ?? 0) * toFloat(given.costs.marginCostPerYear);
  const lastDay = at.at(-1)?.date;
  const isRolled = lastDay !== undefined && rollDates(terms, lastDay).length > 0;
  const holding: number[] = [];
  const stretches: { step: number; byYear: Map<number, number> }[] = [];
  const closing: number[] = [];
  let sinceStart = future.isOpen ? openResult(future, context) : -tradeShare * (at[0]?.contract ?? 0);
  for (const [place, from] of at.entries()) {
    closing.push(sinceStart - tradeShare * from.contract);
    const to = at[place + 1];
    if (to === undefined) break;
    const span = daysBetween(from.date, to.date) / 365;
    const paid = funding * to.coin * span;
    const moved = sign * (to.contract - from.contract);
    const beyond = sign * (to.coin - from.coin) - moved;
    const carry = isRolled ? paid + beyond : paid;
    const rolls = rollCost(terms, from.date, to.date) * 2 * tradeShare * to.contract;
    const { factor } = dates[place + 1] ?? { factor: 1 };
    holding.push((carry + rolls + marginCost * from.contract * span) * factor);
    sinceStart += moved - paid - rolls;
    stretches.push({ step: place, byYear: byYearOf(from.date, to.date, moved - paid - rolls) });
  }
  return {
    future,
    coins,
    isMarked,
    holding,
    closingCarry: at.map(({ coin, contract }, place) => {
      const first = at[0] ?? { coin, contract };
      const beyond = sign * (coin - first.coin - (contract - first.contract));
      return isRolled ? 0 : beyond * (dates[place]?.factor ?? 1);
    }),
    trading: at.map(({ contract }, place) => tradeShare * contract * (dates[place]?.factor ?? 1)),
    margin: marginRate === null ? null : at.map(({ contract }) => contract * marginRate),
    stretches,
    closing,
    years: dates.map(({ date }) => years.findIndex(({ year }) => year === taxYearOf(date, isMarked))),
  };

  /** A stretch over a year's end is divided at its last business day, by the contract's prices. */
  function byYearOf(from: LocalDate, to: LocalDate, result: number): Map<number, number> {
    const found = new Map<number, number>();
    let begin = from;
    let before = 0;
    for (let year = yearOf(from); year < yearOf(to); year++) {
      const end = lastBusinessDayOfYear(year);
      if (end < from) continue;
      const moved = sign * (contractOn(end) - contractOn(begin));
      const paid = (funding * contractOn(end) * daysBetween(begin, end)) / 365;
      put(year, moved - paid);
      before += moved - paid;
      begin = end;
    }
    put(taxYearOf(to, isMarked), result - before);
    return found;

    function put(year: number, amount: number): void {
      const place = years.findIndex((one) => one.year === year);
      if (place >= 0) found.set(place, (found.get(place) ?? 0) + amount);
    }
  }
}

function rollCost(terms: ExitFuture['terms'], from: LocalDate, to: LocalDate): number {
  return rollDates(terms, to).filter((date) => date > from).length;
}

/** Of a position outside section 1256 that the ledger has open: what one step has gained or lost until the first date. */
function openResult(future: ExitFuture, { given, unit }: FutureContext): number {
  const ends = given.facts.straddles.futures.find(({ id }) => id === future.position)?.yearEnds ?? [];
  const last = ends.at(-1);
  if (last === undefined || future.steps === 0) return 0;
  const share = future.part === null ? 1 : toFloat(future.part.quantity) / toFloat(future.part.outOf);
  return (toFloat(last.unrealised) * share) / future.steps / unit;
}
