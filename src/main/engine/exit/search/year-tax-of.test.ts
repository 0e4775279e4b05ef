import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILING_STATUSES } from '../../../../shared/domain/profile.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { assessYear } from '../../tax/assess-year.ts';
import type { YearInput } from '../../tax/assessment.ts';
import { usYearShape } from '../../tax/jurisdictions/us/year-shape.ts';
import { taxesOf } from './year-tax-of.ts';

const gains = fc.oneof(
  fc.integer({ min: -60_000, max: 60_000 }),
  fc.integer({ min: -4_000, max: 4_000 }),
  fc.integer({ min: 0, max: 900_000 }),
);

const given = fc.record({
  filingStatus: fc.constantFrom(...FILING_STATUSES),
  wages: fc.array(fc.integer({ min: 0, max: 700_000 }), { minLength: 2, maxLength: 2 }),
  interest: fc.constantFrom(0, 2_000),
  dividends: fc.constantFrom(0, 5_000),
  stateRate: fc.constantFrom('0', '0.05'),
  results: fc.array(fc.record({ short: gains, long: gains }), { minLength: 2, maxLength: 2 }),
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** source: the engine's own assessment of both years, losses carried from the first into the second. */
test('a shape gives the tax of two years in a row as the engine assesses them', () => {
  fc.assert(
    fc.property(given, ({ filingStatus, wages, interest, dividends, stateRate, results }) => {
      const inputOf = (place: number): YearInput => ({
        year: 2026 + place,
        filingStatus,
        ordinaryIncome: money(String(wages[place] ?? 0)),
        deduction: 'standard',
        otherInvestmentIncome: money(String(interest)),
        qualifiedDividends: money(String(dividends)),
        shortTermGain: zeroMoney,
        longTermGain: zeroMoney,
        section1256Gain: zeroMoney,
        carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
        stateRate: rate(stateRate),
      });
      let exact = 0;
      let carryforward = { shortTerm: zeroMoney, longTerm: zeroMoney };
      for (const [place, { short, long }] of results.entries()) {
        const year = {
          ...inputOf(place),
          shortTermGain: money(String(short)),
          longTermGain: money(String(long)),
          carryforward,
        };
        const assessed = value(assessYear('us', year));
        ({ carryforward } = assessed);
        exact += toFloat(assessed.totalTax);
      }
      const years = [0, 1].map((place) => ({
        year: 2026 + place,
        shape: value(usYearShape(inputOf(place))),
        factor: 1,
      }));
      const rough = taxesOf({ years, unit: 1 }, results);
      // The limit of 1(h)(1) by the brackets is left out: it takes off at most 3 % of the 950 between the two thresholds.
      expect(rough).toBeGreaterThan(exact - 0.01);
      expect(rough).toBeLessThan(exact + 2 * 60);
    }),
    { numRuns: 300 },
  );
});
