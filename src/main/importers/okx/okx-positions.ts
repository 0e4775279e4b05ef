/**
 * OKX's positions history: one row a position that was closed. Pnl is before fees; fee, funding and what a liquidation
 * cost have columns of their own, below zero where they were paid.
 * Errors: those of every cell.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { okxTradingAccount } from '../known-accounts.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const okxPositions = tableImporter({
  id: 'okx-positions',
  name: "OKX's positions history",
  exchange: 'OKX',
  help: 'OKX: Assets, Order center, Positions history, Export. It sums up what the trading history says fill by fill.',
  headers: [
    'Position Create Time,Position Update Time,Business Line,Index,Instrument Name,Margin Mode,Direction,Leverage,Max Position Quantity,Total Close Quantity,Average Open Price,Average Close Price,Margin Currency,Pnl,Pnl Ratio,Fee,Funding Fee,Liquidation Clearance Fee,Type,Contract Face Value,Contract Multiplier',
  ],
  account: okxTradingAccount,
  accountIsChoice: true,
  // A sum over fills and funding that the trading history lists one by one: it counts only where there is nothing else.
  ranks: { futures: 9 },
  layouts: [
    {
      variant: 'positions',
      words: 'with fees and funding',
      required: columnsOf(
        'position create time, position update time, business line, index, instrument name, margin mode, direction, leverage, max position quantity, total close quantity, average open price, average close price, margin currency, pnl, pnl ratio, fee, funding fee, liquidation clearance fee, type, contract face value, contract multiplier',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('position update time');
  const opened = row.time('position create time');
  const symbol = row.needed('instrument name');
  const currency = row.needed('margin currency');
  const profit = row.stated('pnl');
  const fee = row.quantity('fee');
  const funding = row.quantity('funding fee');
  const clearance = row.quantity('liquidation clearance fee');
  if (!row.isGood || !time || !opened || !profit || !fee || !funding || !clearance) return;
  const asset = row.asset(currency, time);
  row.emit({
    time,
    opened,
    kind: 'closed-position',
    legs: [
      ...leg(row.account, asset, profit.value, 'profit'),
      ...feeLeg(row.account, asset, fee.value),
      ...leg(row.account, asset, funding.value, 'funding'),
      ...leg(row.account, asset, clearance.value, 'insurance'),
    ],
    contract: contractId('okx', symbol),
    note: `${row.text('direction')}: ${row.text('total close quantity')} contracts from ${row.text('average open price')} to ${row.text('average close price')}; ${row.text('type')}`,
  });
}
