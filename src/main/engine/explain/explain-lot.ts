import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { priceOf, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LotOrigin } from '../lots/lot-matching.ts';
import type { RestartedClock } from '../tax/jurisdictions/us/straddles/restarted-clocks.ts';
import { costTrace } from './cost-trace.ts';
import { disposalItem } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { restartedTrace, stoppedUnitsTrace } from './explain-straddle.ts';
import { hedgedTrace } from './hedged-trace.ts';
import { byDay, byMonth, listedReference, listedTrace } from './listed.ts';
import type { ListedSum } from './listed.ts';
import { journeyTrace } from './lot-journey.ts';
import { daysToLongTermTrace, longTermTrace, termTrace } from './long-term-trace.ts';
import { shareTrace } from './share-trace.ts';
import { leaf, node } from './trace-nodes.ts';
import { priceTrace } from './value-trace.ts';

/** What is asked about: what is left of a lot, in one account or in all. */
interface Asked {
  readonly origin: LotOrigin;
  readonly parts: readonly OpenLot[];
  readonly quantity: Quantity;
  readonly costBasis: Money;
  readonly context: ExplainContext;
  readonly path: readonly string[];
}

/** The figures of an open lot by the names that answers give them. */
const figures: { readonly [Field in string]?: (asked: Asked) => Trace | null } = {
  quantity: quantityTrace,
  costBasis: costBasisTrace,
  costPerUnit: costPerUnitTrace,
  value: valueTrace,
  gain: gainTrace,
  acquiredDate: ({ origin: { acquiredDate, event } }) =>
    leaf('Acquired, by your local date', dateText(acquiredDate), '', { events: [event] }),
  longTermFrom: longTermOf,
  daysToLongTerm: daysLeft,
  term: todaysTerm,
  clock: stoppedUnits,
  hedgedQuantity: ({ parts: [part, ...others], context }) =>
    part === undefined || others.length > 0 ? null : hedgedTrace(part, context),
  left: (asked) => listedTrace(leftList(asked), asked.path),
};

/**
 * What is left of a lot: its unrealised gain (its cost where there is no price), its term and its way; or one figure.
 * Of a lot that is gone, what it cost and how it left.
 * In: "<lot>", "<lot>@<account>" for what lies in one account, either with "/<figure>" behind it.
 */
export function lotTrace(name: string, context: ExplainContext): Trace | null {
  const [what = '', field, ...path] = name.split('/');
  const [lot = '', account] = what.split('@');
  const origin = context.originOf(lot as LotId);
  if (origin === undefined) return null;
  const all = context.openPartsOf(origin.id);
  const parts = account === undefined ? all : all.filter((one) => one.account === account);
  if (parts.length === 0 && account !== undefined) return null;
  const asked: Asked = {
    origin,
    parts,
    quantity: sum(
      parts.map(({ quantity }) => quantity),
      zeroQuantity,
    ),
    costBasis: sum(
      parts.map(({ costBasis }) => costBasis),
      zeroMoney,
    ),
    context,
    path,
  };
  if (field === undefined) return wholeTrace(asked);
  return (Object.hasOwn(figures, field) ? figures[field] : undefined)?.(asked) ?? null;
}

function wholeTrace(asked: Asked): Trace {
  const { origin, parts, context } = asked;
  const journeys = parts.flatMap((part) => journeyTrace(origin, part, context) ?? []);
  const isGone = parts.length === 0;
  const first = isGone ? costTrace(origin, context) : (gainTrace(asked) ?? costBasisTrace(asked));
  const left = leftList(asked);
  const gone = left.items.length === 0 ? [] : [listedReference(left)];
  const told = [first, longTermOf(asked), ...journeys, ...gone];
  const held = isGone ? 'nothing is left of it' : `${toText(asked.quantity)} ${origin.asset} held`;
  const label = `The lot of ${dateText(origin.acquiredDate)}: ${held}`;
  return node(label, first.value, first.unit, 'each', told, {
    events: [origin.event],
    lots: [origin.id],
  });
}

function quantityTrace({ origin, parts, quantity, context }: Asked): Trace {
  const places = parts.map((part) =>
    leaf(`Held in ${context.accountName(part.account)}`, part.quantity, origin.asset, {
      events: [origin.event],
      lots: [origin.id],
    }),
  );
  return node('Units of this lot', quantity, origin.asset, 'sum', places);
}

