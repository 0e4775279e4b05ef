/** A year whose waiting losses cannot be told says so beside its figures, and so do those that go on with its losses. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { taxYearsText } from '../../../src/main/cli/tax-years-text.ts';
import { PERP, bought, fill, openTaxLedger, priced } from './tax-ledger.fixture.ts';
import type { TaxLedger } from './tax-ledger.fixture.ts';

const LATER = '2026-11-22T15:00:00Z';
let ledger: TaxLedger;
beforeEach(async () => {
  ledger = await openTaxLedger();
});
afterEach(async () => {
  await ledger.end();
});

/** A loss of 32 000 on a short against a coin of which nobody knows the price at the end of 2024. */
async function bring(...prices: readonly string[]): Promise<void> {
  await ledger.bring(
    LATER,
    bought('2022-05-02 15:00:00', '1', '38000'),
    fill('2024-02-01 15:00:00', PERP, 'sell', '1', 28_000),
    fill('2024-05-01 15:00:00', PERP, 'buy', '1', 60_000, '-32000'),
    ...prices,
  );
}

test('without a price the year and those that its loss is carried to are not certain', async () => {
  await bring();
  const answer = await ledger.ask('plan.taxYears', {}, LATER);
  const year = (of: number) => answer.years.find((one) => one.year === of);
  expect(year(2024)?.priceMissing).toBe(true);
  expect(year(2024)?.notes.join(' ')).toContain(
    'The tax of 2024 is not certain and can be higher than shown: prices at the end of 2024 are missing',
  );
  expect(year(2026)?.priceMissing).toBe(true);
  expect(taxYearsText(answer)).toContain('2024*');
  const { years } = await ledger.ask('plan.projection', { yearsAhead: 0 }, LATER);
  expect(years.filter(({ priceMissing }) => priceMissing).map((one) => one.year)).toEqual([2024, 2025, 2026]);
});

test('with it nothing is marked', async () => {
  await bring(
    ...['2024-12-31', '2025-12-31', '2026-11-21'].map((day) => priced(`${day} 20:00:00`, 'BTC', 90_000)),
  );
  const { years } = await ledger.ask('plan.taxYears', {}, LATER);
  expect(years.map(({ priceMissing }) => priceMissing)).toEqual(years.map(() => false));
});
