/** What a row is that states what came in, what went out, a fee, and a label: the layouts of tax programs agree in that. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { EventKind, IncomeReason, Leg, LegRole } from '../../../shared/domain/event.ts';
import { isNegative, negate } from '../../../shared/num/arithmetic.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { tradeKind } from '../cells/trades.ts';
import { type Amount, came, type GenericRow, left } from './generic-row.ts';

/** What an amount alone is, by its label. */
export interface OneSide {
  readonly kind: EventKind;
  readonly reason?: IncomeReason;
  readonly role?: LegRole;
}

export interface Label {
  readonly in: OneSide;
  readonly out: OneSide;
  /** Whether nobody can say what it means for tax: the balance changes, with a warning. */
  readonly isOpen?: boolean;
  /** A trade whose other side is zero is still a trade's half, not a move. */
  readonly isTrade?: boolean;
}

export interface TwoSided {
  readonly time: Instant;
  readonly received: Amount | null;
  readonly sent: Amount | null;
  readonly fee: Amount | null;
  readonly to: AccountId;
  readonly from: AccountId;
  readonly label: Label;
  readonly id?: string;
  readonly note?: string;
  /** What the row is worth in the currency that values are kept in. */
  readonly worth?: Money;
}

/** Futures as one figure: programs that were written for coins know no more. */
const oneFigure = 'one figure, usually net of fees';

/** Both sides are a trade, or a transfer where the same coin changes the account; one side is what its label says. */
export function emitTwoSided(row: GenericRow, given: TwoSided): void {
  const { received, sent, label } = given;
  if (received !== null && sent !== null) {
    emitBoth(row, given, received, sent);
  } else if (label.isTrade === true && (received !== null || sent !== null)) {
    row.cells.warn('import/unclear-type', { type: 'trade with one side' }, 'half a trade');
    emitOne(row, given, { kind: 'balance-change' });
  } else {
    emitOne(row, given, received === null ? label.out : label.in);
  }
}

function emitBoth(row: GenericRow, given: TwoSided, received: Amount, sent: Amount): void {
  const { to, from } = given;
  const isTransfer = received.asset === sent.asset && to !== from;
  row.emit({
    ...common(given),
    kind: isTransfer ? 'transfer' : tradeKind(received.asset, sent.asset, 'buy'),
    legs: [...[came(to, received), left(from, sent)].map((leg) => worthy(leg, given)), ...feeLegs(given)],
  });
}

function emitOne(row: GenericRow, given: TwoSided, { kind, reason, role = 'principal' }: OneSide): void {
  const { received, sent, to, from, fee } = given;
  const legs = [
    ...(received === null ? [] : [came(to, received, role)]),
    ...(sent === null ? [] : [left(from, sent, role)]),
  ];
  const onlyFee = legs.length === 0 && fee !== null;
  const { note } = given;
  const figure = kind === 'realised-profit' ? oneFigure : '';
  const words = [figure, note ?? ''].filter((text) => text !== '').join('; ');
  row.emit({
    ...common(given),
    kind: onlyFee ? 'fee' : kind,
    legs: [...legs.map((leg) => worthy(leg, given)), ...feeLegs(given)],
    ...(reason !== undefined && !onlyFee && { reason }),
    ...(words !== '' && { note: words }),
  });
}

function worthy(leg: Leg, { worth }: TwoSided): Leg {
  if (worth === undefined) return leg;
  return { ...leg, value: isNegative(leg.quantity) ? negate(worth) : worth };
}

function feeLegs({ fee, from, to, sent }: TwoSided): readonly ReturnType<typeof left>[] {
  return fee === null ? [] : [left(sent === null ? to : from, fee, 'fee')];
}

function common({ time, id = '', note = '' }: TwoSided): {
  time: Instant;
  externalId?: string;
  note?: string;
} {
  return { time, ...(id !== '' && { externalId: id }), ...(note !== '' && { note }) };
}
