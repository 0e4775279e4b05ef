/**
 * Kraken's ledgers: one row a change of one balance, in six headers (with or without subtype, subclass, wallet, value in
 * dollars, and a last empty column).
 *
 * The amount is without the fee: balance = balance before + amount − fee. The legs of a trade are rows with one
 * reference, each with its own fee. A row without an id and a balance is the pending copy of a later one.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/unclear-type`, `import/unconfirmed-type`,
 * `import/unpaired`, `import/fee-sign-assumed`.
 */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import type { EventKind, EventPart, Leg, LegRole } from '../../../shared/domain/event.ts';
import { absolute, isNegative, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { isBlank } from '../cells/decimals.ts';
import type { Detection, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { krakenAccount } from '../known-accounts.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { type Draft, TableRow } from '../table/table-row.ts';
import { isMoney, krakenCode } from './kraken-assets.ts';
import { type KrakenMeaning, krakenMeaning, type KrakenWay } from './kraken-ledger-types.ts';

const table = tableImporter({
  id: 'kraken-ledgers',
  name: 'Kraken ledgers',
  exchange: 'Kraken',
  help: 'Kraken: profile, Documents, New export, Ledgers, all fields, CSV. Of Kraken’s files it is the one to bring: it has every change of a balance, with the fee that was paid.',
  headers: [
    'txid,refid,time,type,aclass,asset,amount,fee,balance',
    'txid,refid,time,type,subtype,aclass,asset,amount,fee,balance',
    'txid,refid,time,type,subtype,aclass,asset,wallet,amount,fee,balance',
    'txid,refid,time,type,subtype,aclass,asset,amount,fee,balance,amountusd',
    'txid,refid,time,type,subtype,aclass,asset,wallet,amount,fee,balance,amountusd',
    'txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance',
  ],
  account: krakenAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // Kraken: the fee in the trades file is an estimate in the quote currency; the ledger has what was deducted.
  ranks: { trades: 1, moves: 1, income: 1, futures: 1, funding: 1 },
  layouts: [
    {
      variant: 'ledgers',
      required: columnsOf('txid, refid, time, type, aclass, asset, amount, fee, balance'),
      optional: ['subtype', 'subclass', 'wallet', 'amountusd'],
      words: 'all years',
      zone: utc,
    },
  ],
  row: () => undefined,
});

/** By a reader of its own, for what a row is depends on its type. */
export const krakenLedgers: Importer = {
  ...table,
  open: (detection, context, sink) => new LedgersReader(detection, context, sink),
};

/** A row that was read. */
interface LedgerRow {
  readonly time: Instant;
  readonly type: string;
  readonly subtype: string;
  readonly refid: string;
  readonly asset: AssetId;
  readonly amount: Quantity;
  /** What the row took besides the amount; negative where it was given back. */
  readonly fee: Quantity;
  /** Whether the sign of the fee is a guess. */
  readonly isFeeAssumed: boolean;
  /** Of the row's pocket; null where the row states none. */
  readonly balance: Quantity | null;
  /** Whether that is what the account holds: coins may be in several pockets, each with a balance of its own. */
  readonly isOfAccount: boolean;
  readonly txid: string;
}

const feeCredit = assetId('KFEE');

class LedgersReader implements RowReader {
  readonly #table: TableRow;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#table = new TableRow(detection, context, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const table = this.#table;
    if (!table.begin(cells, line, raw)) return;
    if (isBlank(table.text('txid')) && isBlank(table.text('balance'))) return table.ignored('not-final');
    const row = this.#read();
    if (row === undefined) return;
    const meaning = krakenMeaning(row.type, row.subtype);
    if (meaning === undefined) this.#unknown(row);
    else if (isZero(row.amount) && isZero(row.fee)) table.ignored('nothing-moved');
    else if (meaning.shape === 'part') this.#part(row, meaning);
    else if (meaning.shape === 'inside' || isMigration(row)) this.#inside(row);
    else this.#alone(row, meaning);
  }

  end(): void {
    // No row waits for another.
  }

  #read(): LedgerRow | undefined {
    const table = this.#table;
    const time = table.time('time');
    const type = table.needed('type').toLowerCase();
    const code = table.needed('asset');
    const amount = table.stated('amount');
    const fee = table.quantity('fee');
    const stated = table.quantity('balance');
    if (!table.isGood || time === undefined || !amount || !fee || !stated) return undefined;
    const { ticker, isPocket } = krakenCode(code);
    const wallet = table.text('wallet').toLowerCase();
    const balance = isBlank(table.text('balance')) ? null : stated.value;
    const isFeeAssumed = this.#isFeeAssumed(amount.value, fee.value);
    const asset = table.asset(ticker, time);
    return {
      time,
      type,
      subtype: table.text('subtype').toLowerCase(),
      refid: table.text('refid'),
      asset,
      amount: amount.value,
      fee: isFeeAssumed ? absolute(fee.value) : fee.value,
      isFeeAssumed,
      balance,
      isOfAccount: !isPocket && isMain(wallet) && isMoney(asset),
      txid: isBlank(table.text('txid')) ? '' : table.text('txid'),
    };
  }

  /**
   * Some files write fees that were paid with a minus; of a reversal they came back. The balance of the row before tells,
   * once all rows are there (`engine/events/fee-signs.ts`).
   */
  #isFeeAssumed(amount: Quantity, fee: Quantity): boolean {
    if (!isNegative(fee)) return false;
    const type = this.#table.text('type').toLowerCase();
    const isReversal = type === 'deposit' ? isNegative(amount) : type === 'withdrawal' && !isNegative(amount);
    if (isReversal) return false;
    this.#table.warn('import/fee-sign-assumed', { fee: this.#table.text('fee') });
    return true;
  }

  #part(row: LedgerRow, { isConfirmed }: KrakenMeaning & { readonly shape: 'part' }): void {
    const table = this.#table;
    if (!isConfirmed) {
      const meaning = 'one leg of an exchange of coins';
      table.warn('import/unconfirmed-type', { type: words(row), meaning }, row.type);
    }
    if (!isReference(row.refid)) {
      table.warn('import/unpaired', { type: words(row) }, row.type);
      return this.#emit(row, 'balance-change', this.#legs(row, 'principal'));
    }
    return this.#emit(row, 'balance-change', this.#legs(row, 'principal'), {
      part: { assembly: 'group', group: row.refid, operation: words(row), ...inDoubt(row) },
      note: `${words(row)}: one leg of ${row.refid}`,
    });
  }

  #inside(row: LedgerRow): void {
    if (isZero(row.fee)) return this.#table.ignored('inside-the-account');
    const legs = this.#legs({ ...row, amount: zeroQuantity }, 'principal');
    return this.#emit(row, 'fee', legs);
  }

  #alone(row: LedgerRow, meaning: KrakenMeaning & { readonly shape: 'alone' }): void {
    if (isEitherMigration(row)) return this.#unclear(row);
    const way = isNegative(row.amount) ? meaning.out : meaning.in;
    if (way.isUnclear === true) this.#table.warn('import/unclear-type', { type: words(row) }, words(row));
    const reason = way.reason === undefined ? {} : { reason: way.reason };
    const isReversal = row.type !== way.kind && (row.type === 'deposit' || row.type === 'withdrawal');
    const note = isReversal ? { note: `reversal of a ${row.type} that failed` } : {};
    if (way.role === 'funding') {
      // Interest on a margin position stands in the fee column.
      const legs = this.#legs(
        { ...row, amount: subtract(row.amount, row.fee), fee: zeroQuantity },
        'funding',
      );
      // Of an amount and a fee in one leg, the fee cannot be turned round.
      return this.#emit({ ...row, isFeeAssumed: row.isFeeAssumed && isZero(row.amount) }, way.kind, legs);
    }
    const kind = kindOf(row, way);
    const role = kind === 'rebate' ? 'rebate' : way.role;
    return this.#emit(row, kind, this.#legs(row, role), { ...reason, ...note });
  }

  #unclear(row: LedgerRow): void {
    this.#table.warn('import/unclear-type', { type: words(row) }, words(row));
    this.#emit(row, 'balance-change', this.#legs(row, 'principal'));
  }

  #unknown(row: LedgerRow): void {
    this.#table.warn('import/unknown-type', { type: words(row) }, words(row));
    this.#emit(row, 'balance-change', this.#legs(row, 'principal'));
  }

  /** The last leg has the balance: it is the row's. */
  #legs({ asset, amount, fee, balance, isOfAccount }: LedgerRow, role: LegRole): readonly Leg[] {
    const { account } = this.#table;
    const legs = [...leg(account, asset, amount, role), ...costLeg(account, asset, fee)];
    return withBalance(legs, isOfAccount && balance !== null ? balance : undefined);
  }

  #emit(
    row: LedgerRow,
    kind: EventKind,
    legs: readonly Leg[],
    more: Partial<Pick<Draft, 'part' | 'reason' | 'note'>> = {},
  ): void {
    const { time, txid } = row;
    // Alone: no other row has its id.
    const part = { assembly: 'group' as const, group: txid, operation: words(row), ...inDoubt(row) };
    this.#table.emit({
      time,
      kind,
      legs,
      note: words(row),
      ...(row.isFeeAssumed && txid !== '' && kind !== 'balance-change' && { part }),
      ...(txid !== '' && { externalId: txid }),
      ...more,
    });
  }
}

