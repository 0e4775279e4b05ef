import { expect, test } from 'vitest';
import { supposedWords } from './supposed.ts';

const plan = { horizon: '2028-12-31', currency: 'USD' };

test('what was not asked is said, too', () => {
  expect(supposedWords({}, plan)).toBe(
    'Done by 31 Dec 2028, prices as they are today, no futures opened, off target on the way as far as your band allows, money for margin and purchases not watched.',
  );
});

test('what was asked stands in its place, the rest is counted', () => {
  const asked = {
    overlay: { contracts: [] },
    prices: [
      { asset: 'BTC', change: '0.2' },
      { asset: 'ETH', price: '4000' },
    ],
    carryPerYear: '0.1',
    band: '0.01',
    cash: '5000',
    keepLots: ['a'],
    ownDates: ['2027-03-01'],
  } as unknown as Parameters<typeof supposedWords>[0];
  expect(supposedWords(asked, plan)).toBe(
    'Done by 31 Dec 2028, BTC +20% by then, ETH at 4000 by then, futures may be opened today, funding 10% a year, at most 1% of all off target on the way, $5,000.00 for margin and purchases, 2 more choices of yours.',
  );
});
