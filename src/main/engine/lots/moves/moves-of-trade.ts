import type { Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, add, isPositive, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { moneyAsAmount } from '../../futures/amounts.ts';
import type { Valuer } from '../../valuation/valuer.ts';
import type { LotMove } from './lot-moves.ts';
import { tradeCostsOf } from './trade-costs.ts';
import type { TradeCosts } from './trade-costs.ts';
import { tradeLegsOf } from './trade-legs.ts';
import type { TradeLegs } from './trade-legs.ts';

/**
 * What a purchase, sale or swap does to lots: coins given, coins that paid fees, coins received.
 *
 * Value: the trade's own price first (money moved, a value that the file states), the price book last.
 * Law: the fee of a purchase adds to basis, that of a sale lowers the proceeds (Reg. §1.1012-1(h), §1.1001-7); of a
 * swap it belongs wholly to the coin given.
 */
export function movesOfTrade(event: LedgerEvent, valuer: Valuer): readonly LotMove[] {
  const trade = tradeLegsOf(event, valuer);
  const swapped = trade.coinsIn.length > 0 && trade.coinsOut.length > 0;
  const received = swapped ? valueReceived(trade, event, valuer) : null;
  const gross = swapped ? plus(received, trade.money) : outrightValue(trade, event, valuer);
  const costs = tradeCostsOf(trade, trade.coinsOut.length > 0 ? gross : null, event, valuer);
  const moves: LotMove[] = [];
  const grossGiven = swapped ? grossOfSwap(trade, gross, received, costs) : gross;
  pushGiven(moves, trade, grossGiven, costs.value, event, valuer);
  for (const paid of costs.paid) moves.push(paid);
  const cost = swapped ? netOfWithheld(trade, received, costs) : plus(gross, costs.value);
  pushTaken(moves, trade, cost, costs, event, valuer);
  for (const rebated of costs.rebated) moves.push(rebated);
  return moves;
}

/** What one side of a trade against money was worth: the money, else what the file or the price book says of the coins. */
function outrightValue(trade: TradeLegs, event: LedgerEvent, valuer: Valuer): Money | null {
  if (trade.money === null) return null;
  if (trade.money !== undefined) return trade.coinsOut.length > 0 ? trade.money : negate(trade.money);
  return valueOfLegs(trade.coinsOut.length > 0 ? trade.coinsOut : trade.coinsIn, event, valuer);
}

/** What the coins received in a swap were worth: stated for them, stated for those given, else booked in that order. */
function valueReceived(trade: TradeLegs, event: LedgerEvent, valuer: Valuer): Money | null {
  const statedIn = sumOf(trade.coinsIn.map((leg) => valuer.stated(leg)));
  if (statedIn !== null) return statedIn;
  const boot = trade.money === undefined ? zeroMoney : trade.money;
  const statedOut = sumOf(trade.coinsOut.map((leg) => valuer.stated(leg)));
  if (statedOut !== null && boot !== null) return subtract(statedOut, boot);
  const bookedIn = bookedSum(trade.coinsIn, event, valuer);
  if (bookedIn !== null) return bookedIn;
  const bookedOut = bookedSum(trade.coinsOut, event, valuer);
  if (bookedOut !== null && boot !== null) return subtract(bookedOut, boot);
  for (const leg of trade.coinsIn) valuer.reportMissing(leg.asset, event);
  return null;
}

function pushGiven(
  moves: LotMove[],
  trade: TradeLegs,
  gross: Money | null,
  fee: Money,
  event: LedgerEvent,
  valuer: Valuer,
): void {
  const legs = trade.coinsOut;
  if (legs.length === 0) return;
  const cause = trade.coinsIn.length > 0 ? 'swap' : 'sale';
  const grosses = shares(gross, legs, event, valuer);
  const fees = shares(fee, legs, event, valuer);
  for (const [place, { account, asset, quantity }] of legs.entries()) {
    const part = { gross: grosses[place] ?? null, fee: fees[place] ?? zeroMoney, cause } as const;
    moves.push({ type: 'dispose', account, asset, quantity: absolute(quantity), ...part });
  }
}

function pushTaken(
  moves: LotMove[],
  trade: TradeLegs,
  cost: Money | null,
  costs: TradeCosts,
  event: LedgerEvent,
  valuer: Valuer,
): void {
  const legs = trade.coinsIn;
  if (legs.length === 0) return;
  const parts = shares(cost, legs, event, valuer);
  for (const [place, leg] of legs.entries()) {
    const { account, asset } = leg;
    const quantity = legs.length === 1 ? subtract(leg.quantity, costs.withheld) : leg.quantity;
    if (isPositive(quantity))
      moves.push({ type: 'acquire', account, asset, quantity, cost: parts[place] ?? null });
  }
}

/** Units withheld from what was received were never the taker's: they lower both what was received and its basis. */
function netOfWithheld(trade: TradeLegs, received: Money | null, costs: TradeCosts): Money | null {
  const [leg] = trade.coinsIn;
  if (received === null || leg === undefined || !isPositive(costs.withheld)) return received;
  return subtract(
    received,
    costs.withheldValue ?? apportion(received, costs.withheld, leg.quantity, 'half-even'),
  );
}

function grossOfSwap(
  trade: TradeLegs,
  gross: Money | null,
  received: Money | null,
  costs: TradeCosts,
): Money | null {
  const net = netOfWithheld(trade, received, costs);
  return gross === null || net === null || received === null ? null : add(gross, subtract(net, received));
}

/** A total over several legs by what each is worth; the last takes what is left. Nearly every trade has one. */
function shares(
  total: Money | null,
  legs: readonly Leg[],
  event: LedgerEvent,
  valuer: Valuer,
): readonly (Money | null)[] {
  if (legs.length === 1) return [total];
  const worths = legs.map((leg) => valuer.valueOfLeg(leg, event));
  const whole = sumOf(worths);
  if (total === null || whole === null || !isPositive(whole)) return legs.map(() => null);
  let left = total;
  return legs.map((_, place) => {
    const isLast = place === legs.length - 1;
    const part = moneyAsAmount(worths[place] ?? zeroMoney);
    const share = isLast ? left : apportion(total, part, moneyAsAmount(whole), 'half-even');
    left = subtract(left, share);
    return share;
  });
}

function valueOfLegs(legs: readonly Leg[], event: LedgerEvent, valuer: Valuer): Money | null {
  return legs.length === 0 ? null : sumOf(legs.map((leg) => valuer.valueOfLeg(leg, event)));
}

function bookedSum(legs: readonly Leg[], event: LedgerEvent, valuer: Valuer): Money | null {
  return sumOf(legs.map((leg) => valuer.booked(leg.asset, leg.quantity, event)));
}

/** The sum, or null where a value is missing. */
function sumOf(values: readonly (Money | null | undefined)[]): Money | null {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === values.length ? sum(known, zeroMoney) : null;
}

function plus(value: Money | null, more: Money | null | undefined): Money | null {
  return value === null || more === null ? null : add(value, more ?? zeroMoney);
}
