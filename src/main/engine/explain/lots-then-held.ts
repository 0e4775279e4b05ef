import type { Disposal, OpenLot } from '../../../shared/domain/lot.ts';
import { add, compare, isPositive, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { ELSEWHERE } from '../events/own-movement.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import { matchLots } from '../lots/match-lots.ts';
import type { ExplainContext } from './explain-context.ts';

/**
 * The lots that lay in a disposal's pool right before it, by acquisition: the rows up to it, matched again from what
 * the whole matching already knows. Where basis is kept in one pool for all accounts, the lots of all.
 */
export function lotsThenHeld(disposal: Disposal, context: ExplainContext): readonly OpenLot[] {
  const { asset, event, account } = disposal;
  const place = context.events.findIndex(({ id }) => id === event);
  const events = context.events.slice(0, Math.max(0, place));
  const known = new Set(events.map(({ id }) => id));
  const movements = context.movements.map((movement) => asKnown(movement, known));
  const before = matchLots(events, { ...context.lotOptions, movements }, context.lots);
  const isInPool = poolTest(disposal, context);
  const lots = before.openLots.filter((lot) => lot.asset === asset && isInPool(lot));
  return lessEarlierOnes(eachOnce(lots), disposal, account, context);
}

/** Parts of one lot in several accounts are one where all accounts are one pool. */
function eachOnce(lots: readonly OpenLot[]): readonly OpenLot[] {
  const byId = new Map<OpenLot['id'], OpenLot>();
  for (const lot of lots) {
    const { quantity, costBasis } = byId.get(lot.id) ?? { quantity: zeroQuantity, costBasis: zeroMoney };
    byId.set(lot.id, {
      ...lot,
      quantity: add(lot.quantity, quantity),
      costBasis: add(lot.costBasis, costBasis),
    });
  }
  return [...byId.values()].sort((a, b) => (a.acquired < b.acquired ? -1 : a.acquired > b.acquired ? 1 : 0));
}

/** A movement of which only one end has happened: units under way are in no account. */
function asKnown(movement: OwnMovement, known: ReadonlySet<string>): OwnMovement {
  const { from, to } = movement;
  const hasLeft = known.has(from.event);
  if (hasLeft === known.has(to.event)) return movement;
  if (hasLeft) return { ...movement, to: { ...from, account: ELSEWHERE } };
  // Where clocks differ, units leave when they arrive.
  return { ...movement, from: { ...from, event: to.event } };
}

function poolTest(
  { account, disposedDate }: Disposal,
  { lotOptions }: ExplainContext,
): (lot: OpenLot) => boolean {
  const { scope } = lotOptions;
  const isUniversal =
    scope === 'universal' || (typeof scope === 'object' && disposedDate < scope.universalUntil);
  return (lot) => isUniversal || lot.account === account;
}

/** Without what the same row took before: a sale, and then the fee that was paid in the same coin. */
function lessEarlierOnes(
  lots: readonly OpenLot[],
  disposal: Disposal,
  account: Disposal['account'],
  context: ExplainContext,
): readonly OpenLot[] {
  const ofEvent = context.disposalsOfEvent(disposal.event);
  const earlier = ofEvent
    .slice(0, firstOfMove(ofEvent, disposal))
    .filter((one) => one.asset === disposal.asset && one.account === account);
  return lots.flatMap((lot) => {
    let { quantity, costBasis } = lot;
    for (const one of earlier) {
      if (one.lot !== lot.id || compare(one.quantity, quantity) > 0) continue;
      quantity = subtract(quantity, one.quantity);
      costBasis = subtract(costBasis, one.costBasis);
    }
    return isPositive(quantity) ? [{ ...lot, quantity, costBasis }] : [];
  });
}

/** Where the disposals of one move begin among those of its event: the parts of one sale stand together. */
export function firstOfMove(ofEvent: readonly Disposal[], disposal: Disposal): number {
  let first = ofEvent.indexOf(disposal);
  while (first > 0 && isOfSameMove(ofEvent[first - 1], disposal)) first--;
  return first;
}

/** Whether two disposals of one event are parts of one move, for one reason: what is named goes before the rest. */
export function isOfSameMove(one: Disposal | undefined, other: Disposal): boolean {
  return (
    one !== undefined &&
    one.asset === other.asset &&
    one.account === other.account &&
    one.cause === other.cause &&
    one.reason === other.reason
  );
}
