/** The division of costs at the start of 2025 by one rule, as it is being filled in. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { methodWords } from '../lot-words.ts';
import { listed } from '../../../ui/listed.ts';
import type { OrderAccount } from './order-draft.ts';

export const divisionOrders = ['fifo', 'lifo', 'hifo', 'lofo'] as const;
export type DivisionOrder = (typeof divisionOrders)[number];

export interface DivisionDraft {
  /** The first is filled first. */
  readonly accounts: readonly OrderAccount[];
  readonly order: DivisionOrder;
  /** Own books show that it was made in time. */
  readonly inBooks: boolean;
}

export function newDivision(accounts: readonly OrderAccount[]): DivisionDraft {
  return { accounts, order: 'fifo', inBooks: false };
}

/** The account at `index` one place up (-1) or down (1); as it was where there is no such place. */
export function moved(accounts: readonly OrderAccount[], index: number, by: -1 | 1): readonly OrderAccount[] {
  const account = accounts[index];
  const to = index + by;
  if (account === undefined || to < 0 || to >= accounts.length) return accounts;
  return accounts.toSpliced(index, 1).toSpliced(to, 0, account);
}

/** What will be recorded, whole sentences. */
export function divisionSentences({ accounts, order }: DivisionDraft): readonly string[] {
  const names = listed(accounts.map(({ accountName }) => accountName));
  return [
    `The lots left on 1 January 2025 go to ${names}, one account after the other, each up to what it held that day: ${methodWords[order].uses}.`,
    'Gains from 2025 on are worked out anew by it.',
    'It is recorded once. It cannot be changed or removed.',
  ];
}

export function divisionInput({ accounts, order }: DivisionDraft): CallInput<'elections.allocate'> {
  return { way: { kind: 'global', accounts: accounts.map(({ account }) => account), order } };
}
