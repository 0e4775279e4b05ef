/** A contract that delivers coins: its result counts, and that the coins are missing is said until their sale is there. */
import { expect, test } from 'vitest';
import { bought, fill, openTaxLedger, sold } from './tax-ledger.fixture.ts';

const LATER = '2026-12-31T23:30:00Z';
const BUI = 'bitnomial:BUI';

test('a short that ended by delivery is named; one that was bought back is not', async () => {
  const ledger = await openTaxLedger();
  await ledger.bring(
    LATER,
    bought('2022-05-01 12:00:00', '1', '20000'),
    fill('2026-03-02 18:00:00', BUI, 'sell', '10', 90_000),
    fill('2026-04-01 18:00:00', BUI, 'buy', '10', 88_000, '2000').replace('USDT', 'USD'),
    fill('2026-05-01 18:00:00', BUI, 'sell', '10', 90_000),
    fill('2026-06-26 18:00:00', BUI, 'buy', '10', 95_000, '-5000')
      .replace('futures-fill', 'settlement')
      .replace('USDT', 'USD'),
  );
  const { issues } = await ledger.ask('plan.taxYears', {}, LATER);
  const delivered = issues.filter(({ code }) => code === 'tax/coins-delivered');
  expect(delivered.map(({ message }) => message)).toEqual([
    'A position in bitnomial:BUI ended by delivery on 2026-06-26. Its own result counts as your records state it. That coins were sold by it is not computed: they count only if your records hold that trade as well.',
  ]);
  await ledger.bring(LATER, sold('2026-06-26 18:00:00', '1', '95000'));
  const { issues: after } = await ledger.ask('plan.taxYears', {}, LATER);
  expect(after.map(({ code }) => code)).not.toContain('tax/coins-delivered');
  // 95 000 − 20 000; 2 000 − 5 000 of 60/40, the loss part of it free, for no coin is left.
  const { longTermGain, section1256Gain } = await ledger.year(2026, LATER);
  expect(Number(longTermGain) + Number(section1256Gain)).toBe(72_000);
  await ledger.end();
});
