import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';

/** The lots held today, looked up by asset and by lot: made once, however many what-ifs are asked. */
export interface HeldIndex {
  /** In the order in which they would leave. */
  readonly byAsset: ReadonlyMap<AssetId, readonly OpenLot[]>;
  /** Of every account together. */
  readonly held: ReadonlyMap<LotId, Quantity>;
}

/** In: lots in the order in which they would leave. */
export function heldIndex(heldLots: readonly OpenLot[]): HeldIndex {
  const held = new Map<LotId, Quantity>();
  for (const { id, quantity } of heldLots) held.set(id, add(held.get(id) ?? zeroQuantity, quantity));
  return { byAsset: Map.groupBy(heldLots, ({ asset }) => asset), held };
}
