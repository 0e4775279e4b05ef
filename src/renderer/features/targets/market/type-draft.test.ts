import { describe, expect, test } from 'vitest';
import { checkType, emptyDraft } from './type-draft.ts';

const draft = { ...emptyDraft, of: 'binance-um:BTCUSDT' };

describe('figures typed off a screen', () => {
  test('a rate without its unit is not taken', () => {
    const { input, errors } = checkType({ ...draft, funding: '0.01' });
    expect(input).toBeNull();
    expect(errors.fundingUnit).toBe('Say what the number is');
  });

  test('a negative rate with its unit is', () => {
    expect(checkType({ ...draft, funding: '-0.01', fundingUnit: 'percent' }).input).toEqual({
      of: 'binance-um:BTCUSDT',
      funding: { rate: '-0.01', unit: 'percent', hours: 8 },
    });
  });

  test('empty fields are left out, and nothing at all is nothing to store', () => {
    expect(checkType(draft).input).toBeNull();
    expect(checkType({ ...draft, bid: '64,990' }).input).toEqual({ of: 'binance-um:BTCUSDT', bid: '64990' });
  });

  test.each(['101', '50.5', '-1', 'fear'])('%s is no fear-and-greed index', (fearGreed) => {
    const { input, errors } = checkType({ ...draft, fearGreed, bid: '1' });
    expect(input).toBeNull();
    expect(errors.fearGreed).toBeDefined();
  });

  test.each([
    ['0', 0],
    ['100', 100],
  ])('%s is one', (fearGreed, value) => {
    expect(checkType({ ...draft, fearGreed }).input).toEqual({ of: draft.of, fearGreed: value });
  });
});
