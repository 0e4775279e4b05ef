import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { Holding } from '../holdings/holdings.ts';
import { unknownCostOf } from './assumptions.ts';
import type { ExplainContext } from './explain-context.ts';
import { byDay, byMonth, listedTrace } from './listed.ts';
import type { Listed } from './listed.ts';
import { longTermTrace } from './long-term-trace.ts';
import { leaf, node } from './trace-nodes.ts';

const MOST_DATES = 3;

type LotSum = 'costBasis' | 'unrealisedShort' | 'unrealisedLong';

const labels: { readonly [Field in LotSum]: string } = {
  costBasis: 'Cost basis',
  unrealisedShort: 'Unrealised short-term gain',
  unrealisedLong: 'Unrealised long-term gain',
};

/** The sum over a holding's lots of what they cost or would gain. null where the holding has no such figure. */
export function heldLotsTrace(
  holding: Holding,
  field: LotSum,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  if (holding[field] === null) return null;
  const isAsked = (lot: OpenLot): boolean =>
    field === 'costBasis' || context.asOf >= lot.longTermFrom === (field === 'unrealisedLong');
  const price = holding.price?.price;
  const items = context.heldLotsOf(holding.asset).filter(isAsked);
  const list = {
    label: `${labels[field]} of ${holding.asset}`,
    noun: 'lots',
    unit: context.prices.currency,
    id: `holding:${holding.asset}/${field}`,
    zero: zeroMoney,
    items: items.map((lot) => lotItem(lot, field === 'costBasis' ? undefined : price, context)),
    levels: [byMonth, byDay],
  };
  return listedTrace(list, path);
}

/** A lot as an addend: its cost, or at a price its gain. */
function lotItem(lot: OpenLot, price: Price | undefined, context: ExplainContext): Listed<Money> {
  const { asset, acquiredDate, basisUnknown, costBasis } = lot;
  const amount =
    price === undefined ? costBasis : subtract(valueOf(lot.quantity, price, 'half-even'), costBasis);
  const field = price === undefined ? 'costBasis' : 'gain';
  return {
    asset,
    date: acquiredDate,
    amount,
    assumption: basisUnknown ? unknownCostOf(context) : undefined,
    trace: () =>
      leaf(lotWords(lot, context), amount, context.prices.currency, {
        events: [lot.event],
        lots: [lot.id],
        explain: `lot:${lot.id}@${lot.account}/${field}`,
        ...(basisUnknown ? { rule: unknownCostOf(context).rule } : {}),
      }),
  };
}

/** The units that turn long-term on a day, or, without a quantity, the day itself. */
export function turningTrace(
  holding: Holding,
  date: LocalDate,
  quantity: Quantity | null,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const turning = context.heldLotsOf(holding.asset).filter(({ longTermFrom }) => longTermFrom === date);
  if (quantity === null) {
    const label = `The next lot of ${holding.asset} turns long-term`;
    const next = nextDates(holding, context);
    return next.length === 0 ? null : node(label, dateText(date), '', 'earliest', next.map(longTermTrace));
  }
  const list = {
    label: `${holding.asset} that turns long-term on ${dateText(date)}`,
    noun: 'lots',
    unit: holding.asset,
    id: `holding:${holding.asset}/nextLongTerm/quantity`,
    zero: zeroQuantity,
    items: turning.map((lot) => unitsItem(lot, context)),
    levels: [],
  };
  return listedTrace(list, path);
}

/** A lot of each of the next days on which lots turn long-term: enough to see that the first is the first. */
function nextDates(holding: Holding, context: ExplainContext): readonly OpenLot[] {
  const short = context.heldLotsOf(holding.asset).filter(({ longTermFrom }) => longTermFrom > context.asOf);
  const byDate = new Map(short.map((lot) => [lot.longTermFrom, lot]));
  return [...byDate.values()]
    .toSorted((a, b) => compareDates(a.longTermFrom, b.longTermFrom))
    .slice(0, MOST_DATES);
}

function unitsItem(lot: OpenLot, context: ExplainContext): Listed<Quantity> {
  const { asset, acquiredDate, quantity } = lot;
  const extras = { events: [lot.event], lots: [lot.id], explain: `lot:${lot.id}@${lot.account}/quantity` };
  const trace = (): Trace => leaf(lotWords(lot, context), quantity, asset, extras);
  return { asset, date: acquiredDate, amount: quantity, trace };
}

function lotWords(
  { quantity, asset, acquiredDate, account, basisUnknown }: OpenLot,
  context: ExplainContext,
): string {
  const words = `${toText(quantity)} ${asset} of ${dateText(acquiredDate)} in ${context.accountName(account)}`;
  return basisUnknown ? `${words}, ${unknownCostOf(context).words}` : words;
}
