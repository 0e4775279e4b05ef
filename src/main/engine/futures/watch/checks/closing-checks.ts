import type { Issue } from '../../../../../shared/domain/issue.ts';
import { compare, subtract } from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { issueOf } from '../../../issue-of.ts';
import { listText } from '../../../words.ts';
import { isClosing } from './checked-order.ts';
import type { CheckedOrder, OpenPosition } from './checked-order.ts';

/**
 * What closes closes a position that is open, by its id (venue, contract, side, margin mode), never by symbol alone, and
 * no more of it than is open.
 * Source: risks.md 2.3: different expiry is not the same position; no close that opens the opposite side.
 */
export function closingChecks(order: CheckedOrder): readonly Issue[] {
  return isClosing(order) ? closes(order) : opens(order);
}

function closes(order: CheckedOrder): readonly Issue[] {
  const found = positionOf(order);
  const contract = order.terms.symbol;
  if (found === null) {
    const open = order.positions.map(
      ({ symbol, direction, quantity }) => `${toText(quantity.amount)} ${symbol} ${direction}`,
    );
    const named = order.position ?? `${contract} ${order.side === 'buy' ? 'short' : 'long'}`;
    return [
      issueOf('hedge/wrong-leg', 'error', { named, open: open.length === 0 ? 'none' : listText(open) }),
    ];
  }
  const issues: Issue[] = [...modeIssues(order, found)];
  if (compare(order.quantity, found.quantity.amount) > 0) {
    const values = { typed: toText(order.quantity), contract, open: toText(found.quantity.amount) };
    issues.push(issueOf('hedge/closes-more', 'error', values));
  }
  return issues;
}

/** What the order would close: of its contract, in its account where one is named, on the other side of the order. */
function positionOf(order: CheckedOrder): OpenPosition | null {
  const closesSide = order.side === 'buy' ? 'short' : 'long';
  const found = order.positions.find(
    (one) =>
      one.contract === order.terms.id &&
      one.direction === closesSide &&
      (order.account === null || one.account === order.account) &&
      (order.positionSide === 'one-way' || one.positionSide === order.positionSide),
  );
  return found === undefined || (order.position !== null && found.id !== order.position) ? null : found;
}

function opens(order: CheckedOrder): readonly Issue[] {
  const contract = order.terms.symbol;
  const here = order.positions.filter(
    (one) => one.contract === order.terms.id && (order.account === null || one.account === order.account),
  );
  const apart = here.some(({ positionSide }) => positionSide !== 'one-way');
  if (apart && order.positionSide === 'one-way' && order.typed)
    return [issueOf('hedge/position-side-missing', 'error', { contract })];
  const opposite = here.find(
    ({ direction, positionSide }) =>
      positionSide === order.positionSide && (direction === 'long') !== (order.side === 'buy'),
  );
  if (opposite === undefined || order.positionSide !== 'one-way') return modeSaid(order);
  const open = toText(opposite.quantity.amount);
  if (compare(order.quantity, opposite.quantity.amount) <= 0)
    return [issueOf('hedge/not-reduce-only', 'warning', { contract })];
  // What Hedgerow sized is meant to go through zero; what is typed is most likely a slip.
  if (order.typed)
    return [issueOf('hedge/closes-more', 'error', { typed: toText(order.quantity), contract, open })];
  const rest = toText(subtract(order.quantity, opposite.quantity.amount));
  return [issueOf('hedge/through-zero', 'warning', { contract, open, rest })];
}

function modeSaid({ typed, mode, terms }: CheckedOrder): readonly Issue[] {
  const isBroker = terms.liquidation === 'broker';
  return typed && mode === null && !isBroker
    ? [issueOf('hedge/margin-mode-missing', 'warning', { contract: terms.symbol })]
    : [];
}

function modeIssues({ mode, terms }: CheckedOrder, { mode: known }: OpenPosition): readonly Issue[] {
  return mode !== null && known !== null && mode !== known
    ? [issueOf('hedge/other-margin-mode', 'error', { contract: terms.symbol, said: mode, known })]
    : [];
}
