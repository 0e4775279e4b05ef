import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, add, compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { specOf } from '../../../../../test/properties/futures.fixture.ts';
import { coins } from '../units.ts';
import { contractAdvice, mixPartner } from './contract-advice.ts';
import { coinsPerStep, isTooLarge, venueFamily } from './contract-step.ts';
import { entryOrder } from './entry-order.ts';
import type { EntryLeg } from './entry-order.ts';
import { orderCount, roundings } from './roundings.ts';
import { cheaperOf, sizeMix } from './size-mix.ts';
import type { Sizable } from './size-mix.ts';

const unknownTerms = {
  series: null,
  minNotional: null,
  maxQuantity: null,
  maxLeverage: null,
  feePerContract: null,
  settlement: 'cash',
  settlementIndex: null,
  fixing: null,
  resets: 'never',
  margin: null,
  liquidation: null,
  evidence: [],
  notes: null,
} as const;

function future(id: string, size: string, own: Partial<ContractTerms> = {}): Sizable<ContractTerms> {
  const [venue = '', symbol = ''] = id.split(':');
  return {
    terms: {
      ...specOf('linear'),
      ...unknownTerms,
      id: contractId(venue, symbol),
      symbol,
      multiplier: quantity(size),
      quantityUnit: 'contracts',
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      usPersons: true,
      ...own,
    },
    at: { price: price('100000'), settlePrice: price('1') },
  };
}

const btc = future('cme:BTC', '5');
const mbt = future('cme:MBT', '0.1');
const wanted = (text: string) => coins(quantity(text));

describe('mix of two sizes', () => {
  test('large by floor, the rest small', () => {
    const mix = sizeMix(wanted('-12.34'), btc, mbt, 'nearest');
    expect([toText(mix.large.quantity.amount), toText(mix.small.quantity.amount)]).toEqual(['2', '23']);
    expect(toText(mix.coins)).toBe('-12.3');
    expect(toText(mix.residual)).toBe('-0.04');
    expect(toText(mix.residualValue)).toBe('-4000');
  });

  test('nothing large fits: all small', () => {
    const mix = sizeMix(wanted('4.99'), btc, mbt, 'ceil');
    expect([toText(mix.large.quantity.amount), toText(mix.small.quantity.amount)]).toEqual(['0', '50']);
  });

  test('misses by half a small step at most, and adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (n) => {
        const amount = wanted((n / 1000).toFixed(3));
        const mix = sizeMix(amount, btc, mbt, 'nearest');
        expect(compare(absolute(mix.residual), coins(quantity('0.05'))) <= 0).toBe(true);
        expect(add(mix.large.coins, mix.small.coins)).toBe(mix.coins);
        expect(add(mix.coins, mix.residual)).toBe(amount);
      }),
    );
  });

  test('fees decide which way is cheaper; an unknown fee decides nothing', () => {
    expect(cheaperOf(money('10'), money('50'))).toBe('mix');
    expect(cheaperOf(money('50'), money('10'))).toBe('small-only');
    expect(cheaperOf(money('5'), money('5'))).toBe('same');
    expect(cheaperOf(null, money('5'))).toBeNull();
  });

  test('its partner is of the same house and kind, and five times as large or as small', () => {
    const others = [btc, future('cme:MID', '0.4'), future('cde:BIG', '5')];
    expect(mixPartner(wanted('-12.34'), mbt, others)?.large.terms.symbol).toBe('BTC');
    expect(mixPartner(wanted('-2'), mbt, others)).toBeNull();
    expect(mixPartner(wanted('-12.34'), btc, [mbt])?.small.terms.symbol).toBe('MBT');
  });
});

describe('the three roundings', () => {
  test('floor never more, ceil never less, nearest between', () => {
    const [floor, nearest, ceil] = roundings(wanted('-0.26'), mbt.terms, mbt.at);
    expect([floor, nearest, ceil].map((one) => one && toText(one.coins))).toEqual(['-0.2', '-0.3', '-0.3']);
  });

  test('more than the venue takes at once needs several orders', () => {
    expect(orderCount(quantity('250'), quantity('100'))).toBe(3);
    expect(orderCount(quantity('100'), quantity('100'))).toBe(1);
    expect(orderCount(quantity('250'), null)).toBe(1);
    expect(orderCount(zeroQuantity, quantity('100'))).toBe(0);
  });
});

