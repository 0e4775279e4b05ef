import type { Rate } from '../../../shared/num/types.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { PositionDirection } from './units.ts';

/**
 * The share of the notional that the smallest position puts up as initial margin: what a list of contracts shows.
 * Margin of a position comes from its size: `margin/`. null where not known, or where it is money a contract.
 */
export function leastInitialRate(
  { margin }: Pick<ContractTerms, 'margin'>,
  side: PositionDirection,
): Rate | null {
  switch (margin?.kind) {
    case 'tiers':
      return margin.tiers[0]?.initialRate ?? null;
    case 'slope':
      return margin.initialBase;
    case 'flat':
      return margin.initial;
    case 'broker-rates':
      return margin[side].initial;
    case 'broker-money':
    case undefined:
      return null;
  }
}
