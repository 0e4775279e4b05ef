/**
 * Deribit's transaction log, four generations of columns; one file a currency, which only the file's name tells.
 *
 * Change is what the balance changed by. Of a trade the cash flow is the profit since the last settlement: some rows pay
 * it at once (change = cash flow − fee), others with the settlement of 08:00 UTC (change = −fee), whose cash flow has the
 * funding inside. A fee may be taken from the fee balance, which is no money (change = cash flow).
 * Errors: `import/market-unknown`, `import/unknown-word` and those of every cell; warnings `import/unknown-type`,
 * `import/unconfirmed-type`, `import/rest-of-change`.
 */
import { assetId } from '../../../shared/domain/asset.ts';
import { failure } from '../../../shared/errors/failure.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { aliasesOf, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer } from '../importer.ts';
import { deribitAccount } from '../known-accounts.ts';
import { columnsOf } from '../table/table-importer.ts';
import { TableRow } from '../table/table-row.ts';
import { readDeribitRow } from './deribit-row.ts';

const required = columnsOf(
  'id, userseq, date, instrument, type, side, size, position, price, mark price, cash flow, funding, fee rate, fee, fee balance, change, balance, equity, trade id, order id, info',
);
const alias = aliasesOf({ 'base amount': 'size', 'fee charged': 'fee', 'fee paid': 'fee' });

export const deribitLog: Importer = {
  id: 'deribit-log',
  name: 'Deribit transaction log',
  exchange: 'Deribit',
  help: 'Deribit: Account, History, Transaction log, one currency and at most three years at a time, Download logs (CSV). Keep the name of the file: only it tells the currency.',
  headers: [
    'ID,UserSeq,Date,Instrument,Type,Side,Size,Position,Price,Mark Price,Cash Flow,Funding,Fee Rate,Fee Paid,Fee Balance,Change,Balance,Equity,Trade ID,Order ID,Info',
    'ID,UserSeq,Date,Instrument,Type,Side,Base Amount,Position,Price,Mark Price,Index Price,Cash Flow,Funding,Fee Rate,Fee Charged,Fee Balance,Change,Balance,Equity,Trade ID,Order ID,Info',
    'ID,UserSeq,Date,Instrument,Type,Side,Base Amount,Position,Price,Mark Price,Index Price,Cash Flow,Funding,Fee Rate,Fee Charged,Fee Balance,Change,Balance,Equity,Trade ID,Order ID,Info,Note',
    'ID,UserSeq,Date,Instrument,Type,Side,Amount,Base Amount,Position,Price,Mark Price,Index Price,Cash Flow,Funding,Fee Rate,Fee Charged,Fee Balance,Change,Balance,Equity,Trade ID,Order ID,Info,Note',
  ],
  account: deribitAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // The one file of Deribit that has every change of the balance.
  ranks: { futures: 1, funding: 1, moves: 1, income: 1 },
  detect,
  open: (detection, context, sink) => {
    const row = new TableRow(detection, context, sink);
    const currency = assetId(detection.market ?? '');
    return {
      row: (cells, line, raw) => {
        if (row.begin(cells, line, raw)) readDeribitRow(row, currency);
      },
      end: () => {
        // No row waits for another.
      },
    };
  },
};

function detect(head: FileHead): Detection | null {
  const signature = { variant: 'log', required, optional: ['amount', 'index price', 'note'] };
  const match = matchHeader(head, [signature], alias);
  if (match === null) return null;
  const currency = head.market ?? currencyOfName(head.file);
  const { file } = head;
  return {
    variant: generationOf(match.columns, head.rows[match.headerIndex]?.raw ?? ''),
    headerIndex: match.headerIndex,
    columns: match.columns,
    why: "Its columns are those of Deribit's transaction log.",
    zone: { zone: utc, from: 'file' },
    ...(currency === null
      ? { refusal: failure('import/market-unknown', { file, example: 'BTC' }, { file }) }
      : { market: currency.toUpperCase() }),
  };
}

/** "transaction_log-12345-BTC-2024-01-01.csv" → BTC. */
function currencyOfName(file: string): string | null {
  const named = /transaction_log-\d+-([A-Z]{2,5})[-_.]/iu.exec(file) ?? /[- ]([A-Z]{3,4})[-.]/u.exec(file);
  return named?.[1] ?? null;
}

function generationOf(columns: ReadonlyMap<string, number>, header: string): string {
  if (columns.has('amount')) return 'v4';
  if (columns.has('note')) return 'v3';
  return /fee paid/iu.test(header) ? 'v1' : 'v2';
}
