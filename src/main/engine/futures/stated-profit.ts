import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { Fill, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { absolute, add, compare, larger, subtract } from '../../../shared/num/arithmetic.ts';
import { quantity, rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { FillApplied } from './apply-fill.ts';

/** Files state one moment by different clocks. */
const SAME_MOMENT_MS = 2000;

/** When rows apart from the fills state a profit, by account and contract. */
export function timesOfStatedProfit(events: readonly LedgerEvent[]): ReadonlyMap<string, readonly Instant[]> {
  const times = new Map<string, Instant[]>();
  for (const { kind, contract, legs, time } of events) {
    if (kind !== 'realised-profit' || contract === undefined) continue;
    const leg = legs.find(({ role }) => role === 'profit');
    if (leg === undefined) continue;
    const key = `${leg.account} ${contract}`;
    const known = times.get(key);
    if (known === undefined) times.set(key, [time]);
    else known.push(time);
  }
  return times;
}

/** Contracts, by account, that rows of settlements state a profit of. */
export function settledContracts(events: readonly LedgerEvent[]): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const { kind, contract, legs } of events) {
    if (kind !== 'settlement' || contract === undefined) continue;
    for (const { account, role } of legs) if (role === 'profit') settled.add(`${account} ${contract}`);
  }
  return settled;
}

/** Whether a row apart from the fill states the profit of that moment. */
export function isStatedApart(
  statedApart: ReadonlyMap<string, readonly Instant[]>,
  { time }: LedgerEvent,
  { account, contract }: Fill,
): boolean {
  if (statedApart.size === 0) return false;
  const times = statedApart.get(`${account} ${contract}`) ?? [];
  const nearest = times[firstFrom(times, time)];
  return nearest !== undefined && msBetween(time, nearest) <= SAME_MOMENT_MS;
}

/** The place of the first time that is not more than a moment before. In: times in order, as events come. */
function firstFrom(times: readonly Instant[], time: Instant): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = times[middle];
    if (at !== undefined && msBetween(at, time) > SAME_MOMENT_MS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The profit that a fill's own row states; null where it states none. */
export function profitStated(legs: readonly Leg[]): Quantity | null {
  let total: Quantity | null = null;
  for (const { role, quantity: amount } of legs) {
    if (role === 'profit') total = add(total ?? zeroQuantity, amount);
  }
  return total;
}

/** Exchanges round the average entry and the profit they print: a millionth of the value, or the last place. */
const ROUNDING_OF_VALUE = rate('0.000001');
const ROUNDING_OF_MONEY = quantity('0.01');
const ROUNDING_OF_COINS = quantity('0.00000001');

/** The last place of what exchanges print of a contract's profits. */
export function lastPlaceOf({ payoff }: ContractSpec): Quantity {
  return payoff === 'linear' ? ROUNDING_OF_MONEY : ROUNDING_OF_COINS;
}

/** Whether a stated profit is the computed one, up to what exchanges round. */
export function agreesWithStated(stated: Quantity, applied: FillApplied, spec: ContractSpec): boolean {
  const lastPlace = lastPlaceOf(spec);
  const ofValue = quantityTimes(applied.exitValue, ROUNDING_OF_VALUE, 'half-even');
  const difference = absolute(subtract(stated, applied.profit as Quantity));
  return compare(difference, larger(lastPlace, ofValue)) <= 0;
}
