/** What the rows of Deribit's transaction log become; see deribit-log.ts. */
import { isBlank } from '../cells/decimals.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { EventKind, IncomeReason, Leg } from '../../../shared/domain/event.ts';
import { add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import type { Draft, TableRow } from '../table/table-row.ts';

interface LogRow {
  readonly time: Instant;
  readonly type: string;
  readonly side: string;
  readonly instrument: string;
  readonly currency: AssetId;
  readonly cashFlow: Quantity;
  readonly funding: Quantity;
  readonly fee: Quantity;
  readonly change: Quantity;
  /** After the row; undefined where the cell is empty. */
  readonly after: Quantity | undefined;
}

/** In: `currency`, which the whole file is in. */
export function readDeribitRow(row: TableRow, currency: AssetId): void {
  const time = row.time('date');
  const type = row.needed('type').toLowerCase();
  const cashFlow = row.quantity('cash flow');
  const funding = type === 'settlement' ? row.stated('funding') : row.quantity('funding');
  const [fee, change] = [row.quantity('fee'), row.stated('change')];
  const balance = row.quantity('balance');
  if (!row.isGood || !time || !cashFlow || !funding || !fee || !change || !balance) return;
  const read: LogRow = {
    time,
    type,
    side: row.text('side').toLowerCase(),
    instrument: row.text('instrument').toUpperCase(),
    currency,
    cashFlow: cashFlow.value,
    funding: funding.value,
    fee: fee.value,
    change: change.value,
    after: isBlank(row.text('balance')) ? undefined : balance.value,
  };
  (readers.get(type) ?? other)(row, read);
}

type Reader = (row: TableRow, read: LogRow) => void;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['trade', trade],
  ['delivery', delivery],
  ['settlement', settlement],
  ['position move', positionMove],
  ['deposit', move],
  ['withdrawal', move],
  ['transfer', move],
]);

function trade(row: TableRow, read: LogRow): void {
  if (/^[A-Z0-9]+_[A-Z0-9]+$/u.test(read.instrument)) return spot(row, read);
  if (/-[CP]$/u.test(read.instrument)) return option(row, read);
  return fill(row, read, moneyOf(row, read));
}

/** What a trade did to the balance: profit and fee, each only where this row pays it. */
function moneyOf(row: TableRow, { cashFlow, fee, change, currency, side }: LogRow): readonly Leg[] {
  const { account } = row;
  const cost = costLeg(account, currency, fee);
  if (change === subtract(cashFlow, fee) && !isZero(cashFlow))
    return [...leg(account, currency, cashFlow, 'profit'), ...cost];
  // Paid with the next settlement: this row itself pays nothing, which is not the same as saying nothing.
  const paysLater: readonly Leg[] = side.startsWith('close')
    ? [{ account, asset: currency, quantity: zeroQuantity, role: 'profit' }]
    : [];
  if (change === negate(fee)) return [...paysLater, ...cost];
  if (change === cashFlow) return isZero(cashFlow) ? paysLater : leg(account, currency, cashFlow, 'profit');
  const rest = subtract(change, subtract(cashFlow, fee));
  row.warn('import/rest-of-change', { change: toText(change), rest: toText(rest) });
  return [...leg(account, currency, cashFlow, 'profit'), ...cost, ...leg(account, currency, rest)];
}

function fill(row: TableRow, read: LogRow, legs: readonly Leg[]): void {
  const quantity = row.positive(row.has('amount') ? 'amount' : 'size');
  const price = row.price('price');
  const side = /\b(?:buy|sell)\b/u.exec(read.side)?.[0];
  if (side !== 'buy' && side !== 'sell')
    row.error(
      'import/unknown-word',
      { column: 'side', text: read.side, known: 'open buy, close sell …' },
      'side',
    );
  if (!row.isGood || !quantity || !price || (side !== 'buy' && side !== 'sell')) return;
  const { account } = row;
  const contract = contractId('deribit', read.instrument);
  const { value } = quantity;
  return emit(row, read, {
    kind: 'futures-fill',
    legs,
    fill: { account, contract, side, quantity: value, price: price.value, positionSide: 'one-way' },
    note: feeNote(read),
  });
}

function feeNote({ fee, change, cashFlow, type }: LogRow): string {
  const isFromCredit = !isZero(fee) && change === cashFlow;
  return isFromCredit ? `${type}: fee of ${toText(fee)} taken from the fee balance` : type;
}

