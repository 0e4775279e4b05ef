import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isPositive, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { apportion } from '../../../shared/num/products.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { isTaxed } from '../lots/moves/lot-moves.ts';
import type { Dispose, LotMove } from '../lots/moves/lot-moves.ts';
import { assumptionOf } from './assumptions.ts';
import type { ExplainContext } from './explain-context.ts';
import { leftOutRule, saleFeeRule } from './explain-rules.ts';
import { shareTrace } from './share-trace.ts';
import { leaf, node } from './trace-nodes.ts';
import { isBooked, worthTrace } from './value-trace.ts';

/** The share of the sale's proceeds that falls on the units of this lot. */
export function proceedsTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { asset, quantity, proceeds, event } = disposal;
  const extras = { events: [event] };
  const label = `Proceeds of ${toText(quantity)} ${asset}`;
  const move = saleOf(disposal, context);
  if (move === undefined || move.gross === null || !isTaxed(disposal.cause))
    return leaf(`${label}: at cost, so that no gain is taken`, proceeds, currency, extras);
  const net = subtract(move.gross, move.fee);
  const isLeftOut = assumptionOf(disposal, context)?.key === 'left-out';
  const brought = isLeftOut ? apportion(net, quantity, move.quantity, 'half-even') : proceeds;
  const share = {
    label: isLeftOut ? `What ${toText(quantity)} ${asset} brought` : label,
    value: brought,
    unit: currency,
    whole: { amount: net, trace: netTrace(move, net, disposal, context) },
    part: { quantity, words: 'Units of this lot', event },
    of: { quantity: move.quantity, words: 'Units sold in all', event },
    asset,
    otherwise: 'What falls on units that no lot shows',
  };
  const trace = shareTrace(share, extras);
  return isLeftOut ? leftOutTrace(label, trace, subtract(proceeds, brought), disposal, context) : trace;
}

/** Proceeds that count only as far as the cost that is known, so that no gain is taken. */
function leftOutTrace(
  label: string,
  brought: Trace,
  taken: Money,
  { event, proceeds }: Disposal,
  context: ExplainContext,
): Trace {
  const { currency } = context.prices;
  const words = 'Left out of the gains, as you chose: nobody knows what these units cost';
  const parts = [brought, leaf(words, taken, currency, { events: [event], rule: leftOutRule })];
  return node(`${label}: left out of the gains`, proceeds, currency, 'sum', parts, { events: [event] });
}

/** What the whole sale brought, after the fee that belongs to it. */
function netTrace(move: Dispose, net: Money, { event }: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const label = `Proceeds of all ${toText(move.quantity)} ${move.asset}`;
  const gross = grossTrace(move, event, context);
  if (isZero(move.fee)) return gross;
  const fee = leaf('Fees of the sale', move.fee, currency, { events: [event], rule: saleFeeRule });
  return node(label, net, currency, 'difference', [gross, fee]);
}

/** What was received, by the money of the row or by a price. */
function grossTrace(move: Dispose, id: Disposal['event'], context: ExplainContext): Trace {
  const { currency } = context.prices;
  const gross = move.gross ?? zeroMoney;
  const event = context.eventOf(id);
  if (event === undefined) return leaf('Received', gross, currency, { events: [id] });
  const received = event.legs.filter((leg) => leg.role === 'principal' && isPositive(leg.quantity));
  for (const units of [...received, { asset: move.asset, quantity: move.quantity }]) {
    if (isBooked(gross, units, event, context))
      return worthTrace(`Received: ${toText(units.quantity)} ${units.asset}`, gross, units, event, context);
  }
  return leaf('Received (stated in the row)', gross, currency, { events: [id] });
}

/** The move behind a disposal, computed again from its event. */
function saleOf(disposal: Disposal, context: ExplainContext): Dispose | undefined {
  const event = context.eventOf(disposal.event);
  if (event === undefined) return undefined;
  return context
    .movesOf(event)
    .flatMap(disposeOf)
    .find(
      (move) =>
        move.asset === disposal.asset && move.account === disposal.account && move.cause === disposal.cause,
    );
}

function disposeOf(move: LotMove): readonly Dispose[] {
  if (move.type === 'dispose') return [move];
  if (move.type !== 'leave') return [];
  const { asset, from, sent, received } = move.movement;
  const quantity = subtract(sent, received);
  const fee = { type: 'dispose', asset, account: from.account, quantity, gross: move.feeValue } as const;
  return isPositive(quantity) ? [{ ...fee, fee: zeroMoney, cause: 'transfer-fee' }] : [];
}
