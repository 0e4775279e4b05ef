import { describe, expect, test } from 'vitest';
import { exposureRows } from './exposure-rows.ts';
import { holding, holdingsAnswer, position } from './overview.fixture.ts';

type Answer = ReturnType<typeof holdingsAnswer>;
const rowsOf = (
  holdings: Answer['holdings'],
  positions: Answer['positions'] = [],
): ReturnType<typeof exposureRows> => exposureRows(holdingsAnswer({ holdings, positions }));

const btc = holding('BTC', {
  futuresQuantity: '-0.2',
  futuresValue: '-13000',
  effectiveQuantity: '0.8',
  effectiveValue: '52000',
  effectiveWeight: '0.52',
});
const eth = holding('ETH', {
  value: '35000',
  futuresValue: '15000',
  effectiveValue: '50000',
  effectiveWeight: '0.5',
});

describe('exposure', () => {
  test('all coins first, then the largest, cash last; the whole is the sum of the parts', () => {
    const cash = (asset: string, value: string, effectiveWeight: string): ReturnType<typeof holding> =>
      holding(asset, { assetClass: 'stablecoin', value, effectiveValue: value, effectiveWeight });
    const rows = rowsOf([cash('USD', '10', '0.01'), eth, cash('USDT', '5', '0.02'), btc]);
    expect(rows.map(({ name, coins, futures, net, weight }) => [name, coins, futures, net, weight])).toEqual([
      ['All coins', '100000', '2000', '102000', null],
      ['BTC', '65000', '-13000', '52000', '0.52'],
      ['ETH', '35000', '15000', '50000', '0.5'],
      ['Cash', '15', '0', '15', '0.03'],
    ]);
  });

  test('longs and shorts apart, in money, units and shares: they add up to the net', () => {
    const [row] = rowsOf(
      [btc],
      [
        position('A', { delta: '-0.3' }),
        position('B', { delta: '0.1', side: 'long' }),
        position('C', { underlying: 'ETH' }),
      ],
    );
    expect(row).toMatchObject({
      coins: '65000',
      longFutures: '6500',
      shortFutures: '-19500',
      net: '52000',
      units: { coins: '1', longFutures: '0.1', shortFutures: '-0.3', net: '0.8' },
      shares: { coins: '0.65', longFutures: '0.065', shortFutures: '-0.195', net: '0.52' },
    });
  });

  test('positions that do not make up the figure leave it whole on its side', () => {
    expect(rowsOf([btc])[0]).toMatchObject({ longFutures: '0', shortFutures: '-13000' });
  });

  test('long and short that even out still stand there', () => {
    const flat = holding('BTC', { value: '0', quantity: '0', effectiveQuantity: '0', effectiveValue: '0' });
    const even = [position('A', { delta: '-1' }), position('B', { delta: '1' })];
    expect(rowsOf([flat], even)[0]).toMatchObject({ longFutures: '65000', shortFutures: '-65000', net: '0' });
  });

  test('without a price: left out; worth nothing: left out; futures alone: in', () => {
    const rows = rowsOf([
      holding('DOGE', { value: null, effectiveValue: null }),
      holding('DUST', { value: '0', effectiveValue: '0' }),
      holding('SOL', { value: null, futuresValue: '-500', futuresQuantity: '-5', effectiveValue: '-500' }),
    ]);
    expect(rows.map(({ name, coins, net }) => [name, coins, net])).toEqual([['SOL', '0', '-500']]);
  });

  test('more than seven: the smallest together', () => {
    const many = Array.from({ length: 9 }, (_, index) => {
      const value = String(100 * (9 - index));
      return holding(`C${index}`, { value, effectiveValue: value });
    });
    const rows = rowsOf(many);
    expect(rows).toHaveLength(9);
    expect(rows.at(-1)).toMatchObject({ name: 'Other', net: '300' });
  });
});
