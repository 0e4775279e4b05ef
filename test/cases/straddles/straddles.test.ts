/** `calc straddle-year` on every case file of this folder: contract in, service, contract out. */
import { describe, expect, test } from 'vitest';
import { calcStraddleYearHandlers } from '../../../src/main/core/services/calc/calc-straddle-year.ts';
import {
  calcStraddleYearInput,
  calcStraddleYearOutput,
} from '../../../src/shared/contract/calc-straddle-year.ts';
import type { CalcStraddleYearOutput } from '../../../src/shared/contract/calc-straddle-year.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { figuresThatDoNotReAdd } from '../../integration/explain/re-add.fixture.ts';
import { caseFiles } from '../case-files.fixture.ts';
import { noLedger } from '../no-ledger.fixture.ts';

async function straddleYear(document: unknown): Promise<Result<CalcStraddleYearOutput>> {
  const input = calcStraddleYearInput.parse(document);
  const result = await calcStraddleYearHandlers['calc.straddle-year'](input, noLedger);
  return result.ok ? { ok: true, value: calcStraddleYearOutput.parse(result.value) } : result;
}

describe.each(caseFiles(import.meta.dirname))('$name: $title', ({ source, input, expected }) => {
  test('as its source says', async () => {
    expect(source.text).not.toBe('');
    const result = await straddleYear(input);
    expect(result).toMatchObject({ ok: true, value: expected });
    if (result.ok) expect(figuresThatDoNotReAdd(result.value.trace)).toEqual([]);
  });
});

const lot = { lot: 'L', asset: 'BTC', quantity: '1', costBasis: '50', acquired: '2020-01-05' };
const future = {
  position: 'S',
  asset: 'BTC',
  side: 'short',
  quantity: '1',
  section1256: true,
  opened: '2026-02-01',
  openValue: '100',
  closed: '2026-06-01',
  closeValue: '90',
};
const document = { jurisdiction: 'us', year: 2026, lots: [lot], futures: [future] };

test.each([
  ['an unknown field', { ...document, wages: '1' }, 'wages'],
  ['a missing field', { ...document, lots: [{ ...lot, costBasis: undefined }] }, 'costBasis'],
  [
    'a contract without section 1256 status',
    { ...document, futures: [{ ...future, section1256: undefined }] },
    'section1256',
  ],
  ['a quantity of zero', { ...document, lots: [{ ...lot, quantity: '0' }] }, 'quantity'],
])('%s is refused by name', (_, input, field) => {
  expect(JSON.stringify(calcStraddleYearInput.safeParse(input).error?.issues)).toContain(field);
});

test.each([
  ['another law', { ...document, jurisdiction: 'de' }, 'calc/jurisdiction-unknown', 'jurisdiction'],
  [
    'a hedge of another coin without the election',
    { ...document, futures: [{ ...future, asset: 'ETH' }], offsets: [{ short: 'S', long: 'L' }] },
    'call/invalid-input',
    'offsets.0.long',
  ],
  [
    'a missing mark',
    { ...document, futures: [{ ...future, closed: undefined, closeValue: undefined }] },
    'call/invalid-input',
    'marks.futures',
  ],
  [
    'a close without its value',
    { ...document, futures: [{ ...future, closeValue: undefined }] },
    'call/invalid-input',
    'futures.0.closeValue',
  ],
  [
    'a sale without proceeds',
    { ...document, lots: [{ ...lot, sold: '2026-03-01' }] },
    'call/invalid-input',
    'lots.0.proceeds',
  ],
  ['two lots of one name', { ...document, lots: [lot, lot] }, 'call/invalid-input', 'lots.1.lot'],
  [
    'an offset of nothing',
    { ...document, offsets: [{ short: 'S', long: 'X' }] },
    'call/invalid-input',
    'offsets.0.long',
  ],
  [
    'a carried loss of this year',
    { ...document, carried: [{ position: 'S', year: 2026, amount: '1', character: 'long' }] },
    'call/invalid-input',
    'carried.0.year',
  ],
])('%s is a clear failure', async (_, input, code, field) => {
  expect(await straddleYear(input)).toMatchObject({ ok: false, failure: { code, where: { field } } });
});
