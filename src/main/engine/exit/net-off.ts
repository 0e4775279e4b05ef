/** How far all goal coins together stand off what is wanted, in money: what stands above makes up for what stands below. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { absolute, add, subtract } from '../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { moneyTimes, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroPrice } from '../../../shared/num/types.ts';
import type { Money, Price } from '../../../shared/num/types.ts';
import type { ExitCase } from './exit-case.ts';
import { wantedOf } from './exposure-after.ts';
import type { ExposureAfter } from './priced-schedule.ts';

/** Today's: targets are in coins at today's prices, and whole contracts stay as coarse as they are today wherever prices go. */
export function netPriceOf(
  { book, facts, asOf }: Pick<ExitCase, 'book' | 'facts' | 'asOf'>,
  asset: AssetId,
): Price {
  return book.priceOn(asset, asOf) ?? facts.straddles.priceOn(asset, asOf) ?? zeroPrice;
}

/** In: exposures of all goals after one day. Signed, positive above what is wanted. Rounds half-even to 18 decimals. */
export function netOff(given: ExitCase, exposures: readonly ExposureAfter[]): Money {
  return given.goals.reduce<Money>((net, goal) => {
    const own = exposures.find(({ asset }) => asset === goal.asset);
    if (own === undefined) return net;
    const off = subtract(own.coins, wantedOf(goal));
    return add(net, valueOf(off, netPriceOf(given, goal.asset), 'half-even'));
  }, zeroMoney);
}

/** What rounding to whole coins and days may leave: a cent, and a millionth of the limit. */
const A_CENT = money('0.01');
const A_MILLIONTH = rate('0.000001');

/** The limit with what rounding may leave; null: there is none. */
export function netLimit({ netTolerance }: Pick<ExitCase, 'netTolerance'>): Money | null {
  return netTolerance === null
    ? null
    : add(add(netTolerance, A_CENT), moneyTimes(netTolerance, A_MILLIONTH, 'up'));
}

export function isNetKept(given: ExitCase, net: Money): boolean {
  const most = netLimit(given);
  return most === null || absolute<Money>(net) <= most;
}
