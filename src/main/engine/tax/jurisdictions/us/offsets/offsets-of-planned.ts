/** What a short that is not opened yet would offset: for projection, consequences before saving and comparison alike. */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { LotId, OpenLot } from '../../../../../../shared/domain/lot.ts';
import type { LotChoice } from '../../../../../../shared/domain/lot-records.ts';
import type { StraddleRegime, TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import { add, compare, isPositive, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import { compareInstants } from '../../../../../../shared/time/instant.ts';
import type { PlannedOffset } from '../actions/planned-action.ts';
import { regimeFits } from './regime-fits.ts';

export interface PlannedShort {
  /** The coin that it is to hedge. */
  readonly asset: AssetId;
  readonly spec: Pick<ContractSpec, 'underlying' | 'section1256'>;
  /** Positive. */
  readonly coins: Quantity;
  /** What saving would put on record for it. */
  readonly lots: readonly LotChoice[];
}

export interface PlannedBy {
  readonly elections: TaxElectionValues;
  readonly heldLots: readonly Pick<OpenLot, 'id' | 'asset' | 'quantity' | 'acquired'>[];
  /** Whether lots of a coin count as hedged by futures of another, by election. */
  crossCounts(lots: AssetId, futures: AssetId): boolean;
}

/**
 * What a planned short offsets from the day on which it is opened, as the ledger would have it once it was saved and
 * opened: records name the lots, parts go by election, and the kind of straddle chosen for new hedges is marked where it fits.
 * Rounds shares half-even; the last lot takes the rest.
 * Law: 26 U.S.C. 1092(c)(1), (c)(2), (c)(3)(A)(i), (d)(1); parts by election, since there is no regulation.
 */
export function offsetsOfPlanned(short: PlannedShort, by: PlannedBy): readonly PlannedOffset[] {
  const { elections } = by;
  const isCross = short.spec.underlying !== short.asset;
  if (!elections.activelyTraded) return [];
  if (isCross && !by.crossCounts(short.asset, short.spec.underlying)) return [];
  const byRecord = isCross || (elections.partialHedge === 'identified' && short.lots.length > 0);
  const covered = byRecord ? short.lots : sharesOf(short, by);
  const regime = short.lots.length === 0 ? 'none' : regimeOfNew(short, elections);
  return covered.map(({ lot: long, quantity }) => ({ long, quantity, regime, by: 'planned' }));
}

/** Of all that is held of the coin, in proportion; or all of it, or what is held longest, by election. A short that names no lots is presumed so. */
function sharesOf({ asset, coins }: PlannedShort, { elections, heldLots }: PlannedBy): LotChoice[] {
  const byLot = new Map<LotId, Quantity>();
  const ofCoin = heldLots.filter((lot) => lot.asset === asset);
  if (elections.partialHedge === 'oldest') ofCoin.sort((a, b) => compareInstants(a.acquired, b.acquired));
  for (const { id, quantity } of ofCoin) byLot.set(id, add(byLot.get(id) ?? zeroQuantity, quantity));
  const total = [...byLot.values()].reduce<Quantity>((sum, quantity) => add(sum, quantity), zeroQuantity);
  if (elections.partialHedge === 'all' || compare(coins, total) >= 0)
    return [...byLot].map(([lot, quantity]) => ({ lot, quantity }));
  let left = coins;
  return [...byLot].flatMap(([lot, held], place) => {
    const takesRest = elections.partialHedge === 'oldest' || place === byLot.size - 1;
    const share = takesRest ? left : smaller(apportion(coins, held, total, 'half-even'), left);
    const quantity = smaller(share, held);
    left = subtract(left, quantity);
    return isPositive(quantity) ? [{ lot, quantity }] : [];
  });
}

/** What saving would mark it as. An account is of classes, not of hedges, and is never marked. */
function regimeOfNew({ spec }: PlannedShort, { straddleRegime }: TaxElectionValues): StraddleRegime {
  const isWritten = straddleRegime !== 'account' && regimeFits(straddleRegime, spec.section1256.status);
  return isWritten ? straddleRegime : 'none';
}
