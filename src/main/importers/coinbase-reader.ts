/** Rows of a Coinbase transaction history → events; see coinbase.ts. */
import { assetId, type AssetId } from '../../shared/domain/asset.ts';
import type { EventKind, EventPart, IncomeReason, Leg, LegRole } from '../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { money, price as priceOfText, rate } from '../../shared/num/parse.ts';
import { quantityTimes } from '../../shared/num/products.ts';
import type { Quantity } from '../../shared/num/types.ts';
import { toIso } from '../../shared/time/instant.ts';
import { RowCells, shown } from './cells/row-cells.ts';
import { canBeKept } from './cells/stated-worth.ts';
import { tradeKind } from './cells/trades.ts';
import { columnsOf, type Side, sizeOf, tradeAmounts, worthOf } from './coinbase-amounts.ts';
import { convertedInto, paidWith, type RowFigures } from './coinbase-notes.ts';
import { type CoinbaseRow, createRowReading } from './coinbase-row.ts';
import { type CoinbaseShape, rewardOfReceive } from './coinbase-types.ts';
import type { Detection, ReadContext, Row, RowReader, Sink } from './importer.ts';

/** The currency that values are kept in where a file states them. */
const dollar = assetId('USD');

type Sign = 1 | -1;
type OneWay = CoinbaseShape & { readonly shape: 'one-way' };

