/**
 * What descriptions in Bitfinex's ledger mean. Source: the parser of BittyTax; words that it does not know are from the
 * exchange's own pages and no file shows them, which is said with each.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';

export interface LedgerMeaning {
  readonly kind: EventKind;
  readonly role: LegRole;
  readonly reason?: IncomeReason;
  /** Rows with the same second and the same one of these are one trade. */
  readonly group?: string;
  /** What it means for tax is open. */
  readonly isOpen?: true;
  /** No file has shown such rows. */
  readonly isUnconfirmed?: true;
  /** From one wallet of the account to another. */
  readonly isInside?: true;
}

/** A withdrawal and its fee stand in rows of one second and coin. */
export const withdrawalGroup = 'withdrawal';

type Pattern = readonly [RegExp, (match: RegExpExecArray, isOut: boolean) => LedgerMeaning];

const half = { kind: 'balance-change', role: 'principal' } as const;

const patterns: readonly Pattern[] = [
  [
    /^trading fees? for ([\d.,]+ \w+) .*@ ([\d.,]+).* on wallet exchange/iu,
    ([, amount = '', price = ''], isOut) => ({ ...feeOf(isOut), group: tradeGroup(amount, price) }),
  ],
  [/^trading fee/iu, (_, isOut) => feeOf(isOut)],
  [/^settlement @ ([\d.,]+)/iu, ([, price = '']) => ({ ...half, group: `settlement@${plain(price)}` })],
  [/funding cost/iu, (_, isOut) => feeOf(isOut)],
  [/^position .*closed/iu, () => ({ ...half, isOpen: true })],
  [/^(?:earned fees from user|affiliate rebate)/iu, () => incomeOf('referral')],
  [/^staking reward/iu, () => incomeOf('staking')],
  [/^delist adjustment/iu, () => ({ ...half, isOpen: true })],
  [
    /^exchange ([\d.,]+ \w+) for .*@ ([\d.,]+)/iu,
    ([, amount = '', price = '']) => ({ ...half, group: tradeGroup(amount, price), isUnconfirmed: true }),
  ],
  [/^margin funding payment/iu, () => ({ ...incomeOf('interest'), isUnconfirmed: true })],
  [
    // Between wallets of one account; sub-accounts ("SA(1->2)") and other users are elsewhere.
    /^transfer of [\d.,]+ \w+ from wallet (\w+) to (?:wallet )?(\w+)( on wallet \w+)?$/iu,
    ([, from = '', to = '']) =>
      isWallet(from) && isWallet(to) ? { ...half, isInside: true } : { ...half, isOpen: true },
  ],
  [/^transfer of /iu, () => ({ ...half, isOpen: true })],
  [/withdrawal fee/iu, (_, isOut) => ({ ...feeOf(isOut), group: withdrawalGroup, isUnconfirmed: true })],
  [
    /^deposit|withdrawal/iu,
    (_, isOut) =>
      isOut
        ? { kind: 'withdrawal', role: 'principal', group: withdrawalGroup, isUnconfirmed: true }
        : { kind: 'deposit', role: 'principal', isUnconfirmed: true },
  ],
];

const wallets: ReadonlySet<string> = new Set(['exchange', 'margin', 'trading', 'funding', 'deposit']);

function isWallet(name: string): boolean {
  return wallets.has(name.toLowerCase());
}

/** One row writes 3771, another 3771.0. */
function plain(number: string): string {
  const digits = number.replaceAll(',', '');
  return digits.includes('.') ? digits.replace(/\.?0*$/u, '') : digits;
}

function tradeGroup(amount: string, price: string): string {
  const [size = '', coin = ''] = amount.split(' ');
  return `${plain(size)} ${coin}@${plain(price)}`;
}

function feeOf(isOut: boolean): LedgerMeaning {
  return isOut ? { kind: 'fee', role: 'fee' } : { kind: 'rebate', role: 'rebate' };
}

function incomeOf(reason: IncomeReason): LedgerMeaning {
  return { kind: 'income', role: 'principal', reason };
}

/** No sentence of the exchange is longer. */
const longest = 300;

/** null for words that nobody knows. */
export function ledgerMeaningOf(description: string, isOut: boolean): LedgerMeaning | null {
  if (description.length > longest) return null;
  for (const [pattern, meaning] of patterns) {
    const match = pattern.exec(description);
    if (match !== null) return withSign(meaning(match, isOut), isOut);
  }
  return null;
}

/** Income that is taken back is open. */
function withSign(meaning: LedgerMeaning, isOut: boolean): LedgerMeaning {
  return meaning.kind === 'income' && isOut ? { ...half, isOpen: true } : meaning;
}
