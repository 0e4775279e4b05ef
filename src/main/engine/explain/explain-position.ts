import type { Trace } from '../../../shared/domain/trace.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { FuturesPosition, FuturesResult } from '../futures/position.ts';
import { valuePosition } from '../futures/value-position.ts';
import { contractPoint } from '../valuation/contract-point.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

/** More rows of one kind than a person reads are told as one line. */
const MOST_ROWS = 300;

/**
 * A position's result: what was realised, paid and received, and what is open at its mark.
 * In: "<contract>@<account>"; where longs and shorts are kept apart, both together.
 */
export function positionTrace(name: string, context: ExplainContext): Trace | null {
  const found = context.positions.filter(({ contract, account }) => `${contract}@${account}` === name);
  const [first] = found;
  if (first === undefined) return null;
  const sides = found.map((position) => resultTrace(position, context));
  const [only] = sides;
  if (only !== undefined && sides.length === 1) return only.trace;
  const total = sum(
    sides.map(({ amount }) => amount),
    zeroQuantity,
  );
  const traces = sides.map(({ trace }) => trace);
  return node(`Result of ${first.contract}, both sides`, total, first.spec.settleAsset, 'sum', traces);
}

function resultTrace(position: FuturesPosition, context: ExplainContext): Part {
  const { spec, contract, positionSide } = position;
  const parts = [
    cashTrace('Realised profit', position.realisedProfit, 'profit', position, context),
    cashTrace('Fees', position.fees, 'fee', position, context),
    cashTrace('Funding', position.funding, 'funding', position, context),
    ...openTrace(position, context),
  ];
  const amount = sum(
    parts.map((part) => part.amount),
    zeroQuantity,
  );
  const label =
    positionSide === 'one-way' ? `Result of ${contract}` : `Result of ${contract}, ${positionSide} side`;
  const traces = parts.map(({ trace }) => trace);
  return {
    amount,
    trace: node(label, amount, spec.settleAsset, 'sum', traces, { events: position.openFills }),
  };
}

interface Part {
  readonly amount: Quantity;
  readonly trace: Trace;
}

function cashTrace(
  label: string,
  amount: Quantity,
  kind: FuturesResult['kind'],
  { contract, account, positionSide, spec }: FuturesPosition,
  context: ExplainContext,
): Part {
  const rows = context.results.filter(
    (row) =>
      row.kind === kind &&
      row.contract === contract &&
      row.account === account &&
      row.positionSide === positionSide &&
      row.asset === spec.settleAsset,
  );
  const total = sum(
    rows.map((row) => row.quantity),
    zeroQuantity,
  );
  if (rows.length > MOST_ROWS || total !== amount) {
    return { amount, trace: leaf(`${label}: ${rows.length} rows`, amount, spec.settleAsset) };
  }
  const leaves = rows.map((row) =>
    leaf(`${kind} (${row.from})`, row.quantity, spec.settleAsset, { events: [row.event] }),
  );
  return { amount, trace: node(label, amount, spec.settleAsset, 'sum', leaves) };
}

function openTrace(position: FuturesPosition, context: ExplainContext): readonly Part[] {
  const { spec } = position;
  const point = contractPoint(spec, context.prices, context.at);
  if (position.side === 'flat' || point === null) return [];
  const { unrealisedProfit } = valuePosition(position, point);
  const label = `Open ${position.side}, unrealised (mark: ${point.mark.source})`;
  const trace = leaf(label, unrealisedProfit, spec.settleAsset, { events: position.openFills });
  return [{ amount: unrealisedProfit, trace }];
}
