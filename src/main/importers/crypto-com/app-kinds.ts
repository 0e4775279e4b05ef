/**
 * What the transaction kinds of the Crypto.com App mean.
 * Source: exports that users published, and the kinds that BittyTax, rotki and cryptoTax know.
 */
import type { EventKind, IncomeReason } from '../../../shared/domain/event.ts';
import type { IgnoreRule } from '../importer.ts';

export type AppKind =
  /** Currency and amount were given, to currency and to amount came; the sign of the amount differs from file to file. */
  | { readonly shape: 'trade' }
  /** Coins for money by card: the money stands as the native amount. */
  | { readonly shape: 'purchase' }
  /** One leg of an exchange of coins: its others have the same second. */
  | { readonly shape: 'part'; readonly family: string }
  | { readonly shape: 'ignored'; readonly rule: IgnoreRule }
  /** `direction`: where the kind alone says it; null where the sign does. */
  | {
      readonly shape: 'alone';
      readonly in: EventKind;
      readonly out: EventKind;
      readonly direction: 'in' | 'out' | null;
      readonly reason?: IncomeReason;
      readonly isUnclear?: true;
    };

const trade: AppKind = { shape: 'trade' };
const inside: AppKind = { shape: 'ignored', rule: 'inside-the-account' };
/** Rows that add up to the "overall swap" of the same second. */
const detail: AppKind = { shape: 'ignored', rule: 'other-row-has-it' };

function income(reason: IncomeReason): AppKind {
  return { shape: 'alone', in: 'income', out: 'balance-change', direction: null, reason };
}

function alone(arriving: EventKind, leaving: EventKind, direction: 'in' | 'out' | null = null): AppKind {
  return { shape: 'alone', in: arriving, out: leaving, direction };
}

const rebate = alone('rebate', 'balance-change');
const move = alone('deposit', 'withdrawal');
const unclear: AppKind = {
  shape: 'alone',
  in: 'balance-change',
  out: 'balance-change',
  direction: null,
  isUnclear: true,
};

const kinds: ReadonlyMap<string, AppKind> = new Map<string, AppKind>([
  ['crypto_exchange', trade],
  ['viban_purchase', trade],
  ['van_purchase', trade],
  ['crypto_viban_exchange', trade],
  ['crypto_to_van_sell_order', trade],
  ['recurring_buy_order', trade],
  ['crypto_purchase', { shape: 'purchase' }],
  ['dust_conversion_credited', { shape: 'part', family: 'dust conversion' }],
  ['dust_conversion_debited', { shape: 'part', family: 'dust conversion' }],
  ['dynamic_coin_swap_credited', { shape: 'part', family: 'coin swap' }],
  ['dynamic_coin_swap_debited', { shape: 'part', family: 'coin swap' }],
  ['interest_swap_credited', { shape: 'part', family: 'interest swap' }],
  ['interest_swap_debited', { shape: 'part', family: 'interest swap' }],
  ['crypto_wallet_swap_credited', detail],
  ['crypto_wallet_swap_debited', detail],
  ['lockup_swap_credited', detail],
  ['lockup_swap_debited', detail],
  // Coins of the stake that the new stake did not need.
  ['lockup_swap_rebate', inside],
  // Paid out to the Exchange, not to the App.
  ['dynamic_coin_swap_bonus_exchange_deposit', { shape: 'ignored', rule: 'states-no-event' }],
  ['airdrop_locked', { shape: 'ignored', rule: 'not-final' }],
  ['crypto_earn_program_created', inside],
  ['crypto_earn_program_withdrawn', inside],
  ['lockup_lock', inside],
  ['lockup_unlock', inside],
  ['lockup_upgrade', inside],
  ['supercharger_deposit', inside],
  ['supercharger_withdrawal', inside],
  ['council_node_deposit_created', inside],
  ['finance.lockup.dpos_lock.crypto_wallet', inside],
  ['finance.dpos.staking.crypto_wallet', inside],
  ['finance.dpos.unstaking.crypto_wallet', inside],
  ['crypto_earn_interest_paid', income('interest')],
  ['crypto_earn_extra_interest_paid', income('interest')],
  ['mco_stake_reward', income('staking')],
  ['supercharger_reward_to_app_credited', income('reward')],
  ['finance.lockup.dpos_compound_interest.crypto_wallet', income('staking')],
  ['finance.dpos.non_compound_interest.crypto_wallet', income('staking')],
  ['finance.dpos.compound_interest.crypto_wallet', income('staking')],
  ['rewards_platform_deposit_credited', income('reward')],
  ['gift_card_reward', income('reward')],
  ['campaign_reward', income('reward')],
  ['airdrop_to_exchange_transfer', income('airdrop')],
  ['referral_bonus', income('referral')],
  ['referral_gift', income('referral')],
  ['referral_card_cashback', rebate],
  ['reimbursement', rebate],
  ['pay_checkout_reward', rebate],
  ['transfer_cashback', rebate],
  ['crypto_payment_refund', rebate],
  ['reimbursement_reverted', rebate],
  ['card_cashback_reverted', rebate],
  ['crypto_payment', alone('balance-change', 'spend', 'out')],
  ['card_top_up', alone('balance-change', 'spend', 'out')],
  ['crypto_withdrawal', alone('deposit', 'withdrawal', 'out')],
  ['crypto_to_exchange_transfer', alone('deposit', 'withdrawal', 'out')],
  ['viban_card_top_up', alone('deposit', 'withdrawal', 'out')],
  ['viban_withdrawal', alone('deposit', 'withdrawal', 'out')],
  ['crypto_deposit', alone('deposit', 'withdrawal', 'in')],
  ['exchange_to_crypto_transfer', alone('deposit', 'withdrawal', 'in')],
  ['viban_deposit', move],
  ['invest_deposit', move],
  ['invest_withdrawal', move],
  ['crypto_transfer', move],
  ['admin_wallet_credited', unclear],
]);

/** undefined for a kind that nobody knows. In: `description`, for rows of money that have no kind. */
export function appKind(kind: string, description: string): AppKind | undefined {
  if (kind.startsWith('trading.limit_order.')) return limitOrder(kind);
  if (kind === '') return /deposit|withdrawal/iu.test(description) ? move : undefined;
  return kinds.get(kind);
}

/** Money set aside for an order and given back is still there. */
function limitOrder(kind: string): AppKind | undefined {
  if (kind.endsWith('_commit')) return trade;
  return /_(?:un)?lock$/u.test(kind) ? inside : undefined;
}
