/** Every figure of the sample that has an `explain` id answers, names its rows, and re-adds from its leaves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import { computedFigures, figuresThatDoNotReAdd } from './re-add.fixture.ts';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

async function reAdds(id: string): Promise<CallAnswer<'holdings.explain'>> {
  const explained = await sample.ask('holdings.explain', { id });
  expect({ id, wrong: figuresThatDoNotReAdd(explained.trace) }).toEqual({ id, wrong: [] });
  return explained;
}

test('what is asked for as a whole: a holding, a lot, a disposal, a position, a year and its tax', async () => {
  const { holdings, positions } = await sample.ask('holdings.read', {});
  for (const holding of holdings) {
    const { trace } = await reAdds(holding.explain);
    expect(trace.value).toBe(holding.value);
    expect(computedFigures(trace)).toBeGreaterThan(1);
  }
  for (const position of positions)
    expect((await reAdds(position.explain)).trace.parts.length).toBeGreaterThan(2);
  const { lots } = await sample.ask('holdings.lots', {});
  for (const lot of lots) {
    const { trace, rows } = await reAdds(lot.explain);
    expect(rows.map(({ line }) => line)).toContain(lot.line);
    expect(untold(trace)).toEqual([]);
  }
  const { disposals, years } = await sample.ask('holdings.gains', {});
  for (const disposal of disposals) {
    const { trace, rows } = await reAdds(disposal.explain);
    expect(trace.value).toBe(disposal.gain);
    expect(rows.some(({ raw, line }) => raw !== '' && line === disposal.line)).toBe(true);
  }
  for (const year of years) expect((await reAdds(year.explain)).trace.value).toBe(year.proceeds);
  const taxYears = (await sample.ask('plan.taxYears', {})).years;
  for (const year of taxYears) expect((await reAdds(year.explain)).trace.value).toBe(year.totalTax);
});

/** Costs that are only stated: every cost of the sample is made of money paid and fees, or of a value received. */
function untold(trace: TraceText): string[] {
  const own = /^Cost of .*[A-Z]$/u.test(trace.label) && trace.how === 'as given' ? [trace.label] : [];
  return [...own, ...trace.parts.flatMap(untold)];
}

test('transactions', async () => {
  const { rows } = await sample.ask('holdings.transactions', { offset: 0, limit: 1000 });
  for (const row of rows.filter(({ counted }) => counted).slice(0, 50)) await reAdds(`event:${row.event}`);
  expect(rows.some(({ counted }) => !counted)).toBe(true);
});

describe('prices and profile', () => {
  test('a typed price is used, listed, and its age told', async () => {
    const { missing, prices } = await sample.ask('prices.read', {});
    expect(missing).toEqual([]);
    expect(prices.find(({ of }) => of === 'BTC')).toMatchObject({
      price: '104200',
      ageDays: 0,
      stale: false,
    });
    await sample.ask('prices.set', { prices: [{ of: 'sol', price: '111.5' }] });
    const { holdings } = await sample.ask('holdings.read', {});
    expect(holdings.find(({ asset }) => asset === 'SOL')).toMatchObject({
      price: '111.5',
      value: '2787.5',
      priceSource: 'typed',
    });
  });

  test.each([
    [[{ of: 'BTC', price: '-1' }], 'prices.0.price'],
    [[{ of: 'BTC', price: '1', time: '2027-01-01T00:00:00Z' }], 'prices.0.time'],
  ])('a price that cannot be is refused by name', async (prices, field) => {
    await expect(sample.ask('prices.set', { prices })).rejects.toThrow(field);
  });

  test('a profile is kept as it was given; what cannot be is refused by name', async () => {
    const { profile } = await sample.ask('plan.profile', {});
    if (profile === null) throw new Error('the sample has a profile');
    const changed = { ...profile, carryforward: { shortTerm: '100', longTerm: '0' } };
    await sample.ask('plan.saveProfile', changed);
    expect((await sample.ask('plan.profile', {})).profile).toEqual(changed);
    const [first, ...others] = profile.years;
    if (first === undefined) throw new Error('the sample has profile years');
    const wrong = { ...profile, years: [{ ...first, ordinaryIncome: '-1' }, ...others] };
    await expect(sample.ask('plan.saveProfile', wrong)).rejects.toThrow('years.0.ordinaryIncome');
    await expect(sample.ask('plan.saveProfile', { ...profile, years: [first, first] })).rejects.toThrow(
      'years.1.year',
    );
    await expect(sample.ask('plan.saveProfile', { ...profile, timeZone: 'Nowhere' })).rejects.toThrow(
      'timeZone',
    );
    await sample.ask('plan.saveProfile', profile);
  });
});

test('an id of nothing is refused by name', async () => {
  await expect(sample.ask('holdings.explain', { id: 'holding:DOGE' })).rejects.toThrow('holding:DOGE');
  await expect(sample.ask('holdings.explain', { id: 'constructor:x' })).rejects.toThrow('constructor:x');
});
