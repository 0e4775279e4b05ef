/** Tax years ahead of the sample investor: realised, planned and what would be if. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../../../src/main/core/handlers.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import type { TraceText } from '../../../src/shared/contract/texts.ts';
import { add, subtract, sum } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';

type Projection = CallAnswer<'plan.projection'>;
type View = NonNullable<Projection['years'][number]['realised']>;
type Scenario = CallInput<'plan.whatIf'>['scenario'];

let sample: Sample;
let before: Projection;
let planned: Projection;

beforeAll(async () => {
  sample = await openSample();
  before = await sample.ask('plan.projection', {});
  const overlay = {
    contracts: [
      { asset: 'BTC', contract: 'cme:MBT' },
      { asset: 'ETH', contract: 'cme:MET' },
    ],
    rounding: 'nearest' as const,
  };
  const acknowledged = ['data-age', 'margin-overnight', 'costs', 'tax', 'uncertain'];
  await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-03-01', acknowledged });
  planned = await sample.ask('plan.projection', {});
});
afterAll(async () => {
  await sample.close();
});

const yearOf = (projection: Projection, year: number): Projection['years'][number] => {
  const found = projection.years.find((one) => one.year === year);
  if (found === undefined) throw new Error(`no ${year}`);
  return found;
};
const viewOf = (projection: Projection, year: number): View => {
  const { scenario, planned: plan, realised } = yearOf(projection, year);
  const view = scenario ?? plan ?? realised;
  if (view === null) throw new Error(`nothing in ${year}`);
  return view;
};
const whatIf = (scenario: Scenario): Promise<CallAnswer<'plan.whatIf'>> =>
  sample.ask('plan.whatIf', { scenario });
const refused = async (
  scenario: Scenario,
): Promise<{ code: string; field: string | undefined; message: string }> => {
  const request = contract['plan.whatIf'].input.parse({ scenario });
  const result = await handlers['plan.whatIf'](request, sample.context);
  if (result.ok) throw new Error('was answered');
  const { code, where, message } = result.failure;
  return { code, field: where.field, message };
};

test('from the first event to five years ahead; the past as in the tax years', async () => {
  expect(before.years.map(({ year, status }) => `${year} ${status}`)).toEqual([
    '2023 past',
    '2024 past',
    '2025 past',
    '2026 running',
    '2027 ahead',
    '2028 ahead',
    '2029 ahead',
    '2030 ahead',
    '2031 ahead',
  ]);
  const { years } = await sample.ask('plan.taxYears', {});
  for (const { year, totalTax, netShortTerm, netLongTerm } of years)
    expect(yearOf(before, year).realised).toMatchObject({
      totalTax,
      netShortTerm,
      netLongTerm,
      explain: `tax:${year}`,
    });
  expect((await sample.ask('plan.projection', { yearsAhead: 0 })).lastYear).toBe(2026);
  expect((await sample.ask('plan.projection', { yearsAhead: 10 })).years.at(-1)?.year).toBe(2036);
});

describe('a saved plan', () => {
  test('is carried out: steps with ids, the sale’s tax in its year, waiting losses with what frees them', () => {
    expect(
      planned.steps.filter(({ plan }) => plan !== null).map(({ id, date, kind }) => `${id} ${date} ${kind}`),
    ).toEqual([
      'plan-1:open 2026-11-20 open',
      'plan-1-leg-1:roll:1 2026-12-14 roll',
      'plan-1-leg-2:roll:1 2026-12-14 roll',
      'plan-1:close 2027-03-01 close',
      'plan-1:sell:BTC 2027-03-01 sell',
      'plan-1:buy:ETH 2027-03-01 buy',
    ]);
    expect(yearOf(planned, 2027).realised?.longTermGain).toBe('0');
    expect(money(yearOf(planned, 2027).planned?.longTermGain ?? '0') > zeroMoney).toBe(true);
    expect(yearOf(planned, 2024).planned).toBeNull();
    for (const { deferred, deferredTotal } of planned.years.map((year) => viewOf(planned, year.year))) {
      expect(
        toText(
          sum(
            deferred.map(({ amount }) => money(amount)),
            zeroMoney,
          ),
        ),
      ).toBe(deferredTotal);
      for (const { amount, blockedBy, words } of deferred) {
        expect(
          sum(
            blockedBy.map((one) => money(one.amount)),
            zeroMoney,
          ),
        ).toBe(money(amount));
        expect(words).toMatch(/^A loss of .* waits; to free it, (?:sell|close) /u);
      }
    }
  });

  test('paying later has a value that its trace re-adds', () => {
    const { deferral } = planned;
    if (deferral === null) throw new Error('nothing is sold');
    expect(deferral.value).toBe(
      toText(subtract(money(deferral.presentTaxNow), money(deferral.presentTaxLater))),
    );
    expect(deferral.trace.value).toBe(deferral.value);
    expect(deferral.earnedTrace.value).toBe(deferral.earned);
    expect([
      ...figuresThatDoNotReAdd(deferral.trace),
      ...figuresThatDoNotReAdd(deferral.earnedTrace),
    ]).toEqual([]);
    const total = deferral.years.reduce((all, { now }) => add(all, money(now)), zeroMoney);
    expect(toText(total)).toBe(deferral.taxNow);
    expect(before.deferral).toBeNull();
  });
});

test('every figure of a year ahead is explained, adds up, and is the figure shown', async () => {
  const LINES = [
    'shortTermGain',
    'longTermGain',
    'section1256Gain',
    'otherFuturesGain',
    'income',
    'ordinaryIncome',
    'netShortTerm',
    'netLongTerm',
    'lossAllowed',
    'deferredTotal',
    'taxableIncome',
    'ordinaryTax',
    'capitalGainTax',
    'netInvestmentIncomeTax',
    'federalTax',
    'stateTax',
    'totalTax',
    'effectiveRate',
  ] as const;
  for (const year of [2026, 2027, 2028]) {
    for (const view of [yearOf(planned, year).realised, yearOf(planned, year).planned]) {
      if (view === null || view.explain === null) continue;
      const told: [string, string | null][] = [
        ...LINES.map((line): [string, string | null] => [line, view[line]]),
        ['carryforward/shortTerm', view.carriedOut.shortTerm],
        ['marginalRates/longTerm', view.marginalRates.longTerm],
      ];
      for (const [line, value] of told) {
        // What the tax years tell of themselves is tested with them.
        if (view.explain.startsWith('tax:')) continue;
        const { trace } = await sample.ask('holdings.explain', { id: `${view.explain}/${line}` });
        expect([line, trace.value]).toEqual([line, value]);
        expect(figuresThatDoNotReAdd(trace)).toEqual([]);
      }
    }
  }
  const { trace } = await sample.ask('holdings.explain', { id: 'projection:deferral/value' });
  expect(trace.value).toBe(planned.deferral?.value);
  await expect(sample.ask('holdings.explain', { id: 'projection:2027/planned/nonsense' })).rejects.toThrow();
  await expect(sample.ask('holdings.explain', { id: 'projection:2099/planned' })).rejects.toThrow();
});

describe('what if', () => {
  test('another income taxes that year alone', async () => {
    const answer = await whatIf({ income: [{ year: 2028, ordinaryIncome: '142000' }] });
    expect(
      answer.projection.years.filter(({ scenario }) => scenario !== null).map(({ year }) => year),
    ).toEqual([2028]);
    const { differences } = yearOf(answer.projection, 2028);
    expect(differences.find(({ line }) => line === 'ordinaryIncome')?.amount).toBe('100000');
    // Single in 2028, by the amounts of 2026: 125 900 is taxed 1 240 + 4 560 + 12 166 + 24 % of 20 200 = 22 814, not 2 860.
    expect(viewOf(answer.projection, 2028).ordinaryTax).toBe('22814');
    expect(answer.totalTax.difference).toBe('19954');
    expect(answer.words[0]).toBe('The tax of 2026 to 2031 is 19,954.00 USD more; lines of 2028 change.');
  });

  test('a sale is taxed at its price in its year; a step moves; a plan is left out', async () => {
    const { lots } = await sample.ask('holdings.lots', { asset: 'ETH' });
    const lot = lots.find(
      ({ costBasis, longTermFrom }) => money(costBasis) > zeroMoney && (longTermFrom ?? '') < '2027-06-01',
    );
    if (lot === undefined) throw new Error('no lot');
    const sold = await whatIf({
      sales: [{ lot: lot.lot, quantity: lot.quantity, date: '2027-06-01', price: '10000' }],
    });
    const gain = yearOf(sold.projection, 2027).differences.find(({ line }) => line === 'longTermGain');
    expect(money(gain?.amount ?? '0') > zeroMoney).toBe(true);
    const moved = await whatIf({ moves: [{ step: 'plan-1:sell:BTC', date: '2029-01-10' }] });
    expect(yearOf(moved.projection, 2027).scenario?.longTermGain).toBe('0');
    expect(money(viewOf(moved.projection, 2029).longTermGain) > zeroMoney).toBe(true);
    const without = await whatIf({ withoutPlans: ['plan-1'] });
    expect(viewOf(without.projection, 2027)).toMatchObject({ longTermGain: '0' });
    expect(without.projection.deferral).toBeNull();
  });

  test('another election, filing status and inflation', async () => {
    const paid = await whatIf({ elections: [{ id: 'funding', value: 'when-paid' }] });
    expect(paid.projection.years.some(({ differences }) => differences.length > 0)).toBe(true);
    const joint = await whatIf({ filingStatus: 'marriedJoint' });
    expect(yearOf(joint.projection, 2025).scenario).toBeNull();
    expect(money(joint.totalTax.difference) < zeroMoney).toBe(true);
    const grown = await whatIf({ inflation: '0.03' });
    expect(money(viewOf(grown.projection, 2031).totalTax) < money(viewOf(planned, 2031).totalTax)).toBe(true);
    expect(yearOf(grown.projection, 2026).scenario).toBeNull();
  });

  test('its traces are in the answer, and add up', async () => {
    const { projection } = await whatIf({ prices: [{ asset: 'BTC', change: '0.2', date: '2027-06-30' }] });
    const traces = projection.years.flatMap(({ scenario }): TraceText[] =>
      scenario === null ? [] : [scenario.trace],
    );
    expect(traces.length).toBeGreaterThan(0);
    for (const trace of traces) expect(figuresThatDoNotReAdd(trace)).toEqual([]);
    expect(
      projection.years.flatMap(({ scenario }) => (scenario === null ? [] : [scenario.explain])),
    ).not.toContain(expect.any(String));
  });

  test('nothing changes where nothing is asked, and nothing is ever stored', async () => {
    const { ledger } = sample.context.session;
    const hash = ledger?.hash();
    const answer = await whatIf({});
    expect(answer.totalTax.difference).toBe('0');
    expect(answer.words).toHaveLength(1);
    expect(answer.projection.years.every(({ scenario }) => scenario === null)).toBe(true);
    await whatIf({ sales: [{ asset: 'BTC', quantity: '0.1', date: '2027-01-10' }] });
    expect(ledger?.hash()).toBe(hash);
  });
});

describe('bad input is named, explained, and nothing is stored', () => {
  test.each<[string, Scenario, string, string]>([
    [
      'negative wages',
      { income: [{ year: 2027, ordinaryIncome: '-1' }] },
      'call/invalid-input',
      'scenario.income.0.ordinaryIncome',
    ],
    [
      'a year that is past',
      { income: [{ year: 2024, ordinaryIncome: '1' }] },
      'tax/what-if-year',
      'scenario.income.0.year',
    ],
    [
      'a state rate of more than all',
      { income: [{ year: 2027, stateRate: '1.5' }] },
      'call/invalid-input',
      'scenario.income.0.stateRate',
    ],
    [
      'a date in the past',
      { sales: [{ asset: 'BTC', quantity: '0.1', date: '2026-01-10' }] },
      'tax/what-if-past',
      'scenario.sales.0.date',
    ],
    [
      'more than is held',
      { sales: [{ asset: 'BTC', quantity: '1000', date: '2027-01-10' }] },
      'tax/what-if-not-held',
      'scenario.sales.0.quantity',
    ],
    [
      'nothing of a coin',
      { sales: [{ asset: 'BTC', quantity: '0', date: '2027-01-10' }] },
      'call/invalid-input',
      'scenario.sales.0.quantity',
    ],
    [
      'an unknown lot',
      { sales: [{ lot: 'nobody', quantity: '1', date: '2027-01-10' }] },
      'tax/what-if-no-such-lot',
      'scenario.sales.0.lot',
    ],
    [
      'neither lot nor coin',
      { sales: [{ quantity: '1', date: '2027-01-10' }] },
      'call/invalid-input',
      'scenario.sales.0',
    ],
    [
      'an unknown election',
      { elections: [{ id: 'nonsense', value: 'yes' }] },
      'tax/what-if-no-such-election',
      'scenario.elections.0.id',
    ],
    [
      'an unknown value',
      { elections: [{ id: 'funding', value: 'never' }] },
      'tax/what-if-election-value',
      'scenario.elections.0.value',
    ],
    [
      'a price twice said',
      { prices: [{ asset: 'BTC', change: '0.1', price: '1' }] },
      'call/invalid-input',
      'scenario.prices.0',
    ],
    [
      'a fall by more than all',
      { prices: [{ asset: 'BTC', change: '-1.5' }] },
      'call/invalid-input',
      'scenario.prices.0.change',
    ],
    [
      'a price on a past day',
      { prices: [{ asset: 'BTC', price: '1', date: '2026-01-01' }] },
      'tax/what-if-past',
      'scenario.prices.0.date',
    ],
    [
      'a coin without a price',
      { prices: [{ asset: 'NOPE', change: '0.1' }] },
      'tax/what-if-no-price',
      'scenario.prices.0.asset',
    ],
    [
      'an unknown step',
      { moves: [{ step: 'plan-9:close', date: '2027-01-10' }] },
      'tax/what-if-no-such-step',
      'scenario.moves.0.step',
    ],
    [
      'a step in the past',
      { moves: [{ step: 'plan-1:close', date: '2026-01-10' }] },
      'tax/what-if-past',
      'scenario.moves.0.date',
    ],
    ['an unknown plan', { withoutPlans: ['plan-9'] }, 'targets/no-such-plan', 'scenario.withoutPlans.0'],
    ['a discount of all', { discountPerYear: '1' }, 'call/invalid-input', 'scenario.discountPerYear'],
  ])('%s', async (_, scenario, code, field) => {
    const { ledger } = sample.context.session;
    const hash = ledger?.hash();
    const failure = await refused(scenario);
    expect([failure.code, failure.field]).toEqual([code, field]);
    expect(failure.message).toMatch(/[Nn]othing/u);
    expect(ledger?.hash()).toBe(hash);
  });
});
