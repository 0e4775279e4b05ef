/** Closing a future and opening it again in the same second changes no total, in whatever contract and whenever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MBT, PERP, bought, fill, openTaxLedger, priced, sold } from './tax-ledger.fixture.ts';

const LATER = '2027-12-31T23:30:00Z';
const UNITS = { [MBT]: '10', [PERP]: '1' } as const;

interface Cut {
  readonly day: string;
  readonly price: number;
}
interface Outcome {
  /** 1256 results of each year, before straddle rules. */
  readonly marked: readonly number[];
  readonly total: number;
  readonly clocks: readonly unknown[];
}

/** A coin of 2022 and one of October 2025, one short from March 2026 to May 2027 at 90 000 and 95 000; both sold. */
async function outcomeOf(contract: typeof MBT | typeof PERP, cut: Cut | null): Promise<Outcome> {
  const ledger = await openTaxLedger();
  const units = UNITS[contract];
  const before = cut === null ? 90_000 : cut.price;
  const again =
    cut === null
      ? []
      : [
          fill(`${cut.day} 15:00:00`, contract, 'buy', units, cut.price, String(90_000 - cut.price)),
          fill(`${cut.day} 15:00:00`, contract, 'sell', units, cut.price),
        ];
  await ledger.bring(
    LATER,
    bought('2022-05-01 12:00:00', '1', '20000'),
    bought('2025-10-01 12:00:00', '1', '80000'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    fill('2026-03-02 18:00:00', contract, 'sell', units, 90_000),
    ...again,
    priced('2026-12-31 21:00:00', 'BTC', 100_000),
    priced('2026-12-31 21:00:00', contract, 100_000),
    fill('2027-05-03 17:00:00', contract, 'buy', units, 95_000, String(before - 95_000)),
    sold('2027-09-01 18:00:00', '2', '230000'),
  );
  const { years, clocks } = await ledger.ask('plan.taxYears', {}, LATER);
  await ledger.end();
  const gains = years.flatMap(({ shortTermGain, longTermGain, section1256Gain }) => [
    Number(shortTermGain),
    Number(longTermGain),
    Number(section1256Gain),
  ]);
  return {
    marked: years.map(
      ({ section1256Gain, straddles }) => Number(section1256Gain) - Number(straddles.section1256),
    ),
    total: gains.reduce((sum, one) => sum + one, 0),
    clocks: clocks.map(({ quantity, ended, restartsOn, longTermFrom }) => [
      quantity,
      ended,
      restartsOn,
      longTermFrom,
    ]),
  };
}

const cuts = fc.record({
  day: fc
    .integer({ min: 1, max: 420 })
    .map((days) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10)),
  price: fc.integer({ min: 60, max: 130 }).map((thousands) => thousands * 1000),
});

describe.each([MBT, PERP] as const)('%s', (contract) => {
  test('the sum of all gains, and the clocks of the coins, are those of one position', async () => {
    const whole = await outcomeOf(contract, null);
    // 230 000 − 100 000 − 5 000.
    expect(whole.total).toBe(125_000);
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        const parts = await outcomeOf(contract, cut);
        expect(parts.total).toBe(whole.total);
        expect(parts.clocks).toEqual(whole.clocks);
        // A marked contract brings the same in the same years. What of it waits may differ: a gain counts when it is taken, and
        // the loss of what was opened after it is asked by itself.
        expect(parts.marked).toEqual(whole.marked);
      }),
      { numRuns: 12 },
    );
  });
});