/** Coins against coins: the other side stands in the other currency's file. */
function spot(row: TableRow, read: LogRow): void {
  const paid = read.change === read.cashFlow ? zeroQuantity : read.fee;
  const group = row.text('trade id');
  return emit(row, read, {
    kind: 'balance-change',
    legs: [
      ...leg(row.account, read.currency, add(read.change, paid)),
      ...costLeg(row.account, read.currency, paid),
    ],
    note: `spot trade on ${read.instrument}: the other side is in the file of the other currency`,
    ...(group !== '' && { part: { assembly: 'group', group, operation: `trade ${read.side}` } }),
  });
}

/** Premiums are paid and received as money; what an option comes to is their sum. */
function option(row: TableRow, read: LogRow): void {
  row.warn('import/unconfirmed-type', { type: 'option', meaning: 'the premium as profit or loss' }, 'option');
  const legs = moneyOf(row, read).filter(({ quantity }) => !isZero(quantity));
  return emit(row, read, { kind: 'realised-profit', legs, ...contractOf(read), note: feeNote(read) });
}

function delivery(row: TableRow, read: LogRow): void {
  const legs = moneyOf(row, read).filter(({ quantity }) => !isZero(quantity));
  return emit(row, read, { kind: 'settlement', legs, ...contractOf(read), note: feeNote(read) });
}

/** The session's profit with the funding inside: told apart. */
function settlement(row: TableRow, read: LogRow): void {
  const { account } = row;
  const { currency, cashFlow, funding, fee, change } = read;
  const rest = subtract(change, subtract(cashFlow, fee));
  if (!isZero(rest)) row.warn('import/rest-of-change', { change: toText(change), rest: toText(rest) });
  const legs = [
    ...leg(account, currency, subtract(cashFlow, funding), 'profit'),
    ...leg(account, currency, funding, 'funding'),
    ...costLeg(account, currency, fee),
    ...leg(account, currency, rest),
  ];
  return emit(row, read, { kind: 'settlement', legs, ...contractOf(read), note: read.type });
}

/** From another account of the same person, at a price; money moves only where the row says so. */
function positionMove(row: TableRow, read: LogRow): void {
  row.warn(
    'import/unconfirmed-type',
    { type: read.type, meaning: 'a trade at the price of the row' },
    read.type,
  );
  return fill(row, read, leg(row.account, read.currency, read.change, 'profit'));
}

function move(row: TableRow, read: LogRow): void {
  const isOut = isNegative(read.change);
  const fee = isOut ? read.fee : zeroQuantity;
  return emit(row, read, {
    kind: isOut ? 'withdrawal' : 'deposit',
    legs: [
      ...leg(row.account, read.currency, add(read.change, fee)),
      ...costLeg(row.account, read.currency, fee),
    ],
    note: row.text('info') || read.type,
  });
}

interface OtherType {
  readonly kind: EventKind;
  readonly role: Leg['role'];
  readonly reason?: IncomeReason;
  readonly isConfirmed: boolean;
}

const others: ReadonlyMap<string, OtherType> = new Map<string, OtherType>([
  ['transfer from insurance', { kind: 'insurance', role: 'insurance', isConfirmed: true }],
  ['socialized fund', { kind: 'insurance', role: 'insurance', isConfirmed: true }],
  ['swap', { kind: 'balance-change', role: 'principal', isConfirmed: false }],
  ['correction', { kind: 'balance-change', role: 'principal', isConfirmed: false }],
  ['usdc reward', { kind: 'income', role: 'principal', reason: 'reward', isConfirmed: false }],
]);

function other(row: TableRow, read: LogRow): void {
  const known = others.get(read.type);
  if (known === undefined) row.warn('import/unknown-type', { type: read.type }, read.type);
  else if (!known.isConfirmed)
    row.warn('import/unconfirmed-type', { type: read.type, meaning: known.kind }, read.type);
  return emit(row, read, {
    kind: known?.kind ?? 'balance-change',
    legs: leg(row.account, read.currency, read.change, known?.role),
    ...(known?.reason !== undefined && !isNegative(read.change) && { reason: known.reason }),
    ...contractOf(read),
    note: row.text('info') || read.type,
  });
}

function contractOf({ instrument }: LogRow): Pick<Draft, 'contract'> {
  return instrument === '' || instrument === '-' ? {} : { contract: contractId('deribit', instrument) };
}

function emit(row: TableRow, { time, after }: LogRow, draft: Omit<Draft, 'time'>): void {
  if (draft.legs.length === 0 && draft.fill === undefined) row.ignored('nothing-moved');
  else
    row.emit({
      ...draft,
      time,
      legs: withBalance(draft.legs, after),
      externalId: row.text('trade id').replace(/^-$/u, '') || row.text('id'),
    });
}
