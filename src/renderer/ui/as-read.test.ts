import { expect, test } from 'vitest';
import { asRead, withDates, withFigures } from './as-read.ts';
import { withoutAmounts } from './hide-amounts.tsx';

test.each([
  ['asks at least 1,204.60 USD of margin (4 %).', 'asks at least $1,204.60 of margin (4%).'],
  ['a loss of -3,602.20 USD, 5.75 USD each', 'a loss of −$3,602.20, $5.75 each'],
  ['From -20 % to 40 %, by -0.5 %, 10-20 %', 'From −20% to 40%, by −0.5%, 10-20%'],
  ['sell on 2027-01-15, not before 2026-12-31.', 'sell on 15 Jan 2027, not before 31 Dec 2026.'],
  ['BTCUSDT_261225 and BTC-27DEC26 for 100 USD of BTC', 'BTCUSDT_261225 and BTC-27DEC26 for 100 USD of BTC'],
  ['file 2026-11-22-export.csv, 0.15 USDT', 'file 2026-11-22-export.csv, 0.15 USDT'],
  ['Price of 2026-11-22T10:53:07Z', 'Price of 22 Nov 2026, 10:53 UTC'],
  ['Bought for 16659.47 USD, fee 1.3 USD, 46000 USD in', 'Bought for $16,659.47, fee $1.30, $46,000.00 in'],
])('%s', (sentence, read) => expect(asRead(sentence)).toBe(read));

test('hidden afterwards, dates and shares stay', () => {
  expect(withDates(withoutAmounts(withFigures('By 2027-01-15 you pay 1,204.60 USD (4 %) on 3 lots.')))).toBe(
    'By 15 Jan 2027 you pay •••• (4%) on •••• lots.',
  );
});
