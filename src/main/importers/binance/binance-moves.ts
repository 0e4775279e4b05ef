/**
 * Binance deposit and withdrawal history of coins.
 *
 * Variants: D1 (to 2021) has one header for both ways, so that only the file's name tells them apart; D2 has a fee only
 * in withdrawals; D3 (2026) is D2 with two-digit years and the zone in the file's name. Fees are on top of amounts.
 * Errors: `import/market-unclear` where nothing tells the way, `import/unknown-word`, and those of every cell.
 */
import type { Detection, FileHead, Importer } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { emitMove, withWay } from './binance-move.ts';

const table = tableImporter({
  id: 'binance-moves',
  name: 'Binance Deposit and Withdrawal History',
  exchange: 'Binance',
  help: 'Binance: Assets, Transaction History, Deposit (or Withdrawal), Export Deposit (Withdrawal) Records. Keep the name of the file.',
  headers: [
    'Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status',
    'Date(UTC),Coin,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status',
    'Date,Coin,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status',
    'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status',
    'Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status',
    'Time,Coin,Network,Amount,Address,TXID,Status',
    'Time,Coin,Network,Amount,Fee,Address,TXID,Status',
  ],
  account: binanceAccount,
  accountIsChoice: true,
  // Fees and hashes: the statement has neither.
  ranks: { moves: 1 },
  layouts: [
    {
      variant: 'D1',
      words: 'to 2021, one header for both ways',
      required: columnsOf('time,coin,amount,transactionfee,address,txid,sourceaddress,paymentid,status'),
      optional: ['network'],
    },
    {
      variant: 'deposits',
      words: 'deposits',
      required: columnsOf('time,coin,network,amount,address,txid,status'),
    },
    {
      variant: 'withdrawals',
      words: 'withdrawals',
      required: columnsOf('time,coin,network,amount,fee,address,txid,status'),
    },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

export const binanceMoves: Importer = { ...table, detect };

function detect(head: FileHead): Detection | null {
  const detection = table.detect(head);
  if (detection === null) return null;
  if (detection.variant === 'D1') return withWay(detection, head);
  const header = head.rows[detection.headerIndex]?.raw.toLowerCase() ?? '';
  return { ...detection, variant: `${header.includes('date') ? 'D2' : 'D3'}-${detection.variant}` };
}

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('coin');
  const amount = row.positive('amount');
  const fee = row.unsigned(row.has('fee') ? 'fee' : 'transactionfee');
  if (!row.isGood || !time || !amount || !fee) return;
  const network = row.text('network');
  const note = network === '' || network.toUpperCase() === coin.toUpperCase() ? '' : `Network ${network}`;
  emitMove(row, { time, coin, amount: amount.value, fee: fee.value, id: row.text('txid'), note });
}
