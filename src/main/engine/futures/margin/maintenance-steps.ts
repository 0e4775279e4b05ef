import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { settleAmount } from '../units.ts';
import type { MarginStep } from './liquidation-point.ts';
import type { MarginPosition } from './margin-account.ts';
import { marginLine } from './margin-line.ts';

/**
 * The maintenance table of a position while its price moves: every step where the position's value chooses it, else the
 * one step that its size has chosen. null where the margin is not known, or grows with the coins that an inverse
 * position is worth (`deribit.ts` solves that).
 */
export function maintenanceSteps({
  terms,
  side,
  size,
  at,
}: Pick<MarginPosition, 'terms' | 'side' | 'size' | 'at'>): readonly MarginStep[] | null {
  if (terms.margin?.kind === 'slope' && terms.payoff === 'inverse') return null;
  if (terms.margin?.kind === 'tiers' && valueChooses(terms, terms.margin.unit)) {
    return terms.margin.tiers.map(({ cap, maintenanceRate, deduction }) => ({
      cap: cap === null ? null : settleAmount(cap),
      rate: maintenanceRate,
      deduction: settleAmount(deduction),
    }));
  }
  const line = marginLine('maintenance', terms, side, size, at);
  return line === null ? null : [{ ...line, cap: null }];
}

/** An inverse position in coins is its value in the settle asset. */
function valueChooses(terms: ContractTerms, unit: 'settle-value' | 'coins' | 'contracts'): boolean {
  return unit === 'settle-value' || (unit === 'coins' && terms.payoff === 'inverse');
}
