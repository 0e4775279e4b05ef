/** A small year, every line computed by hand from the instructions of Forms 8949, 6781 and Schedule D. */
import { expect, test, describe } from 'vitest';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import { money } from '../../../shared/num/parse.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { centsText } from '../printed.ts';
import { form6781 } from './form-6781.ts';
import { form8949 } from './form-8949.ts';
import { scheduleD } from './schedule-d.ts';
import { facts, sales, table } from './small-year.fixture.ts';

describe('Form 8949 (source: Instructions for Form 8949 (2025), columns (d) to (h), boxes H, K and C)', () => {
  const form = form8949(facts);
  const figures = (id: string): (string | null)[][] => table(form, id).map((row) => row.slice(3, 8));

  test('long-term: the plain sale, the part that stayed long-term, and the straddle loss that Form 6781 states', () => {
    expect(figures('box-K')).toEqual([
      ['10000.00', '4000.00', null, null, '6000.00'], // half to even: 10,000.005
      ['2500.00', '1500.00', null, null, '1000.00'],
      ['700.00', '1500.00', 'O', '800.00', '0.00'],
      ['13200.00', '7000.00', null, '800.00', '7000.00'],
    ]);
  });
  test('short-term: the loss, and the part whose holding period restarted', () => {
    expect(figures('box-H')).toEqual([
      ['900.00', '1000.00', null, null, '-100.00'],
      ['2500.00', '1500.00', null, null, '1000.00'],
      ['3400.00', '2500.00', null, '0.00', '900.00'],
    ]);
    expect(table(form, 'box-H')[1]?.[0]).toBe('0.125 BTC');
  });
  test('a future that hedges nothing stands in box C', () => {
    expect(figures('box-C')[0]).toEqual(['40.00', '0.00', null, null, '40.00']);
  });
  test('each box has a line of Schedule D, and the totals re-add', () => {
    expect(table(form, 'totals').map((row) => [row[0], row.at(-1)])).toEqual([
      ['C', '40.00'],
      ['H', '900.00'],
      ['K', '7000.00'],
      ['Part I', '940.00'],
      ['Part II', '7000.00'],
      ['Both parts', '7940.00'],
    ]);
  });
  test('until 2024 coins stand in the boxes of other property', () => {
    const ids = form8949({ ...facts, year: 2024, brokerFormOf: () => 'none' }).sections.map(({ id }) => id);
    expect(ids).toEqual(['box-C', 'box-F', 'totals']);
  });
  test('shares of a trust are stock: Form 1099-B, boxes A and D, in every year', () => {
    const shares = sales.map((one) => ({ ...one, asset: 'IBIT' as AssetId }));
    const disposals = { ...facts.disposals, at: (place: number) => shares[place] as Disposal };
    const ids = form8949({ ...facts, disposals }).sections.map(({ id }) => id);
    expect(ids).toEqual(['box-A', 'box-C', 'box-D', 'totals']); // C: the future that hedges nothing
  });
  test('a cost that the broker reported needs a unit bought there from 2026 on', () => {
    const asBasis = { ...facts, year: 2026, brokerFormOf: () => 'basis' as const };
    expect(form8949(asBasis).sections.some(({ id }) => id === 'box-G' || id === 'box-J')).toBe(false);
    const bought = sales.map((one) => ({ ...one, acquiredDate: localDate('2026-01-02') }));
    const covered = {
      ...asBasis,
      disposals: { ...facts.disposals, at: (place: number) => bought[place] as Disposal },
    };
    expect(form8949(covered).sections.some(({ id }) => id === 'box-J')).toBe(true);
  });
});

describe('Form 6781 (source: Form 6781 (2025), lines 1 to 13)', () => {
  const form = form6781(facts);

  test('Part I: a loss of 2,500 of which 500 waits is 2,000, 40 and 60 percent of it', () => {
    expect(table(form, 'part-1-contracts')).toEqual([
      ['CME: MBT', '2500.00', null],
      ['2  Add the amounts in columns (b) and (c)', '2500.00', '0.00'],
    ]);
    expect(table(form, 'part-1-lines').map(([line, , amount]) => [line, amount])).toEqual([
      ['3', '-2500.00'],
      ['4', '500.00'],
      ['5', '-2000.00'],
      ['6', '0.00'],
      ['7', '-2000.00'],
      ['8', '-800.00'],
      ['9', '-1200.00'],
    ]);
  });
  test('Part II, Section A: (h) is (f) less (g)', () => {
    expect(table(form, 'part-2-losses').map((row) => row.slice(5))).toEqual([
      ['800.00', '300.00', '500.00', '0.00', '500.00'],
      ['1000.00', '600.00', '400.00', '400.00', '0.00'],
      ['1800.00', null, '900.00', '400.00', '500.00'],
    ]);
  });
  test('Part II, Section B: gains of futures that hedge', () => {
    expect(table(form, 'part-2-gains').at(-1)?.slice(3)).toEqual(['250.00', '250.00', '0.00']);
  });
});

test('Schedule D: line 4 is 40 % and straddles, line 11 is 60 % and straddles; without tax details no line 7', () => {
  const form = scheduleD(facts);
  const amounts = (id: string): unknown[] => table(form, id).map((row) => [row[0], row.at(-1)]);
  // −800 − 400 + 250; −1,200 − 500.
  expect(amounts('part-1')).toContainEqual(['4', '-950.00']);
  expect(amounts('part-2')).toContainEqual(['11', '-1700.00']);
  expect(amounts('part-1')).toContainEqual(['2', '900.00']);
  expect(amounts('part-2')).toContainEqual(['9', '7000.00']);
  expect(amounts('part-1').at(-1)).toEqual(['7', null]);
});

test.each([
  ['0.005', '0.00'],
  ['0.015', '0.02'],
  ['-0.004', '0.00'],
  ['-1234.5', '-1234.50'],
  ['7', '7.00'],
])('%s is printed as %s (half to even)', (amount, text) => {
  expect(centsText(money(amount))).toBe(text);
});
