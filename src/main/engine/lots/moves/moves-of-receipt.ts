import type { LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { absolute, isNegative, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { issueOf } from '../../issue-of.ts';
import type { Valuer } from '../../valuation/valuer.ts';
import type { Acquire, Dispose, LotMove } from './lot-moves.ts';
import type { MoveContext } from './move-context.ts';

/**
 * Units received as income: a lot at the value they had when received.
 * Law: income at fair market value, which becomes the basis (Notice 2014-21; Rev. Rul. 2023-14).
 */
export function movesOfIncome(event: LedgerEvent, { valuer }: MoveContext): readonly LotMove[] {
  const received = receipts(event, valuer, (leg, net) => {
    const value = valuer.valueOfLeg(leg, event);
    const cost = value === null ? null : apportion(value, net, leg.quantity, 'half-even');
    return { cost, income: event.reason ?? 'other' };
  });
  return [...received, ...moneyReceived(event, valuer), ...feesApart(event, valuer, 'fee')];
}

function moneyReceived(event: LedgerEvent, valuer: Valuer): readonly LotMove[] {
  return event.legs.flatMap((leg): LotMove[] => {
    const isIncome = leg.role !== 'fee' && isPositive(leg.quantity) && valuer.classOf(leg.asset) !== 'coin';
    const value = isIncome ? valuer.valueOfLeg(leg, event) : null;
    if (value === null) return [];
    const { account, asset, quantity } = leg;
    return [{ type: 'receive-money', account, asset, quantity, value, income: event.reason ?? 'other' }];
  });
}

/**
 * Units whose history lies outside the files: gifts received, deposits without a sender, unexplained arrivals.
 * Their cost is what the user says it was, else unknown: counted as zero, and said so.
 * Issues: `lots/unknown-origin`.
 */
export function movesOfUnknownReceipt(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  const carried = event.carriedBasis;
  if (carried !== undefined) {
    const { costBasis: cost, acquired, value } = carried;
    return receipts(event, context.valuer, (leg) => {
      const stated = event.kind === 'gift-received' ? context.valuer.stated(leg) : undefined;
      const giftValue = value ?? stated;
      return { cost, acquired, ...(giftValue === undefined ? {} : { giftValue }) };
    });
  }
  const received = receipts(event, context.valuer, () => ({ cost: null }));
  for (const acquired of received) reportUnknownOrigin(acquired, event, context);
  return received;
}

/** Units that were given: their lot, and what receiving them cost in other coins. */
export function movesOfGiftReceived(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  return [...movesOfUnknownReceipt(event, context), ...feesApart(event, context.valuer, 'fee')];
}

/** Says that nobody knows what units cost, so that zero is counted. */
export function reportUnknownOrigin(acquired: Acquire, event: LedgerEvent, context: MoveContext): void {
  const { asset, account, quantity } = acquired;
  const consequence =
    context.unknownCost === 'left-out'
      ? 'Their sales are left out of the gains until that is known.'
      : 'They count as costing nothing.';
  const words = { quantity: toText(quantity), asset, account, event: event.id, consequence };
  context.report(issueOf('lots/unknown-origin', 'warning', words, { event: event.id, asset, account }));
}

type Terms = Pick<Acquire, 'cost' | 'acquired' | 'giftValue' | 'income'>;

/** Every coin that came in, less what was withheld from it as a fee. */
function receipts(
  event: LedgerEvent,
  valuer: Valuer,
  termsOf: (leg: Leg, net: Quantity) => Terms,
): readonly Acquire[] {
  const acquired: Acquire[] = [];
  for (const leg of event.legs) {
    if (leg.role === 'fee' || !isPositive(leg.quantity) || valuer.classOf(leg.asset) !== 'coin') continue;
    const quantity = lessWithheld(leg, event);
    const { account, asset } = leg;
    if (isPositive(quantity))
      acquired.push({ type: 'acquire', account, asset, quantity, ...termsOf(leg, quantity) });
  }
  return acquired;
}

function lessWithheld(leg: Leg, event: LedgerEvent): Quantity {
  let net = leg.quantity;
  for (const fee of event.legs) {
    const isOfLeg = fee.role === 'fee' && fee.asset === leg.asset && fee.account === leg.account;
    if (isOfLeg && isNegative(fee.quantity)) net = subtract(net, absolute(fee.quantity));
  }
  return net;
}

/** Fees paid in coins: each a disposal at its value. */
export function feeMoves(event: LedgerEvent, valuer: Valuer, cause: Dispose['cause']): readonly Dispose[] {
  return event.legs.flatMap((leg): Dispose[] => {
    if (!isNegative(leg.quantity) || valuer.classOf(leg.asset) !== 'coin') return [];
    const { account, asset } = leg;
    const gross = valuer.valueOfLeg(leg, event);
    return [
      { type: 'dispose', account, asset, quantity: absolute(leg.quantity), gross, fee: zeroMoney, cause },
    ];
  });
}

/** Of an event's fees, those in coins that it does not itself move. */
export function feesApart(event: LedgerEvent, valuer: Valuer, cause: Dispose['cause']): readonly Dispose[] {
  const moved = new Set(event.legs.flatMap((leg) => (leg.role === 'fee' ? [] : [leg.asset])));
  const legs = event.legs.filter((leg) => leg.role === 'fee' && !moved.has(leg.asset));
  return feeMoves({ ...event, legs }, valuer, cause);
}
