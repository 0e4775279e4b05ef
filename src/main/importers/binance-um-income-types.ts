/**
 * What the types of Binance's futures transaction history mean.
 * Source: Binance API, Get Income History, and files seen.
 */
import type { EventKind, IncomeReason, LegRole } from '../../shared/domain/event.ts';

export interface IncomeMeaning {
  readonly kind: EventKind;
  readonly role: LegRole;
  readonly reason?: IncomeReason;
}

interface SignedMeaning {
  readonly in: IncomeMeaning;
  readonly out: IncomeMeaning;
}

function both(kind: EventKind, role: LegRole, reason?: IncomeReason): SignedMeaning {
  const meaning: IncomeMeaning = { kind, role, ...(reason !== undefined && { reason }) };
  return { in: meaning, out: meaning };
}

const wallet = { in: both('deposit', 'principal').in, out: both('withdrawal', 'principal').out };
const rebate = both('rebate', 'rebate');
const reward = { in: both('income', 'principal', 'reward').in, out: both('balance-change', 'principal').out };

const exchangeNames = ['COIN_SWAP_DEPOSIT', 'COIN_SWAP_WITHDRAW', 'AUTO_EXCHANGE'] as const;

/** Each row is one half: coins that went, coins that came. */
export const exchangeTypes: ReadonlySet<string> = new Set(exchangeNames);

const meanings: ReadonlyMap<string, SignedMeaning> = new Map([
  ['TRANSFER', wallet],
  ['DEPOSIT', wallet],
  ['WITHDRAW', wallet],
  ['INTERNAL_TRANSFER', wallet],
  ['CROSS_COLLATERAL_TRANSFER', wallet],
  ['STRATEGY_UMFUTURES_TRANSFER', wallet],
  ['REALIZED_PNL', both('realised-profit', 'profit')],
  ['COMMISSION', { in: rebate.in, out: both('futures-fee', 'fee').out }],
  ['FUNDING_FEE', both('funding', 'funding')],
  ['INSURANCE_CLEAR', both('insurance', 'insurance')],
  ['COMMISSION_REBATE', rebate],
  ['API_REBATE', rebate],
  ['REFERRAL_KICKBACK', rebate],
  ['FEE_RETURN', rebate],
  ['WELCOME_BONUS', reward],
  ['CONTEST_REWARD', reward],
  ['BFUSD_REWARD', reward],
  ['DELIVERED_SETTELMENT', both('settlement', 'profit')],
  ['DELIVERED_SETTLEMENT', both('settlement', 'profit')],
  ['POSITION_LIMIT_INCREASE_FEE', both('fee', 'fee')],
  ...exchangeNames.map((name) => [name, both('balance-change', 'principal')] as const),
]);

/** In: whether the balance fell. Out: a plain change of the balance for types that nobody knows. */
export function meaningOf(type: string, isOut: boolean): IncomeMeaning & { readonly isKnown: boolean } {
  const meaning = meanings.get(type);
  if (meaning === undefined) return { kind: 'balance-change', role: 'principal', isKnown: false };
  return { ...(isOut ? meaning.out : meaning.in), isKnown: true };
}
