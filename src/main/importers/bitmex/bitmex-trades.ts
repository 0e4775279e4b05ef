/**
 * BitMEX trade history: one row a fill, with its fee in the smallest unit of what the contract is settled in (above zero
 * is a cost); the profit is not in it, but follows from the fills. Rows of funding, settlement and liquidation are known
 * by their names alone. Text cells have line breaks. Errors: `import/unknown-word` and those of every cell; warning
 * `import/unconfirmed-type`.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Importer } from '../importer.ts';
import { bitmexAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { withBrowserDates } from './bitmex-dates.ts';
import { coins, unitOfSymbol } from './satoshi.ts';

const table = tableImporter({
  id: 'bitmex-trades',
  name: 'BitMEX trade history',
  exchange: 'BitMEX',
  help: 'BitMEX: Orders, Trade history, Save as CSV. Its times are those of your browser: check the zone. Bring the wallet history as well: deposits and withdrawals stand there.',
  headers: [
    '"transactTime","symbol","execType","side","lastQty","lastPx","execCost","commission","execComm","ordType","orderQty","leavesQty","price","text","orderID"',
    '"transactTime","account","symbol","execType","side","lastQty","lastPx","execCost","commission","execComm","ordType","orderQty","leavesQty","price","text","orderID"',
  ],
  account: bitmexAccount,
  accountIsChoice: true,
  // Every fill with its fee, and the funding; the wallet has net sums of a day.
  ranks: { futures: 1, funding: 1 },
  layouts: [
    {
      variant: 'trades',
      required: columnsOf(
        'transacttime, symbol, exectype, side, lastqty, lastpx, execcost, commission, execcomm, ordtype, orderqty, leavesqty, price, text, orderid',
      ),
      optional: ['account'],
      words: 'with or without account',
    },
  ],
  row: readRow,
});

export const bitmexTrades: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : withBrowserDates(detection, head);
  },
};

/** Messages about an order: nothing was traded. */
const messages: ReadonlySet<string> = new Set([
  'new',
  'canceled',
  'cancelled',
  'replaced',
  'rejected',
  'suspended',
]);

function readRow(row: TableRow): void {
  const type = row.needed('exectype');
  if (messages.has(type.toLowerCase())) return row.ignored('not-final');
  const time = row.time('transacttime');
  const symbol = row.needed('symbol').toUpperCase();
  const unit = unitOfSymbol(symbol);
  const cost = coins(row, 'execcomm', unit, type.toLowerCase() === 'funding');
  if (!row.isGood || !time || cost === undefined) return;
  const name = type.toLowerCase();
  if (name !== 'trade' || unit.ticker !== 'XBT') warnUnseen(row, name === 'trade' ? symbol : type);
  const read: Execution = { time, type, symbol, ticker: unit.ticker, cost };
  if (name === 'funding') readFunding(row, read);
  else readFill(row, read);
}

interface Execution {
  readonly time: Instant;
  readonly type: string;
  readonly symbol: string;
  readonly ticker: string;
  /** Above zero was paid. */
  readonly cost: Quantity;
}

function warnUnseen(row: TableRow, type: string): void {
  const meaning = type.toLowerCase() === 'funding' ? 'funding paid or received' : 'a trade in the contract';
  row.warn('import/unconfirmed-type', { type, meaning }, type);
}

function readFunding(row: TableRow, { time, symbol, ticker, cost }: Execution): void {
  if (isZero(cost)) return row.ignored('nothing-moved');
  const legs = leg(row.account, row.asset(ticker, time), negate(cost), 'funding');
  return row.emit({ time, kind: 'funding', legs, contract: contractId('bitmex', symbol), note: 'funding' });
}

function readFill(row: TableRow, { time, type, symbol, ticker, cost }: Execution): void {
  const side = row.word('side', sideWords);
  const [quantity, price] = [row.positive('lastqty'), row.price('lastpx')];
  if (!row.isGood || !side || !quantity || !price) return;
  const { account } = row;
  row.emit({
    time,
    kind: 'futures-fill',
    legs: costLeg(account, row.asset(ticker, time), cost),
    fill: {
      account,
      contract: contractId('bitmex', symbol),
      side,
      quantity: quantity.value,
      price: price.value,
      positionSide: 'one-way',
    },
    externalId: row.text('orderid'),
    note: type,
  });
}
