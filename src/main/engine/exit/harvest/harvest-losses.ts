import { compare, isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { harvestLots } from './harvest-case.ts';
import type { HarvestCase, HarvestLot } from './harvest-case.ts';
import { harvestOf } from './harvest-of.ts';
import type { Harvest } from './harvest-of.ts';

/**
 * The losses that are worth taking on a day: of the lots with the largest losses for their cost as few as save nearly the most
 * after costs (99 %). null where no loss saves anything.
 * Each set that is looked at is priced by the tax engine; sets are the first 1, 2, 4 … lots, then those around the best.
 */
export async function harvestLosses(
  of: HarvestCase,
  date: LocalDate,
  pause: () => Promise<void>,
): Promise<Harvest | null> {
  const lots = harvestLots(of, date)
    .lots.filter(({ gain }) => isNegative(gain))
    .toSorted((a, b) => compare(lossShare(a), lossShare(b)) || (a.lot.id < b.lot.id ? -1 : 1));
  if (lots.length === 0) return null;
  const known = new Map<number, Harvest>();
  const takeEach = async (counts: readonly number[]): Promise<Harvest[]> => {
    const all: Harvest[] = [];
    for (const count of counts.filter((one) => one >= 1 && one <= lots.length)) {
      await pause();
      const found = known.get(count) ?? harvestOf(of, lots.slice(0, count), date);
      known.set(count, found);
      all.push(found);
    }
    return all;
  };
  let best = bestOf(await takeEach(doublings(lots.length)));
  for (let step = Math.floor(best.lots.length / 4); step >= 1; step = Math.floor(step / 2)) {
    best = bestOf([best, ...(await takeEach([best.lots.length - step, best.lots.length + step]))]);
  }
  return isPositive(best.net) ? fewestLots([...known.values()], best) : null;
}

/** Signed: the more of its value is lost, the smaller. */
function lossShare({ gain, costBasis }: HarvestLot): Rate {
  return ratio<Money>(gain, costBasis, 'half-even');
}

function doublings(most: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count < most; count *= 2) counts.push(count);
  return [...counts, most];
}

const NEARLY = rate('0.99');

/** Nobody sells a hundred crumbs for the last per cent: the fewest lots that save nearly as much as the best. */
function fewestLots(all: readonly Harvest[], best: Harvest): Harvest {
  const enough = moneyTimes(best.net, NEARLY, 'half-even');
  return all
    .filter(({ net }) => net >= enough)
    .reduce((fewest, one) => (one.lots.length < fewest.lots.length ? one : fewest), best);
}

/** The most saved after costs; of as much the fewest lots. */
function bestOf(all: readonly Harvest[]): Harvest {
  const [first, ...others] = all as [Harvest, ...Harvest[]];
  return others.reduce((best, one) => (one.net > best.net ? one : best), first);
}
