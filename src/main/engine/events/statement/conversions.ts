/** One coin out, another in, under one word: converts, purchases by card, dust, staking of ETH. */
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, compare, isNegative, isPositive, negate } from '../../../../shared/num/arithmetic.ts';
import { tradeOf } from '../assembled-event.ts';
import type { Joined } from '../assembled-event.ts';
import type { Assembled } from '../assemble-group.ts';
import { bySecond, secondsBetween } from './by-second.ts';

/** In: rows of one account and family, in ledger order; how many seconds one event's rows can be apart. */
export function assembleConversions(rows: readonly LedgerEvent[], window: number): Assembled {
  const { money, rest } = withoutPaidIn(rows, window);
  const joined: Joined[] = [];
  const apart: LedgerEvent[] = [];
  let waiting: readonly LedgerEvent[] = [];
  for (const second of bySecond(rest)) {
    const isNear = waiting.length > 0 && secondsBetween(waiting, second) <= window;
    const alone = joinedOf(second);
    const together = isNear && alone === null ? joinedOf([...waiting, ...second]) : null;
    if (waiting.length > 0 && together === null) apart.push(...waiting);
    joined.push(...(together ?? alone ?? []));
    waiting = together === null && alone === null ? second : [];
  }
  apart.push(...waiting);
  const paidIn = new Set(money);
  return { joined, apart: apart.filter((row) => !paidIn.has(row) && row.kind === 'balance-change') };
}

/** The one exchange that rows come to; of dust, one for each coin whose row names what it became. */
function joinedOf(rows: readonly LedgerEvent[]): readonly Joined[] | null {
  const whole = tradeOf(rows);
  if (whole !== null) return [whole];
  return alternating(rows);
}

/**
 * Several coins turned into one in the same second: how much each brought is known only where the brought amounts can be
 * told apart, as when all coins but one are the same. Nothing is guessed.
 */
function alternating(rows: readonly LedgerEvent[]): readonly Joined[] | null {
  const byWord = new Map<string, LedgerEvent[]>();
  for (const row of rows) {
    const word = row.part?.operation.toLowerCase() ?? '';
    byWord.set(word, [...(byWord.get(word) ?? []), row]);
  }
  if (byWord.size < 2) return null;
  const found = [...byWord.values()].map(tradeOf);
  return found.every((one) => one !== null) ? found : null;
}

/** Money that arrives to be spent at once is a deposit of its own: +100 EUR, −100 EUR, +0.002 BTC. */
function withoutPaidIn(
  rows: readonly LedgerEvent[],
  window: number,
): { readonly money: readonly LedgerEvent[]; readonly rest: readonly LedgerEvent[] } {
  const spent = rows.filter(({ legs }) => legs[0] !== undefined && isNegative(legs[0].quantity));
  const taken = new Set<LedgerEvent>();
  const money = rows.filter((row) => {
    const [leg] = row.legs;
    if (row.kind !== 'deposit' || leg === undefined || !isPositive(leg.quantity)) return false;
    const match = spent.find(
      (other) =>
        !taken.has(other) &&
        other.legs[0]?.asset === leg.asset &&
        compare(other.legs[0].quantity, negate(absolute(leg.quantity))) === 0 &&
        secondsBetween([row], [other]) <= window,
    );
    if (match !== undefined) taken.add(match);
    return match !== undefined;
  });
  const left = new Set(money);
  return { money, rest: left.size === 0 ? rows : rows.filter((row) => !left.has(row)) };
}
