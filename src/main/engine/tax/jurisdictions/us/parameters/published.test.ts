/** The published amounts against the facts kept outside this repository; skipped where those are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILING_STATUSES } from '../../../../../../shared/domain/profile.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { rate } from '../../../../../../shared/num/parse.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { parametersFor, publishedParameters } from './parameters-for.ts';
import { seniorDeductionAmounts } from './senior-deduction.ts';
import {
  capitalLossLimit,
  netInvestmentIncomeTaxRate,
  netInvestmentIncomeThreshold,
} from './statutory-amounts.ts';

const file = join(import.meta.dirname, '../../../../../../../../shared/facts/tax/us.json');
// oxlint-disable-next-line typescript/no-explicit-any -- a foreign document, compared value by value
type Facts = { taxYears: Record<string, any>; sources: Record<string, { title: string; url: string }> };

describe.runIf(existsSync(file))('amounts as in us.json', () => {
  const facts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Facts)
    : { taxYears: {}, sources: {} };

  test('the same years', () => {
    expect(publishedParameters.map(({ year }) => String(year))).toEqual(Object.keys(facts.taxYears));
  });

  test.each(
    publishedParameters.flatMap((one) => FILING_STATUSES.map((status) => [one.year, status, one] as const)),
  )('%i %s', (year, status, parameters) => {
    const told = facts.taxYears[String(year)];
    expect(
      parameters.ordinaryBrackets[status].map(({ rate: at, from, upTo }) => [
        toText(at),
        toText(from),
        upTo === null ? null : toText(upTo),
      ]),
    ).toEqual(
      told.ordinaryBrackets[status].map((one: { rate: string; from: string; upTo: string | null }) => [
        toText(rate(one.rate)),
        one.from,
        one.upTo,
      ]),
    );
    const gains = told.longTermCapitalGains[status];
    expect(toText(parameters.capitalGain[status].zeroRateUpTo)).toBe(gains.zeroRateUpTo.value);
    expect(toText(parameters.capitalGain[status].fifteenRateUpTo)).toBe(gains.fifteenRateUpTo.value);
    expect(toText(parameters.standardDeduction[status])).toBe(told.standardDeduction[status].value);
    expect(toText(parameters.additionalDeduction[status])).toBe(
      told.additionalStandardDeductionPer65OrBlind[status].value,
    );
    const minimum = parameters.minimumTaxExemption[status];
    expect(toText(minimum.exemption)).toBe(told.amtOptional[status].exemption);
    expect(toText(minimum.phaseOutFrom)).toBe(told.amtOptional[status].exemptionPhaseOutStart);
    expect(minimum.phaseOutRate).toBe(rate(told.amtOptional[status].phaseOutRate));
    expect(toText(capitalLossLimit[status])).toBe(told.capitalLossLimitAgainstOrdinaryIncome[status].value);
    expect(toText(netInvestmentIncomeThreshold[status])).toBe(
      told.netInvestmentIncomeTax[status].magiThreshold,
    );
    expect(toText(netInvestmentIncomeTaxRate)).toBe(told.netInvestmentIncomeTax[status].rate);
  });

  test('the deduction for people of 65', () => {
    for (const year of [2023, 2024, 2025, 2026]) {
      const told = facts.taxYears[String(year)].seniorDeductionOptional;
      const applies = year >= seniorDeductionAmounts.fromYear && year <= seniorDeductionAmounts.toYear;
      expect(told !== undefined).toBe(applies);
      if (told === undefined) continue;
      expect(toText(seniorDeductionAmounts.each)).toBe(told.amountPerPerson65Plus);
      expect(toText(seniorDeductionAmounts.phaseOutRate)).toBe(told.phaseOutRate);
      for (const status of FILING_STATUSES) {
        const from: Money | null = seniorDeductionAmounts.phaseOutFrom[status];
        expect(from === null ? null : toText(from)).toBe(told.phaseOutStartMagi[status]);
      }
    }
  });

  test('each source is one of theirs', () => {
    const titles = Object.values(facts.sources).map(({ title }) => title);
    for (const { ordinaryBrackets } of publishedParameters)
      expect(titles).toContain(ordinaryBrackets.source.title);
  });
});

describe('a year ahead', () => {
  const ahead = (year: number, inflation?: string) => {
    const found = parametersFor(year, inflation === undefined ? undefined : rate(inflation));
    if (!found.ok) throw new Error(found.failure.message);
    return found.value;
  };

  test('without inflation the last published amounts', () => {
    expect(ahead(2031)).toBe(publishedParameters.at(-1));
    expect(ahead(2031, '0')).toBe(publishedParameters.at(-1));
  });

  test('a published year is never moved', () => {
    expect(ahead(2026, '0.1')).toBe(publishedParameters.at(-1));
  });

  test('grown each year, rounded down as the statute rounds', () => {
    const found = ahead(2027, '0.025');
    // 12 400 × 1.025 = 12 710 → 12 700; 24 800 × 1.025 = 25 420 → 25 400; 90 100 × 1.025 = 92 352.5 → 92 300
    expect(found.ordinaryBrackets.single[0]?.upTo).toBe(found.ordinaryBrackets.single[1]?.from);
    expect(toText(found.ordinaryBrackets.single[0]?.upTo as Money)).toBe('12700');
    expect(toText(found.ordinaryBrackets.marriedJoint[0]?.upTo as Money)).toBe('25400');
    // 16 100 × 1.025 = 16 502.5; 201 775 × 1.025 = 206 819.375 → 206 800
    expect(toText(found.standardDeduction.single)).toBe('16500');
    expect(toText(found.ordinaryBrackets.single[3]?.upTo as Money)).toBe('206800');
    expect(toText(found.minimumTaxExemption.single.exemption)).toBe('92300');
  });
});