/** The share of what the whole lot cost. */
function costBasisTrace({ origin, quantity, costBasis, context }: Asked): Trace {
  const share = {
    label: `Cost basis of ${toText(quantity)} ${origin.asset}`,
    value: costBasis,
    unit: context.prices.currency,
    whole: { amount: origin.costBasis, trace: costTrace(origin, context) },
    part: { quantity, words: 'Units of it held here', event: origin.event },
    of: { quantity: origin.quantity, words: 'Units of the whole lot', event: origin.event },
    asset: origin.asset,
    otherwise: 'What averaging moved to other lots, or fees of transfers put into the basis',
  };
  return shareTrace(share, { events: [origin.event], lots: [origin.id] });
}

/** What left of the lot, with the cost that went along. */
function leftList({ origin, context }: Asked): ListedSum<Money> {
  return {
    label: 'Cost of the units that left',
    noun: 'parts',
    unit: context.prices.currency,
    id: `lot:${origin.id}/left`,
    zero: zeroMoney,
    items: context.disposalsOfLot(origin.id).map((one) => disposalItem(one, 'costBasis', context)),
    levels: [byMonth, byDay],
  };
}

function costPerUnitTrace(asked: Asked): Trace | null {
  const { quantity, costBasis, context, origin } = asked;
  if (isZero(quantity)) return null;
  const each = priceOf(costBasis, quantity, 'half-even');
  const parts = [costBasisTrace(asked), quantityTrace(asked)];
  return node(`Cost of one ${origin.asset}`, each, context.prices.currency, 'quotient', parts);
}

function valueTrace(asked: Asked): Trace | null {
  const { origin, quantity, context } = asked;
  const known = context.prices.latest(origin.asset, context.at);
  if (known === null) return null;
  const value = valueOf(quantity, known.price, 'half-even');
  const { currency } = context.prices;
  const parts = [quantityTrace(asked), priceTrace(origin.asset, known, currency)];
  return node(`Value of ${toText(quantity)} ${origin.asset}`, value, currency, 'product', parts);
}

function gainTrace(asked: Asked): Trace | null {
  const { origin, quantity, costBasis, context } = asked;
  const worth = valueTrace(asked);
  const known = context.prices.latest(origin.asset, context.at);
  if (worth === null || known === null) return null;
  const gain = subtract(valueOf(quantity, known.price, 'half-even'), costBasis);
  const label = `Unrealised gain of the lot of ${dateText(origin.acquiredDate)} (${termWords(asked)})`;
  return node(label, gain, context.prices.currency, 'difference', [worth, costBasisTrace(asked)], {
    events: [origin.event],
    lots: [origin.id],
  });
}

/** The date that counts: a hedge may have ended the holding period of units that are still held. */
function clockOf({ origin, parts, context }: Asked): RestartedClock | undefined {
  if (parts.length === 0) return undefined;
  return context.clocks().get(origin.id);
}

/** Units still held whose holding period a hedge ended: "clock/quantity". */
function stoppedUnits(asked: Asked): Trace | null {
  const clock = clockOf(asked);
  return clock === undefined ? null : stoppedUnitsTrace(clock, asked.origin.asset, asked.context);
}

function longTermOf(asked: Asked): Trace {
  const clock = clockOf(asked);
  return clock === undefined ? longTermTrace(asked.origin) : restartedTrace(clock, asked.context);
}

function termWords(asked: Asked): string {
  const clock = clockOf(asked);
  const from = clock === undefined ? asked.origin.longTermFrom : clock.longTermFrom;
  if (from === null) return 'short-term, in part or whole: its clock stands still while it is hedged';
  return asked.context.asOf >= from ? 'long-term' : `short-term, long-term from ${dateText(from)}`;
}

function daysLeft(asked: Asked): Trace {
  const { origin, context } = asked;
  const clock = clockOf(asked);
  if (clock === undefined) return daysToLongTermTrace(origin, context);
  const { longTermFrom } = clock;
  if (longTermFrom === null) return restartedTrace(clock, context);
  return daysToLongTermTrace({ ...origin, longTermFrom }, context, restartedTrace(clock, context));
}

function todaysTerm(asked: Asked): Trace {
  const { origin, context } = asked;
  const clock = clockOf(asked);
  const on = { date: context.asOf, word: 'Today' };
  if (clock === undefined) return termTrace(origin, on);
  const why = restartedTrace(clock, context);
  const { longTermFrom } = clock;
  if (longTermFrom === null) return node('Term', 'short', '', 'ground', [why]);
  return termTrace({ ...origin, longTermFrom }, on, why);
}
