import { expect, test } from 'vitest';
import type { ScreenId } from '../ui/navigation.tsx';
import { hashOf, placeOf } from './place.ts';

const screens: readonly ScreenId[] = ['import', 'holdings'];

test('a place survives the address', () => {
  const hash = hashOf('holdings', { asset: 'BTC', tab: 'lots & more' });
  expect(placeOf(hash, screens, 'import')).toEqual({
    screen: 'holdings',
    params: { asset: 'BTC', tab: 'lots & more' },
  });
});

test('an address that names no screen leads to the first', () => {
  for (const hash of ['', '#', '#/', '#/nowhere?x=1', '#/overview']) {
    expect(placeOf(hash, screens, 'import')).toEqual({ screen: 'import', params: {} });
  }
});
