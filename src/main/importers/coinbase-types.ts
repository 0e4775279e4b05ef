/**
 * What Coinbase's transaction types mean.
 * Source: Coinbase, transaction history reports as users publish them; the direction of exchange, Pro and Prime transfers as BittyTax and Coinbase's signs have it:
 * "Pro Deposit" is a deposit *there*, so it leaves Coinbase.
 */
import type { EventKind, IncomeReason } from '../../shared/domain/event.ts';

/** How a row of a type becomes an event. */
export type CoinbaseShape =
  | { readonly shape: 'trade'; readonly side: 'buy' | 'sell' }
  | { readonly shape: 'convert' }
  /** One leg. `direction` counts where the generation of the file has no signs; null where then nobody knows. */
  | {
      readonly shape: 'one-way';
      readonly kind: EventKind;
      readonly direction: 'in' | 'out' | null;
      readonly reason?: IncomeReason;
      /** The type alone does not say what it is for tax. */
      readonly isUnclear?: true;
    }
  /** A move inside Coinbase, as into staking or savings: no balance of the account changes. */
  | { readonly shape: 'internal' };

export interface CoinbaseType {
  /** One name through all generations of the export. */
  readonly name: string;
  readonly meaning: CoinbaseShape;
}

function oneWay(kind: EventKind, direction: 'in' | 'out'): CoinbaseShape {
  return { shape: 'one-way', kind, direction };
}

function income(reason: IncomeReason): CoinbaseShape {
  return { shape: 'one-way', kind: 'income', direction: 'in', reason };
}

const buy: CoinbaseShape = { shape: 'trade', side: 'buy' };
const sell: CoinbaseShape = { shape: 'trade', side: 'sell' };
const convert: CoinbaseShape = { shape: 'convert' };
const internal: CoinbaseShape = { shape: 'internal' };
const rename: CoinbaseShape = { shape: 'one-way', kind: 'balance-change', direction: null, isUnclear: true };

const types: Readonly<Record<string, CoinbaseType>> = {
  buy: { name: 'buy', meaning: buy },
  'advanced trade buy': { name: 'advanced trade buy', meaning: buy },
  'advance trade buy': { name: 'advanced trade buy', meaning: buy },
  'retail mgx dex buy': { name: 'dex buy', meaning: buy },
  sell: { name: 'sell', meaning: sell },
  'advanced trade sell': { name: 'advanced trade sell', meaning: sell },
  'advance trade sell': { name: 'advanced trade sell', meaning: sell },
  convert: { name: 'convert', meaning: convert },
  'retail simple dust': { name: 'convert', meaning: convert },
  send: { name: 'send', meaning: oneWay('withdrawal', 'out') },
  'retail mgx dex send': { name: 'dex send', meaning: oneWay('withdrawal', 'out') },
  'exchange deposit': { name: 'exchange deposit', meaning: oneWay('withdrawal', 'out') },
  'pro deposit': { name: 'exchange deposit', meaning: oneWay('withdrawal', 'out') },
  'prime deposit': { name: 'prime deposit', meaning: oneWay('withdrawal', 'out') },
  receive: { name: 'receive', meaning: oneWay('deposit', 'in') },
  'exchange withdrawal': { name: 'exchange withdrawal', meaning: oneWay('deposit', 'in') },
  'pro withdrawal': { name: 'exchange withdrawal', meaning: oneWay('deposit', 'in') },
  'prime withdrawal': { name: 'prime withdrawal', meaning: oneWay('deposit', 'in') },
  deposit: { name: 'deposit', meaning: oneWay('deposit', 'in') },
  withdrawal: { name: 'withdrawal', meaning: oneWay('withdrawal', 'out') },
  'coinbase earn': { name: 'earn', meaning: income('reward') },
  'learning reward': { name: 'earn', meaning: income('reward') },
  'rewards income': { name: 'reward', meaning: income('reward') },
  'reward income': { name: 'reward', meaning: income('reward') },
  'inflation reward': { name: 'staking', meaning: income('staking') },
  'staking income': { name: 'staking', meaning: income('staking') },
  'interest payout': { name: 'interest', meaning: income('interest') },
  'subscription rebate': { name: 'rebate', meaning: oneWay('rebate', 'in') },
  'subscription rebates (24 hours)': { name: 'rebate', meaning: oneWay('rebate', 'in') },
  subscription: { name: 'subscription', meaning: oneWay('fee', 'out') },
  donation: { name: 'donation', meaning: oneWay('donation', 'out') },
  'card spend': { name: 'card spend', meaning: oneWay('spend', 'out') },
  'admin debit': {
    name: 'admin debit',
    meaning: { shape: 'one-way', kind: 'balance-change', direction: 'out', isUnclear: true },
  },
  credit: {
    name: 'credit',
    meaning: { shape: 'one-way', kind: 'balance-change', direction: 'in', isUnclear: true },
  },
  'asset migration': { name: 'asset migration', meaning: rename },
  'retail eth2 deprecation': { name: 'eth2 deprecation', meaning: rename },
  'vault withdrawal': { name: 'vault withdrawal', meaning: internal },
  'cash to savings': { name: 'cash to savings', meaning: internal },
  'savings to cash': { name: 'savings to cash', meaning: internal },
  transfer: { name: 'transfer', meaning: internal },
  'retail staking transfer': { name: 'staking transfer', meaning: internal },
  'retail unstaking transfer': { name: 'unstaking transfer', meaning: internal },
};
const byName: ReadonlyMap<string, CoinbaseType> = new Map(Object.entries(types));

/** undefined for a type that nobody knows. */
export function coinbaseType(text: string): CoinbaseType | undefined {
  return byName.get(text.toLowerCase());
}

/** What a "Receive" is whose note names a reward; null for coins that somebody sent. */
export function rewardOfReceive(note: string): IncomeReason | null {
  if (/coinbase referral/iu.test(note)) return 'referral';
  return /coinbase (?:earn|rewards?)\b/iu.test(note) ? 'reward' : null;
}
