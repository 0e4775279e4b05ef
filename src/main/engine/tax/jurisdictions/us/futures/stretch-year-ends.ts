import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { absolute, add, isNegative, isZero, negate } from '../../../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Instant } from '../../../../../../shared/time/instant.ts';
import {
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf, utc } from '../../../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../../../shared/time/time-zone.ts';
import type { FuturesStretch, StretchStep } from '../../../../futures/stretch.ts';
import { valuePosition } from '../../../../futures/value-position.ts';
import { issueOf } from '../../../../issue-of.ts';
import { contractPoint, ownContractPoint } from '../../../../valuation/contract-point.ts';
import type { ContractPoint } from '../../../../valuation/contract-point.ts';
import type { PriceBook } from '../../../../valuation/price-book.ts';
import type { StretchYearEnd, WaitingCosts } from './tax-stretch.ts';

export interface YearEndContext {
  readonly prices: PriceBook;
  readonly timeZone: TimeZone;
  /** Year ends after this day have not come yet. */
  readonly asOf: LocalDate;
}

/**
 * What a position was worth at the end of each year at which it was open: on the last business day, or, opened after it,
 * on the last day of the year. Section 1256 contracts at their own mark of that very day; others at theirs or, where
 * that is missing, at their coin's price of that day, with fees and funding that wait; in the running year at today's.
 * Law: 26 U.S.C. 1256(a)(1), 1092(a)(1)(A). Issues: `tax/no-year-end-mark`, `tax/no-year-end-price`: nothing is assumed.
 */
export function stretchYearEnds(
  stretch: FuturesStretch,
  waiting: readonly WaitingCosts[],
  context: YearEndContext,
): { readonly yearEnds: readonly StretchYearEnd[]; readonly issues: readonly Issue[] } {
  const { timeZone, asOf } = context;
  const yearEnds: StretchYearEnd[] = [];
  const issues: Issue[] = [];
  const first = yearOf(localDateOf(stretch.opened, timeZone));
  const last = yearOf(stretch.closed === null ? asOf : localDateOf(stretch.closed, timeZone));
  for (let year = first; year <= last; year++) {
    const open = openAtYearEnd(stretch, year, context);
    if (open === null) continue;
    const found = yearEndOf(stretch, waiting, open, year, context);
    if (found !== null) yearEnds.push(found);
    else if (!open.isRunning) issues.push(missing(stretch, open.date, year));
  }
  return { yearEnds, issues };
}

interface OpenAt {
  readonly step: StretchStep;
  readonly date: LocalDate;
  readonly at: Instant;
  /** The year has not ended: today stands for its end. */
  readonly isRunning: boolean;
}

function openAtYearEnd(
  stretch: FuturesStretch,
  year: number,
  { timeZone, asOf }: YearEndContext,
): OpenAt | null {
  const business = lastBusinessDayOfYear(year);
  const isRunning = business > asOf;
  const ends = stretch.spec.section1256.status ? [business] : [business, lastDayOfYear(year)];
  // No mark of section 1256 before its day; what others have gained so far holds back losses until they are closed.
  const days = !isRunning ? ends : stretch.spec.section1256.status ? [] : [asOf];
  for (const date of days) {
    const at = endOfDay(date, timeZone);
    const step = date > asOf ? undefined : stepBy(stretch, at);
    if (step !== undefined && !isZero(step.after.size)) return { step, date, at, isRunning };
    // Closed by the last business day: what was opened after it is another position.
    if (step !== undefined) return null;
  }
  return null;
}

/** The last step at or before an instant. */
function stepBy({ steps }: Pick<FuturesStretch, 'steps'>, at: Instant): StretchStep | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const step = steps[middle];
    if (step !== undefined && step.time <= at) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

function yearEndOf(
  { spec }: FuturesStretch,
  waiting: readonly WaitingCosts[],
  { step, date, at, isRunning }: OpenAt,
  year: number,
  { prices, timeZone }: YearEndContext,
): StretchYearEnd | null {
  // A file that gives a day alone is read as midnight UTC, which is the evening before in America.
  const isOfThatDay = (time: Instant): boolean =>
    localDateOf(time, timeZone) === date || localDateOf(time, utc) === date;
  const ofThatDay = (point: ContractPoint | null): ContractPoint | null =>
    point?.mark.time != null && isOfThatDay(point.mark.time) ? point : null;
  const own = ofThatDay(ownContractPoint(spec, prices, at));
  const latest = isRunning ? contractPoint(spec, prices, at) : null;
  const point =
    latest ?? own ?? (spec.section1256.status ? null : ofThatDay(contractPoint(spec, prices, at)));
  const settle = prices.latest(spec.settleAsset, at);
  if (point === null || settle === null) return null;
  const { direction, size, entryValue } = step.after;
  const profit = valuePosition({ spec, side: direction, size, entryValue }, point).unrealisedProfit;
  const value = valueOf(absolute(profit), settle.price, 'half-even');
  const unrealised = add(isNegative(profit) ? negate(value) : value, waitingAt(waiting, at));
  return { year, date, price: point.price, unrealised };
}

/** Fees and funding that wait for the close at an instant. */
function waitingAt(waiting: readonly WaitingCosts[], at: Instant): Money {
  return waiting.findLast(({ time }) => time <= at)?.waiting ?? zeroMoney;
}

function missing({ spec, account }: FuturesStretch, date: LocalDate, year: number): Issue {
  const words = { contract: spec.id, date: dateText(date), year };
  return spec.section1256.status
    ? issueOf('tax/no-year-end-mark', 'error', words, { account, year })
    : issueOf('tax/no-year-end-price', 'warning', words, { account, asset: spec.underlying, year });
}
