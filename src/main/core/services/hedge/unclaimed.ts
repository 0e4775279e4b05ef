import type { EventId } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { add, compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { fillIndex, fillOwners, legLivesOf } from './leg-lives.ts';
import { fillText } from './leg-text.ts';
import type { LegsAnswer } from './leg-text.ts';
import { orderWords } from './leg-words.ts';

/** An open position, or what of it belongs to no leg. */
export interface Unclaimed {
  readonly position: FuturesPosition;
  /** In order units. */
  readonly quantity: Quantity;
  /** True where no leg has any of it. */
  readonly whole: boolean;
  /** Fills of the open position that no leg has. */
  readonly fills: readonly EventId[];
}

/** The open positions that legs do not account for. */
export const unclaimedOf = keptFor((derived: Derived): readonly Unclaimed[] => {
  const linked = fillOwners(derived);
  const parts = Map.groupBy(
    legLivesOf(derived).flatMap(({ open }) => open.map(({ part }) => part)),
    positionKey,
  );
  return derived.positions.open.flatMap((position) => {
    const ofLegs = (parts.get(positionKey(position)) ?? [])
      .filter(({ open }) => open.direction === position.side)
      .reduce<Quantity>((total, { quantity }) => add(total, quantity.amount), zeroQuantity);
    const quantity = subtract(position.quantity.amount, ofLegs);
    const fills = position.openFills.filter((id) => !linked.has(id));
    if (compare(quantity, zeroQuantity) <= 0 || fills.length === 0) return [];
    return [{ position, quantity, whole: isZero(ofLegs), fills }];
  });
});

export function unclaimedIssue({ position, quantity }: Unclaimed): Issue {
  const values = { quantity: toText(quantity), contract: position.contract, account: position.account };
  return issueOf('hedge/position-unclaimed', 'warning', values, { account: position.account });
}

export function unclaimedText(one: Unclaimed, derived: Derived): LegsAnswer['unclaimed'][number] {
  const { position, quantity, fills } = one;
  const { spec, side, account } = position;
  const point = contractPoint(spec, derived.prices, derived.at);
  const value = point === null ? null : valuePosition(position, point);
  const { byId } = fillIndex(derived.events);
  const words = `${orderWords(quantity, spec)} of ${spec.symbol} are open (${side}) in ${derived.accountName(account)} and belong to no plan.`;
  return {
    position: positionKey(position),
    contract: spec.id,
    contractName: spec.name,
    account,
    accountName: derived.accountName(account),
    positionSide: position.positionSide,
    asset: spec.underlying,
    side: side === 'short' ? 'short' : 'long',
    quantity: toText(quantity),
    unit: spec.quantityUnit,
    quote: spec.quote,
    coins: value === null ? null : toText(value.delta),
    notional: value === null ? null : toText(value.notional),
    opened: position.opened === null ? null : toIso(position.opened),
    fills: fills.flatMap((id) => {
      const fill = byId.get(id);
      return fill === undefined ? [] : [fillText(fill, 'opens', derived)];
    }),
    words,
  };
}
