import type { LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { absolute, add, compare, isNegative, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { LotOrigin } from '../lots/lot-matching.ts';
import { valuerOf } from '../valuation/valuer.ts';
import type { Valuer } from '../valuation/valuer.ts';
import { unknownCostOf } from './assumptions.ts';
import type { ExplainContext } from './explain-context.ts';
import { incomeRule, purchaseRule } from './explain-rules.ts';
import { leaf, node } from './trace-nodes.ts';
import { isBooked, worthTrace } from './value-trace.ts';

/** What a lot cost when it was acquired: money paid and fees, or the value of what was received. */
export function costTrace(origin: LotOrigin, context: ExplainContext): Trace {
  const event = context.eventOf(origin.event);
  const label = `Cost of ${toText(origin.quantity)} ${origin.asset}`;
  const extras = { events: [origin.event], lots: [origin.id] };
  const { currency } = context.prices;
  if (event === undefined || origin.basisUnknown) {
    const { key, rule } = unknownCostOf(context);
    const [word, how] =
      key === 'left-out'
        ? ['Cost that nobody knows', 'unknown, shown as zero']
        : ['Assumed cost of zero', 'unknown, counted as zero'];
    const assumed = leaf(word, origin.costBasis, currency, { ...extras, rule });
    return node(`${label}: ${how}`, origin.costBasis, currency, 'same', [assumed], extras);
  }
  if (event.carriedBasis !== undefined)
    return leaf(`${label}, as entered`, origin.costBasis, currency, extras);
  if (event.kind === 'buy') return paidTrace(label, origin, event, context);
  const lots = [origin.id];
  const worth = receivedTrace(label, origin, event, context);
  return event.kind === 'income' ? { ...worth, lots, rule: incomeRule } : { ...worth, lots };
}

/** The value of what was received; in a swap whose row and prices do not tell it, of what was given. */
function receivedTrace(label: string, origin: LotOrigin, event: LedgerEvent, context: ExplainContext): Trace {
  const given = event.legs.filter((leg) => leg.role === 'principal' && isNegative(leg.quantity));
  const [only] = given;
  const units = { asset: origin.asset, quantity: origin.quantity };
  const isTold = only === undefined || given.length > 1 || isBooked(origin.costBasis, units, event, context);
  if (isTold) return worthTrace(`${label}: the value received`, origin.costBasis, units, event, context);
  const paid = { asset: only.asset, quantity: absolute(only.quantity) };
  const word = isBooked(origin.costBasis, paid, event, context) ? 'given' : 'received';
  return worthTrace(`${label}: the value ${word}`, origin.costBasis, paid, event, context);
}

/** Money paid and fees, where they add up to the cost: they do unless a row moves several coins at once. */
function paidTrace(label: string, origin: LotOrigin, event: LedgerEvent, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const valuer = valuerOf(context.prices, context.timeZone);
  const paid = event.legs.filter((leg) => leg.role === 'principal' && leg.asset !== origin.asset);
  const fees = event.legs.filter((leg) => leg.role !== 'principal' && leg.asset !== origin.asset);
  const parts = [
    ...paid.map((leg) => legTrace('Paid', leg, event, valuer, context)),
    ...fees.map((leg) => legTrace('Fee', leg, event, valuer, context)),
  ];
  const total = parts.reduce((so, { worth }) => add(so, worth), zeroMoney);
  const extras = { events: [event.id], lots: [origin.id], rule: purchaseRule };
  if (compare(total, origin.costBasis) !== 0) return leaf(label, origin.costBasis, currency, extras);
  const traces = parts.map(({ trace }) => trace);
  return node(label, origin.costBasis, currency, 'sum', traces, extras);
}

/** What one leg gave up: positive when it went out. */
function legTrace(
  word: string,
  leg: Leg,
  event: LedgerEvent,
  valuer: Valuer,
  context: ExplainContext,
): { readonly worth: Money; readonly trace: Trace } {
  const quantity = absolute(leg.quantity);
  const value = valuer.valueOfLeg(leg, event) ?? zeroMoney;
  if (!isNegative(leg.quantity)) {
    const worth = subtract(zeroMoney, value);
    return {
      worth,
      trace: leaf(`Received back ${toText(quantity)} ${leg.asset}`, worth, context.prices.currency),
    };
  }
  const label = `${word} ${toText(quantity)} ${leg.asset}`;
  return { worth: value, trace: worthTrace(label, value, { asset: leg.asset, quantity }, event, context) };
}
