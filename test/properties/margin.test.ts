/** What holds of margin: a second, plain implementation finds each liquidation price by walking there. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashNeeded } from '../../src/main/engine/futures/margin/cash-needed.ts';
import { liquidationOf } from '../../src/main/engine/futures/margin/liquidation-of.ts';
import { marginState } from '../../src/main/engine/futures/margin/margin-state.ts';
import { marginTierOf } from '../../src/main/engine/futures/margin/margin-tier.ts';
import { settleAmount } from '../../src/main/engine/futures/units.ts';
import { add, subtract } from '../../src/shared/num/arithmetic.ts';
import { quantity, rate } from '../../src/shared/num/parse.ts';
import { faults, togetherFaults } from './margin-faults.fixture.ts';
import { engineAccount, enginePosition, numberOf, plainPosition } from './margin-position.fixture.ts';
import { crossAccounts, isolatedAccounts } from './margin.fixture.ts';
import type { DrawnAccount, DrawnPosition } from './margin-position.fixture.ts';
import { plainMaintenance, plainProfit, plainTier, plainValue } from './plain-futures-margin.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 2000);
const timeout = 600_000;
const everything = { numRuns: CASES };

function theOne(account: DrawnAccount): DrawnPosition {
  const [one] = account.positions;
  if (one === undefined) throw new Error('an account has a position');
  return one;
}

/** How far from the mark, as |ln|, an isolated position is liquidated; infinite where it never is, 0 where it is due. */
function distance(position: DrawnPosition): number {
  const engine = enginePosition(position);
  const answer = liquidationOf(
    engineAccount({ positions: [position], wallet: position.isolatedMargin ?? '0', collateral: [] }),
    engine,
  );
  if (answer.kind === 'none') return Infinity;
  if (answer.kind === 'unknown') throw new Error(answer.why);
  return answer.reached ? 0 : Math.abs(Math.log(numberOf(answer.price) / Number(position.mark)));
}

/** Times a whole number, exactly: texts of at most nine decimals. */
const timesOf = (text: string, by: number): string => {
  const scaled = BigInt(Math.round(Number(text) * 1e9)) * BigInt(by);
  return `${scaled / 1_000_000_000n}.${String(scaled % 1_000_000_000n).padStart(9, '0')}`;
};

describe('liquidation by definition: no price on the way there is one', () => {
  test('isolated', { timeout }, () => {
    fc.assert(
      fc.property(isolatedAccounts, (account) => {
        expect(faults(account)).toEqual([]);
      }),
      everything,
    );
  });

  test('cross, in hedge mode, beside others, with coins as collateral', { timeout }, () => {
    fc.assert(
      fc.property(crossAccounts, (account) => {
        expect(faults(account)).toEqual([]);
      }),
      everything,
    );
  });

  test('cross, where all prices move by one share', { timeout }, () => {
    fc.assert(
      fc.property(crossAccounts, (account) => {
        expect(togetherFaults(account)).toEqual([]);
      }),
      everything,
    );
  });
});

describe('margin', () => {
  test('of each position and of the account is what tables say, at the tier of the mark', () => {
    fc.assert(
      fc.property(fc.oneof(crossAccounts, isolatedAccounts), (account) => {
        const state = marginState(engineAccount(account));
        const plain = account.positions.map(plainPosition);
        const asked = plain.map((one) => plainMaintenance(one, one.mark));
        const total = asked.reduce((sum, one) => sum + one, 0);
        const scale = plain.reduce((sum, one) => sum + plainValue(one, one.mark), Number(account.wallet));
        const equity = plain.reduce((sum, one) => sum + plainProfit(one, one.mark), Number(account.wallet));
        const coins = account.collateral.reduce(
          (sum, coin) => sum + Number(coin.quantity) * Number(coin.price) * Number(coin.weight),
          0,
        );
        expect(state.maintenance).not.toBeNull();
        if (state.maintenance === null) return;
        expect(Math.abs(numberOf(state.maintenance) - total)).toBeLessThanOrEqual(1e-9 * scale);
        expect(Math.abs(numberOf(state.equity) - equity - coins)).toBeLessThanOrEqual(1e-9 * scale);
        expect(state.byPosition.map(({ tier }) => tier)).toEqual(
          plain.map((one) => plainTier(one, one.mark)),
        );
      }),
      everything,
    );
  });

  test('with more margin a position is liquidated further away, with more size nearer', () => {
    fc.assert(
      fc.property(isolatedAccounts, fc.integer({ min: 2, max: 5 }), (account, by) => {
        const one = theOne(account);
        // With coins enough an inverse short on a slope is liquidated below its mark, and not above any more.
        fc.pre(one.margin.kind !== 'slope' || one.payoff === 'linear' || one.side === 'long');
        const now = distance(one);
        const slack = 1e-9;
        const richer = { ...one, isolatedMargin: timesOf(one.isolatedMargin ?? '0', by) };
        expect(distance(richer)).toBeGreaterThanOrEqual(now - slack);
        // The slope of Deribit and steps of a table ask more of a larger position, never less.
        const larger = { ...one, size: timesOf(one.size, by) };
        expect(distance(larger)).toBeLessThanOrEqual(now + slack);
      }),
      everything,
    );
  });

  test('the tier at a liquidation price is the one that its margin is computed on', () => {
    fc.assert(
      fc.property(isolatedAccounts, (account) => {
        const drawn = theOne(account);
        const engine = enginePosition(drawn);
        const answer = liquidationOf(engineAccount(account), engine);
        if (answer.kind !== 'price' || answer.reached) return;
        const at = { price: answer.price, settlePrice: engine.at.settlePrice };
        const plain = plainPosition(drawn);
        const there = numberOf(answer.price);
        const tier = marginTierOf(engine.terms, engine.size, at);
        // Rounding may put a price that lies just at a cap to either side of it.
        const near = [there * (1 - 1e-9), there, there * (1 + 1e-9)].map((one) => plainTier(plain, one));
        expect(near).toContain(tier?.number ?? null);
      }),
      everything,
    );
  });
});

