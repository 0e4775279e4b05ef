import { describe, expect, test } from 'vitest';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { account, specOf } from '../../../../../test/properties/futures.fixture.ts';
import type { FuturesPosition } from '../position.ts';
import { coins, settleAmount } from '../units.ts';
import { reduceFirst } from './reduce-first.ts';

const at = { price: price('100'), settlePrice: price('1') };
const spec = specOf('linear', {
  quantityUnit: 'base',
  multiplier: quantity('1'),
  quantityStep: quantity('0.1'),
  minQuantity: null,
});

function open(side: 'long' | 'short', size: string): { position: FuturesPosition; at: typeof at } {
  const nothing = settleAmount(zeroQuantity);
  const position: FuturesPosition = {
    contract: spec.id,
    spec,
    account,
    positionSide: 'one-way',
    side,
    quantity: { unit: 'base', amount: quantity(size) },
    size: coins(quantity(size)),
    entryValue: nothing,
    averageEntry: price('100'),
    averageEntryOriginal: price('100'),
    opened: null,
    openFills: [],
    realisedProfit: nothing,
    fees: nothing,
    funding: nothing,
    otherFees: [],
  };
  return { position, at };
}

const amounts = (order: string, ...positions: ReturnType<typeof open>[]): string[] =>
  reduceFirst(coins(quantity(order)), positions).map(
    ({ quantity: amount, coins: closed }) => `${toText(amount.amount)} as ${toText(closed)}`,
  );

describe('what is open on the other side is made smaller first', () => {
  test('a sale closes longs, the largest first, and no more than it sells', () => {
    expect(amounts('-3', open('long', '1'), open('long', '5'))).toEqual(['3 as -3']);
    expect(amounts('-6', open('long', '1'), open('long', '5'))).toEqual(['5 as -5', '1 as -1']);
  });

  test('a purchase closes shorts', () => {
    expect(amounts('2', open('short', '1'), open('long', '9'))).toEqual(['1 as 1']);
  });

  test('positions on the same side stay', () => {
    expect(amounts('-3', open('short', '5'))).toEqual([]);
  });

  test('a part is rounded down to a step: never more is closed than is open or wanted', () => {
    expect(amounts('-0.25', open('long', '5'))).toEqual(['0.2 as -0.2']);
    expect(amounts('-0.05', open('long', '5'))).toEqual([]);
  });

  test('what nobody knows the price of is left out', () => {
    expect(reduceFirst(coins(quantity('-1')), [{ ...open('long', '1'), at: null }])).toEqual([]);
  });
});
