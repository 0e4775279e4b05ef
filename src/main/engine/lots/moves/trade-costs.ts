import type { Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, add, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Valuer } from '../../valuation/valuer.ts';
import type { Acquire, Dispose } from './lot-moves.ts';
import type { TradeLegs } from './trade-legs.ts';

/** What a trade's fees and rebates come to. */
export interface TradeCosts {
  /** In money and in other coins, rebates taken off. */
  readonly value: Money;
  /** Units taken out of what was received. */
  readonly withheld: Quantity;
  /** What the file says those are worth; undefined where it says nothing. */
  readonly withheldValue: Money | undefined;
  /** Coins that paid a fee: each is a disposal of its own. */
  readonly paid: readonly Dispose[];
  /** Rebates in coins. */
  readonly rebated: readonly Acquire[];
}

/**
 * The costs of a trade.
 * In: `gross`, what the coins given were worth, where it is known: it prices a fee in the same coin.
 * Law: a fee paid in a coin is a disposal of that coin (Reg. §1.1001-7); withheld from what is received it has no gain.
 */
export function tradeCostsOf(
  trade: TradeLegs,
  gross: Money | null,
  event: LedgerEvent,
  valuer: Valuer,
): TradeCosts {
  let value = zeroMoney;
  let withheld = zeroQuantity;
  let withheldValue: Money | undefined;
  const paid: Dispose[] = [];
  const rebated: Acquire[] = [];
  for (const leg of trade.costs) {
    const { account, asset } = leg;
    const quantity = absolute(leg.quantity);
    const isFee = isNegative(leg.quantity);
    if (isFee && isWithheld(leg, trade)) {
      withheld = add(withheld, quantity);
      withheldValue = valuer.stated(leg);
      continue;
    }
    const worth = worthOf(leg, trade, gross, event, valuer);
    if (worth !== null) value = isFee ? add(value, worth) : subtract(value, worth);
    if (valuer.classOf(asset) !== 'coin') continue;
    if (isFee)
      paid.push({ type: 'dispose', account, asset, quantity, gross: worth, fee: zeroMoney, cause: 'fee' });
    else rebated.push({ type: 'acquire', account, asset, quantity, cost: worth });
  }
  return { value, withheld, withheldValue, paid, rebated };
}

function isWithheld(leg: Leg, { coinsIn }: TradeLegs): boolean {
  return coinsIn.length === 1 && coinsIn[0]?.asset === leg.asset && coinsIn[0].account === leg.account;
}

/** A fee in the very coin that was given is worth what the trade itself paid for that coin. */
function worthOf(
  leg: Leg,
  { coinsOut }: TradeLegs,
  gross: Money | null,
  event: LedgerEvent,
  valuer: Valuer,
): Money | null {
  const stated = valuer.stated(leg);
  const [given] = coinsOut;
  if (stated === undefined && gross !== null && coinsOut.length === 1 && given?.asset === leg.asset) {
    return apportion(gross, absolute(leg.quantity), absolute(given.quantity), 'half-even');
  }
  return stated ?? valuer.valueOfLeg(leg, event);
}
