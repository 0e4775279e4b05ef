import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, compare, isNegative, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes, ratio, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { OffTarget } from '../../../engine/futures/watch/alarms.ts';
import { driftOf } from '../../../engine/rebalance/drift.ts';
import type { DriftRow } from '../../../engine/rebalance/drift.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { exposuresOf } from '../targets/exposures.ts';
import type { LegLife } from './leg-lives.ts';
import { legRecords } from './leg-records.ts';
import type { LegRatio } from './leg-ratio.ts';

/**
 * A leg's asset where it is outside its band with all futures counted; in a cross hedge those of the other coin by their
 * worth. null inside the band, where nothing tells, and where the plan itself meant less: where what it leaves over at
 * its own ratio, carried out to the letter today, is outside the band too. An adopted plan meant nothing: its ratio is
 * only what was found open.
 */
export function offTargetOf(life: LegLife, found: LegRatio, derived: Derived): OffTarget | null {
  const { leg, plan } = life;
  const drifts = driftsNow(derived);
  const row = drifts?.rows.get(leg.asset);
  const { gap, moved, wanted, planned, price } = found;
  if (drifts === null || row === undefined || isZero(drifts.value)) return null;
  if (gap === null || moved === null || wanted === null || price === null) return null;
  const driftWith = (left: Quantity): Rate =>
    negate(ratio<Money>(valueOf(left, price, 'half-even'), drifts.value, 'half-even'));
  const drift = driftWith(gap);
  if (!isOutside(row, drift)) return null;
  const isAdopted = legRecords(leg.id, plan.id, derived.facts.records).adopted;
  const leftByPlan = quantityTimes(wanted, subtract(oneRate, planned), 'half-even');
  if (!isAdopted && isOutside(row, driftWith(leftByPlan))) return null;
  const hedgesTooLittle = isZero(moved) || isNegative(gap) === isNegative(moved);
  return { asset: leg.asset, drift, hedgesTooLittle };
}

function isOutside({ target, bandLow, bandHigh }: DriftRow, drift: Rate): boolean {
  const weight = add(target, drift);
  return compare(weight, bandLow) < 0 || compare(weight, bandHigh) > 0;
}

const driftsNow = keptFor(
  (derived: Derived): { readonly value: Money; readonly rows: ReadonlyMap<AssetId, DriftRow> } | null => {
    const { policy } = derived.facts;
    const exposures = policy === null ? null : exposuresOf(derived, policy);
    if (policy === null || exposures === null || !exposures.complete) return null;
    const drift = driftOf(exposures.targeted, policy);
    if (drift === null) return null;
    return { value: drift.value, rows: new Map(drift.rows.map((row) => [row.asset, row])) };
  },
);
