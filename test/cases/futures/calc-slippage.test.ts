/** `calc slippage` through contract and service: what does not fit together is refused by name. */
import { expect, test } from 'vitest';
import { calcSlippageInput } from '../../../src/shared/contract/calc-slippage.ts';
import { calcSlippageHandlers } from '../../../src/main/core/services/calc/calc-slippage.ts';
import { noLedger } from '../no-ledger.fixture.ts';

const levels = [
  { price: '100', size: '1' },
  { price: '101', size: '5' },
];
const buy = { side: 'buy', quantity: '1', levels };

test.each([
  ['a middle above what is asked', { ...buy, mid: '150' }, 'mid', 'the best price to buy at is 100'],
  [
    'a middle below what is bid',
    { ...buy, side: 'sell', mid: '90' },
    'mid',
    'the best price to sell at is 101',
  ],
  [
    'a middle outside bid and ask',
    { ...buy, levels: undefined, mid: '150', bid: '99', ask: '101' },
    'mid',
    'between bid 99 and ask 101',
  ],
  ['a bid above the ask', { ...buy, levels: undefined, bid: '101', ask: '99' }, 'bid', 'it is above the ask'],
])('%s', async (_name, document, field, words) => {
  const result = await calcSlippageHandlers['calc.slippage'](calcSlippageInput.parse(document), noLedger);
  expect(result.ok ? null : result.failure.where).toMatchObject({ field });
  expect(result.ok ? '' : result.failure.message).toContain(words);
});

test.each([
  ['at the middle', { ...buy, mid: '100' }],
  ['just inside', { ...buy, mid: '99.5', bid: '99', ask: '100' }],
])('what fits is computed: %s', async (_name, document) => {
  const result = await calcSlippageHandlers['calc.slippage'](calcSlippageInput.parse(document), noLedger);
  expect(result.ok && result.value.walk?.kind).toBe('filled');
});
