import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isPositive, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { isTaxed } from '../lots/lot-moves.ts';
import type { Dispose, LotMove } from '../lots/lot-moves.ts';
import { disposalId, disposalItem } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { saleFeeRule } from './explain-rules.ts';
import { listedReference } from './listed.ts';
import type { ListedSum } from './listed.ts';
import { isOfSameMove } from './lots-then-held.ts';
import { leaf, node } from './trace-nodes.ts';
import { isBooked, worthTrace } from './value-trace.ts';
import type { Money } from '../../../shared/num/types.ts';

/** More lots of one sale than this are told as one line that has an id of its own. */
const MOST_APART = 50;

/** The share of the sale's proceeds: the whole less what fell on other lots. */
export function proceedsTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const extras = { events: [disposal.event] };
  const label = `Proceeds of ${toText(disposal.quantity)} ${disposal.asset}`;
  const move = saleOf(disposal, context);
  if (move === undefined || move.gross === null || !isTaxed(disposal.cause))
    return leaf(`${label}: at cost, so that no gain is taken`, disposal.proceeds, currency, extras);
  const net = subtract(move.gross, move.fee);
  const siblings = context.disposalsOfEvent(disposal.event).filter((one) => isOfSameMove(one, disposal));
  const shown = sum(
    siblings.map(({ proceeds }) => proceeds),
    zeroMoney,
  );
  const missing = subtract(net, shown);
  const parts = [
    netTrace(move, net, disposal, context),
    ...otherLots(disposal, siblings.length - 1, context),
    ...(isZero(missing) ? [] : [leaf('Falls on units that no lot shows', missing, currency)]),
  ];
  return node(label, disposal.proceeds, currency, parts.length === 1 ? 'same' : 'difference', parts, extras);
}

/** What the whole sale brought, after the fee that belongs to it. */
function netTrace(move: Dispose, net: Money, { event }: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const label = `Proceeds of all ${toText(move.quantity)} ${move.asset}`;
  const gross = grossTrace(move, event, context);
  if (isZero(move.fee)) return node(label, net, currency, 'same', [gross]);
  const fee = leaf('Fees of the sale', move.fee, currency, { events: [event], rule: saleFeeRule });
  return node(label, net, currency, 'difference', [gross, fee]);
}

/** What was received, by the money of the row or by a price. */
function grossTrace(move: Dispose, id: Disposal['event'], context: ExplainContext): Trace {
  const { currency } = context.prices;
  const gross = move.gross ?? zeroMoney;
  const event = context.eventOf(id);
  if (event === undefined) return leaf('Received before fees', gross, currency, { events: [id] });
  const received = event.legs.filter((leg) => leg.role === 'principal' && isPositive(leg.quantity));
  for (const units of [...received, { asset: move.asset, quantity: move.quantity }]) {
    if (isBooked(gross, units, event, context))
      return worthTrace(
        `Received before fees: ${toText(units.quantity)} ${units.asset}`,
        gross,
        units,
        event,
        context,
      );
  }
  return leaf('Received before fees (stated in the row)', gross, currency, { events: [id] });
}

/** The other lots of the same sale. */
export function siblingsList(disposal: Disposal, context: ExplainContext): ListedSum<Money> {
  const others = context
    .disposalsOfEvent(disposal.event)
    .filter((one) => one !== disposal && isOfSameMove(one, disposal));
  return {
    label: 'Falls on other lots of this sale',
    noun: 'lots',
    unit: context.prices.currency,
    id: `${disposalId(disposal, context)}/otherLots`,
    zero: zeroMoney,
    items: others.map((one) => disposalItem(one, 'proceeds', context)),
    levels: [],
  };
}

function otherLots(disposal: Disposal, count: number, context: ExplainContext): readonly Trace[] {
  if (count === 0) return [];
  const list = siblingsList(disposal, context);
  return count > MOST_APART ? [listedReference(list)] : list.items.map((item) => item.trace());
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
