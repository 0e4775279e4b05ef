import { LOT_METHODS } from '../../../shared/domain/lot.ts';
import type { Disposal, LotMethod, MatchReason, OpenLot } from '../../../shared/domain/lot.ts';
import type { StandingOrder } from '../../../shared/domain/lot-records.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import { priceOf } from '../../../shared/num/products.ts';
import type { Price } from '../../../shared/num/types.ts';
import { toIso } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { lotsInOrder as inOrderOf } from '../lots/lots-in-order.ts';
import type { ExplainContext } from './explain-context.ts';
import { brokerRule } from './explain-rules.ts';
import { firstOfMove, isOfSameMove, lotsThenHeld } from './lots-then-held.ts';
import { matchWords } from './match-rules.ts';
import { leaf, node } from './trace-nodes.ts';

/** So many of the lots that did not leave are shown behind those that did. */
const MOST_BEHIND = 5;
const MOST_TAKEN = 50;

/** Why just these units left: the reason in words, its law, what it rests on, and the lots then held in their order. */
export function matchTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { words, order, rule } = matchWords[disposal.reason];
  const grounds = groundsOf(disposal, context);
  const extras = { rule, lots: [disposal.lot], events: [disposal.event] };
  if (order === null) {
    const label = `Why these units of ${disposal.asset}`;
    return grounds.length === 0
      ? leaf(label, words, '', extras)
      : node(label, words, '', 'ground', grounds, extras);
  }
  const held = lotsThenHeld(disposal, context);
  const { place, taken } = placeOf(disposal, context);
  const count = Math.max(held.length, place);
  const among =
    count === 1 ? 'the only one then held' : `${ordinal(place)} of ${count} lots then held, ${order}`;
  const parts = [...grounds, ...lotsInOrder(taken, held, context)];
  return node(`Why this lot: ${among}`, words, '', 'lots', parts, extras);
}

/** Its place among the parts of one sale, which left one after the other. */
function placeOf(
  disposal: Disposal,
  context: ExplainContext,
): { readonly place: number; readonly taken: readonly Disposal[] } {
  const ofEvent = context.disposalsOfEvent(disposal.event);
  const first = firstOfMove(ofEvent, disposal);
  const taken = ofEvent.slice(first).filter((one) => isOfSameMove(one, disposal));
  return { place: taken.indexOf(disposal) + 1, taken };
}

/** The standing order or the record that names the lots; nothing where the law's own order holds. */
function groundsOf(disposal: Disposal, context: ExplainContext): readonly Trace[] {
  if (disposal.reason === 'identified') {
    const record = context.identificationOf(disposal.event);
    if (record === null) return [];
    return [leaf(`Identification no. ${record.sequence}, recorded`, momentText(record.recordedAt), '')];
  }
  if (!isMethod(disposal.reason)) return [];
  const held = context.orderAt(disposal.account, disposal.disposed);
  const order = held?.order ?? null;
  const untold = held?.untold ?? null;
  return [
    ...(order === null ? [] : [orderTrace(order, context)]),
    ...(untold === null ? [] : [untoldTrace(untold)]),
  ];
}

function isMethod(reason: MatchReason | undefined): reason is LotMethod {
  return (LOT_METHODS as readonly (string | undefined)[]).includes(reason);
}

/** From 2027-01-01 an order counts at a broker only if the broker was told. */
function untoldTrace(order: StandingOrder): Trace {
  const label = `A standing order (${matchWords[order.method].words}) does not count: the broker was not told. It was recorded`;
  return leaf(label, momentText(order.recordedAt), '', { rule: brokerRule });
}

function orderTrace(order: StandingOrder, context: ExplainContext): Trace {
  const of = order.account === null ? 'all accounts' : context.accountName(order.account);
  const kept = order.keptElsewhere ? ', kept in other books before' : '';
  const label = `Standing order for ${of}, ${matchWords[order.method].words}, recorded ${momentText(order.recordedAt)}${kept}; it holds from`;
  return leaf(label, momentText(order.from), '');
}

function lotsInOrder(
  taken: readonly Disposal[],
  held: readonly OpenLot[],
  context: ExplainContext,
): readonly Trace[] {
  const ids = new Set(taken.map(({ lot }) => lot));
  const stayedOf = held.filter(({ id }) => !ids.has(id));
  const method = taken[0]?.reason;
  const behind = isMethod(method) ? inOrderOf(stayedOf, method, context) : stayedOf;
  const left = taken
    .slice(0, MOST_TAKEN)
    .map((one, place) => lotLeaf(`${place + 1}. left`, heldPart(held, one) ?? one, one.lot, context));
  const stayed = behind.slice(0, MOST_BEHIND).map((lot) => lotLeaf('Stayed', lot, lot.id, context));
  const more = behind.length - stayed.length;
  const rest = more > 0 ? [leaf(`More lots that stayed`, String(more), 'lots')] : [];
  return [...left, ...stayed, ...rest];
}

function unitCostOf(lot: OpenLot['id'], context: ExplainContext): Price | null {
  const origin = context.originOf(lot);
  return origin === undefined ? null : priceOf(origin.costBasis, origin.quantity, 'half-even');
}

/** What a reader compares: the date of acquisition and the cost of one unit. */
function lotLeaf(
  word: string,
  { quantity, asset, acquiredDate }: Pick<OpenLot, 'quantity' | 'asset' | 'acquiredDate'>,
  lot: OpenLot['id'],
  context: ExplainContext,
): Trace {
  const label = `${word}: ${toText(quantity)} ${asset} of ${dateText(acquiredDate)}, cost of one`;
  const cost = unitCostOf(lot, context);
  return cost === null
    ? leaf(label, 'unknown', '', { lots: [lot] })
    : leaf(label, cost, context.prices.currency, { lots: [lot] });
}

function heldPart(held: readonly OpenLot[], { lot }: Disposal): OpenLot | undefined {
  return held.find(({ id }) => id === lot);
}

function ordinal(n: number): string {
  if (n === 1) return 'first';
  if (n === 2) return 'second';
  return n === 3 ? 'third' : `number ${n}`;
}

function momentText(at: Instant): string {
  return `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`;
}
