/** exit.plan over the sample ledger, as screens and terminal get it; bad input on purpose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { sum } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { money, quantity } from '../../../src/shared/num/parse.ts';
import { zeroMoney, zeroQuantity } from '../../../src/shared/num/types.ts';
import { exitPlanText } from '../../../src/main/cli/exit-plan-text.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

type Request = CallInput<'exit.plan'>;
type Plan = CallAnswer<'exit.plan'>;

const request: Request = {
  goals: [{ asset: 'BTC', sell: '0.2' }],
  overlay: { contracts: [{ asset: 'BTC', contract: 'binance-um:BTCUSDT' }], rounding: 'nearest' },
  horizon: '2027-06-30',
  maxDates: 6,
  seconds: 1,
};

let sample: Sample;
let plan: Plan;
beforeAll(async () => {
  sample = await openSample();
  plan = await sample.ask('exit.plan', request);
}, 60_000);
afterAll(async () => {
  await sample.close();
});

describe('a plan', () => {
  test('sells what is asked for, of lots that are there, and leaves no hedge', () => {
    const sold = plan.days.flatMap(({ sells }) => sells.map((sale) => quantity(sale.quantity)));
    expect(toText(sum(sold, zeroQuantity))).toBe('0.2');
    expect(plan.schedule.days.at(-1)?.hedges).toEqual([]);
    for (const { proceeds, costBasis, gain } of plan.days.flatMap(({ sells }) => sells))
      expect(toText(sum([money(gain), money(costBasis)], zeroMoney))).toBe(proceeds);
  });

  test('stays within the band on every day, and no short is naked', () => {
    for (const { exposure } of plan.days)
      for (const { net, wanted, tolerance, spot, futures } of exposure) {
        const off = Math.abs(Number(net) - Number(wanted));
        expect(off).toBeLessThanOrEqual(Number(tolerance) + 1e-12);
        expect(Number(spot) + Number(futures)).toBeGreaterThanOrEqual(0);
      }
  });

  test('is no dearer than a simple rule, and its figures re-add', () => {
    for (const { costs, saved } of plan.rules)
      if (costs !== null) {
        expect(Number(saved)).toBeGreaterThanOrEqual(0);
        expect(money(costs.cost) >= money(plan.cost)).toBe(true);
      }
    expect(plan.trace.value).toBe(plan.cost);
    const parts = plan.trace.parts.map(({ value }) => money(value));
    expect(toText(sum(parts, zeroMoney))).toBe(plan.cost);
    const added = plan.taxByYear.map((year) => money(year.added));
    expect(toText(sum(added, zeroMoney))).toBe(plan.tax);
    expect(plan.taxTraces.map(({ value }) => value)).toEqual(plan.taxByYear.map((year) => year.added));
  });

  test('says what it assumes and from where, and answers the same again', async () => {
    expect(plan.assumptions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['discountPerYear', 'spotFee', 'carryPerYear:binance-um:BTCUSDT']),
    );
    expect(plan.words.join(' ')).toContain('identified before it is made');
    const again = await sample.ask('exit.plan', request);
    expect(again.cost).toBe(plan.cost);
  });
});

test('the terminal shows it for people', () => {
  const text = exitPlanText(plan);
  if (process.env['SHOW'] !== undefined) console.log(text);
  expect(text).toContain('Simple rule');
  expect(text).toContain('Tax by year');
  for (const { date } of plan.days) expect(text).toContain(date);
});

describe('is refused, by name and all at once', () => {
  const refused = async (change: Partial<Request>): Promise<{ code: string; message: string }> => {
    const asked = contract['exit.plan'].input.parse({ ...request, ...change });
    const answer = await handlers['exit.plan'](asked, sample.context);
    if (answer.ok) throw new Error('not refused');
    return answer.failure;
  };

  test.each<[string, Partial<Request>, string, RegExp]>([
    ['a horizon in the past', { horizon: '2026-01-01' }, 'exit/horizon-past', /2026-01-01/u],
    ['a missing price', { goals: [{ asset: 'ZZZ', sell: '1' }] }, 'exit/price-missing', /ZZZ/u],
    ['a lot outside the ledger', { keepLots: ['nobody'] }, 'exit/no-such-lot', /nobody/u],
    ['more than is held', { goals: [{ asset: 'BTC', sell: '1000' }] }, 'exit/goal-not-held', /1000 BTC/u],
    ['both sides', { goals: [{ asset: 'BTC', sell: '1', buy: '1' }] }, 'exit/goal-both', /BTC/u],
    [
      'targets that do not add up',
      {
        goals: undefined,
        overlay: {
          contracts: [],
          rounding: 'nearest',
          policy: { targets: [{ asset: 'BTC', weight: '0.7' }], absoluteBand: null, relativeBand: null },
        },
      },
      'targets/invalid',
      /add up|100/u,
    ],
    [
      'limits that conflict',
      { perDay: [{ asset: 'BTC', quantity: '0.001' }] },
      'exit/limits-conflict',
      /at most 0\.001 BTC a day/iu,
    ],
    [
      'margin that nobody knows, with the cash watched',
      { overlay: { contracts: [{ asset: 'BTC', contract: 'cme:MBT' }], rounding: 'nearest' }, cash: '1000' },
      'exit/margin-missing',
      /MBT/u,
    ],
    ['a band below zero', { band: '-1' }, 'exit/assumption-out-of-range', /band.*zero or more/u],
    [
      'a band below zero, from the targets',
      { goals: undefined, band: '-1' },
      'exit/assumption-out-of-range',
      /band.*zero or more/u,
    ],
    ['no day left', { noTrade: [{ from: '2026-01-01', to: '2030-01-01' }] }, 'exit/no-day-left', /noTrade/u],
    ['an asset of nothing', { perDay: [{ asset: 'BTX', quantity: '1' }] }, 'exit/asset-unknown', /BTX/u],
  ])('%s', async (_, change, code, says) => {
    const failure = await refused(change);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(says);
  });

  test('several things together', async () => {
    const failure = await refused({ horizon: '2026-01-01', keepLots: ['nobody'], discountPerYear: '9' });
    expect(failure.code).toBe('exit/several');
    expect(failure.message).toMatch(/3 things.*2026-01-01.*discountPerYear.*nobody/su);
  });
});
