/** What is wrong with the engine's liquidation prices, found by walking from the mark both ways. */
import { liquidationOf } from '../../src/main/engine/futures/margin/liquidation-of.ts';
import { engineAccount, numberOf, plainPosition } from './margin-position.fixture.ts';
import type { DrawnAccount } from './margin-position.fixture.ts';
import {
  firstRoot,
  plainMaintenance,
  plainProfit,
  plainRequired,
  plainValue,
} from './plain-futures-margin.fixture.ts';
import type { Buffer } from './plain-futures-margin.fixture.ts';

/** What is left behind the first position if its price is another one and every other mark stands still. */
function bufferOf(account: DrawnAccount): Buffer {
  const [asked, ...rest] = account.positions;
  if (asked === undefined) throw new Error('an account has a position');
  const first = plainPosition(asked);
  if (asked.isolatedMargin !== null) {
    const own = Number(asked.isolatedMargin);
    return (price) => own + plainProfit(first, price) - plainRequired(first, price);
  }
  const apart = rest.filter((one) => one.isolatedMargin !== null);
  const wallet = Number(account.wallet) - apart.reduce((sum, one) => sum + Number(one.isolatedMargin), 0);
  const others = rest
    .filter((one) => one.isolatedMargin === null)
    .map((one) => ({ position: plainPosition(one), same: one.symbol === asked.symbol }));
  const still = others
    .filter(({ same }) => !same)
    .reduce(
      (sum, { position }) =>
        sum + plainProfit(position, position.mark) - plainMaintenance(position, position.mark),
      wallet,
    );
  const moving = [first, ...others.filter(({ same }) => same).map(({ position }) => position)];
  const coins = account.collateral.map((coin) => ({
    counted: Number(coin.quantity) * Number(coin.weight),
    fixed: coin.asset === asked.underlying ? null : Number(coin.price),
  }));
  return (price) => {
    let left = still;
    for (const one of moving) left += plainProfit(one, price) - plainRequired(one, price);
    for (const { counted, fixed } of coins) left += counted * (fixed ?? price);
    return left;
  };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(a, b);

/** What is wrong with an answer, in words; empty where it is the first price on its way, and where there is none. */
export function faults(account: DrawnAccount): string[] {
  const engine = engineAccount(account);
  const [position] = engine.positions;
  const [asked] = account.positions;
  if (position === undefined || asked === undefined) return [];
  const answer = liquidationOf(engine, position);
  const buffer = bufferOf(account);
  const mark = Number(asked.mark);
  const scale = plainValue(plainPosition(asked), mark) + Number(account.wallet);
  const left = buffer(mark);
  // Too near to tell: rounding decides.
  if (Math.abs(left) < 1e-9 * scale) return [];
  const up = firstRoot(buffer, mark, 'up');
  const down = firstRoot(buffer, mark, 'down');
  const found = `up ${up}, down ${down}`;
  if (answer.kind === 'unknown') return [`unknown: ${answer.why}`];
  if (answer.kind === 'none') return up === null && down === null ? [] : [`none, but ${found}`];
  const at = numberOf(answer.price);
  if (answer.reached) return left <= 0 ? [] : [`reached at ${at}, but ${left} is left; ${found}`];
  if (left <= 0) return [`not reached, but ${left} is left`];
  if (answer.call !== (asked.model === 'broker')) return ['a call is a broker’s'];
  if ((at > mark * 999 && up === null) || (at < mark / 999 && down === null)) return [];
  const first = at > mark ? up : down;
  // The walk looks at points apart from each other: where a table jumps, the buffer can be used up between two.
  const isBetween =
    Math.abs(buffer(at)) <= 1e-8 * scale && (first === null || Math.abs(at - mark) < Math.abs(first - mark));
  return isBetween || (first !== null && isNear(first, at)) ? [] : [`${at}, but ${found}`];
}

/** What is left behind all cross positions if every price of the account moves by one factor. */
function togetherBuffer(account: DrawnAccount): Buffer {
  const apart = account.positions.filter((one) => one.isolatedMargin !== null);
  const wallet = Number(account.wallet) - apart.reduce((sum, one) => sum + Number(one.isolatedMargin), 0);
  const cross = account.positions.filter((one) => one.isolatedMargin === null).map(plainPosition);
  const model = cross[0]?.model;
  return (factor) => {
    const coins = account.collateral.map(
      (coin) => Number(coin.quantity) * Number(coin.weight) * Number(coin.price) * factor,
    );
    const legs = cross.map(
      (one) => plainProfit(one, one.mark * factor) - plainRequired(one, one.mark * factor, model),
    );
    return [...coins, ...legs].reduce((sum, one) => sum + one, wallet);
  };
}

/** What is wrong with the price if all move together; the answer may be null where it is beyond reach. */
export function togetherFaults(account: DrawnAccount): string[] {
  const engine = engineAccount(account);
  const [position] = engine.positions;
  const [asked, ...rest] = account.positions;
  if (position === undefined || asked === undefined) return [];
  const answer = liquidationOf(engine, position);
  if (answer.kind === 'unknown') return [answer.why];
  const hasOthers = rest.some((one) => one.isolatedMargin === null && one.symbol !== asked.symbol);
  // What does not move with the position's own price moves along here.
  const hasCoins =
    asked.isolatedMargin === null && account.collateral.some((one) => one.asset !== asked.underlying);
  if (!hasOthers && !hasCoins) return answer.together === null ? [] : ['together, but alone'];
  const buffer = togetherBuffer(account);
  if (buffer(1) <= 0) return [];
  const up = firstRoot(buffer, 1, 'up');
  const down = firstRoot(buffer, 1, 'down');
  const found = `up ${up}, down ${down}`;
  if (answer.together === null) return up === null && down === null ? [] : [`none together, but ${found}`];
  const at = numberOf(answer.together) / Number(asked.mark);
  if ((at > 999 && up === null) || (at < 1 / 999 && down === null)) return [];
  const first = at > 1 ? up : down;
  const scale = account.positions.reduce(
    (sum, one) => sum + plainValue(plainPosition(one), Number(one.mark)),
    Number(account.wallet),
  );
  const isBetween =
    Math.abs(buffer(at)) <= 1e-8 * scale && (first === null || Math.abs(at - 1) < Math.abs(first - 1));
  return isBetween || (first !== null && isNear(first, at)) ? [] : [`together ${at}, but ${found}`];
}
