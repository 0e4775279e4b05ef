import { expect, test } from 'vitest';
import { waterfall } from './waterfall-geometry.ts';

test('a short takes the net back from where the coins end; a long carries it on', () => {
  const { zero, rows } = waterfall([
    { coins: '65', futures: '-15', net: '50' },
    { coins: '35', futures: '15', net: '50' },
    { coins: '100', futures: '0', net: '100' },
  ]);
  expect(zero).toBe(0);
  expect(rows[0]).toEqual({
    coins: { left: 0, width: 65 },
    futures: { left: 50, width: 15 },
    net: { left: 0, width: 50 },
    turn: 65,
    end: 50,
  });
  expect(rows[1]?.futures).toEqual({ left: 35, width: 15 });
  expect(rows[2]?.futures).toEqual({ left: 100, width: 0 });
});

test('an asset that is net short stands left of zero', () => {
  const { zero, rows } = waterfall([
    { coins: '25', futures: '-50', net: '-25' },
    { coins: '75', futures: '0', net: '75' },
  ]);
  expect(zero).toBe(25);
  expect(rows[0]?.coins).toEqual({ left: 25, width: 25 });
  expect(rows[0]?.futures).toEqual({ left: 0, width: 50 });
  expect(rows[0]?.net).toEqual({ left: 0, width: 25 });
});

test('nothing at all is not a division by zero', () => {
  expect(waterfall([{ coins: '0', futures: '0', net: '0' }]).rows[0]?.net).toEqual({ left: 0, width: 0 });
  expect(waterfall([]).rows).toEqual([]);
});
