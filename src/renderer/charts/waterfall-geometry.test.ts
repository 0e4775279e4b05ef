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
    long: null,
    short: { left: 50, width: 15, from: 65 },
    net: { left: 0, width: 50 },
    end: 50,
  });
  expect(rows[1]?.long).toEqual({ left: 35, width: 15, from: 35 });
  expect(rows[2]).toMatchObject({ long: null, short: null });
});

test('longs first, then shorts, and the scale has room for the top on the way', () => {
  const { rows } = waterfall([
    { coins: '80', futures: '-10', net: '70', longFutures: '20', shortFutures: '-30' },
  ]);
  expect(rows[0]).toMatchObject({
    coins: { left: 0, width: 80 },
    long: { left: 80, width: 20, from: 80 },
    short: { left: 70, width: 30, from: 100 },
    net: { left: 0, width: 70 },
  });
});

test('an asset that is net short stands left of zero, and so does a total below nothing', () => {
  const { zero, rows } = waterfall([
    { coins: '25', futures: '-50', net: '-25' },
    { coins: '75', futures: '0', net: '75' },
    { coins: '0', futures: '-25', net: '-25', longFutures: '0', shortFutures: '-25' },
  ]);
  expect(zero).toBe(25);
  expect(rows[0]?.coins).toEqual({ left: 25, width: 25 });
  expect(rows[0]?.short).toEqual({ left: 0, width: 50, from: 50 });
  expect(rows[0]?.net).toEqual({ left: 0, width: 25 });
  expect(rows[2]).toMatchObject({
    short: { left: 0, width: 25, from: 25 },
    net: { left: 0, width: 25 },
    end: 0,
  });
});

test('nothing at all is not a division by zero', () => {
  expect(waterfall([{ coins: '0', futures: '0', net: '0' }]).rows[0]?.net).toEqual({ left: 0, width: 0 });
  expect(waterfall([]).rows).toEqual([]);
});
