import { accountId } from '../../../shared/domain/account.ts';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  negate,
  smaller,
  subtract,
  sum,
} from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';

/** Where units are that left every known account and arrived in none: still the taxpayer's, as far as files show. */
export const ELSEWHERE: AccountId = accountId('elsewhere');

export interface MovementEnd {
  readonly account: AccountId;
  readonly event: EventId;
  readonly time: Instant;
}

/** Units that went from one own account to another: one event that knows both sides, or two that were paired. */
export interface OwnMovement {
  readonly asset: AssetId;
  readonly from: MovementEnd;
  readonly to: MovementEnd;
  /** What left, network fee included. */
  readonly sent: Quantity;
  /** Never more than was sent. */
  readonly received: Quantity;
  /** What the network fee units were worth, where a file states it. */
  readonly feeValue?: Money;
  readonly why: MovementReason;
}

/**
 * Why two sides are one move: one row states both; the user said so; both bear one transaction's hash; what arrived is what
 * was sent less the stated fee; nearly so; less a usual network fee. Or nobody knows where it arrived.
 */
export type MovementReason =
  | 'one-row'
  | 'said'
  | 'hash'
  | 'stated-fee'
  | 'amount'
  | 'flat-fee'
  | 'no-arrival';

/** What left one account through one event, in one asset: the units sent and the fee taken besides. */
export interface Departure extends MovementEnd {
  readonly asset: AssetId;
  readonly sent: Quantity;
  readonly fee: Quantity;
  readonly worthOf: (units: Quantity) => Money | undefined;
  /** What the file says the fee is worth; undefined where it says nothing. */
  readonly feeStated: Money | undefined;
  /** Of the transaction, where the file states one. */
  readonly hash: string | undefined;
}

export interface Arrival extends MovementEnd {
  readonly asset: AssetId;
  readonly received: Quantity;
  readonly hash: string | undefined;
}

/** The assets that left through an event, each with its fee in the same asset. */
export function departuresOf(event: LedgerEvent): readonly Departure[] {
  const principals = event.legs.filter((leg) => leg.role === 'principal' && isNegative(leg.quantity));
  return principals.map((leg) => {
    const fee = feeIn(event, leg.account, leg.asset);
    const units = absolute(leg.quantity);
    const worth = leg.value === undefined ? undefined : absolute(leg.value);
    return {
      account: leg.account,
      event: event.id,
      time: event.time,
      asset: leg.asset,
      sent: add(units, fee),
      fee,
      hash: event.externalId,
      feeStated: statedFeeIn(event, leg.account, leg.asset),
      worthOf: (part) => (worth === undefined ? undefined : apportion(worth, part, units, 'half-even')),
    };
  });
}

/** The assets that arrived through an event, less what was withheld on arrival. */
export function arrivalsOf(event: LedgerEvent): readonly Arrival[] {
  const principals = event.legs.filter((leg) => leg.role === 'principal' && isPositive(leg.quantity));
  return principals.map((leg) => ({
    account: leg.account,
    event: event.id,
    time: event.time,
    asset: leg.asset,
    received: subtract(leg.quantity, feeIn(event, leg.account, leg.asset)),
    hash: event.externalId,
  }));
}

function feeIn(event: LedgerEvent, account: AccountId, asset: AssetId): Quantity {
  let fee = zeroQuantity;
  for (const leg of event.legs) {
    if (leg.role === 'fee' && leg.account === account && leg.asset === asset)
      fee = add(fee, negate(leg.quantity));
  }
  return fee;
}

/** The sum of what the fees are stated to be worth; undefined where one is not. */
function statedFeeIn(event: LedgerEvent, account: AccountId, asset: AssetId): Money | undefined {
  const fees = event.legs.filter(
    (leg) => leg.role === 'fee' && leg.account === account && leg.asset === asset,
  );
  const values = fees.flatMap(({ value }) => (value === undefined ? [] : [absolute(value)]));
  return fees.length > 0 && values.length === fees.length ? sum(values, zeroMoney) : undefined;
}

/** A departure and its arrival as one movement; units that arrived beyond what was sent are not part of it. */
export function movementOf(
  departure: Departure,
  arrival: Omit<Arrival, 'hash'>,
  why: MovementReason,
): OwnMovement {
  const { asset, sent } = departure;
  const received = smaller(arrival.received, sent);
  const lost = subtract(sent, received);
  const isFee = compare(lost, departure.fee) === 0;
  const feeValue = (isFee ? departure.feeStated : undefined) ?? departure.worthOf(lost);
  return {
    asset,
    from: endOf(departure),
    to: endOf(arrival),
    sent,
    received,
    why,
    ...(feeValue === undefined ? {} : { feeValue }),
  };
}

function endOf({ account, event, time }: MovementEnd): MovementEnd {
  return { account, event, time };
}
