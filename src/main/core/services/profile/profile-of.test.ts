import { describe, expect, test } from 'vitest';
import { contract } from '../../../../shared/contract/contract.ts';
import { profileOf } from './profile-of.ts';
import { profileText } from './profile-text.ts';

const year = {
  year: 2026,
  filingStatus: 'single',
  ordinaryIncome: '90000',
  deduction: 'standard',
  otherInvestmentIncome: '0',
  qualifiedDividends: '0',
  otherShortTermGain: '0',
  otherLongTermGain: '0',
};
const given = {
  jurisdiction: 'us',
  currency: 'USD',
  timeZone: 'America/New_York',
  carryforward: { shortTerm: '0', longTerm: '0' },
  years: [year],
};
const waiting = { year: 2025, amount: '10', character: 'section1256', position: 'short MBT' };
const history = { year: 2025, section1256Gain: '-5', capitalGainNetIncome: '7' };

function stored(document: unknown): ReturnType<typeof profileOf> {
  return profileOf(contract['plan.saveProfile'].input.parse(document));
}

test('a file of an earlier program is a profile without the new fields', () => {
  const found = stored(given);
  expect(found.ok && profileText(found.value)).toMatchObject({
    inflation: '0',
    history: [],
    waiting: [],
    years: [{ stateRate: '0', seniors: 0, blind: 0 }],
  });
});

test('what is given comes back as it was', () => {
  const whole = {
    ...given,
    inflation: '0.025',
    history: [history, { ...history, year: 2023 }],
    waiting: [{ ...waiting, lots: ['lot-1'] }],
    years: [{ ...year, filingStatus: 'marriedJoint', stateRate: '0.0495', seniors: 2, blind: 1 }],
  };
  const found = stored(whole);
  expect(found.ok && profileText(found.value)).toEqual({
    ...whole,
    history: [{ ...history, year: 2023 }, history],
  });
});

describe('what cannot be is named', () => {
  const withYear = (part: object): unknown => ({ ...given, years: [{ ...year, ...part }] });
  test.each([
    ['negative wages', withYear({ ordinaryIncome: '-1' }), 'years.0.ordinaryIncome'],
    ['a negative state rate', withYear({ stateRate: '-0.01' }), 'years.0.stateRate'],
    ['a state rate in per cent', withYear({ stateRate: '5' }), 'years.0.stateRate'],
    ['two of 65 on a single return', withYear({ seniors: 2 }), 'years.0.seniors'],
    ['inflation in per cent', { ...given, inflation: '2.5' }, 'inflation'],
    ['negative inflation', { ...given, inflation: '-0.01' }, 'inflation'],
    [
      'a year before that is not before',
      { ...given, history: [{ ...history, year: 2026 }] },
      'history.0.year',
    ],
    ['a year four years before', { ...given, history: [{ ...history, year: 2022 }] }, 'history.0.year'],
    ['a year before given twice', { ...given, history: [history, history] }, 'history.1.year'],
    [
      'a loss that waits of the first year',
      { ...given, waiting: [{ ...waiting, year: 2026 }] },
      'waiting.0.year',
    ],
    ['a gain that waits', { ...given, waiting: [{ ...waiting, amount: '-1' }] }, 'waiting.0.amount'],
    ['nothing that waits', { ...given, waiting: [{ ...waiting, amount: '0' }] }, 'waiting.0.amount'],
    ['a loss that waits without a year', { ...given, years: [], waiting: [waiting] }, 'waiting.0.year'],
  ])('%s', (_, document, field) => {
    expect(stored(document)).toMatchObject({
      ok: false,
      failure: { code: 'call/invalid-input', where: { field } },
    });
  });

  test('a year before there are tax amounts', () => {
    expect(stored(withYear({ year: 2022 }))).toMatchObject({
      ok: false,
      failure: { code: 'tax/profile-year-not-covered', where: { field: 'years.0.year' } },
    });
    expect(stored(withYear({ year: 2023 }))).toMatchObject({ ok: true });
  });

  test.each([
    ['an unknown field', { ...given, wages: '1' }, 'wages'],
    ['an unknown field of a year', withYear({ wages: '1' }), 'wages'],
    ['three of 65', withYear({ seniors: 3 }), 'seniors'],
    ['a character that is none', { ...given, waiting: [{ ...waiting, character: 'odd' }] }, 'character'],
  ])('%s, by its shape', (_, document, field) => {
    const { error } = contract['plan.saveProfile'].input.safeParse(document);
    expect(JSON.stringify(error?.issues)).toContain(field);
  });
});
