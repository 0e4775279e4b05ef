import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';
import { tableMargin } from './margin-line.ts';

/**
 * The least that opening a position at a price ties up, in the settle asset: at the largest leverage of its tier, or as
 * a broker asks overnight. Whoever chooses less leverage ties up more. null where not known.
 * Rounds half-even to 18 decimals.
 */
export function initialMargin(
  terms: ContractTerms,
  side: PositionDirection,
  size: Size,
  at: ValuationPoint,
): SettleAmount | null {
  return tableMargin('initial', terms, side, size, at);
}
