import { expect, test } from 'vitest';
import { exposureLeft, exposureLeftSentence } from './exposure-left-rows.ts';

type Holding = Parameters<typeof exposureLeft>[0]['holdings'][number];

const btc = {
  asset: 'BTC',
  value: '57000',
  futuresValue: '-6000',
  effectiveValue: '51000',
  effectiveWeight: '0.5',
} as Holding;

test('only hedged coins with a price have bars', () => {
  const unpriced = { ...btc, asset: 'SOL', effectiveValue: null };
  expect(exposureLeft({ holdings: [btc, unpriced] }, ['SOL', 'BTC'])).toEqual([
    { name: 'BTC', coins: '57000', futures: '-6000', net: '51000', weight: '0.5' },
  ]);
});

test('the sentence says what is held and what is left open', () => {
  const rows = exposureLeft({ holdings: [btc] }, ['BTC']);
  expect(exposureLeftSentence(rows, 'USD')).toBe(
    'BTC: you hold $57,000.00 in coins; with the futures, $51,000.00 moves with its price.',
  );
  expect(exposureLeftSentence([], 'USD')).toBe('None of the hedged coins has a price.');
});