function inDoubt({ isFeeAssumed }: LedgerRow): Pick<EventPart, 'feeSign'> {
  return isFeeAssumed ? { feeSign: 'assumed' } : {};
}

/** A row may have only a fee; credits for fees ("KFEE") are booked as deposits. */
function kindOf({ amount, asset, type }: LedgerRow, { kind, role }: KrakenWay): EventKind {
  if (isZero(amount)) return role === 'profit' ? 'futures-fee' : 'fee';
  return type === 'deposit' && asset === feeCredit ? 'rebate' : kind;
}

function words({ type, subtype }: Pick<LedgerRow, 'type' | 'subtype'>): string {
  return subtype === '' ? type : `${type} ${subtype}`;
}

/** Kraken writes "Unknown" where it has lost the reference. */
function isReference(refid: string): boolean {
  return !isBlank(refid) && refid.toLowerCase() !== 'unknown';
}

/**
 * In 2024 staked coins moved into new pockets, as rows of type "earn" that say nothing more: one pocket empties, and one
 * that was empty has just what came. A reward comes to a pocket that has coins, or has a fee.
 */
function isMigration({ type, subtype, refid, amount, fee, balance }: LedgerRow): boolean {
  if (type !== 'earn' || subtype !== '' || isReference(refid)) return false;
  return isNegative(amount) || (isZero(fee) && balance === amount);
}

/** A reward or a move into a new pocket: only the balance tells, and the row has none. */
function isEitherMigration({ type, subtype, refid, balance }: LedgerRow): boolean {
  return type === 'earn' && subtype === '' && !isReference(refid) && balance === null;
}

function isMain(wallet: string): boolean {
  return wallet === '' || wallet.startsWith('spot');
}
