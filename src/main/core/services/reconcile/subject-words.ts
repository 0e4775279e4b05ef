import type { LegRole } from '../../../../shared/domain/event.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';

export const subjectWords: Readonly<Record<Subject, string>> = {
  trades: 'trades',
  moves: 'deposits, withdrawals and transfers',
  income: 'income',
  futures: 'futures trades',
  funding: 'funding',
  other: 'fees and other rows',
};

export const roleWords: Readonly<Record<LegRole, string>> = {
  principal: 'amount',
  fee: 'fee',
  funding: 'funding',
  profit: 'profit before fees',
  rebate: 'rebate',
  insurance: 'insurance fund',
};
