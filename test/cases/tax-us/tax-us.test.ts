/** `calc tax-year` on every case file of this folder: contract in, service, contract out. */
import { describe, expect, test } from 'vitest';
import { calcTaxYearHandlers } from '../../../src/main/core/services/calc/calc-tax-year.ts';
import { calcTaxYearInput, calcTaxYearOutput } from '../../../src/shared/contract/calc-tax-year.ts';
import type { CalcTaxYearOutput } from '../../../src/shared/contract/calc-tax-year.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { figuresThatDoNotReAdd } from '../../integration/explain/re-add.fixture.ts';
import { caseFiles } from '../case-files.fixture.ts';
import { noLedger } from '../no-ledger.fixture.ts';

async function taxYear(document: unknown): Promise<Result<CalcTaxYearOutput>> {
  const result = await calcTaxYearHandlers['calc.tax-year'](calcTaxYearInput.parse(document), noLedger);
  return result.ok ? { ok: true, value: calcTaxYearOutput.parse(result.value) } : result;
}

describe.each(caseFiles(import.meta.dirname))('$name: $title', ({ source, input, expected }) => {
  test('as its source says', async () => {
    expect(source.text).not.toBe('');
    const result = await taxYear(input);
    expect(result).toMatchObject({ ok: true, value: expected });
    if (result.ok) expect(figuresThatDoNotReAdd(result.value.trace)).toEqual([]);
  });
});

const document = {
  jurisdiction: 'us',
  year: 2026,
  ordinaryIncome: '50000',
  shortTermGain: '0',
  longTermGain: '0',
};

test('without filing status: single, and said', async () => {
  expect(await taxYear(document)).toMatchObject({
    value: { deduction: '16100', notes: ['No filing status was given: single was taken.'] },
  });
});

test.each([
  ['an unknown field', { ...document, wages: '1' }, 'wages'],
  ['a missing field', { ...document, longTermGain: undefined }, 'longTermGain'],
  ['negative wages', { ...document, ordinaryIncome: '-1' }, 'ordinaryIncome'],
  ['a status that is none', { ...document, filingStatus: 'divorced' }, 'filingStatus'],
  ['a negative state rate', { ...document, stateRate: '-0.1' }, 'stateRate'],
  ['a state rate in per cent', { ...document, stateRate: '5' }, 'stateRate'],
  ['three people of 65', { ...document, seniors: 3 }, 'seniors'],
  [
    'an unknown field of a year before',
    {
      ...document,
      section1256History: [{ year: 2025, section1256Gain: '1', capitalGainNetIncome: '1', tax: '1' }],
    },
    'tax',
  ],
])('%s is refused by name', (_, input, field) => {
  expect(JSON.stringify(calcTaxYearInput.safeParse(input).error?.issues)).toContain(field);
});

const before = (year: number) => ({ year, section1256Gain: '1', capitalGainNetIncome: '1' });

test.each([
  ['two people of 65 on a single return', { ...document, seniors: 2 }, 'seniors'],
  ['a carryback without years before', { ...document, carryback: true }, 'section1256History'],
  ['a year four years before', { ...document, section1256History: [before(2022)] }, 'section1256History.0'],
  [
    'a year before given twice',
    { ...document, section1256History: [before(2025), before(2025)] },
    'section1256History.1',
  ],
])('%s is refused by field', async (_, input, field) => {
  const refused = await taxYear(input);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'call/invalid-input' } });
  if (!refused.ok) expect(refused.failure.where.field).toContain(field);
});

test.each([
  ['another law', { ...document, jurisdiction: 'atlantis' }, 'calc/jurisdiction-unknown'],
  ['a year before the first', { ...document, year: 2022 }, 'tax/year-not-covered'],
])('%s is a clear failure', async (_, input, code) => {
  expect(await taxYear(input)).toMatchObject({ ok: false, failure: { code } });
});
