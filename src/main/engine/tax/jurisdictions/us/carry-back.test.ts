import { describe, expect, test } from 'vitest';
import { toText } from '../../../../../shared/num/format.ts';
import { money } from '../../../../../shared/num/parse.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { YearInput } from '../../assessment.ts';
import { assessUsYear } from './assess-us-year.ts';
import { carryBack } from './carry-back.ts';

const year = (of: number, section1256Gain: string, changes: Partial<YearInput> = {}): YearInput => ({
  year: of,
  filingStatus: 'single',
  ordinaryIncome: money('100000'),
  deduction: 'standard',
  otherInvestmentIncome: zeroMoney,
  qualifiedDividends: zeroMoney,
  shortTermGain: zeroMoney,
  longTermGain: zeroMoney,
  section1256Gain: money(section1256Gain),
  carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  ...changes,
});

function carried(...given: Parameters<typeof carryBack>) {
  const found = carryBack(...given);
  if (!found.ok) throw new Error(found.failure.message);
  return found.value;
}

describe('a loss carried back', () => {
  const found = carried(
    year(2026, '-20000'),
    [year(2024, '4000'), year(2025, '30000')],
    [{ year: 2023, section1256Gain: money('1000'), capitalGainNetIncome: money('900') }],
  );

  test('oldest year first, years that only a return knows among them', () => {
    expect(found.carryback.uses.map(({ year: of, used }) => `${of} ${toText(used)}`)).toEqual([
      '2023 900',
      '2024 4000',
      '2025 12100',
    ]);
    expect(toText(found.carryback.carriedBack)).toBe('17000');
    expect(toText(found.input.section1256CarriedBack ?? zeroMoney)).toBe('17000');
  });

  test('the tax that comes back is that of the years assessed again', () => {
    // 2024: 4 000 of gain at 22 % for 1 600 and 15 % for 2 400.
    expect(found.amended.map(({ refund }) => (refund === null ? null : toText(refund)))).toEqual([
      null,
      '712',
      '2153.8',
    ]);
    expect(toText(found.refund)).toBe('2865.8');
    expect(found.notes[0]).toContain('is not computed');
  });

  test('the loss year keeps 3 000 for other income and carries nothing on', () => {
    const assessed = assessUsYear(found.input);
    expect(assessed).toMatchObject({ ok: true, value: { carryforward: { shortTerm: 0n, longTerm: 0n } } });
  });

  test('a later loss finds less room in the same year', () => {
    const amended = found.amended.flatMap(({ input }) => (input === null ? [] : [input]));
    const next = carried(year(2027, '-50000'), [...amended, found.input]);
    expect(next.carryback.uses.map(({ year: of, room }) => `${of} ${toText(room)}`)).toEqual([
      '2024 0',
      '2025 17900',
      '2026 0',
    ]);
  });
});

test('no year with room: nothing changes, and it is said', () => {
  const found = carried(year(2026, '-20000'), [year(2025, '-5')]);
  expect(found.amended).toEqual([]);
  expect(found.notes).toEqual([expect.stringContaining('none of the three years before')]);
});

test('a loss within the yearly limit is not carried back', () => {
  expect(toText(carried(year(2026, '-3000'), [year(2025, '9000')]).carryback.maximum)).toBe('0');
});
