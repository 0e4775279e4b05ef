/** What the user says of rows, as rows of a Hedgerow CSV that take their place. */
import { tradeKind } from '../../../../shared/domain/trade-kind.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type {
  EventId,
  EventKind,
  IncomeReason,
  Leg,
  LegRole,
  LedgerEvent,
} from '../../../../shared/domain/event.ts';
import { rowIdOf } from '../../../engine/events/decided-rows.ts';
import { rowNamesOf } from '../../../engine/events/replaced-rows.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { absolute, add, isNegative, isZero, negate } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { type Quantity, zeroQuantity } from '../../../../shared/num/types.ts';

export interface CorrectedAmount {
  readonly asset: AssetId;
  /** Above zero. */
  readonly quantity: Quantity;
}

export interface CorrectedRow {
  readonly kind: EventKind;
  readonly reason?: IncomeReason | null;
  readonly received?: CorrectedAmount | undefined;
  readonly sent?: CorrectedAmount | undefined;
  readonly fee?: CorrectedAmount | undefined;
  /** What it cost and when it was acquired: a decimal in the reporting currency, and a date or time. */
  readonly basis?: { readonly cost: string; readonly acquired: string };
  readonly replaces: readonly EventId[];
  readonly id?: string | undefined;
}

/** The rows that take the place of what was there; `main` is the one that the user speaks of. */
export interface Correction {
  readonly main: CorrectedRow;
  readonly rows: readonly CorrectedRow[];
}

/** A row that is what its amounts say, of another kind. In: an event with one amount received, one sent and one fee at most. */
export function asKind(
  event: LedgerEvent,
  as: Pick<CorrectedRow, 'kind' | 'reason' | 'basis'>,
): CorrectedRow {
  const { legs, externalId } = event;
  const isFee = ({ role }: Leg): boolean => role === 'fee' || as.kind === 'fee';
  const main = legs.filter((leg) => !isFee(leg));
  return {
    ...as,
    received: amountOf(main.find(({ quantity }) => !isNegative(quantity))),
    sent: amountOf(main.find(({ quantity }) => isNegative(quantity))),
    fee: amountOf(legs.find(isFee)),
    replaces: namesOf(event),
    id: externalId,
  };
}

/** Each row alone, whatever else comes; of a copy its row. */
function namesOf(event: LedgerEvent): readonly EventId[] {
  return rowNamesOf(event).map(rowIdOf);
}

/** Errors: `imports/not-one-trade`, where the rows do not come to one asset for another. */
export function asOneTrade(events: readonly LedgerEvent[]): Result<CorrectedRow> {
  const legs = events.flatMap((event) => event.legs);
  const main = sums(legs.filter(({ role }) => role !== 'fee'));
  const fees = sums(legs.filter(({ role }) => role === 'fee'));
  const received = main.filter(({ quantity }) => !isNegative(quantity));
  const sent = main.filter(({ quantity }) => isNegative(quantity));
  const [came, went, fee] = [received[0], sent[0], fees[0]];
  const isOne = received.length === 1 && sent.length === 1 && fees.length <= 1;
  if (!isOne || came === undefined || went === undefined || (fee !== undefined && !isNegative(fee.quantity)))
    return fail('imports/not-one-trade', { sum: sumText([...main, ...fees]) });
  return ok({
    kind: tradeKind(came.asset, went.asset, 'buy'),
    received: came,
    sent: amountOf(went),
    fee: amountOf(fee),
    replaces: [...new Set(events.flatMap(namesOf))],
  });
}

/**
 * A purchase or sale whose money went from bank to bank: the trade, and the money that came for it or left after it, so that
 * the account holds no more of it than before.
 */
export function asPaidOutside(event: LedgerEvent, money: CorrectedAmount): Correction {
  const isBuy = event.legs.some(({ role, quantity }) => role !== 'fee' && !isNegative(quantity));
  const row = asKind(event, { kind: isBuy ? 'buy' : 'sell' });
  // Two purchases for the same amount in one second are two payments: each has its own name.
  const payment = { replaces: [], id: `paid-${event.id}` };
  if (isBuy) {
    const main = { ...row, sent: money };
    return { main, rows: [{ kind: 'deposit', received: money, ...payment }, main] };
  }
  const main = { ...row, received: money };
  return { main, rows: [main, { kind: 'withdrawal', sent: money, ...payment }] };
}

/** The event that a row becomes, as far as its words need it. */
export function wordedRow(row: CorrectedRow): Pick<LedgerEvent, 'kind' | 'legs' | 'reason'> {
  const leg = (amount: CorrectedAmount | undefined, role: LegRole, sign: 1 | -1): readonly Leg[] =>
    amount === undefined
      ? []
      : [
          {
            account: '' as Leg['account'],
            role,
            asset: amount.asset,
            quantity: signed(amount.quantity, sign),
          },
        ];
  const { kind, reason, received, sent, fee } = row;
  const legs = [...leg(received, 'principal', 1), ...leg(sent, 'principal', -1), ...leg(fee, 'fee', -1)];
  return { kind, legs, ...(reason != null && { reason }) };
}

function signed(quantity: Quantity, sign: 1 | -1): Quantity {
  return sign === 1 ? quantity : negate(quantity);
}

function amountOf(
  amount: { readonly asset: AssetId; readonly quantity: Quantity } | undefined,
): CorrectedAmount | undefined {
  return amount && { asset: amount.asset, quantity: absolute(amount.quantity) };
}

/** By asset; without those that come to nothing. */
function sums(legs: readonly Leg[]): readonly CorrectedAmount[] {
  const found = new Map<AssetId, Quantity>();
  for (const { asset, quantity } of legs) found.set(asset, add(found.get(asset) ?? zeroQuantity, quantity));
  return [...found].flatMap(([asset, quantity]) => (isZero(quantity) ? [] : [{ asset, quantity }]));
}

/** "−1 ABC, +0.01 BNB". */
function sumText(amounts: readonly CorrectedAmount[]): string {
  const texts = amounts.map(
    ({ asset, quantity }) => `${isNegative(quantity) ? '−' : '+'}${toText(absolute(quantity))} ${asset}`,
  );
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}
