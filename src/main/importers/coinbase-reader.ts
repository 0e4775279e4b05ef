/** Rows of a Coinbase transaction history → events; see coinbase.ts. */
import { assetId, type AssetId } from '../../shared/domain/asset.ts';
import type { EventKind, IncomeReason, Leg, LegRole } from '../../shared/domain/event.ts';
import { add, isZero, negate } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { money } from '../../shared/num/parse.ts';
import type { Quantity } from '../../shared/num/types.ts';
import { msBetween } from '../../shared/time/instant.ts';
import { RowCells, shown } from './cells/row-cells.ts';
import { tradeKind } from './cells/trades.ts';
import { tradeAmounts } from './coinbase-amounts.ts';
import { convertedInto, paidWith } from './coinbase-notes.ts';
import { type CoinbaseRow, createRowReading } from './coinbase-row.ts';
import { type CoinbaseShape, rewardOfReceive } from './coinbase-types.ts';
import type { Detection, ReadContext, Row, RowReader, Sink } from './importer.ts';

/** Both rows of a conversion come within this. */
const convertWindowMs = 5000;
/** The currency that values are kept in where a file states them. */
const dollar = assetId('USD');

type Sign = 1 | -1;
type OneWay = CoinbaseShape & { readonly shape: 'one-way' };

