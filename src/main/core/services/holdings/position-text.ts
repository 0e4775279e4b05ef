import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { hasEnded } from '../../../engine/futures/positions-on-day.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';

/** A futures position as the contract carries it, valued at its mark of the day. */
export function positionText(
  position: FuturesPosition,
  derived: Derived,
): CallAnswer<'holdings.read'>['positions'][number] {
  const { spec, account } = position;
  const point = contractPoint(spec, derived.prices, derived.at);
  // A contract that has ended is worth nothing at any price, even where an old mark of it is known.
  const value = point === null || hasEnded(spec, derived.asOf) ? null : valuePosition(position, point);
  const markTime = point?.mark.time ?? null;
  return {
    contract: position.contract,
    contractName: spec.name,
    account,
    accountName: derived.accountName(account),
    underlying: spec.underlying,
    side: position.side,
    quantity: toText(position.quantity.amount),
    unit: position.quantity.unit,
    quote: spec.quote,
    averageEntry: position.averageEntry === null ? null : toText(position.averageEntry),
    mark: point === null ? null : toText(point.price),
    markTime: markTime === null ? null : toIso(markTime),
    notional: value === null ? null : toText(value.notional),
    delta: value === null ? null : toText(value.delta),
    realisedProfit: toText(position.realisedProfit),
    unrealisedProfit: value === null ? null : toText(value.unrealisedProfit),
    fees: toText(position.fees),
    funding: toText(position.funding),
    settleAsset: spec.settleAsset,
    expiry: spec.expiry === null ? null : dateText(spec.expiry),
    explain: `position:${position.contract}@${account}${sideText(position)}`,
  };
}

/** Where longs and shorts are kept apart, the side is part of what names a position. */
function sideText({ positionSide }: FuturesPosition): string {
  return positionSide === 'one-way' ? '' : `:${positionSide}`;
}
