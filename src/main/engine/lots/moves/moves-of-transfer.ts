import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { ELSEWHERE, arrivalsOf, departuresOf, movementOf } from '../../events/own-movement.ts';
import type { Departure, OwnMovement } from '../../events/own-movement.ts';
import { issueOf } from '../../issue-of.ts';
import type { Valuer } from '../../valuation/valuer.ts';
import type { Acquire, LotMove } from './lot-moves.ts';
import type { MoveContext } from './move-context.ts';
import { feesApart, movesOfUnknownReceipt, reportUnknownOrigin } from './moves-of-receipt.ts';

/**
 * What a transfer, or one side of it, does to lots: they travel with basis and date.
 * Departures without an arrival keep their lots in the pseudo account "elsewhere".
 * Law: no disposition (Reg. §1.1012-1(j)); the network fee disposes of the fee units (no guidance: our default).
 * Issues: `lots/left-without-arrival`, `lots/unknown-origin`.
 */
export function movesOfTransfer(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  const { movements, valuer } = context;
  const isCoin = ({ asset }: { readonly asset: OwnMovement['asset'] }): boolean =>
    valuer.classOf(asset) === 'coin';
  const moved = movements.assetsMoved.get(event.id);
  const stray =
    moved === undefined ? event : { ...event, legs: event.legs.filter((leg) => !moved.has(leg.asset)) };
  const arriving = (movements.arrivingAt.get(event.id) ?? []).filter(isCoin);
  return [
    ...(movements.leavingAt.get(event.id) ?? []).filter(isCoin).map((movement) => leave(movement, valuer)),
    ...arriving.map((movement): LotMove => ({ type: 'arrive', movement })),
    ...arriving.flatMap((movement) => beyondSent(movement, event, context)),
    ...departuresOf(stray)
      .filter(isCoin)
      .flatMap((departure) => toElsewhere(departure, context)),
    ...movesOfUnknownReceipt(stray, context),
    ...feesApart(event, valuer, 'transfer-fee'),
  ];
}

function leave(movement: OwnMovement, valuer: Valuer): LotMove {
  const fee = subtract(movement.sent, movement.received);
  if (!isPositive(fee)) return { type: 'leave', movement, feeValue: null };
  return { type: 'leave', movement, feeValue: movement.feeValue ?? feeBooked(movement, valuer) };
}

function feeBooked({ asset, from, sent, received }: OwnMovement, valuer: Valuer): Money | null {
  const sending = { id: from.event, time: from.time };
  const value = valuer.booked(asset, subtract(sent, received), sending);
  if (value === null) valuer.reportMissing(asset, sending);
  return value;
}

function toElsewhere(departure: Departure, context: MoveContext): readonly LotMove[] {
  const { asset, account, event, time } = departure;
  const received = subtract(departure.sent, departure.fee);
  const movement = movementOf(departure, { asset, account: ELSEWHERE, event, time, received }, 'no-arrival');
  const words = { quantity: toText(received), asset, account, event };
  context.report(issueOf('lots/left-without-arrival', 'warning', words, { event, asset, account }));
  return [leave(movement, context.valuer), { type: 'arrive', movement }];
}

/** More arrived than one event says was sent: nobody knows where the rest came from. */
function beyondSent(movement: OwnMovement, event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  const { asset } = movement;
  const { account } = movement.to;
  const arrival = arrivalsOf(event).find((one) => one.asset === asset);
  if (movement.to.event !== event.id || arrival === undefined) return [];
  const quantity = subtract(arrival.received, movement.received);
  if (!isPositive(quantity)) return [];
  const acquired: Acquire = { type: 'acquire', account, asset, quantity, cost: null };
  reportUnknownOrigin(acquired, event, context);
  return [acquired];
}
