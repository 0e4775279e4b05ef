/** The register of risks: which are always in view. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';

export type RiskRow = CallAnswer<'stress.register'>['rows'][number];

/** Those that stand beside every hedge, in the order of the core: worst first. */
export function risksInView(rows: readonly RiskRow[]): readonly RiskRow[] {
  return rows.filter(({ alwaysInView }) => alwaysInView);
}

/** The others, which the stress test lists. */
export function otherRisks(rows: readonly RiskRow[]): readonly RiskRow[] {
  return rows.filter(({ alwaysInView }) => !alwaysInView);
}