describe('an inverse short whose coins are worth its entry', () => {
  test('is never liquidated on a rate', () => {
    fc.assert(
      fc.property(isolatedAccounts, fc.integer({ min: 0, max: 100 }), (account, more) => {
        const one = theOne(account);
        fc.pre(one.payoff === 'inverse' && one.margin.kind !== 'slope' && one.model !== 'bybit-entry');
        const rates = one.margin.kind === 'tiers' ? one.margin.tiers.map((tier) => tier.rate) : [];
        fc.pre(rates.every((tierRate) => tierRate < 0.9));
        const short = enginePosition({ ...one, side: 'short' });
        const backing = add(short.entryValue, settleAmount(quantity(`${more}e-9`)));
        const position = { ...short, isolatedMargin: backing };
        const account1 = {
          ...engineAccount(account),
          walletBalance: position.isolatedMargin,
          positions: [position],
        };
        expect(liquidationOf(account1, position).kind).toBe('none');
      }),
      everything,
    );
  });
});

describe('cash needed for an adverse move', () => {
  test('is enough, and a thousandth less is not', () => {
    fc.assert(
      fc.property(isolatedAccounts, fc.integer({ min: 1, max: 80 }), (account, percent) => {
        const one = theOne(account);
        fc.pre(one.model !== 'okx' && one.model !== 'bybit-entry');
        const drawn = enginePosition(one);
        // What must stand behind it counts the profit so far: so it is entered at its mark.
        const entered = settleAmount(quantity(plainValue(plainPosition(one), Number(one.mark)).toFixed(18)));
        const position = { ...drawn, entryValue: entered };
        const need = cashNeeded(position, rate(`${percent}e-2`));
        if (need === null || need <= quantity('0')) return;
        const moved = Number(one.mark) * (1 + (one.side === 'short' ? percent : -percent) / 100);
        const plain = { ...plainPosition(one), entryValue: numberOf(entered) };
        const mark = Number(one.mark);
        const way = Array.from({ length: 401 }, (_, place) => mark + ((moved - mark) * place) / 400);
        const most = Math.max(...way.map((at) => plainMaintenance(plain, at) - plainProfit(plain, at)));
        expect(numberOf(need)).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        const lives = (backing: typeof need): boolean => {
          const backed = { ...position, isolatedMargin: backing };
          const answer = liquidationOf(
            { ...engineAccount(account), walletBalance: backing, positions: [backed] },
            backed,
          );
          if (answer.kind === 'none') return true;
          if (answer.kind === 'unknown') throw new Error(answer.why);
          if (answer.reached) return false;
          const at = numberOf(answer.price);
          return one.side === 'short' ? at > moved * (1 - 1e-9) : at < moved * (1 + 1e-9);
        };
        // Where a table jumps, all that is needed is used up just at the jump.
        expect(lives(settleAmount(quantity((numberOf(need) * 1.000001).toFixed(15))))).toBe(true);
        const less = settleAmount(quantity((numberOf(need) * 0.999).toFixed(15)));
        expect(lives(subtract(less, settleAmount(quantity('0.000000000001'))))).toBe(false);
      }),
      everything,
    );
  });
});
