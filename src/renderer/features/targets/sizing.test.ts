import { describe, expect, test } from 'vitest';
import type { OverlayInput } from '../../../shared/domain/overlay-choice.ts';
import { firstSizing, leverageError, ratioError, sizedInput } from './sizing.ts';

const input: OverlayInput = {
  contracts: [
    { asset: 'BTC', contract: 'cme:BTC' },
    { asset: 'ETH', contract: 'cme:MET' },
  ],
  rounding: 'nearest',
};

describe('the overlay that the sizing form asks for', () => {
  test('at first: all of the drift, and as much money at the venue as a leg is worth', () => {
    expect(sizedInput(input, {}, firstSizing)).toEqual({ ...input, leverageCap: '1' });
  });

  test('a second, smaller contract stands beside the first of its asset only', () => {
    const { contracts } = sizedInput(input, { BTC: 'cme:MBT', ETH: '' }, firstSizing);
    expect(contracts).toEqual([
      { asset: 'BTC', contract: 'cme:BTC', small: 'cme:MBT' },
      { asset: 'ETH', contract: 'cme:MET' },
    ]);
  });

  test('an own ratio is a share of what is missing', () => {
    expect(sizedInput(input, {}, { ...firstSizing, ratio: 'own', ownRatio: '80' }).ratio).toBe('0.8');
    expect(sizedInput(input, {}, { ...firstSizing, ratio: 'after-tax' }).ratio).toBe('after-tax');
  });

  test('what cannot be read yet is left out, and said under the field', () => {
    const sized = sizedInput(
      input,
      {},
      { ...firstSizing, ratio: 'own', ownRatio: 'x', leverageCap: '', exitDate: '2027' },
    );
    expect(sized).toEqual(input);
    expect(ratioError('x')).not.toBeNull();
    expect(ratioError('0')).not.toBeNull();
    expect(leverageError('')).toBeNull();
    expect(leverageError('-1')).not.toBeNull();
  });
});
