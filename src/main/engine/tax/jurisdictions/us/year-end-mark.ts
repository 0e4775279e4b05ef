import type { Issue } from '../../../../../shared/domain/issue.ts';
import { absolute, add, isNegative, negate } from '../../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money, Price } from '../../../../../shared/num/types.ts';
import { dateText, lastBusinessDayOfYear } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf } from '../../../../../shared/time/time-zone.ts';
import { positionsOf } from '../../../futures/positions.ts';
import type { FuturesPosition } from '../../../futures/position.ts';
import { valuePosition } from '../../../futures/value-position.ts';
import { issueOf } from '../../../issue-of.ts';
import { ownContractPoint } from '../../../valuation/contract-point.ts';
import type { FuturesYearsInput } from './futures-years-input.ts';

/** One open contract as if it had been sold at the year's end. */
export interface MarkedPosition {
  readonly position: FuturesPosition;
  readonly price: Price;
  /** In the reporting currency, signed. */
  readonly unrealised: Money;
}

export interface YearEndMark {
  readonly date: LocalDate;
  readonly positions: readonly MarkedPosition[];
  readonly unrealised: Money;
  readonly issues: readonly Issue[];
}

/**
 * The deemed sale of every open section 1256 contract on the last business day of a year, at its own mark of that day.
 * Law: 26 U.S.C. 1256(a)(1). Issues: `tax/no-year-end-mark`; such a contract is left unmarked.
 */
export function yearEndMark(year: number, input: FuturesYearsInput): YearEndMark {
  const date = lastBusinessDayOfYear(year);
  const at = endOfDay(date, input.timeZone);
  const events = input.events.filter((event) => event.time <= at);
  const open = positionsOf({ events, specOf: input.specOf }).positions.filter(
    (position) => position.side !== 'flat' && position.spec.section1256.status,
  );
  const issues: Issue[] = [];
  const positions: MarkedPosition[] = [];
  for (const position of open) {
    const marked = markedPosition(position, date, input);
    if (marked !== null) positions.push(marked);
    else {
      const words = { contract: position.contract, date: dateText(date), year };
      issues.push(issueOf('tax/no-year-end-mark', 'error', words, { account: position.account }));
    }
  }
  const unrealised = positions.reduce((total, marked) => add(total, marked.unrealised), zeroMoney);
  return { date, positions, unrealised, issues };
}

function markedPosition(
  position: FuturesPosition,
  date: LocalDate,
  input: FuturesYearsInput,
): MarkedPosition | null {
  const { prices, timeZone } = input;
  const at = endOfDay(date, timeZone);
  const point = ownContractPoint(position.spec, prices, at);
  const markedOn = point?.mark.time ?? null;
  if (point === null || markedOn === null || localDateOf(markedOn, timeZone) !== date) return null;
  const profit = valuePosition(position, point).unrealisedProfit;
  const settle = prices.latest(position.spec.settleAsset, at);
  if (settle === null) return null;
  const value = valueOf(absolute(profit), settle.price, 'half-even');
  return { position, price: point.price, unrealised: isNegative(profit) ? negate(value) : value };
}
