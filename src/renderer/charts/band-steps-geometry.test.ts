import { expect, test } from 'vitest';
import { bandSteps } from './band-steps-geometry.ts';

test('a stair within its band: what is held stays until the next day', () => {
  const { stair, band, meant, spots } = bandSteps(
    [
      { date: '2026-11-20', coins: '2' },
      { date: '2026-11-30', coins: '2.1' },
    ],
    '2',
    '0.2',
  );
  expect(spots.map(({ x }) => x)).toEqual([0, 100]);
  expect(stair.map(({ x, y }) => [x, Math.round(y)])).toEqual([
    [0, 50],
    [100, 50],
    [100, 33],
  ]);
  expect([Math.round(band.top), Math.round(band.height), Math.round(meant)]).toEqual([17, 67, 50]);
});

test('what leaves the band is still in the picture', () => {
  const { spots } = bandSteps([{ date: '2026-11-20', coins: '5' }], '2', '0.2');
  expect(spots[0]?.x).toBe(50);
  expect(spots[0]?.y).toBeGreaterThan(0);
});
