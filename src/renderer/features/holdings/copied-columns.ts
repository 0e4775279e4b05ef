/** What a copied table holds: every field on its own, exact, so that a spreadsheet can go on with it. */
import { wordsOfKind } from '../../ui/event-words.ts';
import type { TextColumn } from '../../ui/rows-as-text.ts';
import { wordsOfCause, wordsOfReason } from './lot-words.ts';
import type { Transaction } from './transaction-filter.ts';
import type { Disposal, OpenLot } from './view-model.ts';

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

export const copiedLots: readonly TextColumn<OpenLot>[] = [
  { header: 'Asset', text: ({ asset }) => asset },
  { header: 'Account', text: ({ accountName }) => accountName },
  { header: 'Acquired', text: ({ acquiredDate }) => acquiredDate },
  { header: 'Long-term from', text: ({ longTermFrom }) => longTermFrom ?? 'stands still while hedged' },
  { header: 'Term', text: ({ term }) => term },
  { header: 'Quantity', text: ({ quantity }) => quantity },
  { header: 'Hedged', text: ({ hedgedQuantity }) => hedgedQuantity },
  { header: 'Cost basis', text: ({ costBasis }) => costBasis },
  { header: 'Cost not known', text: ({ basisUnknown }) => yesNo(basisUnknown) },
  { header: 'Value', text: ({ value }) => value },
  { header: 'Open gain', text: ({ gain }) => gain },
  { header: 'File', text: ({ file }) => file },
  { header: 'Line', text: ({ line }) => String(line) },
];

export const copiedDisposals: readonly TextColumn<Disposal>[] = [
  { header: 'Asset', text: ({ asset }) => asset },
  { header: 'Account', text: ({ accountName }) => accountName },
  { header: 'Sold', text: ({ disposed }) => disposed },
  { header: 'How', text: ({ cause }) => wordsOfCause(cause) },
  { header: 'Quantity', text: ({ quantity }) => quantity },
  { header: 'Acquired', text: ({ acquired }) => acquired },
  { header: 'Term', text: ({ term }) => term },
  { header: 'Proceeds', text: ({ proceeds }) => proceeds },
  { header: 'Cost basis', text: ({ costBasis }) => costBasis },
  { header: 'Cost not known', text: ({ basisUnknown }) => yesNo(basisUnknown) },
  { header: 'Gain', text: ({ gain }) => gain },
  { header: 'Why this lot', text: ({ reason }) => wordsOfReason(reason) },
  { header: 'File', text: ({ file }) => file },
  { header: 'Line', text: ({ line }) => String(line) },
];

/** `nameOf` names an account. */
export function copiedTransactions(nameOf: (account: string) => string): readonly TextColumn<Transaction>[] {
  return [
    { header: 'Time (UTC)', text: ({ time }) => time },
    { header: 'Day', text: ({ localDate }) => localDate },
    { header: 'Kind', text: ({ kind }) => wordsOfKind(kind) },
    { header: 'What happened', text: ({ words }) => words },
    {
      header: 'Came and went',
      text: ({ legs }) =>
        legs
          .map(({ quantity, asset, account, role }) => `${quantity} ${asset} ${nameOf(account)} (${role})`)
          .join('; '),
    },
    { header: 'Counted', text: ({ counted }) => yesNo(counted) },
    { header: 'File', text: ({ file }) => file },
    { header: 'Line', text: ({ line }) => String(line) },
  ];
}
