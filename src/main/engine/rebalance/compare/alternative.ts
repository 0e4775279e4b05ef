/** An alternative as dated cash flows, and what it costs in today's money. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isZero, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { discountFactor } from '../../../../shared/num/approximate.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroPrice } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import type { ComparisonCase } from './comparison-case.ts';
import type { GainItem } from './gains.ts';
import type { LegFlow } from './leg-results.ts';
import { sumOfFlows } from './leg-results.ts';
import type { LotSale } from './sell-lots.ts';
import { taxTrace } from './tax-difference.ts';
import type { YearTax } from './tax-difference.ts';

export interface Purchase {
  readonly date: LocalDate;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** Before the fee. */
  readonly cost: Money;
  readonly fee: Money;
}

/** What an alternative does, before its tax is known. */
export interface Actions {
  readonly sales: readonly LotSale[];
  readonly purchases: readonly Purchase[];
  readonly legFlows: readonly LegFlow[];
  readonly items: readonly GainItem[];
}

export interface Alternative extends Actions {
  readonly kind: 'sell-now' | 'hedge-then-sell';
  readonly title: string;
  readonly taxes: readonly YearTax[];
  readonly tax: Money;
  /** Positive is a cost. */
  readonly carry: Money;
  readonly fees: Money;
  readonly futuresProfit: Money;
  /**
   * What the alternative costs against swapping the coins at today's prices without tax or fee, in today's money.
   * Negative where it earns.
   */
  readonly presentCost: Money;
  readonly trace: Trace;
}

interface DatedCost {
  readonly label: string;
  readonly date: LocalDate;
  /** Positive is paid. */
  readonly cost: Money;
  readonly why?: Trace;
}

/**
 * Puts an alternative together: every flow at its date, discounted to today.
 * Rounds each discounted flow half-even to 18 decimals; the sum does not round.
 */
export function alternativeOf(
  head: Pick<Alternative, 'kind' | 'title'>,
  actions: Actions,
  taxes: readonly YearTax[],
  given: ComparisonCase,
): Alternative {
  const parts = [
    leaf('Coins sold less coins bought, at today’s prices', tradedToday(actions, given), given.currency),
    ...datedCosts(actions, taxes)
      .filter(({ cost }) => !isZero(cost))
      .map((cost) => discounted(cost, given)),
  ];
  const costs = datedCosts(actions, taxes).map((cost) => presentValue(cost, given));
  const presentCost = sum(costs, tradedToday(actions, given));
  const spotFees = sum(
    [...actions.sales, ...actions.purchases].map(({ fee }) => fee),
    zeroMoney,
  );
  return {
    ...head,
    ...actions,
    taxes,
    tax: sum(
      taxes.map(({ tax }) => tax),
      zeroMoney,
    ),
    carry: negate(sumOfFlows(actions.legFlows, 'carry')),
    fees: subtract(spotFees, sumOfFlows(actions.legFlows, 'fee')),
    futuresProfit: sumOfFlows(actions.legFlows, 'profit'),
    presentCost,
    trace: node(`${head.title}: cost in today’s money`, presentCost, given.currency, 'sum', parts),
  };
}

/** What the coins sold are worth today less those bought: both alternatives start from it. */
function tradedToday({ sales, purchases }: Actions, { trades }: ComparisonCase): Money {
  const today = (asset: AssetId, quantity: Quantity): Money =>
    valueOf(quantity, trades.find((trade) => trade.asset === asset)?.price ?? zeroPrice, 'half-even');
  return subtract(
    sum(
      sales.map(({ asset, quantity }) => today(asset, quantity)),
      zeroMoney,
    ),
    sum(
      purchases.map(({ asset, quantity }) => today(asset, quantity)),
      zeroMoney,
    ),
  );
}

function datedCosts(actions: Actions, taxes: readonly YearTax[]): DatedCost[] {
  return [
    ...actions.sales.map(({ asset, date, proceeds }) => ({
      label: `Sale of ${asset} on ${dateText(date)}, after its fee`,
      date,
      cost: negate(proceeds),
    })),
    ...actions.purchases.map(({ asset, date, cost, fee }) => ({
      label: `Purchase of ${asset} on ${dateText(date)}, with its fee`,
      date,
      cost: add(cost, fee),
    })),
    ...actions.legFlows.map(({ kind, date, amount }) => ({
      label: `Futures: ${kind} on ${dateText(date)}`,
      date,
      cost: negate(amount),
    })),
    ...taxes.map((year) => ({
      label: `Tax of ${year.year}, due ${dateText(year.due)}`,
      date: year.due,
      cost: year.tax,
      why: taxTrace(year),
    })),
  ];
}

function factorOf({ date }: DatedCost, { asOf, discountPerYear }: ComparisonCase): Rate {
  return discountFactor(discountPerYear, daysBetween(asOf, date));
}

function presentValue(cost: DatedCost, given: ComparisonCase): Money {
  return moneyTimes(cost.cost, factorOf(cost, given), 'half-even');
}

function discounted(cost: DatedCost, given: ComparisonCase): Trace {
  const days = daysBetween(given.asOf, cost.date);
  return node(`${cost.label}, today`, presentValue(cost, given), given.currency, 'product', [
    cost.why ?? leaf(cost.label, cost.cost, given.currency),
    leaf(`What 1 in ${days} days is worth today`, factorOf(cost, given), 'rate'),
  ]);
}
