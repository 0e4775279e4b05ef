import type { AssetId } from '../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ClockPart } from '../holdings/clock-parts.ts';
import type { Holding } from '../holdings/holdings.ts';
import { gainsByTerm } from '../holdings/unrealised.ts';
import { unknownCostOf } from './assumptions.ts';
import type { ExplainContext } from './explain-context.ts';
import { restartedTrace } from './explain-straddle.ts';
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
  const list = {
    label: `${labels[field]} of ${holding.asset}`,
    noun: 'lots',
    unit: context.prices.currency,
    id: `holding:${holding.asset}/${field}`,
    zero: zeroMoney,
    items: field === 'costBasis' ? costItems(holding, context) : gainItems(holding, field, context),
    levels: [byMonth, byDay],
  };
  return listedTrace(list, path);
}

function costItems({ asset }: Holding, context: ExplainContext): readonly Listed<Money>[] {
  return context.heldLotsOf(asset).map((lot) => lotItem(lot, lot.costBasis, 'costBasis', context));
}

function gainItems(
  { asset, price }: Holding,
  field: Exclude<LotSum, 'costBasis'>,
  context: ExplainContext,
): readonly Listed<Money>[] {
  if (price === null) return [];
  const lots = context.heldLotsOf(asset);
  const gains = gainsByTerm(lots, context.clockPartsOf(asset), price.price, context.asOf);
  return gains[field === 'unrealisedLong' ? 'long' : 'short'].map(({ lot, quantity, gain }) =>
    lotItem(lot, gain, compare(quantity, lot.quantity) === 0 ? 'gain' : quantity, context),
  );
}

/** A lot as an addend. In: which figure of it the amount is, or of how many units, where that is no figure of its own. */
function lotItem(
  lot: OpenLot,
  amount: Money,
  figure: 'costBasis' | 'gain' | Quantity,
  context: ExplainContext,
): Listed<Money> {
  const { asset, acquiredDate, basisUnknown } = lot;
  const isFigure = figure === 'costBasis' || figure === 'gain';
  const words = isFigure ? '' : `${toText(figure)} ${asset} of `;
  return {
    asset,
    date: acquiredDate,
    amount,
    assumption: basisUnknown ? unknownCostOf(context) : undefined,
    trace: () =>
      leaf(`${words}${lotWords(lot, context)}`, amount, context.prices.currency, {
        events: [lot.event],
        lots: [lot.id],
        ...(isFigure && { explain: `lot:${lot.id}@${lot.account}/${figure}` }),
        ...(basisUnknown ? { rule: unknownCostOf(context).rule } : {}),
      }),
  };
}

/** The units that turn long-term on a day. */
export function turningTrace(
  asset: AssetId,
  date: LocalDate,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const turning = context.clockPartsOf(asset).filter(({ longTermFrom }) => longTermFrom === date);
  const label = `${asset} that turns long-term on ${dateText(date)}`;
  return partsTrace(turning, { label, asset, field: 'nextLongTerm/quantity' }, context, path);
}

/** The units whose clock a hedge keeps from running. */
export function standingStillTrace(
  asset: AssetId,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const parts = context.clockPartsOf(asset).filter(({ longTermFrom }) => longTermFrom === null);
  const label = `${asset} whose holding period stands still while it is hedged`;
  return partsTrace(parts, { label, asset, field: 'stoppedQuantity' }, context, path);
}

interface PartsList {
  readonly label: string;
  readonly asset: AssetId;
  readonly field: string;
}

function partsTrace(
  parts: readonly ClockPart[],
  { label, asset, field }: PartsList,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const list = {
    label,
    noun: 'lots',
    unit: asset,
    id: `holding:${asset}/${field}`,
    zero: zeroQuantity,
    items: parts.map((part) => unitsItem(part, context)),
    levels: [],
  };
  return listedTrace(list, path);
}

/** The day itself: the first of those on which lots turn long-term. */
export function turningDayTrace(asset: AssetId, date: LocalDate, context: ExplainContext): Trace {
  const label = `The next lot of ${asset} turns long-term`;
  const next = nextDates(asset, context).map((part) => dayTrace(part, context));
  return node(label, dateText(date), '', 'earliest', next);
}

function dayTrace({ lot, longTermFrom, anew }: ClockPart, context: ExplainContext): Trace {
  if (!anew || longTermFrom === null) return longTermTrace(lot);
  const periods = context.clocks().get(lot.id)?.periods ?? [];
  const ofDay = periods.filter((period) => period.longTermFrom === longTermFrom);
  return restartedTrace({ quantity: lot.quantity, longTermFrom, periods: ofDay }, context);
}

/** A lot of each of the next days on which lots turn long-term: enough to see that the first is the first. */
function nextDates(asset: AssetId, context: ExplainContext): readonly ClockPart[] {
  const byDate = new Map<LocalDate, ClockPart>();
  for (const part of context.clockPartsOf(asset))
    if (part.longTermFrom !== null && part.longTermFrom > context.asOf) byDate.set(part.longTermFrom, part);
  return [...byDate]
    .toSorted(([a], [b]) => compareDates(a, b))
    .slice(0, MOST_DATES)
    .map(([, part]) => part);
}

function unitsItem({ lot, quantity, anew }: ClockPart, context: ExplainContext): Listed<Quantity> {
  const { asset, acquiredDate } = lot;
  const isAll = compare(quantity, lot.quantity) === 0;
  const words = isAll
    ? ''
    : `${toText(quantity)} ${asset} ${anew ? 'that a hedge touched' : 'that no hedge touched'}, of `;
  const isWholeClock = anew && context.clocks().get(lot.id)?.quantity === quantity;
  const figure = isWholeClock ? 'clock/quantity' : isAll && !anew ? 'quantity' : null;
  const explain = figure === null ? {} : { explain: `lot:${lot.id}@${lot.account}/${figure}` };
  const extras = { events: [lot.event], lots: [lot.id], ...explain };
  const trace = (): Trace => leaf(`${words}${lotWords(lot, context)}`, quantity, asset, extras);
  return { asset, date: acquiredDate, amount: quantity, trace };
}

function lotWords(
  { quantity, asset, acquiredDate, account, basisUnknown }: OpenLot,
  context: ExplainContext,
): string {
  const words = `${toText(quantity)} ${asset} of ${dateText(acquiredDate)} in ${context.accountName(account)}`;
  return basisUnknown ? `${words}, ${unknownCostOf(context).words}` : words;
}
