import { expect, test } from 'vitest';
import { withoutAmounts } from './hide-amounts.tsx';

test.each([
  ['Short 0.15 BTC with BTCUSDT: 65/35 becomes 50/50.', 'Short •••• BTC with BTCUSDT: 65/35 becomes 50/50.'],
  ['You would pay $1,234.50 in 2026.', 'You would pay •••• in 2026.'],
  ['Loss of −12.5, carry -3.', 'Loss of ••••, carry ••••.'],
  ['On 2026-12-31 BTC-27DEC26 expires, 12% off.', 'On 2026-12-31 BTC-27DEC26 expires, 12% off.'],
  ['2,026 units; 2026.5 coins', '•••• units; •••• coins'],
  ['off BTC (effective share 53.1%), 1,234.5% up', 'off BTC (effective share 53.1%), 1,234.5% up'],
  ['3.20, then 4.', '••••, then ••••.'],
  [
    '15.04 points over, in 5 days, 15 April, section 1256.',
    '15.04 points over, in 5 days, 15 April, section 1256.',
  ],
])('%s', (sentence, hidden) => expect(withoutAmounts(sentence)).toBe(hidden));
