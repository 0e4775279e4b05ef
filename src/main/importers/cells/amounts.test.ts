import { describe, expect, it } from 'vitest';
import { splitAmount, splitAmountGuessing } from './amounts.ts';

describe('splitAmount', () => {
  it.each([
    ['0.1BTC', '', '0.1', 'BTC'],
    ['35.6 BTC', '', '35.6', 'BTC'],
    ['1,500.0ADA', '', '1,500.0', 'ADA'],
    ['-0.5USDT', '', '-0.5', 'USDT'],
    ['3.8E-7BNB', '', '3.8E-7', 'BNB'],
    ['5EUR', '', '5', 'EUR'],
    ['12.5', '', '12.5', ''],
    ['', '', '', ''],
    ['BNB', '', '', 'BNB'],
    ['5.11INCH', '1INCH', '5.1', '1INCH'],
    ['5.11INCH', '', '5.11', 'INCH'],
    ['20001000SATS', '1000SATS', '2000', '1000SATS'],
  ])('%s (known %s) is %s of %s', (cell, known, number, unit) => {
    expect(splitAmount(cell, known)).toEqual({ number, unit });
  });

  it('takes a guess only right behind a digit', () => {
    expect(splitAmountGuessing('0.1BTC', 'BTC')).toEqual({ number: '0.1', unit: 'BTC' });
    expect(splitAmountGuessing('0.1WBTC', 'BTC')).toEqual({ number: '0.1', unit: 'WBTC' });
    expect(splitAmountGuessing('0.1 BTC', 'BTC')).toEqual({ number: '0.1', unit: 'BTC' });
    expect(splitAmountGuessing('0.1ETH', 'BTC')).toEqual({ number: '0.1', unit: 'ETH' });
    expect(splitAmountGuessing('0.1ETH', '')).toEqual({ number: '0.1', unit: 'ETH' });
  });
});
