import type { Trace } from '../../../shared/domain/trace.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { Holding } from '../holdings/holdings.ts';
import type { ExplainContext } from './explain-context.ts';
import { holdingId } from './explain-holding.ts';
import { node, reference } from './trace-nodes.ts';

type Total = 'total' | 'costBasis' | 'unrealisedShort' | 'unrealisedLong';

const totals: {
  readonly [Field in Total]: { readonly label: string; readonly of: 'value' | Exclude<Total, 'total'> };
} = {
  total: { label: 'Value of everything that has a price', of: 'value' },
  costBasis: { label: 'Cost basis of everything held', of: 'costBasis' },
  unrealisedShort: { label: 'Unrealised short-term gain of everything held', of: 'unrealisedShort' },
  unrealisedLong: { label: 'Unrealised long-term gain of everything held', of: 'unrealisedLong' },
};

/** A total over all holdings: "total", "costBasis", "unrealisedShort", "unrealisedLong". */
export function holdingsTrace(name: string, context: ExplainContext): Trace | null {
  if (!Object.hasOwn(totals, name)) return null;
  const field = name as Total;
  const { label, of } = totals[field];
  const { currency } = context.prices;
  const parts = context.holdings.holdings.flatMap((holding) => {
    const amount = amountOf(holding, of);
    return amount === null ? [] : [reference(holding.asset, amount, currency, holdingId(holding, of))];
  });
  return node(label, context.holdings[field], currency, 'sum', parts);
}

function amountOf(holding: Holding, field: 'value' | Exclude<Total, 'total'>): Money | null {
  return holding[field];
}
