import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';

/** What a column can say, grouped by the kind of file that has such columns. */
export const roleGroups: readonly { readonly group: string; readonly roles: readonly MappingRole[] }[] = [
  { group: 'Every file', roles: ['time', 'clock', 'type', 'status', 'id', 'note'] },
  { group: 'One amount in each row', roles: ['amount', 'asset', 'balance'] },
  { group: 'What came in, what went out', roles: ['received', 'received-asset', 'sent', 'sent-asset'] },
  { group: 'Trades', roles: ['side', 'pair', 'base', 'quote', 'quantity', 'price', 'total'] },
  { group: 'Costs', roles: ['fee', 'fee-asset'] },
  {
    group: 'Futures',
    roles: ['contract', 'position-side', 'profit', 'profit-asset', 'funding', 'opened'],
  },
];
