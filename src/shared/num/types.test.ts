/** What must not compile; `tsc` is the judge, through the errors it is told to expect. */
import { expect, test } from 'vitest';
import { add, compare, larger, subtract, sum } from './arithmetic.ts';
import { money, price, quantity, rate } from './parse.ts';
import { apportion, moneyTimes, ratio, valueOf } from './products.ts';
import { roundToStep } from './rounding.ts';
import type { Exact, Money, Quantity } from './types.ts';
import { zeroMoney } from './types.ts';

const m = money('2');
const q = quantity('3');
const p = price('5');
const r = rate('0.5');

/** Never run: each line is wrong on purpose. */
function wrong(): unknown[] {
  // @ts-expect-error kinds do not mix
  const sumOfKinds = add(m, q);
  // @ts-expect-error nor where the result may be anything
  const anything: Exact = add(m, q);
  // @ts-expect-error nor in order
  const reversed = subtract(q, m);
  // @ts-expect-error nor in comparisons
  const order = compare(p, r);
  // @ts-expect-error nor in choices
  const choice = larger(m, p);
  // @ts-expect-error nor in sums
  const total = sum([m, q], zeroMoney);
  // @ts-expect-error a ratio is of one kind
  const share = ratio(m, q, 'down');
  // @ts-expect-error a step has the kind of what it rounds
  const stepped = roundToStep(q, p, 'down');
  // @ts-expect-error arguments have their order
  const value = valueOf(p, q, 'down');
  // @ts-expect-error money is not multiplied by money
  const square = moneyTimes(m, m, 'down');
  // @ts-expect-error a share is a share of quantities
  const part = apportion(m, m, q, 'down');
  // @ts-expect-error rounding is always named
  const unrounded = valueOf(q, p);
  // @ts-expect-error the operators are for plain numbers
  const plus = m + m;
  // @ts-expect-error the operators are for plain numbers
  const times = q * p;
  // @ts-expect-error kinds do not compare
  const less = m < q;
  // @ts-expect-error kinds are never equal
  const same = m === q;
  // @ts-expect-error an exact number has no order with a plain one
  const lessThanOne = m < 1n;
  // @ts-expect-error a bigint is not an exact number
  const fromBigint: Money = 1n;
  // @ts-expect-error a number is not an exact number
  const fromNumber: Quantity = 1;
  // @ts-expect-error text is not an exact number
  const fromString: Money = '1';
  // @ts-expect-error an exact number is not a bigint
  const toBigint: bigint = m;
  // @ts-expect-error an exact number is not a number
  const toNumber: number = m;
  return [
    sumOfKinds,
    anything,
    reversed,
    order,
    choice,
    total,
    share,
    stepped,
    value,
    square,
    part,
    unrounded,
    plus,
    times,
    less,
    same,
    lessThanOne,
    fromBigint,
    fromNumber,
    fromString,
    toBigint,
    toNumber,
  ];
}

test('one kind orders, equals and keys by value', () => {
  expect(wrong).toBeTypeOf('function');
  expect(m < money('10')).toBe(true);
  expect(m === money('2.0')).toBe(true);
  expect(new Map([[q, 'three']]).get(quantity('3.00'))).toBe('three');
  expect(add(m, money('1'))).toBe(money('3'));
});
