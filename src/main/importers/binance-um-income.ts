/**
 * Binance futures transaction ("income") history, USD-M and COIN-M: one row a change of the wallet's balance.
 *
 * Some rows repeat what the trade history states (profit and commission of a fill). They are events all the same; the
 * engine leaves repeats out (engine/events/count-once.ts). An exchange of coins is two rows with one id; the engine puts
 * them together. A type that nobody knows still changes the balance, with a warning.
 * Errors: those of every cell; warning `import/unknown-type`.
 */
import { isBlank } from './cells/decimals.ts';
import type { AssetId } from '../../shared/domain/asset.ts';
import { type ContractId, contractId } from '../../shared/domain/contract-spec.ts';
import type { EventPart, Leg, LegRole } from '../../shared/domain/event.ts';
import { isNegative, isZero } from '../../shared/num/arithmetic.ts';
import type { Quantity } from '../../shared/num/types.ts';
import { epochMs, type Instant } from '../../shared/time/instant.ts';
import { exchangeTypes, meaningOf } from './binance-um-income-types.ts';
import { isCoinMargined } from './binance-pairs.ts';
import { RowCells } from './cells/row-cells.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from './header.ts';
import type { Detection, FileHead, Importer, ReadContext, Row, RowReader, Sink } from './importer.ts';
import { binanceFuturesAccount } from './known-accounts.ts';
import { zoneFact } from './zone-facts.ts';

const signatures: readonly HeaderSignature[] = [
  {
    variant: 'income',
    required: ['time', 'type', 'amount', 'asset', 'symbol', 'transaction id'],
    optional: ['uid'],
  },
];
const aliases = aliasesOf({ date: 'time' });

export const binanceUmIncome: Importer = {
  id: 'binance-um-income',
  name: 'Binance Futures Transaction History (USD-M, COIN-M)',
  exchange: 'Binance',
  help: 'Binance: Orders, Futures Order, USD-M or COIN-M, Transaction History, Export. It has funding, fees and transfers.',
  headers: [
    'Date(UTC),type,Amount,Asset,Symbol,Transaction ID',
    'Time,Type,Amount,Asset,Symbol,Transaction ID',
  ],
  account: binanceFuturesAccount,
  accountIsChoice: true,
  // Funding and transfers with their contracts, which the trade history has not; fills it only has as money.
  ranks: { futures: 2, funding: 1, moves: 1 },
  detect,
  open: (detection, context, sink) => new IncomeReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures, aliases);
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  const why = `Its columns are those of Binance's futures transaction history (${head.rows[headerIndex]?.raw ?? ''}).`;
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why,
    zone: zoneFact(head, headerIndex, zoneText),
  };
}

/** A row that was read. */
interface Income {
  readonly row: Row;
  readonly time: Instant;
  readonly type: string;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly contract: ContractId | null;
  readonly id: string | null;
  readonly key: string;
}

class IncomeReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;

  constructor({ columns }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = columns;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    if (!this.#cells.begin(cells, line, raw)) return;
    const income = this.#read({ cells, line, raw });
    if (income === undefined) return;
    this.#emit(income);
  }

  end(): void {
    // No row waits for another: the engine puts halves together.
  }

  #read(row: Row): Income | undefined {
    const cells = this.#cells;
    const text = (column: string): string => cells.text(this.#columns.get(column));
    const time = cells.time(this.#columns.get('time'), 'Time');
    const amount = text('amount');
    if (isBlank(amount)) cells.error('import/missing-value', { column: 'Amount' }, 'Amount');
    const quantity = cells.quantity(amount, 'Amount');
    const asset = text('asset').toUpperCase();
    if (asset === '') cells.error('import/missing-value', { column: 'Asset' }, 'Asset');
    const type = text('type').toUpperCase();
    if (type === '') cells.error('import/missing-value', { column: 'Type' }, 'Type');
    if (!cells.isGood || time === undefined || !quantity) return undefined;
    const symbol = text('symbol').toUpperCase();
    const id = transactionId(text('transaction id'));
    const what = `${type}|${symbol}|${asset}|${quantity.text}`;
    return {
      row,
      time,
      type,
      asset: this.#context.tickers.asset(asset, time),
      quantity: quantity.value,
      contract: symbol === '' || symbol === '-' ? null : contractOf(symbol),
      id,
      key: id === null ? `${epochMs(time)}|${what}` : `#${id}|${what}`,
    };
  }

  #emit(income: Income): void {
    const { kind, role, reason, isKnown } = meaningOf(income.type, isNegative(income.quantity));
    if (!isKnown) this.#cells.warn('import/unknown-type', { type: income.type }, income.type);
    this.#sink.event(income.key, {
      ...this.#common(income),
      kind,
      legs: this.#legs(income, role),
      ...(reason && { reason }),
      ...(exchangeTypes.has(income.type) && { part: partOf(income) }),
    });
  }

  #common(income: Income): {
    line: number;
    raw: string;
    time: Instant;
    note: string;
    contract?: ContractId;
    externalId?: string;
  } {
    const { time, type, contract, id, row } = income;
    const { line, raw } = row;
    return {
      line,
      raw,
      time,
      note: type,
      ...(contract && { contract }),
      ...(id !== null && { externalId: id }),
    };
  }

  #legs({ asset, quantity }: Income, role: LegRole): readonly Leg[] {
    return isZero(quantity) ? [] : [{ account: this.#context.account.id, asset, quantity, role }];
  }
}

/** Two rows of one exchange share its id; automatic ones may have none, and then share the time. */
function partOf({ id, type, time }: Income): EventPart {
  return { assembly: 'group', group: id ?? `${type}|${epochMs(time)}`, operation: type };
}

function contractOf(symbol: string): ContractId {
  return contractId(isCoinMargined(symbol) ? 'binance-cm' : 'binance-um', symbol);
}

/** null where there is none, or where a spreadsheet has rounded it. */
function transactionId(text: string): string | null {
  return /^[\w-]+$/u.test(text) && !/^[0-]+$/u.test(text) ? text : null;
}
