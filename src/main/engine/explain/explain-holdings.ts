import type { Trace } from '../../../shared/domain/trace.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { Holding } from '../holdings/holdings.ts';
import type { ExplainContext } from './explain-context.ts';
import { holdingId } from './explain-holding.ts';
import { leftOutOfSums } from './left-out-of-sums.ts';
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

/**
 * A total over all holdings: "total", "costBasis", "unrealisedShort", "unrealisedLong"; or what is in only one of them:
 * "costWithoutPrice", "worthWithoutLot".
 */
export function holdingsTrace(name: string, context: ExplainContext): Trace | null {
  if (name === 'costWithoutPrice') return costWithoutPriceTrace(context);
  if (name === 'worthWithoutLot') return worthWithoutLotTrace(context);
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

function costWithoutPriceTrace({ holdings, prices: { currency } }: ExplainContext): Trace {
  const parts = holdings.holdings
    .filter(({ value }) => value === null)
    .map((holding) => reference(holding.asset, holding.costBasis, currency, holdingId(holding, 'costBasis')));
  const { costWithoutPrice } = leftOutOfSums(holdings);
  return node('Cost basis of what has no price', costWithoutPrice, currency, 'sum', parts);
}

/** What is left of the worth once cost and gain are taken off. */
function worthWithoutLotTrace({ holdings, prices: { currency } }: ExplainContext): Trace {
  const { costWithoutPrice, costOfPriced, worthWithoutLot } = leftOutOfSums(holdings);
  const sumOf = (field: Total): Trace =>
    reference(totals[field].label, holdings[field], currency, `holdings:${field}`);
  const unpriced = reference(
    'Cost basis of what has no price',
    costWithoutPrice,
    currency,
    'holdings:costWithoutPrice',
  );
  const cost = node('Cost basis of what has a price', costOfPriced, currency, 'difference', [
    sumOf('costBasis'),
    unpriced,
  ]);
  const parts = [sumOf('total'), cost, sumOf('unrealisedShort'), sumOf('unrealisedLong')];
  return node('Value of units that no lot shows', worthWithoutLot, currency, 'difference', parts);
}

function amountOf(holding: Holding, field: 'value' | Exclude<Total, 'total'>): Money | null {
  return holding[field];
}
