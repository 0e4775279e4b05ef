/**
 * What the operations of Binance's transaction history ("statement") mean: some 120 words, many for the same thing.
 * Source: the parsers of BittyTax, rotki, CoinTaxman and everytrade, and rows that users have published.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';
import type { IgnoreRule } from '../importer.ts';

/** Rows of one family, near each other in time, may state one event together. */
export type Family = 'trade' | 'convert' | 'fiat' | 'dust' | 'staking' | 'earn' | 'transfer';

/** What a row is where it stays alone. */
export interface RowMeaning {
  readonly kind: EventKind;
  readonly role: LegRole;
  readonly reason?: IncomeReason;
  readonly family?: Family;
  /** What it means for tax is open. */
  readonly isOpen?: true;
  /** No balance changes. */
  readonly ignored?: IgnoreRule;
}

interface Signed {
  readonly in: RowMeaning;
  readonly out: RowMeaning;
}

export type Place = 'spot' | 'futures';

function both(kind: EventKind, role: LegRole, family?: Family): Signed {
  const meaning: RowMeaning = { kind, role, ...(family !== undefined && { family }) };
  return { in: meaning, out: meaning };
}

/** As it is, and what it means for tax is open. */
function withOpen({ in: came, out: went }: Signed): Signed {
  return { in: { ...came, isOpen: true }, out: { ...went, isOpen: true } };
}

const open: RowMeaning = { kind: 'balance-change', role: 'principal', isOpen: true };
const openBoth: Signed = { in: open, out: open };
const deposit: RowMeaning = { kind: 'deposit', role: 'principal' };
const withdrawal: RowMeaning = { kind: 'withdrawal', role: 'principal' };
const rebate: RowMeaning = { kind: 'rebate', role: 'rebate' };
const insideRow: RowMeaning = {
  kind: 'balance-change',
  role: 'principal',
  ignored: 'inside-the-account',
};

const tradeHalf = both('balance-change', 'principal', 'trade');
const convertHalf = both('balance-change', 'principal', 'convert');
const transferHalf: Signed = {
  in: { ...deposit, family: 'transfer' },
  out: { ...withdrawal, family: 'transfer' },
};
const inside: Signed = { in: insideRow, out: insideRow };

/** Coins that are bought with money: where their row stays alone, they arrived, and what they cost is asked for. */
const purchase: Signed = {
  in: { ...deposit, family: 'fiat' },
  out: { kind: 'balance-change', role: 'principal', family: 'fiat' },
};

function incomeOf(reason: IncomeReason): Signed {
  return { in: { kind: 'income', role: 'principal', reason }, out: open };
}

