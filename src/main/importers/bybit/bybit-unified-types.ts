/**
 * What the types of Bybit's unified transaction log mean, besides trades and settlements (which rows seen have).
 * Source: Bybit API v5, transaction log types: no export with them was seen, which a warning says.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';

export interface UnifiedMeaning {
  readonly kind: EventKind;
  readonly role: LegRole;
  readonly reason?: IncomeReason;
}

const moved: UnifiedMeaning = { kind: 'balance-change', role: 'principal' };
const incomes: Readonly<Record<string, IncomeReason>> = {
  INTEREST: 'interest',
  AIRDROP: 'airdrop',
  BONUS: 'reward',
};

/** In: a type in capitals, and whether the balance fell. null where nobody knows the type. */
export function unifiedMeaning(type: string, isOut: boolean): UnifiedMeaning | null {
  switch (type) {
    case 'TRANSFER_IN':
    case 'TRANSFER_OUT':
      return { kind: isOut ? 'withdrawal' : 'deposit', role: 'principal' };
    case 'INTEREST':
    case 'AIRDROP':
    case 'BONUS': {
      if (isOut) return type === 'INTEREST' ? { kind: 'fee', role: 'fee' } : moved;
      const reason = incomes[type];
      return { kind: 'income', role: 'principal', ...(reason !== undefined && { reason }) };
    }
    case 'FEE_REFUND':
      return { kind: 'rebate', role: 'rebate' };
    case 'CURRENCY_BUY':
    case 'CURRENCY_SELL':
      return moved;
    default:
      return null;
  }
}

/** One half of a conversion: coins that came, coins that went. */
export const conversionTypes: ReadonlySet<string> = new Set(['CURRENCY_BUY', 'CURRENCY_SELL']);
