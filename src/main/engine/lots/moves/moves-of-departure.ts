import type { LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { absolute, add, isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { issueOf } from '../../issue-of.ts';
import type { Valuer } from '../../valuation/valuer.ts';
import type { Dispose, LotMove } from './lot-moves.ts';
import type { MoveContext } from './move-context.ts';
import { feeMoves, movesOfUnknownReceipt } from './moves-of-receipt.ts';

type Departing = 'spend' | 'gift' | 'donation' | 'loss';

/**
 * Units that left for good otherwise than by a trade: spent, given away, lost.
 * Gifts, donations and losses leave at what they cost, so that no gain or loss is taken.
 * Law: spending is a sale (Notice 2014-21); a gift or donation is none; lost coins give an individual no deduction
 * (26 U.S.C. 165(c), (h)(5)), which is said. Issues: `lots/loss-not-deducted`.
 */
export function movesOfDeparture(
  event: LedgerEvent,
  cause: Departing,
  context: MoveContext,
): readonly LotMove[] {
  const { valuer } = context;
  const left = event.legs.filter(
    (leg) => leg.role !== 'fee' && isNegative(leg.quantity) && valuer.classOf(leg.asset) === 'coin',
  );
  if (cause === 'loss') for (const leg of left) context.report(notDeducted(event, leg));
  const departed = left.map((leg, place): Dispose => ({
    type: 'dispose',
    account: leg.account,
    asset: leg.asset,
    quantity: absolute(leg.quantity),
    gross: cause === 'spend' ? valuer.valueOfLeg(leg, event) : null,
    fee: cause === 'spend' && place === 0 ? feeTotal(event, valuer) : zeroMoney,
    cause,
  }));
  return [...departed, ...feeMoves(feesOnly(event), valuer, 'fee')];
}

/**
 * A balance that changed for no stated reason. Coins out leave without a gain; a fee that was withheld from what came in is
 * no part of it, another is a fee. Issues: `lots/unexplained`.
 */
export function movesOfBalanceChange(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  const { valuer } = context;
  const left = event.legs.filter(
    (leg) => leg.role !== 'fee' && isNegative(leg.quantity) && valuer.classOf(leg.asset) === 'coin',
  );
  for (const { asset, account, quantity } of left) {
    const words = { quantity: toText(absolute(quantity)), asset, account, event: event.id };
    context.report(issueOf('lots/unexplained', 'warning', words, { event: event.id, asset, account }));
  }
  const departed = left.map(({ account, asset, quantity }): Dispose => ({
    type: 'dispose',
    account,
    asset,
    quantity: absolute(quantity),
    gross: null,
    fee: zeroMoney,
    cause: 'loss',
  }));
  return [
    ...movesOfUnknownReceipt(event, context),
    ...departed,
    ...feeMoves(notWithheld(event), valuer, 'fee'),
  ];
}

/** The fees that were not taken from what the same event brought in. */
function notWithheld(event: LedgerEvent): LedgerEvent {
  const isWithheld = ({ account, asset }: Leg): boolean =>
    event.legs.some(
      (leg) =>
        leg.role !== 'fee' && isPositive(leg.quantity) && leg.account === account && leg.asset === asset,
    );
  const legs = event.legs.filter((leg) => leg.role === 'fee' && !isWithheld(leg));
  return { ...event, legs };
}

/**
 * Coins that futures accounts pay and are paid: profit in a coin is a purchase at its value; a loss, funding or fee
 * paid in a coin is a disposal at its value.
 */
export function movesOfFuturesCash(event: LedgerEvent, { valuer }: MoveContext): readonly LotMove[] {
  return event.legs.flatMap((leg): LotMove[] => {
    if (valuer.classOf(leg.asset) !== 'coin') return [];
    const { account, asset } = leg;
    const quantity = absolute(leg.quantity);
    const value = valuer.valueOfLeg(leg, event);
    if (isPositive(leg.quantity)) return [{ type: 'acquire', account, asset, quantity, cost: value }];
    const cause = leg.role === 'fee' ? 'fee' : 'spend';
    return [{ type: 'dispose', account, asset, quantity, gross: value, fee: zeroMoney, cause }];
  });
}

/** A cost on its own: whatever coins left paid it. */
export function movesOfFee(event: LedgerEvent, { valuer }: MoveContext): readonly LotMove[] {
  return feeMoves(event, valuer, 'fee');
}

function feesOnly(event: LedgerEvent): LedgerEvent {
  return { ...event, legs: event.legs.filter((leg) => leg.role === 'fee') };
}

function feeTotal(event: LedgerEvent, valuer: Valuer): Money {
  const fees = feesOnly(event).legs.filter((leg) => isNegative(leg.quantity));
  return fees.reduce((total, leg) => add(total, valuer.valueOfLeg(leg, event) ?? zeroMoney), zeroMoney);
}

function notDeducted(event: LedgerEvent, { asset, account, quantity }: Leg): ReturnType<typeof issueOf> {
  const words = { quantity: toText(absolute(quantity)), asset, event: event.id };
  return issueOf('lots/loss-not-deducted', 'note', words, { event: event.id, asset, account });
}
