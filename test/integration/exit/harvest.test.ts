/**
 * Losses and gains to take, worked by hand on a real encrypted ledger.
 * Source: 26 U.S.C. 1(h), 1091, 1211(b), 1222; Rev. Proc. 2025-32 (2026: the standard deduction of a single person is 16 100,
 * long-term gain is taxed at 0 % up to 49 450 of taxable income, the 12 % bracket ends at 50 400).
 */
import { afterEach, expect, test } from 'vitest';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import { bought, openTaxLedger, priced, sold, type TaxLedger } from '../tax/tax-ledger.fixture.ts';

const NOW = '2026-03-02T23:00:00Z';
const free = { seconds: 1, discountPerYear: '0', spotFee: '0', spotSlippage: '0' };
let ledger: TaxLedger;
afterEach(async () => {
  await ledger.end();
});

const income = (ordinaryIncome: string, later = ordinaryIncome): object => ({
  income: [
    { year: 2026, ordinaryIncome },
    { year: 2027, ordinaryIncome: later },
  ],
});

test('long-term gain fits into what is left of the 0 % bracket, to the cent, and costs nothing', async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    '2026-03-02T20:00:00Z',
    bought('2022-05-01 12:00:00', '2', '40000'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
  );
  // Wages of 40 000 less 16 100 are 23 900: 25 550 of gain still fit below 49 450.
  const answer = await ledger.ask(
    'exit.harvest',
    { ...free, ...income('40000', '120000'), horizon: '2026-12-31' },
    NOW,
  );
  expect(answer.room[0]).toMatchObject({ year: 2026, amount: '25550' });
  const gains = answer.found.find(({ id }) => id === 'gains-2026');
  // 70 000 of gain on each coin: 25 550 / 70 000 of one, down to eight decimals.
  expect(gains?.lots.map(({ quantity, term }) => [quantity, term])).toEqual([['0.365', 'long']]);
  // The year after, gains are taxed at 15 %: 3 832.50 less for a later sale.
  expect(gains).toMatchObject({ gain: '25550', saved: '0', cost: '0', later: '-3832.5', isWorthIt: true });
  expect(gains === undefined ? [] : figuresThatDoNotReAdd(gains.trace)).toEqual([]);
});

test('a loss frees a gain of the year, then 3 000 of wages: at the rates of the year', async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    '2026-03-02T20:00:00Z',
    bought('2025-12-01 12:00:00', '1', '80000'),
    // 5 000 of short-term gain in 2026.
    sold('2026-02-01 12:00:00', '1', '85000'),
    bought('2025-11-01 12:00:00', '10', '18000', 'SOL'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', 'SOL', 1_000),
  );
  // 8 000 of loss: 5 000 against the gain, 3 000 against wages. Wages of 120 000: all of it is taxed at 22 % (to 105 700).
  const answer = await ledger.ask(
    'exit.harvest',
    { ...free, ...income('120000'), horizon: '2026-12-31' },
    NOW,
  );
  const losses = answer.found.find(({ id }) => id === 'losses-2026');
  expect(losses).toMatchObject({ gain: '-8000', isWorthIt: true });
  // 108 900 of taxable income with the gain: 3 200 of it is above 105 700, at 24 %; 4 800 at 22 %.
  expect(losses?.taxByYear[0]).toMatchObject({ year: 2026, saved: '1824' });
});

test('where wash sales cover coins, what was bought within 30 days keeps a loss away, and coins are bought back after 31', async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    '2026-03-02T20:00:00Z',
    bought('2025-11-01 12:00:00', '10', '18000', 'SOL'),
    bought('2025-11-01 12:00:00', '10', '30000', 'ADA'),
    bought('2026-02-20 12:00:00', '1', '1000', 'ADA'),
    priced('2026-03-02 13:00:00', 'SOL', 1_000),
    priced('2026-03-02 13:00:00', 'ADA', 1_000),
  );
  await ledger.ask('elections.save', { id: 'wash-sales-from', value: '2026-01-01' }, NOW);
  const answer = await ledger.ask('exit.harvest', { ...free, horizon: '2026-12-31' }, NOW);
  const losses = answer.found.find(({ id }) => id === 'losses-2026');
  expect(losses?.lots.map(({ asset }) => asset)).toEqual(['SOL']);
  expect(losses?.words.join(' ')).toContain('2026-04-02');
  expect(answer.words.join(' ')).toContain('free from 2026-03-23');
});