export class CoinbaseReader implements RowReader {
  readonly #cells: RowCells;
  readonly #read: (row: Row) => CoinbaseRow | undefined;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  /** Conversions that may turn out to have a second row, by their note. */
  readonly #converts = new Map<string, CoinbaseRow>();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(detection.columns.size, context, sink);
    this.#read = createRowReading(detection, this.#cells);
    this.#context = context;
    this.#sink = sink;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    if (!this.#cells.begin(cells, line, raw)) return;
    const read = this.#read({ cells, line, raw });
    if (read === undefined) return;
    const { meaning } = read;
    if (meaning === null) this.#unknown(read);
    else if (meaning.shape === 'trade') this.#trade(read, meaning.side);
    else if (meaning.shape === 'convert') this.#holdConvert(read);
    else if (meaning.shape === 'internal') this.#emit(read, 'balance-change', []);
    else this.#oneWay(read, meaning);
  }

  end(): void {
    for (const read of this.#converts.values()) this.#convertAlone(read);
    this.#converts.clear();
  }

  #trade(read: CoinbaseRow, side: 'buy' | 'sell'): void {
    if (side === 'buy' && read.isOut === true) {
      const text = `-${toText(read.quantity)}`;
      this.#cells.error('import/negative', { column: 'Quantity Transacted', text }, 'quantity');
      return;
    }
    const { asset, principal, fee, isInReport } = tradeAmounts(read, side);
    if (read.type.startsWith('advanced') && paidWith(read.notes) === null) {
      this.#cells.warn('import/note-unread', { note: shown(read.notes), currency: read.currency });
    }
    const sign = side === 'buy' ? 1 : -1;
    // A trade in dollars says its own value.
    const value = isInReport || read.currency !== dollar ? null : read.subtotal;
    const kind = side === 'buy' ? tradeKind(read.asset, asset, side) : tradeKind(asset, read.asset, side);
    // What the report counts in is money, even where it is a currency that nobody listed.
    this.#emit(read, isInReport ? side : kind, [
      this.#leg(read.asset, read.quantity, sign, 'principal', value),
      this.#leg(asset, principal, sign === 1 ? -1 : 1, 'principal', value),
      this.#leg(asset, fee, -1, 'fee', value === null ? null : read.fees),
    ]);
  }

  #holdConvert(read: CoinbaseRow): void {
    const other = this.#converts.get(read.notes);
    if (other !== undefined && isOtherHalf(other, read)) {
      this.#converts.delete(read.notes);
      const [given, received] = read.isOut === true ? [read, other] : [other, read];
      this.#convert(given, received, `${other.row.raw}\n${read.row.raw}`);
      return;
    }
    this.#converts.set(read.notes, read);
    if (other !== undefined) this.#convertAlone(other);
  }

  #convertAlone(read: CoinbaseRow): void {
    this.#cells.begin(read.row.cells, read.row.line, read.row.raw);
    const into = convertedInto(read.notes, read.quantity);
    if (into === null) this.#cells.error('import/convert-unreadable', { note: shown(read.notes) });
    else this.#convert(read, { asset: assetId(into.asset), quantity: into.quantity }, read.row.raw);
  }

  /** The total is what the coins given were worth; the subtotal what the spread left of it, where the two fit. */
  #convert(
    given: CoinbaseRow,
    into: { readonly asset: AssetId; readonly quantity: Quantity },
    raw: string,
  ): void {
    const isValued = given.currency === dollar && !isZero(given.total);
    const isNetKnown = isValued && !isZero(given.subtotal) && given.subtotal <= given.total;
    const legs = [
      this.#leg(into.asset, into.quantity, 1, 'principal', isNetKnown ? given.subtotal : null),
      this.#leg(given.asset, given.quantity, -1, 'principal', isValued ? given.total : null),
    ];
    this.#emit(given, tradeKind(into.asset, given.asset, 'buy'), legs, { raw });
  }

  #oneWay(read: CoinbaseRow, meaning: OneWay): void {
    const expectsOut = meaning.direction === null ? null : meaning.direction === 'out';
    const isOut = read.isOut ?? expectsOut;
    if (isOut === null)
      return this.#cells.error('import/unknown-type-sign', { type: read.typeText }, read.type);
    const isMove = meaning.kind === 'deposit' || meaning.kind === 'withdrawal';
    const isAsExpected = expectsOut === null || isOut === expectsOut;
    if (meaning.isUnclear === true || !(isMove || isAsExpected)) {
      this.#cells.warn('import/unclear-type', { type: read.typeText }, read.type);
    }
    const reward = read.type === 'receive' && !isOut ? rewardOfReceive(read.notes) : null;
    if (reward !== null)
      return this.#emit(read, 'income', this.#single(read, 1, 'principal'), { reason: reward });
    if (isMove) return this.#emit(read, isOut ? 'withdrawal' : 'deposit', this.#moveLegs(read, isOut));
    if (!isAsExpected)
      return this.#emit(read, 'balance-change', this.#single(read, isOut ? -1 : 1, 'principal'));
    const role = meaning.kind === 'fee' || meaning.kind === 'rebate' ? meaning.kind : 'principal';
    const reason = meaning.reason === undefined ? {} : { reason: meaning.reason };
    return this.#emit(read, meaning.kind, this.#single(read, isOut ? -1 : 1, role), reason);
  }

  /** The quantity is what the balance changed by; a fee in the same currency is inside it. */
  #moveLegs(read: CoinbaseRow, isOut: boolean): readonly Leg[] {
    const hasFee = read.asset === read.currency && !isZero(read.fees) && read.fees < read.quantity;
    if (!hasFee) return this.#single(read, isOut ? -1 : 1, 'principal');
    const signed = isOut ? negate(read.quantity) : read.quantity;
    const account = this.#context.account.id;
    return [
      { account, asset: read.asset, quantity: add(signed, read.fees), role: 'principal' },
      this.#leg(read.asset, read.fees, -1, 'fee', null),
    ];
  }

  #single(read: CoinbaseRow, sign: Sign, role: LegRole): readonly Leg[] {
    const stated = isZero(read.subtotal) ? read.total : read.subtotal;
    const isValued = read.currency === dollar && read.asset !== dollar && !isZero(stated);
    return [this.#leg(read.asset, read.quantity, sign, role, isValued ? stated : null)];
  }

  #unknown(read: CoinbaseRow): void {
    const { typeText: type, isOut } = read;
    if (isOut === null) return this.#cells.error('import/unknown-type-sign', { type }, read.type);
    this.#cells.warn('import/unknown-type', { type }, read.type);
    return this.#emit(read, 'balance-change', this.#single(read, isOut ? -1 : 1, 'principal'));
  }

  #leg(asset: AssetId, quantity: Quantity, sign: Sign, role: LegRole, value: Quantity | null): Leg {
    const account = this.#context.account.id;
    const signed = sign === 1 ? quantity : negate(quantity);
    if (value === null) return { account, asset, quantity: signed, role };
    return {
      account,
      asset,
      quantity: signed,
      role,
      value: money(toText(sign === 1 ? value : negate(value))),
    };
  }

  #emit(
    read: CoinbaseRow,
    kind: EventKind,
    legs: readonly Leg[],
    more: { readonly reason?: IncomeReason; readonly raw?: string } = {},
  ): void {
    const { key, time, row, id, notes, typeText } = read;
    this.#sink.event(key, {
      line: row.line,
      raw: row.raw,
      time,
      kind,
      legs: legs.filter((leg) => !isZero(leg.quantity)),
      note: notes === '' ? typeText : `${typeText}: ${notes}`,
      ...(id !== '' && { externalId: id }),
      ...more,
    });
  }
}

/** Two rows of one conversion: one coin went, another came, moments apart. */
function isOtherHalf(one: CoinbaseRow, other: CoinbaseRow): boolean {
  if (one.isOut === null || one.isOut === other.isOut || one.asset === other.asset) return false;
  return Math.abs(msBetween(one.time, other.time)) <= convertWindowMs;
}
