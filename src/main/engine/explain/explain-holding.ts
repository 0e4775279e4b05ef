import { assetId } from '../../../shared/domain/asset.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { accountId } from '../../../shared/domain/account.ts';
import { ELSEWHERE } from '../events/own-movement.ts';
import { stoppedUnitsOf } from '../holdings/clock-parts.ts';
import type { Holding } from '../holdings/holdings.ts';
import { nextLongTermOf } from '../holdings/next-long-term.ts';
import { balanceTrace } from './balance-trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { futuresQuantityTrace } from './futures-quantity-trace.ts';
import { heldLotsTrace, standingStillTrace, turningDayTrace, turningTrace } from './held-lots.ts';
import { leaf, node, reference } from './trace-nodes.ts';
import { priceTrace } from './value-trace.ts';

interface Asked {
  readonly holding: Holding;
  readonly context: ExplainContext;
  readonly path: readonly string[];
}

/** The figures of a holding by the names that answers give them. null where the figure has no value. */
const figures: { readonly [Field in string]?: (asked: Asked) => Trace | null } = {
  quantity: quantityTrace,
  price: ({ holding: { asset, price }, context }) =>
    price === null ? null : priceTrace(asset, price, context.prices.currency),
  value: valueTrace,
  weight: (asked) => weightTrace(asked, 'value', asked.holding.weight),
  futuresQuantity: ({ holding, context }) => futuresQuantityTrace(holding, context),
  futuresValue: (asked) =>
    timesPrice(asked, 'What futures add, at the price', 'futuresQuantity', asked.holding.futuresValue),
  effectiveQuantity: effectiveQuantityTrace,
  effectiveValue: (asked) =>
    timesPrice(
      asked,
      `Effective exposure to ${asked.holding.asset}`,
      'effectiveQuantity',
      asked.holding.effectiveValue,
    ),
  effectiveWeight: (asked) => weightTrace(asked, 'effectiveValue', asked.holding.effectiveWeight),
  costBasis: costBasisTrace,
  unrealisedShort: ({ holding, context, path }) => heldLotsTrace(holding, 'unrealisedShort', context, path),
  unrealisedLong: ({ holding, context, path }) => heldLotsTrace(holding, 'unrealisedLong', context, path),
  nextLongTerm: nextLongTermTrace,
  stoppedQuantity: stoppedTrace,
  byAccount: ({ holding, context, path: [account, , ...path] }) =>
    account === undefined ? null : balanceTrace(holding.asset, accountId(account), context, path),
};

/** As many lots as are told beside other figures. */
const MOST_TOGETHER = 20;

/** What the whole holding is told by: its value, and what stands beside it. */
const shown = [
  'effectiveValue',
  'costBasis',
  'unrealisedShort',
  'unrealisedLong',
  'nextLongTerm',
  'stoppedQuantity',
];

/**
 * A holding's figures: value, exposure, cost, unrealised gains; or one of them. null where nothing of the asset is held.
 * In: "<asset>" or "<asset>/<figure>"; balances are "<asset>/byAccount/<account>/quantity".
 */
export function holdingTrace(name: string, context: ExplainContext): Trace | null {
  const [asset = '', field, ...path] = name.split('/');
  const holding = context.holdings.holdings.find((one) => one.asset === assetId(asset));
  if (holding === undefined) return null;
  if (field !== undefined) return figureOf(field, { holding, context, path });
  const asked = { holding, context, path };
  const first = valueTrace(asked) ?? quantityTrace(asked);
  const isExposed = !isZero(holding.futuresQuantity);
  const others = shown
    .filter((one) => one !== 'effectiveValue' || isExposed)
    .flatMap((one) => shortened(figureOf(one, asked), holdingId(holding, one)));
  const label = holding.price === null ? `Holding of ${asset}, without a price` : `Holding of ${asset}`;
  return node(label, first.value, first.unit, 'each', [first, ...others]);
}

/** A figure of many lots in one line, with the id that tells it. */
function shortened(trace: Trace | null, id: string): readonly Trace[] {
  if (trace === null) return [];
  const isLong = countOf(trace) > MOST_TOGETHER;
  return [isLong ? reference(trace.label, trace.value, trace.unit, id) : trace];
}

/** How many figures without parts a trace has. */
function countOf({ parts = [] }: Trace): number {
  return parts.length === 0 ? 1 : parts.reduce((total, part) => total + countOf(part), 0);
}

