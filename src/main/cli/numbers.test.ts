import { describe, expect, it } from 'vitest';
import {
  countOf,
  gainText,
  instantText,
  moneyText,
  orderText,
  pointsText,
  priceText,
  quantityText,
  settledGainText,
  shareText,
} from './numbers.ts';

describe('figures as people write them', () => {
  it.each([
    [moneyText('1234567.895'), '1,234,567.90'],
    [moneyText('-0.5'), '-0.50'],
    [moneyText('12345678901234567890.12'), '12,345,678,901,234,567,890.12'],
    [moneyText(null), '-'],
    [gainText('12.3'), '+12.30'],
    [gainText('-12.3'), '-12.30'],
    [gainText('0'), '0.00'],
    [settledGainText('0.002285714285714285', 'BTC'), '+0.00228571 BTC'],
    [settledGainText('-0.0042005', 'BTC'), '-0.0042005 BTC'],
    [settledGainText('12.3', 'USDT'), '+12.30'],
    [settledGainText('0', 'BTC'), '0 BTC'],
    [settledGainText(null, 'BTC'), '-'],
    [quantityText('1.300137640000000001'), '1.30013764'],
    [quantityText('1000000'), '1,000,000'],
    [priceText('104200'), '104,200.00'],
    [priceText('0.00001234567'), '0.00001235'],
    [shareText('0.6504'), '65.0 %'],
    [shareText('-0.063'), '-6.3 %'],
    [shareText('-0.0004'), '0.0 %'],
    [moneyText('-0.004'), '0.00'],
    [pointsText('0.1504'), '+15.0'],
    [orderText({ quantity: '0.06', unit: 'base', quote: 'USDT' }, 'BTC'), '0.06 BTC'],
    [orderText({ quantity: '1', unit: 'contracts', quote: 'USD' }, 'BTC'), '1 contract'],
    [orderText({ quantity: '5000', unit: 'quote', quote: 'EUR' }, 'BTC'), '5,000 EUR'],
    [countOf(1, 'row'), '1 row'],
    [countOf(2000, 'row'), '2,000 rows'],
    [instantText('2026-11-22T10:05:59.123Z'), '2026-11-22 10:05 UTC'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