export class CoinbaseReader implements RowReader {
  readonly #cells: RowCells;
  readonly #read: (row: Row) => CoinbaseRow | undefined;
  readonly #context: ReadContext;
  readonly #sink: Sink;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(detection.columns.size, context, sink);
    this.#read = createRowReading(detection, this.#cells, context);
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
    else if (meaning.shape === 'convert') this.#convert(read);
    else if (meaning.shape === 'internal') this.#sink.ignored('inside-the-account', line, raw);
    else this.#oneWay(read, meaning);
  }

  end(): void {
    // No row waits for another.
  }

  #trade(read: CoinbaseRow, side: Side): void {
    if (side === 'buy' && read.isOut === true) {
      const text = `-${toText(read.quantity)}`;
      this.#cells.error('import/negative', { column: 'Quantity Transacted', text }, 'quantity');
      return;
    }
    const columns = columnsOf(read, side);
    const amounts = tradeAmounts(read, columns, side);
    if (amounts === null) return this.#withoutMoney(read);
    const { asset, principal, fee, isInReport } = amounts;
    if (columns?.doFit === false) this.#warnOfParts(read);
    if (read.type.startsWith('advanced') && paidWith(read.notes, figuresOf(read)) === null) {
      this.#cells.warn('import/note-unread', { note: shown(read.notes), currency: read.currency });
    }
    const sign = side === 'buy' ? 1 : -1;
    // A trade in dollars says its own value.
    const value = isInReport || read.currency !== dollar || columns === null ? null : columns.subtotal;
    const kind = side === 'buy' ? tradeKind(read.asset, asset, side) : tradeKind(asset, read.asset, side);
    // What the report counts in is money, even where it is a currency that nobody listed.
    this.#emit(read, isInReport ? side : kind, [
      this.#leg(read.asset, read.quantity, sign, 'principal', value),
      this.#leg(asset, principal, sign === 1 ? -1 : 1, 'principal', value),
      ...this.#feeLegs(asset, fee, value === null ? null : (columns?.fee ?? null)),
    ]);
  }

  /** Of the three columns at least two must be there, or the note must say it. */
  #withoutMoney({ subtotal, total }: CoinbaseRow): void {
    const column = subtotal !== null ? 'Fees' : total !== null ? 'Subtotal' : 'Subtotal, Total';
    this.#cells.error('import/missing-value', { column }, column);
  }

  #warnOfParts({ subtotal, total, fees }: CoinbaseRow): void {
    const parts = [subtotal, fees].map((one) => toText(sizeOf(one))).join(', ');
    this.#cells.warn('import/parts-disagree', { parts, change: toText(sizeOf(total)) });
  }

  /** A fee below zero was given back. */
  #feeLegs(asset: AssetId, fee: Quantity, value: Quantity | null): readonly Leg[] {
    if (!isNegative(fee)) return [this.#leg(asset, fee, -1, 'fee', value)];
    return [this.#leg(asset, negate(fee), 1, 'rebate', value === null ? null : absolute(value))];
  }

  /**
   * In one row the note says what came. Since 2026 a second row states it with all its digits: where both are there, that
   * row counts before the note (`engine/events/assemble-restated.ts`); alone, each says what it can.
   */
  #convert(read: CoinbaseRow): void {
    if (read.isOut === false)
      return this.#emitPart(read, 'balance-change', this.#single(read, 1, 'principal'));
    const into = convertedInto(read.notes, figuresOf(read));
    if (into === null) {
      if (read.isOut === null)
        return this.#cells.error('import/convert-unreadable', { note: shown(read.notes) });
      return this.#emitPart(read, 'balance-change', this.#single(read, -1, 'principal'));
    }
    const asset = this.#context.tickers.asset(into.asset, read.time);
    // The total is what the coins given were worth; the subtotal what the spread left of it, where the two fit.
    const [subtotal, total] = [sizeOf(read.subtotal), sizeOf(read.total)];
    const isValued = read.currency === dollar && !isZero(total);
    const isNetKnown = isValued && !isZero(subtotal) && subtotal <= total;
    const legs = [
      this.#leg(asset, into.quantity, 1, 'principal', isNetKnown ? subtotal : null),
      this.#leg(read.asset, read.quantity, -1, 'principal', isValued ? total : null),
    ];
    return this.#emitPart(read, tradeKind(asset, read.asset, 'buy'), legs);
  }

  /** A row of a conversion of which another row may state the other side: they have one note, and come on one day. */
  #emitPart(read: CoinbaseRow, kind: EventKind, legs: readonly Leg[]): void {
    if (read.isOut === null) return this.#emit(read, kind, legs);
    const group = `${toIso(read.time).slice(0, 10)} ${read.notes}`;
    return this.#emit(read, kind, legs, { part: { assembly: 'restated', group, operation: read.typeText } });
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
    if (reward !== null) this.#statePrice(read);
    if (reward !== null)
      return this.#emit(read, 'income', this.#single(read, 1, 'principal', pricedValueOf(read)), {
        reason: reward,
      });
    if (isMove) return this.#emit(read, isOut ? 'withdrawal' : 'deposit', this.#moveLegs(read, isOut));
    if (!isAsExpected)
      return this.#emit(read, 'balance-change', this.#single(read, isOut ? -1 : 1, 'principal'));
    this.#statePrice(read);
    const role = meaning.kind === 'fee' || meaning.kind === 'rebate' ? meaning.kind : 'principal';
    const reason = meaning.reason === undefined ? {} : { reason: meaning.reason };
    const legs = this.#single(read, isOut ? -1 : 1, role, pricedValueOf(read));
    return this.#emit(read, meaning.kind, legs, reason);
  }

  /** The quantity is what the balance changed by; a fee in the same currency is inside it. */
  #moveLegs(read: CoinbaseRow, isOut: boolean): readonly Leg[] {
    const fees = sizeOf(read.fees);
    const hasFee = read.asset === read.currency && !isZero(fees) && fees < read.quantity;
    if (!hasFee) return this.#single(read, isOut ? -1 : 1, 'principal');
    const signed = isOut ? negate(read.quantity) : read.quantity;
    const account = this.#context.account.id;
    return [
      { account, asset: read.asset, quantity: add(signed, fees), role: 'principal' },
      this.#leg(read.asset, fees, -1, 'fee', null),
    ];
  }

  #single(read: CoinbaseRow, sign: Sign, role: LegRole, value = valueOf(read)): readonly Leg[] {
    return [this.#leg(read.asset, read.quantity, sign, role, value)];
  }

  /** Of what came as income or went for good, the price in other money is kept, where it is no rough one. */
  #statePrice(read: CoinbaseRow): void {
    const { asset, currency, price, time, row } = read;
    // In dollars the value stays with the row.
    if (price?.isPrecise !== true || asset === currency || currency === dollar) return;
    const source = `${this.#context.file}, line ${row.line}`;
    const mark = { of: asset, time, price: priceOfText(toText(price.value)), source };
    this.#sink.price(mark, row.line, row.raw, currency);
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
    more: { readonly reason?: IncomeReason; readonly part?: EventPart } = {},
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

function figuresOf(read: CoinbaseRow): RowFigures {
  return { quantity: read.quantity, worth: worthOf(read) };
}

/** What a row says that its coins are worth, in the currency that values are kept in. */
function valueOf({ subtotal, total, currency, asset }: CoinbaseRow): Quantity | null {
  const first = sizeOf(subtotal);
  const stated = isZero(first) ? sizeOf(total) : first;
  return currency === dollar && asset !== dollar && !isZero(stated) ? stated : null;
}

/** As `valueOf`; where only the price is stated, it is that times the coins. */
function pricedValueOf(read: CoinbaseRow): Quantity | null {
  const { asset, currency, price, quantity } = read;
  const stated = valueOf(read);
  if (stated !== null || price === null || currency !== dollar || asset === dollar) return stated;
  const value = quantityTimes(quantity, rate(toText(price.value)), 'half-even');
  return canBeKept(value) ? value : null;
}
