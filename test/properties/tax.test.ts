/** What holds of a tax year whatever its amounts, and a second, plain computation that agrees. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calcTaxYearHandlers } from '../../src/main/core/services/calc/calc-tax-year.ts';
import { publishedParameters } from '../../src/main/engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import type { CalcTaxYearOutput } from '../../src/shared/contract/calc-tax-year.ts';
import { toText } from '../../src/shared/num/format.ts';
import { noLedger } from '../cases/no-ledger.fixture.ts';
import { figuresThatDoNotReAdd } from '../integration/explain/re-add.fixture.ts';
import { cmp, isNear, minus, parse, plus, zero } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { plainTax } from './plain-tax.fixture.ts';
import type { PlainYear } from './plain-tax.fixture.ts';
import { plainParameters } from './us-parameters.fixture.ts';
import type { Status } from './us-parameters.fixture.ts';
import { runs } from '../runs.ts';

async function taxYear(year: PlainYear): Promise<CalcTaxYearOutput> {
  const deduction = year.deduction === 'standard' ? ('standard' as const) : year.deduction;
  const result = await calcTaxYearHandlers['calc.tax-year'](
    { jurisdiction: 'us', ...year, deduction },
    noLedger,
  );
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const statuses: readonly Status[] = ['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold'];
const edges = Object.values(plainParameters).flatMap((year) =>
  Object.values(year).flatMap((of) => [...of.edges, of.zeroTo, of.fifteenTo, of.standard]),
);
/** Cents, and often an amount at which a rule changes, or a cent beside it. */
const amount = fc.oneof(
  fc.constant('0'),
  fc.integer({ min: 0, max: 90_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc
    .tuple(fc.constantFrom(...edges, '3000', '1500', '200000', '250000', '125000'), fc.constantFrom(-1, 0, 1))
    .map(([edge, cents]) => ((Number(edge) * 100 + cents) / 100).toFixed(2)),
);
const signed = fc
  .tuple(amount, fc.boolean())
  .map(([text, isLoss]) => (isLoss && text !== '0' ? `-${text}` : text));

const years: fc.Arbitrary<PlainYear> = fc
  .record({
    year: fc.integer({ min: 2023, max: 2028 }),
    filingStatus: fc.constantFrom(...statuses),
    ordinaryIncome: amount,
    deduction: fc.oneof(fc.constant('standard'), amount),
    otherInvestmentIncome: amount,
    qualifiedDividends: amount,
    shortTermGain: signed,
    longTermGain: signed,
    section1256Gain: signed,
    carryforward: fc.record({ shortTerm: amount, longTerm: amount }),
    stateRate: fc.constantFrom('0', '0.05', '0.0931'),
    inflation: fc.constantFrom('0', '0.025', '0.031'),
    seniors: fc.nat({ max: 2 }),
    blind: fc.nat({ max: 2 }),
  })
  .map((year) => ({ ...year, ...headsOn(year) }));

/** Two people on a joint return, one on any other. */
function headsOn({ filingStatus, seniors, blind }: PlainYear): Pick<PlainYear, 'seniors' | 'blind'> {
  const most = filingStatus === 'marriedJoint' ? 2 : 1;
  return { seniors: Math.min(seniors, most), blind: Math.min(blind, most) };
}

test('a second computation agrees on random years', async () => {
  await fc.assert(
    fc.asyncProperty(years, async (year) => {
      const ours = await taxYear(year);
      const plain = plainTax(year);
      const incomeTax = plus(parse(ours.ordinaryTax), parse(ours.capitalGainTax));
      expect(cmp(incomeTax, plain.incomeTax)).toBe(0);
      expect(isNear(ours.taxableIncome, plain.taxableIncome)).toBe(true);
      expect(isNear(ours.netInvestmentIncomeTax, plain.investmentTax)).toBe(true);
      expect(isNear(ours.stateTax, plain.stateTax)).toBe(true);
      expect(isNear(ours.totalTax, plain.total)).toBe(true);
      expect(isNear(ours.carryforward.shortTerm, plain.carryShort)).toBe(true);
      expect(isNear(ours.carryforward.longTerm, plain.carryLong)).toBe(true);
    }),
    { numRuns: runs(5000) },
  );
});

test('the amounts are those of the tables', () => {
  for (const parameters of publishedParameters) {
    for (const status of statuses) {
      const table = plainParameters[parameters.year]?.[status];
      const { zeroRateUpTo, fifteenRateUpTo } = parameters.capitalGain[status];
      const ours = {
        edges: parameters.ordinaryBrackets[status].flatMap(({ upTo }) =>
          upTo === null ? [] : [toText(upTo)],
        ),
        zeroTo: toText(zeroRateUpTo),
        fifteenTo: toText(fifteenRateUpTo),
        standard: toText(parameters.standardDeduction[status]),
        additional: toText(parameters.additionalDeduction[status]),
      };
      expect(ours).toEqual(table);
    }
  }
});

describe('whatever the year', () => {
  const MORE = [
    'ordinaryIncome',
    'otherInvestmentIncome',
    'qualifiedDividends',
    'shortTermGain',
    'longTermGain',
    'section1256Gain',
  ] as const;

  test('more income or gain never lowers the tax', async () => {
    await fc.assert(
      fc.asyncProperty(
        years,
        fc.constantFrom(...MORE),
        fc.integer({ min: 1, max: 9_000_000 }),
        async (year, of, cents) => {
          const more = plus(parse(year[of]), parse((cents / 100).toFixed(2)));
          const raised = { ...year, [of]: textOf(more) };
          const [before, after] = [await taxYear(year), await taxYear(raised)];
          expect(cmp(parse(after.totalTax), parse(before.totalTax))).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('60 and 40 are 100, and a loss is either used or carried', async () => {
    await fc.assert(
      fc.asyncProperty(years, async (year) => {
        const { netShortTerm, netLongTerm, carryforward, lossAllowed } = await taxYear(year);
        const carriedIn = plus(parse(year.carryforward.shortTerm), parse(year.carryforward.longTerm));
        const gains = plus(
          plus(parse(year.shortTermGain), parse(year.longTermGain)),
          parse(year.section1256Gain),
        );
        const net = plus(parse(netShortTerm), parse(netLongTerm));
        expect(cmp(net, minus(gains, carriedIn))).toBe(0);
        const carried = plus(parse(carryforward.shortTerm), parse(carryforward.longTerm));
        const left = minus(minus(zero, net), parse(lossAllowed));
        expect(cmp(carried, left)).toBeGreaterThanOrEqual(0);
        expect(cmp(carried, positive(minus(zero, net)))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('marginal rates are what the next thousand costs', async () => {
    await fc.assert(
      fc.asyncProperty(years, async (year) => {
        const { marginalRates, totalTax } = await taxYear(year);
        const raised = await taxYear({
          ...year,
          longTermGain: textOf(plus(parse(year.longTermGain), parse('1000'))),
        });
        const costs = minus(parse(raised.totalTax), parse(totalTax));
        expect(isNear(marginalRates.longTerm, { n: costs.n, d: costs.d * 1000n })).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('its trace re-adds', async () => {
    await fc.assert(
      fc.asyncProperty(years, async (year) => {
        expect(figuresThatDoNotReAdd((await taxYear(year)).trace)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function positive(x: Fraction): Fraction {
  return cmp(x, zero) > 0 ? x : zero;
}

/** Amounts of whole cents as text. */
function textOf({ n, d }: Fraction): string {
  return (Number((n * 100n) / d) / 100).toFixed(2);
}
