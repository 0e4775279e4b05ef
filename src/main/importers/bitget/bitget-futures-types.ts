/**
 * What the types of Bitget's futures transactions mean. Source: formats.md, section 6: types seen in real files, the
 * misspelt one among them.
 */
import type { EventKind, LegRole } from '../../../shared/domain/event.ts';

export interface FuturesMeaning {
  readonly kind: EventKind;
  readonly role: LegRole;
  /** Seen in no export: known from the descriptions of the exchange. */
  readonly isNotConfirmed?: true;
  /** Money that cannot be taken out and may be taken back. */
  readonly isUnclear?: true;
}

const move = (isOut: boolean): FuturesMeaning => ({
  kind: isOut ? 'withdrawal' : 'deposit',
  role: 'principal',
});

/** Between the spot account, strategies and copied trading, and this account. */
const moves: ReadonlySet<string> = new Set([
  'trans_from_exchange',
  'trans_to_exchange',
  'transfer_from_future_copytrade',
  'transfer_to_future_copytrade',
  'trans_to_strategy',
  'trans_from_strategy',
]);
const bonuses: ReadonlySet<string> = new Set([
  'user_grants_issue',
  'bonus_issue',
  'bonus_recycle',
  'bonus expired',
]);

/** In: a type in small letters, and whether the balance fell. null where nobody knows the type. */
export function bitgetMeaning(type: string, isOut: boolean): FuturesMeaning | null {
  if (moves.has(type)) return move(isOut);
  if (bonuses.has(type)) return { kind: 'balance-change', role: 'principal', isUnclear: true };
  if (type.includes('settle_fee')) return { kind: 'funding', role: 'funding' };
  if (type === 'risk_captital_user_transfer' || type === 'risk_capital_user_transfer')
    return { kind: 'insurance', role: 'insurance' };
  if (/^(?:open|close)_(?:long|short)$/u.test(type)) return { kind: 'realised-profit', role: 'profit' };
  if (/^burst_(?:close_)?(?:long|short)$/u.test(type)) return { kind: 'liquidation', role: 'profit' };
  if (type.startsWith('force_')) return { kind: 'liquidation', role: 'profit', isNotConfirmed: true };
  if (type.startsWith('offset_')) return { kind: 'realised-profit', role: 'profit', isNotConfirmed: true };
  if (type.startsWith('delivery_')) return { kind: 'settlement', role: 'profit', isNotConfirmed: true };
  return null;
}
