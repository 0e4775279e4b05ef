import { expect, test } from 'vitest';
import { toText } from '../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { rollCost, rollGap, rollWindow } from './roll.ts';
import { tradeFee } from './trade-fee.ts';

const leg = { notional: money('10000'), fee: money('4'), halfSpread: rate('0.0002') };

test('a roll costs fees and half-spreads of both legs', () => {
  expect(toText(rollCost([leg, leg]) ?? money('0'))).toBe('12');
});

test('what is not known is not nothing', () => {
  expect(rollCost([leg, { ...leg, fee: null }])).toBeNull();
  expect(rollCost([{ ...leg, halfSpread: null }, leg])).toBeNull();
});

test('the gap is carry, by the days between the expiries', () => {
  const found = rollGap(price('100'), price('99'), 73, quantity('2'));
  expect(toText(found.perYear ?? rate('0'))).toBe('-0.05');
  expect(toText(found.value)).toBe('-2');
});

test('ten days before, five days before', () => {
  const { rollBy, warnFrom } = rollWindow(localDate('2026-12-24'));
  expect([dateText(rollBy), dateText(warnFrom)]).toEqual(['2026-12-14', '2026-12-19']);
});

test('a fee is a share of the notional, or money a contract, or not known', () => {
  const order = { unit: 'contracts', amount: quantity('3') } as const;
  const perContract = { takerFee: null, feePerContract: money('2.5') };
  expect(
    toText(tradeFee({ takerFee: rate('0.0005'), feePerContract: null }, order, money('1000')) ?? money('0')),
  ).toBe('0.5');
  expect(toText(tradeFee(perContract, order, money('1000')) ?? money('0'))).toBe('7.5');
  expect(tradeFee(perContract, { ...order, unit: 'base' }, money('1000'))).toBeNull();
  expect(tradeFee({ takerFee: null, feePerContract: null }, order, money('1000'))).toBeNull();
});
