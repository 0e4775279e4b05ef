import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { BASIS_BY_ACCOUNT_FROM } from '../../../engine/tax/jurisdictions/us/lot-law.ts';
import type { Derived } from '../../derived.ts';
import type { LotsOnRecord } from '../../lots-on-record.ts';

/**
 * What to know before recording: deadlines, and what is too late. Whole sentences.
 * Law: Reg. 1.1012-1(j); Notices 2025-7 and 2026-20; Rev. Proc. 2024-28.
 */
export function electionNotes(
  { orders, allocation, elections }: Pick<LotsOnRecord, 'orders' | 'allocation' | 'elections'>,
  { facts, events }: Pick<Derived, 'facts' | 'events'>,
): string[] {
  const { accounts, timeZone } = facts;
  const atBroker = [...accounts.values()].some(({ kind }) => kind !== 'wallet');
  const [first] = events;
  const start = startOfDay(BASIS_BY_ACCOUNT_FROM, timeZone);
  const before2025 = first !== undefined && first.time < start && elections.basisBefore2025 === 'universal';
  return [
    'An order counts for sales after it is recorded; what was sold before stays as it was.',
    'An identification counts for sales after this moment; for a sale that has happened it is too late, and the method in force decides.',
    'Named lots are for sales and swaps; coins that are spent, given away or donated go by the method in force.',
    ...(atBroker ? [brokerNote] : []),
    ...(orders.some(({ method }) => method === 'lowest-tax') ? [lowestTaxNote] : []),
    ...(before2025 && allocation === null ? [allocationNote] : []),
    ...(allocation === null ? [] : [allocationMadeNote]),
    ...(allocation !== null && elections.basisBefore2025 === 'account' ? [allocationIdleNote] : []),
  ];
}

const brokerNote =
  'For sales in 2025 and 2026 your own records suffice, also for coins at an exchange (Notices 2025-7 and 2026-20). From 2027-01-01 the exchange has to be told before the sale: an order or identification that it was not told of does not count there.';

const lowestTaxNote =
  'Lowest tax first needs the tax rates known when you sell: its order rests on your tax details, and changes when you change them.';

const deadlines =
  'By lots it had to be done before the first sale or transfer of 2025 or the due date of the 2025 return, whichever came first; by one rule for all accounts, the rule had to be written down before 2025-01-01 (Rev. Proc. 2024-28).';

const allocationNote = `What was left of purchases before 2025 had to be divided among your accounts, once. ${deadlines} To record it now only states what your own books already show, and it cannot be changed afterwards.`;

const allocationMadeNote = `How basis was divided among your accounts on 2025-01-01 is on record and cannot be changed. ${deadlines} The record only states what your own books already show.`;

const allocationIdleNote =
  'At present that division changes nothing, because you chose a list of lots for each account in all years.';
