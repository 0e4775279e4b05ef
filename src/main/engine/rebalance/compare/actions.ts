/** What each alternative does: which lots it sells when, what it buys, what its futures bring. */
import { isNegative, isPositive, negate } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Actions, Purchase } from './alternative.ts';
import type { ComparisonCase } from './comparison-case.ts';
import { gainsOfLeg, gainsOfSales } from './gains.ts';
import { legFlows } from './leg-results.ts';
import { priceOn } from './price-path.ts';
import { sellLots } from './sell-lots.ts';
import type { LotSales } from './sell-lots.ts';

export interface PlannedActions {
  readonly actions: Actions;
  /** Coins to be sold that no lot covers, by asset: left out of proceeds and gains. */
  readonly uncovered: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
}

/** Sells what is overweight and buys what is underweight today. */
export function sellNow(given: ComparisonCase): PlannedActions {
  return tradeOn(given.asOf, given, []);
}

/** Holds the legs until the exit, then closes them and makes the same trades. */
export function hedgeThenSell(given: ComparisonCase): PlannedActions {
  const flows = given.legs.map((leg) => legFlows(leg, given));
  const items = given.legs.flatMap((leg, index) => gainsOfLeg(leg, index, flows[index] ?? []));
  return tradeOn(given.exit, given, [{ flows: flows.flat(), items }]);
}

function tradeOn(
  date: LocalDate,
  given: ComparisonCase,
  futures: readonly { readonly flows: Actions['legFlows']; readonly items: Actions['items'] }[],
): PlannedActions {
  const sold = given.trades
    .filter(({ coins }) => isNegative(coins))
    .map((trade): LotSales & { readonly asset: AssetId } => ({
      asset: trade.asset,
      ...sellLots(given.lots, {
        asset: trade.asset,
        quantity: negate(trade.coins),
        date,
        price: priceOn(trade.price, trade.change, date, given),
        spotFee: given.spotFee,
      }),
    }));
  const sales = sold.flatMap((one) => one.sales);
  return {
    actions: {
      sales,
      purchases: purchasesOn(date, given),
      legFlows: futures.flatMap(({ flows }) => flows),
      items: [...gainsOfSales(sales), ...futures.flatMap(({ items }) => items)],
    },
    uncovered: sold
      .filter(({ uncovered }) => isPositive(uncovered))
      .map(({ asset, uncovered }) => ({ asset, quantity: uncovered })),
  };
}

function purchasesOn(date: LocalDate, given: ComparisonCase): Purchase[] {
  return given.trades
    .filter(({ coins }) => isPositive(coins))
    .map((trade) => {
      const cost = valueOf(trade.coins, priceOn(trade.price, trade.change, date, given), 'half-even');
      return {
        date,
        asset: trade.asset,
        quantity: trade.coins,
        cost,
        fee: moneyTimes(cost, given.spotFee, 'half-even'),
      };
    });
}
