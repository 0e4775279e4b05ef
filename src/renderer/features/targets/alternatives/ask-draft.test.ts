import { describe, expect, test } from 'vitest';
import { checkAsk, emptyAsk } from './ask-draft.ts';

const overlay = { contracts: [{ asset: 'BTC', contract: 'cme:MBT' }], rounding: 'nearest' as const };
const asOf = '2026-11-20';

describe('what the ways are compared under', () => {
  test('nothing typed asks with the core’s own assumptions', () => {
    expect(checkAsk(emptyAsk, overlay, asOf)).toEqual({ ask: { overlay }, errors: {} });
  });

  test('without contracts no futures are opened', () => {
    expect(checkAsk(emptyAsk, { contracts: [], rounding: 'nearest' }, asOf).ask).toEqual({});
  });

  test('per cent become shares, days stay days', () => {
    const fields = {
      ...emptyAsk,
      exitDate: '2027-03-31',
      carry: '-2.5',
      move: '40',
      priceChange: { BTC: '10', ETH: '' },
    };
    expect(checkAsk(fields, overlay, asOf).ask).toEqual({
      overlay,
      exitDate: '2027-03-31',
      carryPerYear: '-0.025',
      move: '0.4',
      prices: [{ asset: 'BTC', change: '0.1' }],
    });
  });

  test.each([
    [{ exitDate: '2026-11-20' }, 'exitDate', 'The day must lie ahead'],
    [
      { exitDate: '2027-05-01', horizon: '2027-04-30' },
      'horizon',
      'The comparison must not end before the hedge does',
    ],
    [{ move: '100' }, 'move', 'Prices cannot fall by 100% or more'],
    [{ priceChange: { BTC: '-100' } }, 'price BTC', 'A price cannot fall by 100% or more'],
    [{ spotFee: '-1' }, 'spotFee', 'This cannot be negative'],
    [{ carry: 'abc' }, 'carry', 'This is not a number'],
  ])('%o is said at its field', (part, field, words) => {
    const { ask, errors } = checkAsk({ ...emptyAsk, ...part }, overlay, asOf);
    expect(ask).toBeNull();
    expect(errors).toEqual({ [field]: words });
  });
});
