/**
 * BitMEX wallet history: amounts in the smallest unit, newest first. The fee of a withdrawal is inside its amount (the
 * balances tell). Profit is one row a day and contract, after fees and funding: it counts where no trades are imported.
 * Errors: `import/unknown-word` and those of every cell; warnings `import/unknown-type`, `import/unconfirmed-type`.
 */
import { isBlank } from '../cells/decimals.ts';
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { add, isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Importer } from '../importer.ts';
import { bitmexAccount } from '../known-accounts.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { withBrowserDates } from './bitmex-dates.ts';
import { coins, unitOf } from './satoshi.ts';

const table = tableImporter({
  id: 'bitmex-wallet',
  name: 'BitMEX wallet history',
  exchange: 'BitMEX',
  help: 'BitMEX: Wallet, Transaction history, Save as CSV. Its times are those of your browser: check the zone (profits are booked at 12:00 UTC).',
  headers: ['"transactTime","transactType","amount","fee","address","transactStatus","walletBalance"'],
  account: bitmexAccount,
  accountIsChoice: true,
  // Its profits are net sums of a day: behind the trade history. Moves stand only here.
  ranks: { futures: 2, moves: 1, income: 1 },
  layouts: [
    {
      variant: 'wallet',
      required: columnsOf('transacttime, transacttype, amount, fee, address, transactstatus, walletbalance'),
      optional: ['currency', 'account'],
      words: 'with or without currency',
    },
  ],
  row: readRow,
});

export const bitmexWallet: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : withBrowserDates(detection, head);
  },
  open: (detection, context, sink) => {
    const reader = table.open(detection, context, sink);
    return {
      row: (cells, line, raw) => reader.row(repaired(cells, raw, detection.columns.size), line, raw),
      end: () => reader.end(),
    };
  },
};

/** BitMEX writes some addresses with two quotation marks before and none behind: `""3abc,"Completed"`. */
function repaired(cells: readonly string[], raw: string, width: number): readonly string[] {
  if (cells.length === width) return cells;
  const whole = raw.replace(/,""([^",]+),/u, ',"$1",');
  const found = [...whole.matchAll(/"([^"]*)"/gu)].map(([, cell = '']) => cell);
  return found.length === width ? found : cells;
}

/** Of BitMEX only what is completed has moved: a confirmed withdrawal still waits. */
const states: ReadonlyMap<string, boolean> = new Map([
  ['completed', true],
  ...['pending', 'confirmed', 'processing', 'processed', 'canceled', 'cancelled', 'rejected', 'failed'].map(
    (word) => [word, false] as const,
  ),
]);

const DAY_MS = 86_400_000;

interface WalletRow {
  readonly time: Instant;
  readonly type: string;
  readonly ticker: string;
  /** What the balance changed by. */
  readonly amount: Quantity;
  readonly fee: Quantity;
  readonly after: Quantity | undefined;
}

function readRow(row: TableRow): void {
  const currency = row.text('currency');
  const unit = unitOf(currency);
  if (unit === null)
    return row.error(
      'import/unknown-word',
      { column: 'currency', text: currency, known: 'XBt, USDt' },
      currency,
    );
  if (row.word('transactstatus', states) === false) return row.ignored('not-final');
  const time = row.time('transacttime');
  const type = row.needed('transacttype');
  const amount = coins(row, 'amount', unit, true);
  const fee = coins(row, 'fee', unit);
  const balance = coins(row, 'walletbalance', unit);
  if (!row.isGood || !time || amount === undefined || fee === undefined || balance === undefined) return;
  if (isZero(amount)) return row.ignored('nothing-moved');
  const after = isBlank(row.text('walletbalance')) ? undefined : balance;
  return emit(row, { time, type, ticker: unit.ticker, amount, fee, after });
}

function emit(row: TableRow, { time, type, ticker, amount, fee, after }: WalletRow): void {
  const asset = row.asset(ticker, time);
  const isOut = isNegative(amount);
  const whole = leg(row.account, asset, amount);
  const base = { time, note: type } as const;
  switch (type.toLowerCase()) {
    case 'realisedpnl': {
      const legs = withBalance(leg(row.account, asset, amount, 'profit'), after);
      const contract = contractId('bitmex', row.text('address').toUpperCase());
      const note = 'profit of a day, after fees and funding';
      const opened = instantFromEpochMs(epochMs(time) - DAY_MS);
      const part = { assembly: 'net-profit', group: contract, operation: type } as const;
      return row.emit({ time, opened, kind: 'closed-position', legs, contract, part, note });
    }
    case 'deposit':
    case 'withdrawal': {
      const parts = isOut
        ? [...leg(row.account, asset, add(amount, fee)), ...costLeg(row.account, asset, fee)]
        : whole;
      return row.emit({ ...base, kind: isOut ? 'withdrawal' : 'deposit', legs: withBalance(parts, after) });
    }
    case 'transfer':
      row.warn('import/unconfirmed-type', { type, meaning: 'a move from or to another account' }, type);
      return row.emit({ ...base, kind: isOut ? 'withdrawal' : 'deposit', legs: withBalance(whole, after) });
    case 'affiliatepayout':
      row.warn('import/unconfirmed-type', { type, meaning: 'income for referrals' }, type);
      return row.emit({ ...base, kind: 'income', reason: 'referral', legs: withBalance(whole, after) });
    default:
      row.warn('import/unknown-type', { type }, type);
      return row.emit({ ...base, kind: 'balance-change', legs: withBalance(whole, after) });
  }
}
