import { describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../../../shared/domain/event.ts';
import { eventWords, wordsOfKind } from '../../ui/event-words.ts';
import { openLot } from './holdings.fixture.ts';
import { checkPrices, noEntries, priceLines } from './price-entries.ts';
import {
  askedOf,
  costOfPriced,
  countdownWords,
  gainsSentence,
  isFiltered,
  knownTotal,
  noFilter,
  pricedName,
  tabOf,
  total,
  unitWords,
} from './view-model.ts';

test.each([
  [openLot('soon', { daysToLongTerm: 8 }), 'in 8 days'],
  [openLot('next', { daysToLongTerm: 1 }), 'tomorrow'],
  [openLot('old', { term: 'long', daysToLongTerm: -1056 }), 'yes'],
])('is it long-term? %#', (lot, words) => expect(countdownWords(lot)).toBe(words));

test('what is not chosen is not asked for', () => {
  expect(askedOf(noFilter)).toEqual({});
  expect(isFiltered(noFilter)).toBe(false);
  const chosen = { asset: 'BTC', account: 'coinbase', term: 'short' } as const;
  expect(askedOf(chosen)).toEqual(chosen);
  expect(isFiltered({ ...noFilter, account: 'coinbase' })).toBe(true);
});

test('totals are exact and leave the unknown out', () => {
  expect(total(['0.1', '0.2', null, '-1'])).toBe('-0.7');
  expect(total([])).toBe('0');
});

test('gains in one sentence', () => {
  const year = (of: number, longTermGain: string) => ({
    year: of,
    proceeds: '0',
    costBasis: '0',
    shortTermGain: '-10',
    longTermGain,
    section1256Gain: '5',
    otherFuturesGain: '0',
    income: '99',
    basisUnknown: false,
    explain: `year:${of}`,
  });
  expect(gainsSentence([year(2026, '105'), year(2025, '10')], 'USD')).toBe(
    'Gains of 2025 to 2026 add up to $105.00; the best year was 2026 with $100.00.',
  );
  expect(gainsSentence([year(2026, '105')], 'USD')).toBe('The year’s gains add up to $100.00.');
});

test('tabs, names, units', () => {
  expect([tabOf('lots'), tabOf(undefined), tabOf('nonsense')]).toEqual(['lots', 'holdings', 'holdings']);
  expect(pricedName('BTC')).toEqual({ name: 'BTC', kind: 'asset' });
  expect(pricedName('binance-um:BTCUSDT')).toEqual({ name: 'BTCUSDT', kind: 'contract' });
  const unit = (of: 'base' | 'quote' | 'contracts', quantity: string): string =>
    unitWords({ unit: of, quote: 'EUR', underlying: 'BTC', quantity });
  expect([unit('base', '2'), unit('quote', '2'), unit('contracts', '-1'), unit('contracts', '2')]).toEqual([
    'BTC',
    'EUR',
    'contract',
    'contracts',
  ]);
});

test('every kind of event has words', () => {
  expect(Object.keys(eventWords)).toEqual([...EVENT_KINDS]);
  expect(wordsOfKind('something-new')).toBe('Something-new');
});

describe('prices', () => {
  const price = (of: string, ageDays: number, stale: boolean) => ({
    of,
    price: '1',
    time: '2026-11-20T00:00:00Z',
    source: 'typed',
    ageDays,
    stale,
  });

  test('missing first, then the oldest, then by name', () => {
    const lines = priceLines({
      prices: [price('SOL', 1, false), price('ETH', 9, true), price('BTC', 30, true), price('ADA', 2, false)],
      missing: ['XRP', 'DOGE'],
      missingAt: [],
      stablecoinsAtPar: true,
    });
    expect(lines.map(({ of }) => of)).toEqual(['DOGE', 'XRP', 'BTC', 'ETH', 'ADA', 'SOL']);
    expect(lines[0]?.known).toBeNull();
  });

  test('nothing typed, nothing to save', () => {
    expect(checkPrices(noEntries)).toEqual({ input: null, count: 0, errors: {}, otherError: null });
  });

  test('typed prices, one more by name, on a day', () => {
    expect(
      checkPrices({
        typed: { BTC: '65,000.50', ETH: '' },
        other: { of: ' doge ', price: '0.12' },
        date: '2026-11-20',
      }),
    ).toMatchObject({
      count: 2,
      input: {
        prices: [
          { of: 'BTC', price: '65000.5', time: '2026-11-20T12:00:00Z' },
          { of: 'DOGE', price: '0.12', time: '2026-11-20T12:00:00Z' },
        ],
      },
    });
  });

  test('one wrong price keeps all from being saved, and says which', () => {
    const checked = checkPrices({ ...noEntries, typed: { BTC: '1', ETH: 'x', SOL: '0' } });
    expect(checked.input).toBeNull();
    expect(checked.errors).toEqual({ ETH: 'This is not a number', SOL: 'This must be more than zero' });
  });

  test.each([
    ['DOGE', '', 'Type its price too'],
    ['', '5', 'Say which asset this is the price of'],
    ['DOGE', '-5', 'This cannot be negative'],
    ['', '', null],
  ])('another: %s at %s', (of, text, error) =>
    expect(checkPrices({ ...noEntries, other: { of, price: text } }).otherError).toBe(error),
  );
});

test('what lots cost adds up with value and gain: without a price it stands apart', () => {
  const sums = { costBasis: '50007', costWithoutPrice: '7', value: '60000' };
  expect(costOfPriced(sums)).toEqual({ priced: '50000', apart: '7' });
  expect(costOfPriced({ ...sums, costWithoutPrice: '0' })).toEqual({ priced: '50007', apart: null });
  expect(costOfPriced({ ...sums, value: null })).toEqual({ priced: '50007', apart: null });
  expect([knownTotal([null, null]), knownTotal([null, '2', '3']), knownTotal([])]).toEqual([null, '5', '0']);
});
