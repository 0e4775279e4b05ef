import type { Trace } from '../../../shared/domain/trace.ts';
import { futuresExposure } from '../futures/exposure.ts';
import { isOpenOn } from '../futures/positions-on-day.ts';
import type { Holding } from '../holdings/holdings.ts';
import { contractPoint } from '../valuation/contract-point.ts';
import type { ExplainContext } from './explain-context.ts';
import { fillsOf, positionId } from './position-ids.ts';
import { leaf, node } from './trace-nodes.ts';

/** The coins of an asset that open futures add to what is held, or take from it. */
export function futuresQuantityTrace({ asset, futuresQuantity }: Holding, context: ExplainContext): Trace {
  const deltas = context.positions.flatMap((position) => {
    if (!isOpenOn(position, context.asOf)) return [];
    const at = contractPoint(position.spec, context.prices, context.at);
    const delta = futuresExposure([position], () => at, context.prices.currency).byAsset.get(asset);
    if (delta === undefined) return [];
    const label = `${position.spec.name} in ${context.accountName(position.account)}`;
    const extras = { events: fillsOf(position), explain: positionId(position, 'delta') };
    return [
      leaf(label, delta, asset, position.spec.settleAsset === asset ? { events: extras.events } : extras),
    ];
  });
  return node(`${asset} that futures add`, futuresQuantity, asset, 'sum', deltas);
}
