/** One coin out, another in, under one word: converts, purchases by card, dust, staking of ETH. */
import type { LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { absolute, isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { eachInSteps } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { tradeOf } from '../assembled-event.ts';
import type { Joined } from '../assembled-event.ts';
import type { Assembled } from '../assemble-group.ts';
import { bySecond, secondOf, secondsBetween } from './by-second.ts';
import { Queue } from './queue.ts';

/** In: rows of one account and family, in ledger order; how many seconds one event's rows can be apart. */
export function* assembleConversions(rows: readonly LedgerEvent[], window: number): Steps<Assembled> {
  const { money, rest } = withoutPaidIn(rows, window);
  const joined: Joined[] = [];
  const apart: LedgerEvent[] = [];
  let waiting: readonly LedgerEvent[] = [];
  const endWaiting = (): void => {
    for (const row of waiting) if (row.kind === 'balance-change' && !money.has(row)) apart.push(row);
  };
  yield;
  yield* eachInSteps(bySecond(rest), (second) => {
    const isNear = waiting.length > 0 && secondsBetween(waiting, second) <= window;
    const alone = joinedOf(second);
    const together = isNear && alone === null ? joinedOf([...waiting, ...second]) : null;
    if (together === null) endWaiting();
    joined.push(...(together ?? alone ?? []));
    waiting = together === null && alone === null ? second : [];
  });
  endWaiting();
  return { joined, apart };
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
    const known = byWord.get(word);
    if (known === undefined) byWord.set(word, [row]);
    else known.push(row);
  }
  if (byWord.size < 2) return null;
  const found = [...byWord.values()].map(tradeOf);
  return found.every((one) => one !== null) ? found : null;
}

/** Money that arrives to be spent at once is a deposit of its own: +100 EUR, −100 EUR, +0.002 BTC. */
function withoutPaidIn(
  rows: readonly LedgerEvent[],
  window: number,
): { readonly money: ReadonlySet<LedgerEvent>; readonly rest: readonly LedgerEvent[] } {
  const spent = spentByAmount(rows);
  const money = new Set(rows.filter((row) => isPaidIn(row, spent, window)));
  return { money, rest: money.size === 0 ? rows : rows.filter((row) => !money.has(row)) };
}

/** What left, by asset and amount, in ledger order. */
function spentByAmount(rows: readonly LedgerEvent[]): ReadonlyMap<string, Queue<LedgerEvent>> {
  const spent = new Map<string, Queue<LedgerEvent>>();
  for (const row of rows) {
    const [leg] = row.legs;
    if (leg === undefined || !isNegative(leg.quantity)) continue;
    const key = amountOf(leg);
    const queue = spent.get(key) ?? new Queue();
    spent.set(key, queue);
    queue.put(row);
  }
  return spent;
}

/** In: deposits in ledger order, so that what left too long before one left too long before the next. */
function isPaidIn(row: LedgerEvent, spent: ReadonlyMap<string, Queue<LedgerEvent>>, window: number): boolean {
  const [leg] = row.legs;
  if (row.kind !== 'deposit' || leg === undefined || !isPositive(leg.quantity)) return false;
  const queue = spent.get(amountOf(leg));
  if (queue === undefined) return false;
  const second = secondOf(row);
  while (queue.first !== undefined && secondOf(queue.first) < second - window) queue.take();
  const { first } = queue;
  if (first === undefined || secondOf(first) > second + window) return false;
  queue.take();
  return true;
}

function amountOf({ asset, quantity }: Leg): string {
  return `${asset} ${toText(absolute(quantity))}`;
}
