/** What a plan's coins, cash and futures are worth on its last day along its prices, less its costs and the tax that it adds. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { heldOf } from '../../../engine/exit/exposure-after.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import { futuresResult } from '../../../engine/rebalance/alternatives/futures-result.ts';
import type { PlannedExit } from '../exit/planned-exit.ts';

export interface WealthAtEnd {
  readonly wealth: Money;
  /** Re-adds to it. */
  readonly trace: Trace;
}

/** Coins without a goal and money that is there already are left out: they are the same with every plan. null without a price. */
export function wealthAtEnd({ setup, plan: { plan } }: PlannedExit): WealthAtEnd | null {
  const { horizon, currency, goals, book } = setup;
  const coins: Trace[] = [];
  let worth = zeroMoney;
  for (const goal of goals) {
    const left = coinsLeft(heldOf(goal), goal.asset, plan.schedule);
    const price = book.priceOn(goal.asset, horizon);
    if (price === null) return null;
    const value = valueOf(left, price, 'half-even');
    worth = add(worth, value);
    coins.push(
      node(`${goal.asset} held on ${dateText(horizon)}`, value, currency, 'product', [
        leaf(`${goal.asset} held`, left, goal.asset),
        leaf(`Price of one ${goal.asset}`, price, currency),
      ]),
    );
  }
  const futures = futuresResult(setup, plan.flows.actions, horizon);
  if (futures === null) return null;
  const cash = cashOf(plan.flows.actions, setup);
  const wealth = subtract(
    sum([worth, cash, futures], zeroMoney),
    sum([plan.fees, plan.slippage, plan.marginCost, plan.tax], zeroMoney),
  );
  const trace = node(`Worth on ${dateText(horizon)}, after tax`, wealth, currency, 'difference', [
    node('Coins, cash and futures', sum([worth, cash, futures], zeroMoney), currency, 'sum', [
      ...coins,
      leaf('Coins sold less coins bought', cash, currency),
      leaf('Profit of futures, funding in it', futures, currency),
    ]),
    leaf('Fees', plan.fees, currency),
    leaf('Slippage', plan.slippage, currency),
    leaf('What locked margin would have earned', plan.marginCost, currency),
    leaf('Tax that the plan adds', plan.tax, currency),
  ]);
  return { wealth, trace };
}

function coinsLeft(held: Quantity, asset: string, { days }: ExitSchedule): Quantity {
  let left = held;
  for (const { sells, buys } of days) {
    for (const one of sells) if (one.asset === asset) left = subtract(left, one.quantity);
    for (const one of buys) if (one.asset === asset) left = add(left, one.quantity);
  }
  return left;
}

/** At the path's prices, fees and slippage left out. */
function cashOf(
  actions: PlannedExit['plan']['plan']['flows']['actions'],
  { book }: PlannedExit['setup'],
): Money {
  let total = zeroMoney;
  for (const action of actions) {
    if (action.kind === 'buy') {
      const price = book.priceOn(action.asset, action.date) ?? action.price;
      total = subtract(total, valueOf(action.quantity, price, 'half-even'));
    } else if (action.kind === 'sell') {
      const asset = book.lotOf(action.lot)?.lot.asset;
      const price = (asset === undefined ? null : book.priceOn(asset, action.date)) ?? action.price;
      total = add(total, valueOf(action.quantity, price, 'half-even'));
    }
  }
  return total;
}
