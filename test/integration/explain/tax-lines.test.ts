/** Every line of a tax year re-adds from its trace, whatever the year: losses, carryovers, income below the deduction. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessedTexts } from '../../../src/main/core/services/tax/assessed-texts.ts';
import { traceText } from '../../../src/main/core/services/trace-text.ts';
import { assessYear, jurisdictions } from '../../../src/main/engine/tax/assess-year.ts';
import type { YearInput } from '../../../src/main/engine/tax/assessment.ts';
import { FILING_STATUSES } from '../../../src/shared/domain/profile.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { toText } from '../../../src/shared/num/format.ts';
import type { Money } from '../../../src/shared/num/types.ts';
import { figuresIn } from './figures.fixture.ts';
import { figuresThatDoNotReAdd } from './re-add.fixture.ts';

const amount = (from: number, to: number): fc.Arbitrary<Money> =>
  fc.integer({ min: from * 100, max: to * 100 }).map((cents) => money((cents / 100).toFixed(2)));
const orZero = (some: fc.Arbitrary<Money>): fc.Arbitrary<Money> => fc.oneof(fc.constant(money('0')), some);

const years: fc.Arbitrary<YearInput> = fc.record({
  year: fc.constantFrom(2024, 2025, 2026),
  filingStatus: fc.constantFrom(...FILING_STATUSES),
  ordinaryIncome: orZero(amount(0, 400_000)),
  deduction: fc.oneof(fc.constant('standard' as const), amount(0, 40_000)),
  otherInvestmentIncome: orZero(amount(0, 20_000)),
  qualifiedDividends: orZero(amount(0, 20_000)),
  shortTermGain: orZero(amount(-60_000, 60_000)),
  longTermGain: orZero(amount(-60_000, 300_000)),
  section1256Gain: orZero(amount(-50_000, 50_000)),
  carryforward: fc.record({ shortTerm: orZero(amount(0, 20_000)), longTerm: orZero(amount(0, 20_000)) }),
});

test('every line of any year', () => {
  fc.assert(
    fc.property(years, (input) => {
      const assessed = assessYear('us', input);
      if (!assessed.ok) throw new Error(assessed.failure.message);
      const { adjustedGrossIncome, deduction, netCapitalGain } = assessed.value;
      const lines = {
        ...assessedTexts(assessed.value),
        adjustedGrossIncome: toText(adjustedGrossIncome),
        deduction: toText(deduction),
        netCapitalGain: toText(netCapitalGain),
      };
      for (const { id, value } of figuresIn(lines, 'tax')) {
        const trace = jurisdictions.us.lineTrace(id.slice('tax/'.length), input);
        if (trace === null) throw new Error(`${id} has no trace`);
        expect({ id, value: trace.value }).toEqual({ id, value });
        expect({ id, wrong: figuresThatDoNotReAdd(traceText(trace)) }).toEqual({ id, wrong: [] });
      }
    }),
    { numRuns: 300 },
  );
});

test('a line that the law does not have', () => {
  const [input] = fc.sample(years, 1);
  if (input === undefined) throw new Error('a sample');
  expect(jurisdictions.us.lineTrace('constructor', input)).toBeNull();
  expect(jurisdictions.us.lineTrace('totalTax', { ...input, year: 1990 })).toBeNull();
});
