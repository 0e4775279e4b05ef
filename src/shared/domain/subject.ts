/** What an event is about, as exports divide it: two files of one exchange repeat each other subject by subject. */
import type { EventKind } from './event.ts';

export const SUBJECTS = ['trades', 'moves', 'income', 'futures', 'funding', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

const subjects: { readonly [Kind in EventKind]: Subject } = {
  buy: 'trades',
  sell: 'trades',
  swap: 'trades',
  transfer: 'moves',
  deposit: 'moves',
  withdrawal: 'moves',
  income: 'income',
  fee: 'other',
  spend: 'other',
  'gift-received': 'other',
  'gift-sent': 'other',
  donation: 'other',
  loss: 'other',
  'futures-fill': 'futures',
  funding: 'funding',
  'realised-profit': 'futures',
  'futures-fee': 'futures',
  settlement: 'futures',
  liquidation: 'futures',
  insurance: 'futures',
  rebate: 'other',
  'closed-position': 'futures',
  'balance-change': 'other',
};

export function subjectOf(kind: EventKind): Subject {
  return subjects[kind];
}
