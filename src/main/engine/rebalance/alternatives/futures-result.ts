/** What futures bring along a path of prices: results of actions, and what is open at the end, fees and slippage left out. */
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { absolute, add, isNegative, isZero, negate, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { valuePosition } from '../../futures/value-position.ts';
import type { ActionBook } from '../../tax/jurisdictions/us/actions/action-book.ts';
import {
  futureClosed,
  futureOfLedger,
  futureOpened,
  futurePaid,
} from '../../tax/jurisdictions/us/actions/future-ahead.ts';
import type { FutureAhead } from '../../tax/jurisdictions/us/actions/future-ahead.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxPositionId } from '../../tax/jurisdictions/us/straddles/straddle-case.ts';

/** Realised from today on and still open at the horizon; of positions open today from when they were opened. */
export function futuresResult(
  exit: ExitCase,
  actions: readonly PlannedAction[],
  horizon: LocalDate,
): Money | null {
  const walk = futuresWalk(exit, actions);
  if (walk === null) return null;
  let total = walk.result;
  for (const held of walk.open) {
    const left = unrealised(held, horizon, exit.book);
    if (left === null) return null;
    total = add(total, left);
  }
  return total;
}

/** Positions after all actions, with what they brought; prices are the book's, without fee and slippage. */
export function futuresWalk(
  { facts, book }: ExitCase,
  actions: readonly PlannedAction[],
): { readonly open: readonly FutureAhead[]; readonly result: Money } | null {
  const states = new Map<TaxPositionId, FutureAhead>();
  for (const future of facts.straddles.futures) {
    const stretch = future.closed === null ? facts.stretches.get(future.id) : undefined;
    const ahead = stretch === undefined ? null : futureOfLedger(stretch, { ...future, results: [] });
    if (ahead !== null) states.set(future.id, ahead);
  }
  for (const action of actions) {
    if (action.kind === 'sell' || action.kind === 'buy') continue;
    if (action.kind === 'open') {
      const price = book.contractPriceOn(action.spec, action.date) ?? action.price;
      states.set(action.position, futureOpened(plain({ ...action, price })));
      continue;
    }
    const held = states.get(action.position);
    if (held === undefined) continue;
    if (action.kind === 'pay') {
      states.set(action.position, futurePaid(held, action, 'when-paid', false));
      continue;
    }
    const settle = book.priceOn(held.spec.settleAsset, action.date);
    if (settle === null) return null;
    const price = book.contractPriceOn(held.spec, action.date) ?? action.price;
    states.set(action.position, futureClosed(held, plain({ ...action, price }), settle));
  }
  const all = [...states.values()];
  const result = sum(
    all.flatMap(({ future }) => future.results.map(({ amount }) => amount)),
    zeroMoney,
  );
  return { open: all.filter(({ open }) => !isZero(open.size)), result };
}

/** Without its fee, which is counted apart. */
function plain<Action extends { readonly fee?: Money }>(action: Action): Omit<Action, 'fee'> {
  const { fee: _, ...rest } = action;
  return rest;
}

function unrealised({ spec, open, waiting }: FutureAhead, date: LocalDate, book: ActionBook): Money | null {
  const price = priceUntilEnd(spec, date, book);
  const settlePrice = book.priceOn(spec.settleAsset, date);
  if (price === null || settlePrice === null) return null;
  const { unrealisedProfit } = valuePosition(
    { spec, side: open.direction, size: open.size, entryValue: open.entryValue },
    { price, settlePrice },
  );
  const worth = valueOf(absolute(unrealisedProfit), settlePrice, 'half-even');
  return add(isNegative(unrealisedProfit) ? negate(worth) : worth, waiting);
}

/** A dated contract that ended before is worth what it was worth at its end. */
export function priceUntilEnd(
  spec: ContractSpec,
  date: LocalDate,
  book: ActionBook,
): ReturnType<ActionBook['priceOn']> {
  return book.contractPriceOn(spec, spec.expiry !== null && spec.expiry < date ? spec.expiry : date);
}
