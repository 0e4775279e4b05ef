import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { event } from '../events/event.fixture.ts';
import { withValuesIn } from './stated-values.ts';

const income = (format: string) =>
  event('i', 'income', '2025-02-01', ['a ETH 1 =30'], { source: { file: 'x.csv', line: 2, format } });
const statesDollars = (format: string): boolean => format === 'coinbase';

test('values in dollars say nothing in a ledger in euros; those of our own layout do', () => {
  const events = [income('coinbase'), income('hedgerow-csv')];
  const inEuros = withValuesIn(assetId('EUR'), events, statesDollars);
  expect(inEuros.map(({ legs }) => legs[0]?.value !== undefined)).toEqual([false, true]);
  expect(inEuros[1]).toBe(events[1]);
  expect(withValuesIn(assetId('EUR'), events, statesDollars)[0]).toBe(inEuros[0]);
});

test('nothing changes in dollars, or where nothing is stated', () => {
  const events = [income('coinbase')];
  expect(withValuesIn(assetId('USD'), events, statesDollars)).toBe(events);
  const own = [income('hedgerow-csv')];
  expect(withValuesIn(assetId('EUR'), own, statesDollars)).toBe(own);
});
