/** `calc exit-plan`: a document in, a plan out; what cannot be computed with is refused by name. */
import { expect, test } from 'vitest';
import { calcExitPlanInput, calcExitPlanOutput } from '../../../src/shared/contract/calc-exit-plan.ts';
import type { CalcExitPlanOutput } from '../../../src/shared/contract/calc-exit-plan.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { sum } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { calcExitPlanHandlers } from '../../../src/main/core/services/calc/calc-exit-plan.ts';

const lots = [
  { lot: 'old', asset: 'BTC', quantity: '1', costBasis: '20000', acquired: '2021-03-04' },
  { lot: 'dear', asset: 'BTC', quantity: '1', costBasis: '62000', acquired: '2025-02-01' },
  { lot: 'young', asset: 'BTC', quantity: '1', costBasis: '40000', acquired: '2026-06-01' },
];
const document = {
  jurisdiction: 'us',
  profile: { years: [{ year: 2026, ordinaryIncome: '90000' }] },
  lots,
  dispose: { BTC: '2' },
  candidateDates: ['2026-11-20', '2027-01-04', '2027-06-02'],
  prices: { BTC: [{ date: '2026-11-20', price: '60000' }] },
  costs: { spotFee: '0.001' },
  discountRate: '0.05',
};
const hedge = {
  position: 'short',
  contract: {
    payoff: 'linear',
    kind: 'perpetual',
    multiplier: '0.1',
    quantityUnit: 'contracts',
    quantityStep: '1',
    settleAsset: 'USD',
  },
  asset: 'BTC',
  side: 'short',
  quantity: '20',
  fundingPerYear: '0.02',
  fee: '0.0005',
  margin: '0.3',
};

async function ask(input: unknown): Promise<Result<CalcExitPlanOutput>> {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  return await calcExitPlanHandlers['calc.exit-plan'](
    calcExitPlanInput.parse(input),
    context as unknown as CallContext,
  );
}

test('without a hedge: any day, any lots, and no dearer than a simple rule', async () => {
  const found = await ask(document);
  if (!found.ok) throw new Error(found.failure.message);
  const { value } = found;
  expect(calcExitPlanOutput.parse(value)).toEqual(value);
  const sold = value.schedule.flatMap(({ sells }) => sells.map(({ quantity }) => money(quantity)));
  expect(toText(sum(sold, zeroMoney))).toBe('2');
  for (const { totalCost } of Object.values(value.baselines))
    if (totalCost !== null) expect(money(value.totalCost) <= money(totalCost)).toBe(true);
  expect(value.trace.value).toBe(value.totalCost);
  const parts = value.trace.parts.map((one) => money(one.value));
  expect(toText(sum(parts, zeroMoney))).toBe(value.totalCost);
});

test('with a hedge: waiting costs funding, fees and locked margin, and the exposure stays', async () => {
  const found = await ask({ ...document, overlay: [hedge] });
  if (!found.ok) throw new Error(found.failure.message);
  const next = found.value.baselines.nextYear.totalCost;
  expect(next).not.toBeNull();
  expect(found.value.schedule.at(-1)?.hedges).toEqual([]);
});

test('a hedge that is open already is closed by the plan', async () => {
  const open = {
    ...hedge,
    opened: '2026-03-02',
    openPrice: '70000',
    section1256: true,
    lots: [
      { lot: 'old', quantity: '1' },
      { lot: 'dear', quantity: '1' },
    ],
  };
  const found = await ask({ ...document, overlay: [open] });
  if (!found.ok) throw new Error(found.failure.message);
  expect(found.value.schedule.at(-1)?.hedges).toEqual([]);
});

test('coins are bought with what sales have brought, unless cash is given', async () => {
  const both = {
    ...document,
    dispose: { BTC: '2' },
    buy: { ETH: '40' },
    prices: { ...document.prices, ETH: [{ date: '2026-11-20', price: '3000' }] },
    overlay: [{ ...hedge, fundingPerYear: '-0.1' }],
  };
  const soldToday = async (constraints: object): Promise<string[]> => {
    const found = await ask({ ...both, constraints });
    if (!found.ok) throw new Error(found.failure.message);
    const [first] = found.value.schedule;
    expect(first?.buys).toEqual([{ asset: 'ETH', quantity: '40' }]);
    return first?.sells.map(({ lot, quantity }) => `${lot} ${quantity}`) ?? [];
  };
  // ETH has to be bought today, with the 120 000 of both coins; else all but half a contract's coins wait.
  const band = { ETH: '0' };
  expect(await soldToday({ band })).toEqual(['dear 1', 'young 1']);
  expect(await soldToday({ band, cash: '200000' })).toEqual(['dear 0.05']);
});

test.each([
  ['a lot twice', { lots: [...lots, lots[0]] }, 'lots.3.lot'],
  ['more than there is', { dispose: { BTC: '4' } }, 'dispose.BTC'],
  ['nothing to do', { dispose: {} }, 'dispose'],
  ['targets that do not add up', { dispose: undefined, targets: { BTC: '1.1' } }, 'targets'],
  ['a day in the past', { asOf: '2026-12-01' }, 'candidateDates.0'],
  ['a price that is missing', { dispose: { ETH: '1' } }, 'prices.ETH'],
  [
    'a hedge of a lot that is not there',
    { overlay: [{ ...hedge, lots: [{ lot: 'nobody', quantity: '1' }] }] },
    'overlay.0.lots.0.lot',
  ],
  ['a lot to keep that is not there', { constraints: { keepLots: ['nobody'] } }, 'constraints.keepLots.0'],
  [
    'a year of the plan without figures',
    { profile: { years: [{ year: 2030, ordinaryIncome: '1' }] } },
    'profile.years',
  ],
  [
    'cash that is watched and a margin that nobody knows',
    { overlay: [{ ...hedge, margin: undefined }], constraints: { cash: '1000' } },
    'overlay.0.margin',
  ],
  ['a fee of 200 %', { costs: { spotFee: '2' } }, 'costs.spotFee'],
  ['a discount of 500 %', { discountRate: '5' }, 'discountRate'],
  ['slippage of 100 %', { overlay: [{ ...hedge, slippage: '1' }] }, 'overlay.0.slippage'],
  ['a limit of no asset', { constraints: { perDay: { DOGE: '1' } } }, 'constraints.perDay.DOGE'],
])('refuses %s by name', async (_, change, field) => {
  const found = await ask({ ...document, ...change });
  expect(found).toMatchObject({ ok: false, failure: { where: { field } } });
});

test('limits that conflict are named', async () => {
  const found = await ask({ ...document, constraints: { perDay: { BTC: '0.5' } } });
  expect(found).toMatchObject({ ok: false, failure: { code: 'exit/limits-conflict' } });
  expect(found.ok ? '' : found.failure.message).toMatch(/at most 0\.5 BTC a day.*3 days/iu);
});

test('fields that nobody knows are refused', () => {
  expect(calcExitPlanInput.safeParse({ ...document, hedges: [] }).success).toBe(false);
});
