import { expect, test } from 'vitest';
import { openLot } from '../holdings.fixture.ts';
import type { Identification } from './choices-words.ts';
import { checkLots, freeOf, reservedOf } from './identify-draft.ts';

const short = openLot('short', { quantity: '3', gain: '100' });
const long = openLot('long', { quantity: '0.5', gain: '-10', term: 'long', basisUnknown: true });

test('nothing typed, nothing named', () => {
  expect(checkLots({ short: { lot: short, text: ' ' } })).toEqual({
    choices: [],
    errors: {},
    quantity: '0',
    shortGain: '0',
    longGain: '0',
    basisUnknown: false,
  });
});

test('each lot gives its share of its gain, by term', () => {
  const checked = checkLots({
    short: { lot: short, text: '1.5' },
    long: { lot: long, text: '0.50' },
  });
  expect(checked).toEqual({
    choices: [
      { lot: 'short', quantity: '1.5' },
      { lot: 'long', quantity: '0.5' },
    ],
    errors: {},
    quantity: '2',
    shortGain: '50',
    longGain: '-10',
    basisUnknown: true,
  });
});

test('without a price no gain is said', () => {
  const unpriced = openLot('unpriced', { quantity: '1', gain: null });
  expect(checkLots({ unpriced: { lot: unpriced, text: '1' } })).toMatchObject({
    shortGain: null,
    longGain: '0',
  });
});

test.each([
  ['3.000000000000000001', 'More than this lot holds'],
  ['0', 'This must be more than zero'],
  ['-1', 'This cannot be negative'],
  ['a little', 'This is not a number'],
])('%s of a lot of 3', (text, error) => {
  const checked = checkLots({ short: { lot: short, text } });
  expect(checked.choices).toEqual([]);
  expect(checked.errors).toEqual({ short: error });
});

test('what is named already cannot be named again', () => {
  const named = (sequence: number, lot: string, quantity: string, left = quantity): Identification => ({
    sequence,
    account: 'coinbase',
    accountName: 'Coinbase',
    asset: 'BTC',
    lots: [{ lot, quantity, left, acquiredDate: '2025-01-01' }],
    recordedAt: '2026-11-20T00:00:00Z',
    toldBroker: false,
    left,
    sales: left === quantity ? [] : ['sale'],
  });
  const reserved = reservedOf(
    [named(1, 'short', '1'), named(2, 'short', '0.75', '0.5'), named(3, 'short', '9', '0')],
    { asset: 'BTC', account: 'coinbase' },
  );
  expect(reserved).toEqual({ short: '1.5' });
  expect(freeOf(short, reserved)).toBe('1.5');
  expect(freeOf(short, { short: '4' })).toBe('0');
  expect(checkLots({ short: { lot: short, text: '1.6' } }, reserved).errors).toEqual({
    short: 'The rest is named for a sale already',
  });
  expect(checkLots({ short: { lot: short, text: '1.5' } }, reserved).errors).toEqual({});
  expect(reservedOf([named(1, 'short', '1')], { asset: 'ETH', account: 'coinbase' })).toEqual({});
});
