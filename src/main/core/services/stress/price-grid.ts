import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { gridSentence } from '../../../engine/futures/stress/grid-words.ts';
import { priceGrid } from '../../../engine/futures/stress/price-grid.ts';
import type { GridPoint } from '../../../engine/futures/stress/price-grid.ts';
import type { StressPool } from '../../../engine/futures/stress/stress-portfolio.ts';
import type { Handler } from '../../call-context.ts';
import { pointText, textOf } from './result-text.ts';
import { aboutText, testedPortfolio } from './tested-portfolio.ts';

type Grid = CallAnswer<'stress.grid'>;

/**
 * Liquidation, margin and exposure over the price of one coin.
 * Errors: `stress/bad-range`, `stress/no-price`, `stress/no-such-position`, those of `testedPortfolio`.
 */
export const readGrid: Handler<'stress.grid'> = async (request, context) => {
  const { from = '-0.5', to = '1', step = '0.05' } = request;
  const range = rangeOf(from, to, step);
  if (!range.ok) return range;
  const tested = await testedPortfolio(request, context);
  if (!tested.ok) return tested;
  const { portfolio } = tested.value;
  const coin = assetId(request.coin);
  const grid = priceGrid(portfolio, coin, range.value);
  if (grid === null) return fail('stress/no-price', { coin }, { field: 'coin' });
  const { leg } = request;
  const pools = portfolio.pools.filter((pool) => isShown(pool, leg));
  if (leg !== undefined && pools.length === 0)
    return fail('stress/no-such-position', { leg, coin }, { field: 'leg' });
  return ok({
    ...aboutText(tested.value, []),
    coin,
    price: toText(grid.price),
    sentence: gridSentence(grid, portfolio.currency),
    accounts: pools.map(({ id, accountName, venue, settleAsset }) => ({
      id,
      accountName,
      venue,
      settleAsset,
    })),
    legs: pools.flatMap((pool) => legTexts(pool, leg)),
    points: grid.points.map((point) => gridPointText(point, pools, leg)),
    closes: grid.closes
      .filter(({ pool }) => pools.some(({ id }) => id === pool))
      .map(({ pool, accountName, move, price }) => ({
        account: pool,
        accountName,
        move: toText(move),
        price: toText(price),
      })),
    unknown: [...grid.unknown],
  });
};

const MOST_STEPS = rate('400');
const LOWEST = rate('-0.999999');
const HIGHEST = rate('100');

function rangeOf(from: string, to: string, step: string): Result<{ from: Rate; to: Rate; step: Rate }> {
  const range = { from: rate(from), to: rate(to), step: rate(step) };
  const isFine =
    range.from >= LOWEST &&
    range.from <= zeroRate &&
    range.to >= zeroRate &&
    range.to <= HIGHEST &&
    isPositive(range.step) &&
    rateTimes(range.step, MOST_STEPS, 'down') >= subtract(range.to, range.from) &&
    !(isZero(range.from) && isZero(range.to));
  return isFine ? ok(range) : fail('stress/bad-range', { from, to, step }, { field: 'step' });
}

/** Pools with something open, or the one that holds the leg. */
function isShown({ legs }: StressPool, leg: string | undefined): boolean {
  return leg === undefined ? legs.length > 0 : legs.some(({ id }) => id === leg);
}

function legTexts(pool: StressPool, asked: string | undefined): Grid['legs'] {
  return pool.legs
    .filter(({ id }) => asked === undefined || id === asked)
    .map(({ id, terms, side, planned }) => ({
      id,
      contractName: terms.name,
      accountName: pool.accountName,
      margin: pool.id,
      settleAsset: terms.settleAsset,
      side,
      planned,
    }));
}

function gridPointText(
  point: GridPoint,
  pools: readonly StressPool[],
  asked: string | undefined,
): Grid['points'][number] {
  return {
    move: toText(point.move),
    price: toText(point.price),
    wealth: toText(point.wealth),
    netDelta: toText(point.netDelta),
    hedgeRatio: textOf(point.hedgeRatio),
    cashNeeded: textOf(point.cashNeeded),
    accounts: pools.flatMap(({ id }) => {
      const at = point.pools.find((one) => one.id === id);
      return at === undefined ? [] : [{ id, ...pointText(at), liquidated: at.liquidated }];
    }),
    legs: point.legs
      .filter(({ leg }) => (asked === undefined ? true : leg.id === asked))
      .map(({ leg, mark, profit, notional, maintenance, delta, liquidated }) => ({
        id: leg.id,
        mark: toText(mark),
        profit: toText(profit),
        notional: toText(notional),
        maintenance: textOf(maintenance),
        delta: toText(delta),
        liquidated,
      })),
  };
}
