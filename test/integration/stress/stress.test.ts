/** Stress calls over the sample ledger, as screens and terminal get them: every answer by the contract. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { add, subtract, sum } from '../../../src/shared/num/arithmetic.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { manyText, marginName } from '../../../src/main/cli/verbs/stress.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

/** Binance's export of futures trades. */
const HEADER = 'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID';

type Result = CallAnswer<'stress.run'>['results'][number];

describe('stress.run', () => {
  test('all scenarios: parts add up to the change, and traces to their parts', async () => {
    const { results, currency } = await sample.ask('stress.run', {});
    expect(currency).toBe('USD');
    expect(results.length).toBeGreaterThan(24);
    for (const { parts, change, wealthBefore, wealthAfter, trace } of results) {
      const amounts = Object.values(parts).map(money);
      expect(toText(sum(amounts, zeroMoney))).toBe(change);
      expect(add(money(wealthBefore), money(change))).toBe(money(wealthAfter));
      expect(trace.value).toBe(change);
      const below = trace.parts.map(({ value }) => money(value));
      expect(toText(sum(below, zeroMoney))).toBe(change);
    }
  });

  test('the terminal’s columns add up to the change, and many closed accounts are counted', async () => {
    const { results } = await sample.ask('stress.run', {});
    const [title = '', , ...lines] = manyText({ results }).split('\n');
    expect(title).toMatch(/Change +Share +Coins +Futures +Funding/u);
    for (const line of lines) {
      const [change = 0, ...parts] = [...line.matchAll(/(?<=\s)[+-]?[\d,]+\.\d\d(?=\s|$)/gu)].map(([text]) =>
        Number(text.replaceAll(',', '')),
      );
      // The last money column is the cash needed.
      expect(parts.slice(0, -1).reduce((total, part) => total + part, 0)).toBeCloseTo(change, 0);
    }
    const [first] = results;
    if (first === undefined) throw new Error('no result');
    const [account] = first.accounts;
    if (account === undefined) throw new Error('no account');
    const closed = { step: '', hour: '0', left: '0', fee: null };
    const accounts = ['A', 'B', 'C', 'D'].map((accountName) => ({ ...account, accountName, closed }));
    expect(manyText({ results: [{ ...first, accounts }] })).toMatch(/A USDT, B USDT and 2 more$/u);
  });

  test('the wealth before is what holdings and open profit are worth', async () => {
    const { results } = await sample.ask('stress.run', { scenarios: ['up-10'] });
    const holdings = await sample.ask('holdings.read', {});
    const open = holdings.positions.map(({ unrealisedProfit }) => money(unrealisedProfit ?? '0'));
    expect(results[0]?.wealthBefore).toBe(toText(add(money(holdings.total), sum(open, zeroMoney))));
  });

  test('a lost venue takes what holdings show there', async () => {
    const { results } = await sample.ask('stress.run', { scenarios: ['venue:Coinbase'] });
    const [lost] = results;
    const there = lost?.venues.find(({ venue }) => venue === 'Coinbase');
    expect(there?.after).toBe('0');
    expect(toText(subtract(zeroMoney, money(lost?.parts.lost ?? '0')))).toBe(there?.before);
  });

  test('a scenario that is being typed runs alone, and names what is not there', async () => {
    const typed = { name: 'typed', steps: [{ coins: { BTC: '-0.5' }, lost: ['Nowhere'] }] };
    const { results, issues } = await sample.ask('stress.run', { scenarios: [], typed });
    expect(results.map(({ scenario }) => scenario.name)).toEqual(['typed']);
    expect(issues.map(({ code }) => code)).toContain('stress/names-nothing');
  });

  test('an unknown scenario is refused', async () => {
    await expect(sample.ask('stress.run', { scenarios: ['nope'] })).rejects.toThrow('no scenario "nope"');
  });
});

test('own scenarios are kept, replaced by name, and removed', async () => {
  const own = async (): Promise<string[]> => {
    const { scenarios } = await sample.ask('stress.scenarios', {});
    return scenarios.filter((one) => one.own).map(({ name, words }) => `${name}: ${words}`);
  };
  const saved = { name: 'Mine', steps: [{ hours: 6, coins: { BTC: '-0.4' } }] };
  await sample.ask('stress.saveScenario', saved);
  expect(await own()).toEqual(['Mine: BTC -40 %.']);
  await sample.ask('stress.saveScenario', { ...saved, name: 'MINE', words: 'Again.' });
  expect(await own()).toEqual(['MINE: Again.']);
  const { results } = await sample.ask('stress.run', { scenarios: ['mine'] });
  expect(results.map(({ scenario }: Result) => scenario.id)).toEqual(['own:MINE']);
  await expect(sample.ask('stress.saveScenario', { ...saved, name: 'all coins +10 %' })).rejects.toThrow(
    'is called "all coins +10 %" already',
  );
  await sample.ask('stress.removeScenario', { name: 'mine' });
  expect(await own()).toEqual([]);
});

