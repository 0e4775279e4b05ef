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

type Pattern = readonly [RegExp, (match: RegExpExecArray, isOut: boolean) => LedgerMeaning];

const half = { kind: 'balance-change', role: 'principal' } as const;

const patterns: readonly Pattern[] = [
  [
    /^trading fees? for ([\d.,]+ \w+) .*@ ([\d.,]+).* on wallet exchange/iu,
    ([, amount = '', price = ''], isOut) => ({ ...feeOf(isOut), group: `${amount}@${price}` }),
  ],
  [/^trading fee/iu, (_, isOut) => feeOf(isOut)],
  [/^settlement @ ([\d.,]+)/iu, ([, price = '']) => ({ ...half, group: `settlement@${price}` })],
  [/funding cost/iu, (_, isOut) => feeOf(isOut)],
  [/^position .*closed/iu, () => ({ ...half, isOpen: true })],
  [/^(?:earned fees from user|affiliate rebate)/iu, () => incomeOf('referral')],
  [/^staking reward/iu, () => incomeOf('staking')],
  [/^delist adjustment/iu, () => ({ ...half, isOpen: true })],
  [
    /^exchange ([\d.,]+ \w+) for .*@ ([\d.,]+)/iu,
    ([, amount = '', price = '']) => ({ ...half, group: `${amount}@${price}`, isUnconfirmed: true }),
  ],
  [/^margin funding payment/iu, () => ({ ...incomeOf('interest'), isUnconfirmed: true })],
  [/^transfer of .* from wallet/iu, () => ({ ...half, isInside: true })],
  [/withdrawal fee/iu, (_, isOut) => ({ ...feeOf(isOut), isUnconfirmed: true })],
  [
    /^deposit|withdrawal/iu,
    (_, isOut) => ({ kind: isOut ? 'withdrawal' : 'deposit', role: 'principal', isUnconfirmed: true }),
  ],
];

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
