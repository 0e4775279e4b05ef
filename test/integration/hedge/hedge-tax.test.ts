/** What a hedge does to taxes before it is saved, over the sample ledger: words, figures, traces. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { hedgeTaxText } from '../../../src/main/cli/verbs/hedge-tax.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

let sample: Sample;
let effects: CallAnswer<'hedge.taxEffects'>;
const overlay = {
  contracts: [
    { asset: 'BTC', contract: 'cme:MBT' },
    { asset: 'ETH', contract: 'cme:MET' },
  ],
  rounding: 'nearest' as const,
};

beforeAll(async () => {
  sample = await openSample();
  effects = await sample.ask('hedge.taxEffects', { overlay });
});
afterAll(async () => {
  await sample.close();
});

test('each day at each price, and the traces re-add', () => {
  expect(effects.closings.map(({ when, date }) => `${when} ${date}`)).toEqual([
    'today 2026-11-20',
    'year-end 2026-12-31',
    'next-year 2027-11-20',
  ]);
  expect(effects.closed.length).toBe(9);
  for (const { traceKept, traceSold, taxKept, taxSold, taxSoldWithout } of effects.closed) {
    if (traceKept === null || traceSold === null) throw new Error('the sample has tax details');
    expect(figuresThatDoNotReAdd(traceKept)).toEqual([]);
    expect(figuresThatDoNotReAdd(traceSold)).toEqual([]);
    expect(traceKept.value).toBe(taxKept);
    expect(Number(traceSold.value)).toBeCloseTo(Number(taxSold) - Number(taxSoldWithout), 6);
  }
});

test('at today’s prices the hedge brings nothing and changes no tax while the coins are kept', () => {
  for (const row of effects.closed.filter(({ priceChange }) => priceChange === '0'))
    expect(row).toMatchObject({ futuresProfit: '0', taxKept: '0', waits: '0' });
});

test('a loss of the short waits as far as the coins have gained; its gain does not', () => {
  const up = effects.closed.find(({ when, priceChange }) => when === 'year-end' && priceChange === '0.2');
  const down = effects.closed.find(({ when, priceChange }) => when === 'year-end' && priceChange === '-0.2');
  expect(Number(up?.waits)).toBeGreaterThan(0);
  expect(down?.waits).toBe('0');
  expect(up?.sentence).toContain('wait until the coins are sold');
});

test('covered lots are those of the plan, each with its clock before and after', async () => {
  const plan = await sample.ask('targets.overlay', overlay);
  expect(new Set(effects.lots.map(({ lot }) => lot))).toEqual(new Set(plan.hedgedLots.map(({ lot }) => lot)));
  // The plan calls no clock safe that the tax engine stops.
  const unsafe = new Set(plan.hedgedLots.filter((one) => one.clockRestarts).map(({ lot }) => lot));
  const stopped = effects.lots.filter(({ clock }) => clock.effect !== 'kept').map(({ lot }) => lot);
  expect(stopped.length).toBeGreaterThan(0);
  expect(stopped.filter((lot) => !unsafe.has(lot))).toEqual([]);
  for (const { clock, loss, unrecognisedGain } of effects.lots) {
    expect(loss.waitsUpTo).toBe(unrecognisedGain);
    if (clock.effect === 'kept')
      for (const { date } of clock.longTermFromAfter) expect(date).toBe(clock.longTermFrom);
    else expect(clock.sentence).toMatch(/its clock (?:ends on|stands still)/u);
  }
});

test('the verdict says what it costs and why, the terminal tells all of it', () => {
  const { verdict } = effects;
  expect(['free', 'small', 'costly']).toContain(verdict.kind);
  expect(verdict.sentence).toMatch(/^(?:This hedge costs you|At today’s prices this hedge adds no tax)/u);
  const text = hedgeTaxText(effects);
  expect(text).toContain('Loss that waits');
  expect(text.replaceAll(/\s+/gu, ' ')).toContain(verdict.sentence);
});

test('without tax details: clocks, losses and no tax', async () => {
  const { profile } = await sample.ask('plan.profile', {});
  if (profile === null) throw new Error('the sample has a profile');
  await sample.ask('plan.saveProfile', { ...profile, years: [], history: [], waiting: [] });
  const without = await sample.ask('hedge.taxEffects', { overlay, priceChanges: ['0.1'] });
  await sample.ask('plan.saveProfile', profile);
  expect(without.verdict).toMatchObject({ kind: 'unknown', cost: null, sellingNow: null });
  expect(without.closed.map(({ taxKept }) => taxKept)).toEqual(without.closed.map(() => null));
  expect(without.lots.length).toBe(effects.lots.length);
});
