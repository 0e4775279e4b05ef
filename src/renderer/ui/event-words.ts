import type { EventKind } from '../../shared/domain/event.ts';

/** What happened, in plain words; the order in which a filter lists them. */
export const eventWords: Readonly<Record<EventKind, string>> = {
  buy: 'Buy',
  sell: 'Sale',
  swap: 'Swap of coins',
  transfer: 'Own transfer',
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  income: 'Income',
  fee: 'Fee',
  spend: 'Payment',
  'gift-received': 'Gift received',
  'gift-sent': 'Gift given',
  donation: 'Donation',
  loss: 'Loss or theft',
  'futures-fill': 'Futures trade',
  funding: 'Funding',
  'realised-profit': 'Futures profit',
  'futures-fee': 'Futures fee',
  settlement: 'Settlement',
  liquidation: 'Liquidation',
  insurance: 'Insurance fund',
  rebate: 'Rebate',
  'closed-position': 'Closed position',
  'balance-change': 'Unexplained change',
};

export function wordsOfKind(kind: string): string {
  const known = (eventWords as Readonly<Record<string, string>>)[kind];
  return known ?? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}