test('the grid goes through the price now and lists each account at each price', async () => {
  const grid = await sample.ask('stress.grid', { coin: 'BTC', step: '0.25' });
  expect(grid.points.map(({ move }) => move)).toEqual(['-0.5', '-0.25', '0', '0.25', '0.5', '0.75', '1']);
  expect(grid.points.find(({ move }) => move === '0')?.price).toBe(grid.price);
  for (const point of grid.points) {
    expect(point.accounts.map(({ id }) => id)).toEqual(grid.accounts.map(({ id }) => id));
    expect(point.legs.map(({ id }) => id)).toEqual(grid.legs.map(({ id }) => id));
  }
  await expect(sample.ask('stress.grid', { coin: 'BTC', step: '0' })).rejects.toThrow('no price range');
  // Five million prices below the one of now.
  const fine = { coin: 'BTC', from: '-0.5', to: '0', step: '0.0000001' };
  await expect(sample.ask('stress.grid', fine)).rejects.toThrow('no price range');
});

test('an isolated position has a column of its own name', async () => {
  const { rows } = await sample.ask('monitor.read', {});
  const position = rows.find(({ asset }) => asset === 'ETH')?.position ?? '';
  await sample.ask('hedge.setMargin', { position, mode: 'isolated', isolatedMargin: '2000' });
  const grid = await sample.ask('stress.grid', { coin: 'ETH', step: '0.5' });
  const names = grid.accounts.map((account) => marginName(account, grid));
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
  await sample.ask('hedge.setMargin', { position, mode: 'cross', isolatedMargin: null });
});

test('the register has every risk once, the worst first, three always in view', async () => {
  const { rows } = await sample.ask('stress.register', {});
  expect(new Set(rows.map(({ risk }) => risk)).size).toBe(13);
  expect(
    rows
      .filter(({ alwaysInView }) => alwaysInView)
      .map(({ risk }) => risk)
      .toSorted(),
  ).toEqual(['basis', 'complexity', 'liquidation']);
  const order = ['danger', 'unknown', 'watch', 'fine'];
  const places = rows.map(({ state }) => order.indexOf(state));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

describe('a saved plan', () => {
  const save = async (
    contracts: CallInput<'targets.saveOverlay'>['overlay']['contracts'],
  ): Promise<CallAnswer<'targets.saveOverlay'>> => {
    const overlay = { contracts, rounding: 'floor' as const };
    const { beforeSaving } = await sample.ask('hedge.checks', { overlay });
    const acknowledged = beforeSaving.map(({ id }) => id);
    return await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-01-15', acknowledged });
  };

  test('two sizes of contract leave over what they leave together', async () => {
    const { id: plan, legs } = await save([{ asset: 'BTC', contract: 'cme:MBT', small: 'cme:BFF' }]);
    expect(legs).toHaveLength(2);
    const { rows } = await sample.ask('stress.register', {});
    const residual = rows.find(({ risk }) => risk === 'residual');
    // 0.286786 BTC are wanted, 0.28 are sold.
    expect(Number(residual?.figure)).toBeCloseTo(0.0068 / 0.2868, 3);
    await sample.ask('targets.dropPlan', { plan });
  });

  test('a cross hedge leaves over what it leaves of its own asset', async () => {
    const { id: plan } = await save([{ asset: 'BTC', contract: 'binance-um:ETHUSDT', crossHedge: true }]);
    const { rows } = await sample.ask('stress.register', {});
    const residual = rows.find(({ risk }) => risk === 'residual');
    expect(Number(residual?.figure)).toBeLessThan(0.01);
    await sample.ask('targets.dropPlan', { plan });
  });

  test('a leg whose terms nobody knows any more is named, not left out silently', async () => {
    const terms = {
      venue: 'Own',
      symbol: 'GONE',
      underlying: 'BTC',
      quote: 'USD',
      settleAsset: 'USD',
      kind: 'perpetual',
      payoff: 'linear',
      multiplier: '0.01',
      quantityUnit: 'contracts',
      quantityStep: '1',
      source: 'mine',
    } as const;
    const { contract } = await sample.ask('contracts.add', { terms });
    const { id: plan } = await save([{ asset: 'BTC', contract: contract.id }]);
    const before = await sample.ask('stress.run', { scenarios: ['up-10'], plan });
    expect(before.plannedLegs).toBe(1);
    await sample.ask('contracts.remove', { contract: contract.id });
    const after = await sample.ask('stress.run', { scenarios: ['up-10'], plan });
    expect(after.plannedLegs).toBe(0);
    expect(after.results[0]?.unknown.join(' ')).toContain(
      `own:GONE of ${plan} has no price or no known terms`,
    );
    await sample.ask('targets.dropPlan', { plan });
  });

  test('of a leg that is filled in part, the rest is still planned', async () => {
    const { id: plan, legs } = await save([{ asset: 'BTC', contract: 'binance-um:BTCUSDT' }]);
    const [leg] = legs;
    if (leg === undefined) throw new Error('no leg');
    const planned = async (): Promise<number> => {
      const { results } = await sample.ask('stress.run', { scenarios: ['up-10'], plan });
      const found = results[0]?.legs.find((one) => one.planned);
      return -Number(found?.deltaBefore ?? '0');
    };
    expect(await planned()).toBeCloseTo(Number(leg.quantity), 12);
    const upload = randomUUID();
    const row = '30411975,2026-11-20 22:00:00,BTCUSDT,SELL,104200,0.1,10420,3 USDT,0,false,false,8001,9001';
    sample.context.session.uploads.appendBytes(
      upload,
      'more-fills.csv',
      Buffer.from(`${HEADER}\n${row}`),
      true,
    );
    await sample.ask('imports.confirm', { files: [{ upload }], skipBadRows: false });
    await sample.ask('hedge.link', { leg: leg.id });
    expect(await planned()).toBeCloseTo(Number(leg.quantity) - 0.1, 12);
  });
});