describe('advice', () => {
  const nano = future('cde:BIT', '0.01');
  const tiny = future('cme:QBTC', '0.01');

  test('the same house first', () => {
    const found = contractAdvice(wanted('-0.28'), mbt, [nano, tiny, btc], 'nearest');
    expect(found?.contract.terms.id).toBe('cme:QBTC');
    expect(toText(found?.sized.quantity.amount ?? zeroQuantity)).toBe('28');
  });

  test('else another house, open to the same persons', () => {
    const offshore = future('x:TINY', '0.01', { usPersons: false });
    expect(contractAdvice(wanted('-0.28'), mbt, [offshore, nano], 'nearest')?.contract.terms.id).toBe(
      'cde:BIT',
    );
    expect(contractAdvice(wanted('-0.28'), mbt, [offshore], 'nearest')).toBeNull();
  });

  test('one that lasts before one that ends sooner', () => {
    const december = future('cme:MBT-202612', '0.1', { expiry: localDate('2026-12-24') });
    const weekly = future('cme:BFF', '0.02', { expiry: localDate('2026-11-27') });
    const lasting = future('cme:QBTC', '0.01', { expiry: localDate('2030-12-20') });
    expect(contractAdvice(wanted('-0.28'), december, [weekly, lasting], 'nearest')?.contract.terms.id).toBe(
      'cme:QBTC',
    );
  });

  test('a contract that fits needs none', () => {
    expect(contractAdvice(wanted('-12'), mbt, [nano], 'nearest')).toBeNull();
  });

  test('steps, houses, and what is large', () => {
    expect(toText(coinsPerStep(btc))).toBe('5');
    expect(isTooLarge(wanted('-0.4'), mbt)).toBe(false);
    expect(isTooLarge(wanted('-0.39'), mbt)).toBe(true);
    expect(venueFamily(contractId('binance-um', 'BTCUSDT'))).toBe('binance');
  });
});

describe('order of entry', () => {
  const leg = (amount: string, notional: string, step = '1', minimum = '0'): EntryLeg => ({
    quantity: absolute(quantity(amount)),
    step: quantity(step),
    minimum: quantity(minimum),
    coins: quantity(amount),
    notional: money(notional),
  });

  test('a short and a long in turns: a fifth is open, not all', () => {
    const found = entryOrder([leg('-10', '10000'), leg('10', '10000')]);
    expect(toText(found.largestNet)).toBe('2000');
    expect(toText(found.otherwise)).toBe('10000');
    expect(found.slices).toHaveLength(10);
  });

  test('all orders of whole legs are tried: 1 more short first would leave 400 open', () => {
    // −5, +3, +1 in hundreds: +3, −5, +1 leaves 300, 200, 100; the smallest first ends in 400.
    const found = entryOrder([leg('1', '100'), leg('-5', '500', '5'), leg('3', '300', '3')]);
    expect(toText(found.largestNet)).toBe('300');
    expect(found.slices.map(({ leg: at }) => at)).toEqual([2, 1, 0]);
  });

  test('one leg is one order', () => {
    expect(entryOrder([leg('-10', '10000')]).slices).toHaveLength(1);
    expect(entryOrder([])).toEqual({ slices: [], largestNet: zeroMoney, otherwise: zeroMoney });
  });

  test('what cannot be divided is not: a single contract, or halves below the minimum', () => {
    expect(
      entryOrder([leg('-1', '10000'), leg('10', '10000')]).slices.filter(({ leg: at }) => at === 0),
    ).toHaveLength(1);
    const withMinimum = entryOrder([leg('-10', '10000', '1', '6'), leg('10', '10000', '1', '6')]);
    expect(withMinimum.slices).toHaveLength(2);
  });

  test('slices add up to their legs, and never leave more open than one leg after the other', () => {
    const legs = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 500 }),
        short: fc.boolean(),
        notional: fc.integer({ min: 1, max: 1_000_000 }),
        minimum: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(legs, (list) => {
        const given = list.map(({ amount, short, notional, minimum }) =>
          leg(`${short ? '-' : ''}${amount}`, String(notional), '1', String(Math.min(minimum, amount))),
        );
        const found = entryOrder(given);
        expect(compare(found.largestNet, found.otherwise) <= 0).toBe(true);
        given.forEach((one, index) => {
          const own = found.slices.filter((slice) => slice.leg === index);
          expect(
            sum(
              own.map(({ quantity: part }) => part),
              zeroQuantity,
            ),
          ).toBe(one.quantity);
          expect(
            sum(
              own.map((slice) => slice.coins),
              zeroQuantity,
            ),
          ).toBe(one.coins);
          expect(
            sum(
              own.map((slice) => slice.notional),
              zeroMoney,
            ),
          ).toBe(one.notional);
          for (const slice of own) expect(compare(slice.quantity, one.minimum) >= 0).toBe(true);
        });
        const last = found.slices.at(-1)?.netAfter ?? zeroMoney;
        const net = given.reduce(
          (total, one) =>
            one.coins < zeroQuantity ? subtract(total, one.notional) : add(total, one.notional),
          zeroMoney,
        );
        expect(last).toBe(net);
      }),
    );
  });
});
