import { absolute, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { moneyText, percentText } from '../../words.ts';
import type { PriceGrid } from './price-grid.ts';

const ONE = quantity('1');

/** The first forced close on either way, and what would keep everything open, in one sentence. */
export function gridSentence({ coin, points, closes }: PriceGrid, currency: string): string {
  if (points.every(({ legs }) => legs.length === 0))
    return 'There are no futures, so nothing can be closed by force.';
  const [first] = closes;
  if (first === undefined) {
    const isUnknown = points.some(({ pools }) => pools.some(({ liquidated }) => liquidated === null));
    return isUnknown
      ? 'When futures would be closed by force is not known for all of them, as a margin is not known.'
      : `Nothing is closed by force between ${ends(points[0]?.move)} and ${ends(points.at(-1)?.move)} of ${coin}.`;
  }
  const need = mostNeeded(points.map(({ cashNeeded }) => cashNeeded));
  const cash =
    need === null || isZero(need)
      ? ''
      : `; ${moneyText(need, currency)} more in the right place would keep all open over the whole range`;
  const where = `about ${moneyText(valueOf(ONE, first.price, 'half-even'), currency)}`;
  const way = isZero(first.move)
    ? `${first.accountName} is short of margin at the price now`
    : `${first.accountName} is closed by force when ${coin} has ${isNegative(first.move) ? 'fallen' : 'risen'} by ${percentText(absolute(first.move))}, to ${where}`;
  return `${way}${cash}.`;
}

function ends(move: PriceGrid['points'][number]['move'] | undefined): string {
  if (move === undefined) return '0 %';
  return isNegative(move) ? percentText(move) : `+${percentText(move)}`;
}

function mostNeeded(needs: readonly (Money | null)[]): Money | null {
  let most: Money | null = null;
  for (const need of needs) {
    if (need === null) return null;
    if (most === null || need > most) most = need;
  }
  return most;
}
