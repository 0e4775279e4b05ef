import type { Trace } from '../../../shared/domain/trace.ts';
import { isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Exact, Quantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import type { FuturesPosition, FuturesResult } from '../futures/position.ts';
import { isOpenOn } from '../futures/positions-on-day.ts';
import { valuePosition } from '../futures/value-position.ts';
import { contractPoint } from '../valuation/contract-point.ts';
import type { ExplainContext } from './explain-context.ts';
import { byDay, byMonth, listedTrace } from './listed.ts';
import { fillsOf, positionId } from './position-ids.ts';
import { leaf, node } from './trace-nodes.ts';
import { priceTrace } from './value-trace.ts';

type Figure = (position: FuturesPosition, context: ExplainContext, path: readonly string[]) => Trace | null;

/** The figures of a position by the names that answers give them. */
const figures: { readonly [Field in string]?: Figure } = {
  quantity: (position) =>
    openTrace(position, 'Open quantity', position.quantity.amount, position.quantity.unit),
  averageEntry: (position) =>
    position.averageEntry === null
      ? null
      : openTrace(
          position,
          'Average entry price, by the exchange’s rule',
          position.averageEntry,
          position.spec.quote,
        ),
  mark: markTrace,
  notional: (position, context) => valueFigure(position, 'notional', position.spec.quote, context),
  delta: (position, context) => valueFigure(position, 'delta', position.spec.underlying, context),
  realisedProfit: (position, context, path) => cashTrace(position, 'realisedProfit', context, path),
  fees: (position, context, path) => cashTrace(position, 'fees', context, path),
  funding: (position, context, path) => cashTrace(position, 'funding', context, path),
  unrealisedProfit: unrealisedTrace,
  expiry: ({ spec }) =>
    spec.expiry === null ? null : leaf('Expiry, by the contract’s terms', dateText(spec.expiry), ''),
};

/**
 * A position's result: what was realised, paid and received, and what is open at its mark; or one figure of it.
 * In: "<contract>@<account>", with ":long" or ":short" where the sides are kept apart, and "/<figure>" behind it.
 */
export function positionTrace(name: string, context: ExplainContext): Trace | null {
  const at = name.lastIndexOf('@');
  const contract = name.slice(0, Math.max(0, at));
  const [where = '', field, ...path] = name.slice(at + 1).split('/');
  const [account, side] = where.split(':');
  const found = context.positions.filter(
    (one) =>
      one.contract === contract &&
      one.account === account &&
      (side === undefined || one.positionSide === side),
  );
  const [first] = found;
  if (first === undefined) return null;
  if (field !== undefined)
    return (Object.hasOwn(figures, field) ? figures[field] : undefined)?.(first, context, path) ?? null;
  const sides = found.map((position) => resultTrace(position, context));
  const [only] = sides;
  if (only !== undefined && sides.length === 1) return only.trace;
  const amounts = sides.map(({ amount }) => amount);
  const traces = sides.map(({ trace }) => trace);
  const label = `Result of ${first.spec.name}, both sides`;
  return node(label, sum(amounts, zeroQuantity), first.spec.settleAsset, 'sum', traces);
}

interface Part {
  readonly amount: Quantity;
  readonly trace: Trace;
}

function resultTrace(position: FuturesPosition, context: ExplainContext): Part {
  const { spec, positionSide } = position;
  const point = contractPoint(spec, context.prices, context.at);
  const isOpen = isOpenOn(position, context.asOf) && point !== null;
  const amounts: Quantity[] = [position.realisedProfit, position.fees, position.funding];
  const traces = [
    cashTrace(position, 'realisedProfit', context, []),
    cashTrace(position, 'fees', context, []),
    cashTrace(position, 'funding', context, []),
  ].filter((one) => one !== null);
  const open = isOpen ? unrealisedTrace(position, context) : null;
  if (isOpen && open !== null) {
    amounts.push(valuePosition(position, point).unrealisedProfit);
    traces.push(open);
  }
  const amount = sum(amounts, zeroQuantity);
  const label =
    positionSide === 'one-way' ? `Result of ${spec.name}` : `Result of ${spec.name}, ${positionSide} side`;
  const trace = node(label, amount, spec.settleAsset, 'sum', traces, { events: fillsOf(position) });
  return { amount, trace };
}

const cash = {
  realisedProfit: { kind: 'profit', label: 'Realised profit' },
  fees: { kind: 'fee', label: 'Fees' },
  funding: { kind: 'funding', label: 'Funding' },
} as const;

/** The rows of one kind that a position was paid or paid. */
function cashTrace(
  position: FuturesPosition,
  field: keyof typeof cash,
  context: ExplainContext,
  path: readonly string[],
): Trace | null {
  const { spec } = position;
  const { kind, label } = cash[field];
  const rows = context.results.filter((row) => row.kind === kind && isOf(row, position));
  const total = sum(
    rows.map((row) => row.quantity),
    zeroQuantity,
  );
  if (total !== position[field])
    return leaf(`${label}: ${rows.length} rows`, position[field], spec.settleAsset, {
      events: fillsOf(position),
    });
  const items = rows.map((row) => ({
    asset: spec.settleAsset,
    date: localDateOf(row.time, context.timeZone),
    amount: row.quantity,
    trace: () => leaf(rowWords(row, context), row.quantity, spec.settleAsset, { events: [row.event] }),
  }));
  const id = positionId(position, field);
  const list = { label, noun: 'rows', unit: spec.settleAsset, id, zero: zeroQuantity, items };
  return listedTrace({ ...list, levels: [byMonth, byDay] }, path);
}

function isOf(row: FuturesResult, { contract, account, positionSide, spec }: FuturesPosition): boolean {
  return (
    row.contract === contract &&
    row.account === account &&
    row.positionSide === positionSide &&
    row.asset === spec.settleAsset
  );
}

function rowWords({ time, kind, from }: FuturesResult, { timeZone }: ExplainContext): string {
  const day = dateText(localDateOf(time, timeZone));
  return `${day} ${kind} (${from === 'file' ? 'stated in the file' : 'computed from fills'})`;
}

function openTrace(position: FuturesPosition, label: string, value: Exact, unit: string): Trace {
  if (position.side === 'flat') return leaf(`${label}: none, nothing is open`, value, unit);
  const count = position.openFills.length;
  return leaf(`${label}: ${count} fills since it was opened`, value, unit, { events: fillsOf(position) });
}

function markTrace({ spec }: FuturesPosition, context: ExplainContext): Trace | null {
  const point = contractPoint(spec, context.prices, context.at);
  if (point === null) return null;
  return priceTrace(point.fromUnderlying ? spec.underlying : spec.name, point.mark, spec.quote);
}

function valueFigure(
  position: FuturesPosition,
  field: 'notional' | 'delta',
  unit: string,
  context: ExplainContext,
): Trace | null {
  const point = contractPoint(position.spec, context.prices, context.at);
  const mark = markTrace(position, context);
  if (point === null || mark === null) return null;
  const value = valuePosition(position, point)[field];
  if (position.side === 'flat') return openTrace(position, 'Open size', value, unit);
  const label = field === 'notional' ? 'Open size at the mark' : 'Coins whose moves it follows';
  const terms = `${label}, by the terms of a ${position.spec.payoff} contract`;
  const own = leaf(terms, value, unit, { events: fillsOf(position) });
  return node(label, value, unit, 'each', [own, sizeTrace(position), mark]);
}

function sizeTrace(position: FuturesPosition): Trace {
  return openTrace(position, 'Open quantity', position.quantity.amount, position.quantity.unit);
}

/** What the open size is worth at its mark against what it was worth when entered. */
function unrealisedTrace(position: FuturesPosition, context: ExplainContext): Trace | null {
  const { spec, side, size, entryValue } = position;
  const point = contractPoint(spec, context.prices, context.at);
  if (point === null) return null;
  const { unrealisedProfit } = valuePosition(position, point);
  if (side === 'flat' || isZero(size))
    return openTrace(position, 'Unrealised profit', unrealisedProfit, spec.settleAsset);
  const label = `Open ${side}, unrealised (mark: ${point.mark.source})`;
  const events = fillsOf(position);
  const now = payoffRules(spec.payoff).valueAt(size, point.price);
  const entry = leaf('Worth when entered', entryValue, spec.settleAsset, { events });
  const worth = leaf(`Worth at the mark of ${toText(point.price)}`, now, spec.settleAsset);
  const isNowFirst = subtract(now, entryValue) === (unrealisedProfit as Quantity);
  const parts = isNowFirst ? [worth, entry] : [entry, worth];
  return node(label, unrealisedProfit, spec.settleAsset, 'difference', parts, { events });
}
