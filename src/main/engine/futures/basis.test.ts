import { describe, expect, test } from 'vitest';
import { toText } from '../../../shared/num/format.ts';
import { price, rate } from '../../../shared/num/parse.ts';
import { addDuration, instantFromIso, toIso } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { basisWords, futuresBasis, futuresBasisAt, lockedCarry } from './basis.ts';
import { fixingTime } from './fixing-time.ts';

const london = { time: '16:00', zone: 'Europe/London' };
const number = (x: ReturnType<typeof rate> | null): number => Number(toText(x ?? rate('0')));

describe('the time of the fixing', () => {
  test.each([
    ['2026-12-24', london, '2026-12-24T16:00:00Z'],
    // Summer time: 16:00 in London is 15:00 UTC.
    ['2026-06-26', london, '2026-06-26T15:00:00Z'],
    ['2026-12-25', { time: '08:00', zone: 'UTC' }, '2026-12-25T08:00:00Z'],
  ])('%s', (expiry, fixing, at) => {
    const found = fixingTime({ expiry: localDate(expiry), fixing });
    expect(found === null ? null : toIso(found.at)).toBe(at);
    expect(found?.assumed).toBe(false);
  });

  test('an hour that nobody knows is noon UTC, and said so; a perpetual contract has none', () => {
    const found = fixingTime({ expiry: localDate('2026-12-25'), fixing: null });
    expect(found === null ? null : [toIso(found.at), found.assumed]).toEqual(['2026-12-25T12:00:00Z', true]);
    expect(fixingTime({ expiry: null, fixing: null })).toBeNull();
  });
});

describe('basis', () => {
  const terms = { expiry: localDate('2026-12-24'), fixing: london };
  const prices = { futures: price('102'), spot: price('100') };

  test('three yearly rates, each its own kind', () => {
    const found = futuresBasis(price('102'), price('100'), 90);
    expect(number(found.perYear)).toBeCloseTo((0.02 * 365) / 90, 12);
    expect(number(found.perYearContinuous)).toBeCloseTo((Math.log(1.02) * 365) / 90, 12);
    expect(number(found.perYearCompounded)).toBeCloseTo(1.02 ** (365 / 90) - 1, 12);
  });

  test('counts to the hour of the fixing, not to midnight', () => {
    const found = futuresBasisAt(terms, prices, instantFromIso('2026-12-14T04:00:00Z'));
    expect(found?.days).toBe(10.5);
    expect(number(found?.perYear ?? null)).toBeCloseTo((0.02 * 365) / 10.5, 12);
  });

  test('within two days there is no yearly rate; after the fixing there is no basis', () => {
    const fixing = instantFromIso('2026-12-24T16:00:00Z');
    const twoDays = futuresBasisAt(terms, prices, addDuration(fixing, -2 * 86_400_000));
    const less = futuresBasisAt(terms, prices, addDuration(fixing, -2 * 86_400_000 + 1));
    expect(twoDays?.perYear).not.toBeNull();
    expect(less).toMatchObject({ perYear: null, perYearContinuous: null, perYearCompounded: null });
    expect(less === null ? '' : basisWords(less)).toContain('less than two days');
    expect(futuresBasisAt(terms, prices, fixing)).toBeNull();
  });

  test('the compounded rate is left out where it is beyond all meaning', () => {
    const found = futuresBasis(price('300'), price('100'), 3);
    expect(found.perYear).not.toBeNull();
    expect(found.perYearCompounded).toBeNull();
  });

  test.each([
    ['102', 'short', 'pays who is short'],
    ['98', 'long', 'pays who is long'],
    ['100', 'neither', 'neither side'],
  ])('at %s it pays %s', (futures, pays, words) => {
    const found = futuresBasis(price(futures), price('100'), 90);
    expect(found.pays).toBe(pays);
    expect(basisWords(found)).toContain(words);
  });

  test('the carry that is locked in is the gap less what it costs', () => {
    const found = lockedCarry(price('100'), price('102'), 73, rate('0.005'));
    expect(toText(found.untilFixing)).toBe('0.015');
    expect(toText(found.perYear ?? rate('0'))).toBe('0.075');
    expect(lockedCarry(price('100'), price('102'), 1, rate('0')).perYear).toBeNull();
  });
});
