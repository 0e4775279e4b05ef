import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';
import { tableMargin } from './margin-line.ts';

/**
 * What must be left behind a position at a price, in the settle asset, lest the venue close it (a broker: call for
 * money). The tier is that of the position at this price. null where not known.
 * Rounds half-even to 18 decimals.
 * Source: Binance FAQ "leverage and margin" (value × rate − maintenance amount), Bybit "maintenance margin" (deduction),
 * Deribit "linear perpetual" (base + slope × coins), exchange and broker margin tables.
 */
export function maintenanceMargin(
  terms: ContractTerms,
  side: PositionDirection,
  size: Size,
  at: ValuationPoint,
): SettleAmount | null {
  return tableMargin('maintenance', terms, side, size, at);
}
