import type { AssetId } from '../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { valueOf } from '../../../shared/num/products.ts';
import type { Money, Price } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { futuresExposure } from '../futures/exposure.ts';
import { heldOf } from '../holdings/balances.ts';
import type { Holding } from '../holdings/holdings.ts';
import { contractPoint } from '../valuation/contract-point.ts';
import type { KnownPrice } from '../valuation/price-book.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';
import { priceTrace } from './value-trace.ts';

/** More lots than a person reads are told as one line. */
const MOST_LOTS = 300;

/** A holding's figures: value, exposure, cost, unrealised gains. null where nothing of the asset is held. */
export function holdingTrace(asset: AssetId, context: ExplainContext): Trace | null {
  const holding = context.holdings.holdings.find((one) => one.asset === asset);
  if (holding === undefined) return null;
  const quantity = quantityTrace(holding);
  const known = holding.price;
  const lots = heldOf(context.lots.openLots).filter((lot) => lot.asset === asset);
  if (known === null || holding.value === null) {
    return node(`Holding of ${asset}, without a price`, holding.quantity, asset, 'each', [
      quantity,
      costOf(holding, lots, context),
    ]);
  }
  const { currency } = context.prices;
  const value = node(`Value of ${toText(holding.quantity)} ${asset}`, holding.value, currency, 'product', [
    quantity,
    priceTrace(asset, known, currency),
  ]);
  return node(`Holding of ${asset}`, holding.value, currency, 'each', [
    value,
    ...exposureTraces(holding, known, context),
    ...(holding.assetClass === 'coin' ? [costOf(holding, lots, context)] : []),
    ...unrealisedTraces(holding, lots, known.price, context),
  ]);
}

function quantityTrace({ asset, quantity, byAccount }: Holding): Trace {
  const accounts = heldOf(byAccount).map((balance) =>
    leaf(`Balance of ${balance.account}`, balance.quantity, asset),
  );
  return node(`${asset} held`, quantity, asset, 'sum', accounts);
}

function exposureTraces(holding: Holding, known: KnownPrice, context: ExplainContext): readonly Trace[] {
  const { asset, futuresQuantity, effectiveQuantity, effectiveValue } = holding;
  if (isZero(futuresQuantity) || effectiveValue === null) return [];
  const deltas = context.positions.flatMap((position) => {
    const at = contractPoint(position.spec, context.prices, context.at);
    const delta = futuresExposure([position], () => at, context.prices.currency).byAsset.get(asset);
    return delta === undefined
      ? []
      : [leaf(`${position.contract} in ${position.account}`, delta, asset, { events: position.openFills })];
  });
  const futures = node(`${asset} that futures add`, futuresQuantity, asset, 'sum', deltas);
  const units = node(`${asset} held and in futures`, effectiveQuantity, asset, 'sum', [
    leaf(`${asset} held`, holding.quantity, asset),
    futures,
  ]);
  const price = priceTrace(asset, known, context.prices.currency);
  return [
    node(`Effective exposure to ${asset}`, effectiveValue, context.prices.currency, 'product', [
      units,
      price,
    ]),
  ];
}

function costOf(holding: Holding, lots: readonly OpenLot[], { prices }: ExplainContext): Trace {
  const label = `Cost basis of ${lots.length} lots`;
  const ids = lots.map((lot) => lot.id);
  if (lots.length > MOST_LOTS) return leaf(label, holding.costBasis, prices.currency);
  const parts = lots.map((lot) =>
    leaf(lotWords(lot), lot.costBasis, prices.currency, { lots: [lot.id], events: [lot.event] }),
  );
  return node(label, holding.costBasis, prices.currency, 'sum', parts, { lots: ids });
}

function unrealisedTraces(
  { unrealisedShort, unrealisedLong }: Holding,
  lots: readonly OpenLot[],
  price: Price,
  context: ExplainContext,
): readonly Trace[] {
  const isLong = (lot: OpenLot): boolean => context.asOf >= lot.longTermFrom;
  const branch = (term: string, total: Money | null, of: readonly OpenLot[]): readonly Trace[] => {
    if (total === null) return [];
    const label = `Unrealised ${term}-term gain`;
    if (of.length > MOST_LOTS) return [leaf(`${label} of ${of.length} lots`, total, context.prices.currency)];
    return [
      node(
        label,
        total,
        context.prices.currency,
        'sum',
        of.map((lot) => gainOf(lot, price, context)),
      ),
    ];
  };
  return [
    ...branch(
      'short',
      unrealisedShort,
      lots.filter((lot) => !isLong(lot)),
    ),
    ...branch('long', unrealisedLong, lots.filter(isLong)),
  ];
}

function gainOf(lot: OpenLot, price: Price, { prices }: ExplainContext): Trace {
  const value = valueOf(lot.quantity, price, 'half-even');
  return node(lotWords(lot), subtract(value, lot.costBasis), prices.currency, 'difference', [
    leaf('Value', value, prices.currency),
    leaf('Cost basis', lot.costBasis, prices.currency, { lots: [lot.id] }),
  ]);
}

function lotWords({ quantity, asset, acquiredDate, account }: OpenLot): string {
  return `${toText(quantity)} ${asset} of ${dateText(acquiredDate)} in ${account}`;
}
