/** Laws that every stress test keeps, whatever the portfolio and the path. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceGrid } from '../../src/main/engine/futures/stress/price-grid.ts';
import { runStress } from '../../src/main/engine/futures/stress/run-stress.ts';
import type { WrittenStep } from '../../src/main/engine/futures/stress/scenario-step.ts';
import {
  heldOf,
  legOf,
  poolOf,
  portfolioOf,
  scenarioOf,
  termsOf,
} from '../../src/main/engine/futures/stress/stress.fixture.ts';
import type { StressPortfolio } from '../../src/main/engine/futures/stress/stress-portfolio.ts';
import { settleAmount } from '../../src/main/engine/futures/units.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import { absolute, add, subtract, sum } from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { money, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Money } from '../../src/shared/num/types.ts';
import { zeroMoney } from '../../src/shared/num/types.ts';

const RUNS = { numRuns: 50 };
/** What the search for a liquidation leaves open lies far below. */
const TAIL = money('0.000000001');
const isNear = (a: Money, b: Money): boolean => absolute(subtract(a, b)) <= TAIL;

const thousandths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((mils) => (mils / 1000).toFixed(3));
const side = fc.constantFrom<'long' | 'short'>('long', 'short');
const sizes = thousandths(1, 3000);
const wallets = thousandths(0, 200_000);

/** Three pools at two venues, linear, inverse and quanto, and coins at home and away. */
const portfolios: fc.Arbitrary<StressPortfolio> = fc
  .record({
    money: fc.tuple(thousandths(1000, 200_000), thousandths(100, 3000), thousandths(100, 3000)),
    amounts: fc.tuple(sizes, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 })),
    sides: fc.tuple(side, side, side),
    coins: fc.tuple(thousandths(0, 5000), thousandths(0, 5000)),
  })
  .map(({ money: [a, b, c], amounts, sides, coins }) =>
    portfolioOf(
      [
        poolOf(a, [legOf(sides[0], amounts[0])], { id: 'a', venue: 'One' }),
        poolOf(b, [legOf(sides[1], String(amounts[1]), termsOf('inverse'))], { id: 'b', venue: 'Two' }),
        poolOf(
          c,
          [legOf(sides[2], String(amounts[2]), termsOf('quanto'), { mark: '10', settlePrice: '100' })],
          { id: 'c', venue: 'Two' },
        ),
      ],
      [heldOf('BTC', coins[0]), heldOf('ETH', coins[1], { venue: 'Two', ownWallet: false })],
    ),
  );

const steps: fc.Arbitrary<WrittenStep> = fc.record({
  hours: fc.integer({ min: 0, max: 48 }),
  coins: fc.record({ BTC: thousandths(-900, 2000), '*': thousandths(-900, 2000) }),
  fundingPer8h: thousandths(-3, 3),
  basis: thousandths(-50, 50),
  marginMultiplier: thousandths(500, 2000),
  haircut: thousandths(0, 500),
});

const alone = (wallet: string, amount: string, which: 'long' | 'short' = 'short'): StressPortfolio =>
  portfolioOf([poolOf(wallet, [legOf(which, amount)])]);

test('parts add up to the change, and venues to the whole', () => {
  fc.assert(
    fc.property(
      portfolios,
      fc.array(steps, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (portfolio, path, loses) => {
        const lost = loses ? [{ lost: ['Two'] }] : [];
        const outcome = runStress(portfolio, scenarioOf(...path, ...lost));
        const { parts, venues, wealthBefore, wealthAfter } = outcome;
        const total = (amounts: readonly Money[]): Money => sum(amounts, zeroMoney);
        expect(total(Object.values(parts))).toBe(subtract(wealthAfter, wealthBefore));
        expect(total(venues.map(({ before }) => before))).toBe(wealthBefore);
        expect(total(venues.map(({ after }) => after))).toBe(wealthAfter);
      },
    ),
    RUNS,
  );
});

test('a path back to its start changes nothing but funding, where nothing is closed by force', () => {
  fc.assert(
    fc.property(portfolios, steps, (portfolio, { hours, coins, fundingPer8h }) => {
      const outcome = runStress(portfolio, scenarioOf({ hours, coins, fundingPer8h }, {}));
      fc.pre(outcome.pools.every(({ closed }) => closed === null));
      expect(isNear(subtract(outcome.wealthAfter, outcome.wealthBefore), outcome.parts.funding)).toBe(true);
    }),
    RUNS,
  );
});

test('a larger rise never needs less cash for a linear short, and never leaves more', () => {
  fc.assert(
    fc.property(
      sizes,
      wallets,
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 500 }),
      (amount, wallet, rise, more) => {
        const [small, large] = [rise, rise + more].map((mils) =>
          runStress(alone(wallet, amount), scenarioOf({ coins: { '*': (mils / 1000).toFixed(3) } })),
        );
        const [before, after] = [small, large].map((outcome) => ({
          cash: outcome?.cashNeeded ?? zeroMoney,
          wealth: outcome?.wealthAfter ?? zeroMoney,
        }));
        expect((after?.cash ?? zeroMoney) >= (before?.cash ?? zeroMoney)).toBe(true);
        expect((after?.wealth ?? zeroMoney) <= add(before?.wealth ?? zeroMoney, TAIL)).toBe(true);
      },
    ),
    RUNS,
  );
});

test('cash that is paid in as told keeps everything open', () => {
  fc.assert(
    fc.property(sizes, wallets, thousandths(-900, 2000), side, (amount, wallet, move, which) => {
      const scenario = scenarioOf({ coins: { '*': move } });
      const need = runStress(alone(wallet, amount, which), scenario).cashNeeded ?? zeroMoney;
      const pool = poolOf(wallet, [legOf(which, amount)]);
      const paid = settleAmount(quantity(toText(add(need, TAIL))));
      const after = runStress(portfolioOf([{ ...pool, wallet: add(pool.wallet, paid) }]), scenario);
      expect(after.pools[0]?.state).toBe('open');
    }),
    RUNS,
  );
});

test('a step that lies on the straight way changes nothing for linear contracts', () => {
  fc.assert(
    fc.property(sizes, wallets, fc.integer({ min: -900, max: 2000 }), side, (amount, wallet, mils, which) => {
      const portfolio = alone(wallet, amount, which);
      const end = { coins: { '*': (mils / 1000).toFixed(4) } };
      const half = { coins: { '*': (mils / 2000).toFixed(4) } };
      const straight = runStress(portfolio, scenarioOf(end));
      const halfway = runStress(portfolio, scenarioOf(half, end));
      expect(isNear(straight.wealthAfter, halfway.wealthAfter)).toBe(true);
    }),
    RUNS,
  );
});

test('the grid tells the same as a stress test of the same move', () => {
  fc.assert(
    fc.property(portfolios, (portfolio) => {
      const range = { from: rate('-0.3'), to: rate('0.3'), step: rate('0.3') };
      const grid = priceGrid(portfolio, assetId('BTC'), range);
      for (const move of ['-0.3', '0', '0.3']) {
        const point = grid?.points.find((one) => one.move === rate(move));
        const outcome = runStress(portfolio, scenarioOf({ coins: { BTC: move } }));
        const net = outcome.netDelta.find(({ asset }) => asset === 'BTC')?.after;
        expect(isNear(point?.wealth ?? zeroMoney, outcome.wealthAfter)).toBe(true);
        expect(point?.netDelta).toBe(net);
        // A stress test also counts what is short before anything moves.
        expect((point?.cashNeeded ?? zeroMoney) <= (outcome.cashNeeded ?? zeroMoney)).toBe(true);
      }
    }),
    RUNS,
  );
});
