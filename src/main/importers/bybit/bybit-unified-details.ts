/**
 * Asset Change Details of Bybit's unified account (2026): the rows of its transaction log without ids, in whole seconds, below
 * a line with the user's number. Errors and warnings: see `bybit-unified-log.ts`.
 */
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { tableImporter } from '../table/table-importer.ts';
import { readUnifiedRow, unifiedColumns } from './bybit-unified-log.ts';

export const bybitUnifiedDetails = tableImporter({
  id: 'bybit-unified-details',
  name: "Bybit's unified account: asset change details",
  exchange: 'Bybit',
  help: 'Bybit: Account, Data Export, Asset Change Details, Unified Trading Account. The transaction log has ids: it is the better one.',
  headers: [
    'Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // The log states the same with ids and finer times.
  ranks: { trades: 2, moves: 2, income: 2, futures: 2, funding: 2 },
  layouts: [
    { variant: 'details', words: 'asset change details of 2026', required: ['uid', ...unifiedColumns] },
  ],
  row: readUnifiedRow,
});
