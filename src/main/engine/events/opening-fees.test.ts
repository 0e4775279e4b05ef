import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { absolute, add, isNegative } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { OpeningFees, type Traded } from './opening-fees.ts';

const opens = { opens: true, closes: false };
const closes = { opens: false, closes: true };
const both = { opens: true, closes: true };
const money = assetId('USD');

type Does = typeof opens;

function tradeOf(change: string, cost: string, does: Does, paidIn = 'USD'): Traded {
  const size = quantity(change);
  return {
    side: isNegative(size) ? 'sell' : 'buy',
    size: absolute(size),
    cost: { asset: assetId(paidIn), amount: quantity(cost) },
    money,
    ...does,
  };
}

function traded(...trades: readonly Parameters<typeof tradeOf>[]): readonly string[] {
  const fees = new OpeningFees();
  return trades.map((trade) => {
    const closed = fees.trade(tradeOf(...trade));
    return closed === null
      ? 'opened'
      : `${toText(closed.size)} for ${toText(closed.cost)}${closed.isWhole ? '' : ', not whole'}`;
  });
}

it('takes the oldest first, and shares by contracts', () => {
  expect(traded(['2', '1', opens], ['2', '3', opens], ['-3', '9', closes])).toEqual([
    'opened',
    'opened',
    '3 for 2.5',
  ]);
});

it('goes through zero, and shares its own cost', () => {
  expect(traded(['1', '1', opens], ['-3', '6', both], ['2', '1', closes])).toEqual([
    'opened',
    '1 for 1',
    '2 for 4',
  ]);
});

it('leaves out what was paid in other money', () => {
  expect(traded(['1', '1', opens], ['1', '2', opens, 'EUR'], ['-2', '1', closes])).toEqual([
    'opened',
    'opened',
    '2 for 1, not whole',
  ]);
});

it('says where the opening is not there', () => {
  expect(traded(['-3', '6', closes], ['1', '1', opens], ['-2', '1', closes])).toEqual([
    '3 for 0, not whole',
    'opened',
    '2 for 1, not whole',
  ]);
});

/** Whole contracts at a cost that their number divides, closed in full before the other side opens. */
it('gives back all that opening cost once a position is flat', () => {
  const lot = fc.record({ size: fc.integer({ min: 1, max: 6 }), cost: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(
      fc.array(lot, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 6 }),
      (lots, step) => {
        const book = new OpeningFees();
        for (const { size, cost } of lots) book.trade(tradeOf(String(-size), String(cost * 60), opens));
        const open = lots.reduce((sum, { size }) => sum + size, 0);
        let paid = zeroQuantity;
        for (let left = open; left > 0; left -= step) {
          const closed = book.trade(tradeOf(String(Math.min(step, left)), '0', closes));
          paid = add(paid, closed?.cost ?? zeroQuantity);
          expect(closed?.isWhole).toBe(true);
        }
        expect(toText(paid)).toBe(String(lots.reduce((sum, { cost }) => sum + cost * 60, 0)));
      },
    ),
  );
});