function figureOf(field: string, asked: Asked): Trace | null {
  return (Object.hasOwn(figures, field) ? figures[field] : undefined)?.(asked) ?? null;
}

/** The `explain` id of a figure of a holding. */
export function holdingId({ asset }: Pick<Holding, 'asset'>, field: string): string {
  return `holding:${asset}/${field}`;
}

function quantityTrace({ holding, context }: Asked): Trace {
  const { asset, quantity, byAccount } = holding;
  const accounts = byAccount.filter(({ account }) => account !== ELSEWHERE);
  const parts = accounts.map((balance) =>
    reference(
      `Balance in ${context.accountName(balance.account)}`,
      balance.quantity,
      asset,
      holdingId(holding, `byAccount/${balance.account}/quantity`),
    ),
  );
  return node(`${asset} held`, quantity, asset, 'sum', parts);
}

function valueTrace(asked: Asked): Trace | null {
  const { holding } = asked;
  return timesPrice(
    asked,
    `Value of ${toText(holding.quantity)} ${holding.asset}`,
    'quantity',
    holding.value,
  );
}

function timesPrice(asked: Asked, label: string, units: string, value: Money | null): Trace | null {
  const { holding, context } = asked;
  const of = figureOf(units, asked);
  if (holding.price === null || value === null || of === null) return null;
  const price = priceTrace(holding.asset, holding.price, context.prices.currency);
  return node(label, value, context.prices.currency, 'product', [of, price]);
}

function weightTrace(asked: Asked, field: 'value' | 'effectiveValue', weight: Rate | null): Trace | null {
  const { holding, context } = asked;
  const of = figureOf(field, asked);
  if (weight === null || of === null) return null;
  const word = field === 'value' ? 'Weight' : 'Effective weight';
  const total = reference(
    'All that has a price',
    context.holdings.total,
    context.prices.currency,
    'holdings:total',
  );
  return node(`${word} of ${holding.asset}`, weight, 'share', 'quotient', [of, total]);
}

function effectiveQuantityTrace(asked: Asked): Trace {
  const { holding, context } = asked;
  const { asset, effectiveQuantity } = holding;
  const futures = futuresQuantityTrace(holding, context);
  return node(`${asset} held and in futures`, effectiveQuantity, asset, 'sum', [
    quantityTrace(asked),
    futures,
  ]);
}

/** Coins cost what their lots cost; money is worth what it is. */
function costBasisTrace(asked: Asked): Trace | null {
  const { holding, context, path } = asked;
  if (holding.assetClass === 'coin') return heldLotsTrace(holding, 'costBasis', context, path);
  const { currency } = context.prices;
  const value = valueTrace(asked);
  const label = `Cost basis of ${holding.asset}: money carries no lots and counts at its value`;
  return value === null
    ? leaf(label, holding.costBasis, currency)
    : node(label, holding.costBasis, currency, 'same', [value]);
}

/** The countdown: the next date, how many units turn on it, and why. */
function nextLongTermTrace({ holding, context, path: [field, ...path] }: Asked): Trace | null {
  const { asset } = holding;
  const next = nextLongTermOf(context.clockPartsOf(asset), context.asOf);
  if (next === null) return null;
  const { date } = next;
  const units = (): Trace | null => turningTrace(asset, date, context, path);
  const day = turningDayTrace(asset, date, context);
  if (field === 'quantity') return units();
  if (field === 'date') return day;
  const daysLeft = (until: Trace): Trace =>
    node(`Days until ${asset} turns long-term`, String(next.days), 'days', 'days', [
      leaf('Today', dateText(context.asOf), ''),
      until,
    ]);
  if (field === 'days') return daysLeft(day);
  const left = daysLeft(reference('That day', dateText(date), '', holdingId(holding, 'nextLongTerm/date')));
  const all = units();
  return node(`Next ${asset} to turn long-term`, day.value, '', 'each', [
    day,
    left,
    ...(all === null ? [] : [all]),
  ]);
}

/** What a hedge keeps from turning long-term; null where it keeps nothing. */
function stoppedTrace({ holding: { asset }, context, path }: Asked): Trace | null {
  const stopped = stoppedUnitsOf(context.clockPartsOf(asset));
  return stopped === null ? null : standingStillTrace(asset, context, path);
}
