/** Words that tax programs put on rows → what they are. Each program's table is made of these. */
import type { IncomeReason } from '../../../shared/domain/event.ts';
import type { Label, OneSide } from './two-sided.ts';

const deposit: OneSide = { kind: 'deposit' };
const withdrawal: OneSide = { kind: 'withdrawal' };
const open: OneSide = { kind: 'balance-change' };

export const move: Label = { in: deposit, out: withdrawal };
export const trade: Label = { in: deposit, out: withdrawal, isTrade: true };
/** Loans, pools, bridges: what they mean for tax is open. */
export const unclear: Label = { in: open, out: open, isOpen: true };
export const gift: Label = { in: { kind: 'gift-received' }, out: { kind: 'gift-sent' } };
export const donation: Label = { in: open, out: { kind: 'donation' } };
export const lost: Label = { in: open, out: { kind: 'loss' } };
export const spend: Label = { in: open, out: { kind: 'spend' } };
export const fee: Label = { in: { kind: 'rebate', role: 'rebate' }, out: { kind: 'fee', role: 'fee' } };
export const futuresFee: Label = {
  in: { kind: 'rebate', role: 'rebate' },
  out: { kind: 'futures-fee', role: 'fee' },
};
export const funding: Label = {
  in: { kind: 'funding', role: 'funding' },
  out: { kind: 'funding', role: 'funding' },
};
export const profit: Label = {
  in: { kind: 'realised-profit', role: 'profit' },
  out: { kind: 'realised-profit', role: 'profit' },
};
export const rebate: Label = { in: { kind: 'rebate', role: 'rebate' }, out: open };

/** Income; taken back where it leaves. */
export function income(reason: IncomeReason): Label {
  return { in: { kind: 'income', reason }, out: { kind: 'income', reason } };
}

/** The label of a word; a word that nobody knows changes the balance. In: words in small letters. */
export function labelOf(words: ReadonlyMap<string, Label>, word: string): Label | null {
  return (
    words.get(
      word
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_-]+/gu, ' '),
    ) ?? null
  );
}