/** Wherever the account. Operations in small letters. */
const anywhere: readonly (readonly [Signed, readonly string[]])[] = [
  [
    { in: deposit, out: open },
    ['deposit', 'fiat deposit', 'deposit fiat ocbs', 'fiat ocbs - add fiat and fees'],
  ],
  [{ in: open, out: withdrawal }, ['withdraw', 'fiat withdraw', 'fiat withdrawal', 'send']],
  [
    tradeHalf,
    [
      'buy',
      'sell',
      'transaction related',
      'transaction buy',
      'transaction spend',
      'transaction sold',
      'transaction revenue',
    ],
  ],
  [{ in: rebate, out: { kind: 'fee', role: 'fee', family: 'trade' } }, ['fee', 'transaction fee']],
  [
    convertHalf,
    [
      'binance convert',
      'large otc trading',
      'the easiest way to trade',
      'leverage token redemption',
      'stablecoins auto-conversion',
      'futures convert',
      'swap farming transaction',
      'liquid swap sell',
    ],
  ],
  [purchase, ['buy crypto', 'buy crypto with card', 'buy crypto with fiat', 'convert fiat to crypto ocbs']],
  [both('balance-change', 'principal', 'fiat'), ['sell crypto to fiat']],
  // Its words are from the exchange's pages: no file with such rows was seen.
  [withOpen(convertHalf), ['auto-invest transaction', 'strategy trading']],
  [both('balance-change', 'principal', 'dust'), ['small assets exchange bnb']],
  [
    { in: { kind: 'balance-change', role: 'principal', family: 'dust' }, out: { kind: 'fee', role: 'fee' } },
    ['bnb fee deduction'],
  ],
  [both('balance-change', 'principal', 'staking'), ['eth 2.0 staking']],
  [
    incomeOf('airdrop'),
    [
      'distribution',
      'asset - transfer',
      'airdrop assets',
      'hodler airdrops distribution',
      'launchpool airdrop',
      'launchpool airdrop - user claim distribution',
      'launchpool airdrop - system distribution',
      'simple earn flexible airdrop',
    ],
  ],
  [
    incomeOf('reward'),
    [
      'megadrop rewards',
      'rewards distribution',
      'campaign related reward',
      'cash voucher distribution',
      'mission reward distribution',
    ],
  ],
  [
    { in: rebate, out: open },
    ['cashback voucher', 'card cashback', 'binance card cashback', 'referral kickback'],
  ],
  [{ in: rebate, out: open }, ['commission rebate', 'referrer rebates', 'referee rebates']],
  [incomeOf('referral'), ['commission history', 'commission fee shared with you', 'referral commission']],
  [
    incomeOf('interest'),
    [
      'savings interest',
      'savings distribution',
      'simple earn flexible interest',
      'pool distribution',
      'launchpool interest',
    ],
  ],
  [
    incomeOf('staking'),
    [
      'pos savings interest',
      'staking rewards',
      'eth 2.0 staking rewards',
      'simple earn locked rewards',
      'bnb vault rewards',
      'liquid swap rewards',
      'swap farming rewards',
      'dot slot auction rewards',
      'launchpool earnings withdrawal',
    ],
  ],
  [incomeOf('mining'), ['super bnb mining']],
  [
    inside,
    [
      'savings purchase',
      'savings principal redemption',
      'pos savings purchase',
      'pos savings redemption',
      'staking purchase',
      'staking redemption',
      'simple earn flexible subscription',
      'simple earn flexible redemption',
      'simple earn locked subscription',
      'simple earn locked redemption',
      // The other side of "Simple Earn Flexible Interest": it states the same interest once more.
      'simple earn flexible - rewards income',
      'launchpool subscription/redemption',
      'transfer between main and funding wallet',
      'transfer between main account and mining account',
      'transfer between main and mining account',
      'transfer funds to spot',
      'c2c transfer',
    ],
  ],
  [
    transferHalf,
    [
      'transfer_in',
      'transfer_out',
      'transfer between spot account and um futures account',
      'transfer between spot account and cm futures account',
      'transfer between main account/futures and margin account',
      'transfer between main account and sub-account',
      'asset conversion transfer',
    ],
  ],
  [
    {
      in: { kind: 'gift-received', role: 'principal' },
      out: { kind: 'gift-sent', role: 'principal' },
    },
    ['crypto box'],
  ],
  [{ in: open, out: { kind: 'spend', role: 'principal' } }, ['binance card spending']],
  // Borrowed coins, shares of pools, coins that were taken away or renamed: what they are worth stands nowhere.
  [
    openBoth,
    [
      'margin loan',
      'isolated margin loan',
      'isolatedmargin loan',
      'margin repayment',
      'isolated margin repayment',
      'cross margin liquidation - repayment',
      'liquid swap add',
      'liquid swap add/sell',
      'liquid swap remove',
      'liquidity farming remove',
      'launchpad subscribe',
      'launchpad token distribution',
      'asset recovery',
      'leveraged coin consolidation',
      'token swap - distribution',
      'token swap - redenomination/rebranding',
      'p2p trading',
    ],
  ],
];

/** Where they mean something else in a futures account. */
const inFutures: readonly (readonly [Signed, readonly string[]])[] = [
  [both('realised-profit', 'profit'), ['realize profit and loss', 'realized profit and loss']],
  [{ in: rebate, out: { kind: 'futures-fee', role: 'fee' } }, ['fee', 'transaction fee']],
  [both('funding', 'funding'), ['funding fee']],
  [both('insurance', 'insurance'), ['insurance fund compensation', 'insurance fund refund']],
  [
    { in: rebate, out: open },
    ['commission history', 'commission fee shared with you', 'referral commission'],
  ],
  [convertHalf, ['asset conversion transfer', 'futures convert']],
];

function tableOf(groups: typeof anywhere): ReadonlyMap<string, Signed> {
  return new Map(groups.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));
}
const anywhereTable = tableOf(anywhere);
const futuresTable = tableOf(inFutures);

/** What people pay with by card or bank: its arrival is a deposit, never a purchase. */
const cardMoney: ReadonlySet<string> = new Set(
  'EUR GBP AUD BRL RUB TRY UAH NGN ZAR PLN RON ARS CZK MXN COP JPY USD CHF CAD SEK NOK DKK HUF KZT IDR VND INR NZD BGN GEL KES PHP PEN AED SAR'.split(
    ' ',
  ),
);

/** In: the operation in small letters, the coin in capitals. null for an operation that nobody knows. */
export function meaningOf(operation: string, place: Place, coin: string, isOut: boolean): RowMeaning | null {
  const signed =
    (place === 'futures' ? futuresTable.get(operation) : undefined) ?? anywhereTable.get(operation);
  if (signed === undefined) return null;
  if (signed === purchase && !isOut && cardMoney.has(coin)) return deposit;
  if (operation === 'savings distribution') return savings(coin.startsWith('LD'), isOut);
  return isOut ? signed.out : signed.in;
}

/**
 * Interest; or coins that become a claim on them ("LDBTC") or come back for one. What came for a claim that went is no
 * interest, which the engine sees by both rows.
 */
function savings(isClaim: boolean, isOut: boolean): RowMeaning {
  if (isClaim !== isOut) return insideRow;
  if (isClaim) return { kind: 'balance-change', role: 'principal', family: 'earn' };
  return { kind: 'income', role: 'principal', reason: 'interest', family: 'earn' };
}
