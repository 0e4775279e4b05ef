import { describe, expect, test } from 'vitest';
import { futuresBasis } from '../../../src/main/engine/futures/basis.ts';
import { payoffRules } from '../../../src/main/engine/futures/payoff/payoff-rules.ts';
import { sizeHedge } from '../../../src/main/engine/futures/size-hedge.ts';
import type { HedgeRounding } from '../../../src/main/engine/futures/size-hedge.ts';
import { coins, quoteAmount } from '../../../src/main/engine/futures/units.ts';
import type { PositionDirection, Size } from '../../../src/main/engine/futures/units.ts';
import type { Payoff } from '../../../src/shared/domain/contract-spec.ts';
import { add, absolute, subtract } from '../../../src/shared/num/arithmetic.ts';
import { price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantityTimes } from '../../../src/shared/num/products.ts';
import type { Quantity } from '../../../src/shared/num/types.ts';
import { zeroQuantity } from '../../../src/shared/num/types.ts';
import { goldenCases } from './golden-cases.ts';
import type { GoldenCase } from './golden-cases.ts';

const one = price('1');
const at = (text: string): { price: ReturnType<typeof price>; settlePrice: ReturnType<typeof price> } => ({
  price: price(text),
  settlePrice: one,
});

function input({ inputs, id }: GoldenCase, name: string): string {
  const value = inputs[name];
  if (value === undefined) throw new Error(`${id} has no ${name}`);
  return value;
}

function sizeOf(payoff: Payoff, amount: string, multiplier: string): Size {
  const terms = { payoff, multiplier: quantity(multiplier), quantityUnit: 'contracts' } as const;
  return payoffRules(payoff).sizeOf(terms, { unit: 'contracts', amount: quantity(amount) }, one);
}

function profit(payoff: Payoff, size: Size, direction: string, entry: string, exit: string): Quantity {
  const rules = payoffRules(payoff);
  return rules.profit(
    direction as PositionDirection,
    rules.valueAt(size, price(entry)),
    rules.valueAt(size, price(exit)),
  );
}

const inStep = (
  wanted: Quantity,
  payoff: Payoff,
  multiplier: string,
  step: string,
  priceText: string,
  rounding: HedgeRounding,
): ReturnType<typeof sizeHedge> =>
  sizeHedge(
    coins(wanted),
    {
      payoff,
      multiplier: quantity(multiplier),
      quantityUnit: 'contracts',
      quantityStep: quantity(step),
      minQuantity: null,
    },
    at(priceText),
    rounding,
  );

const compute: Record<GoldenCase['formula'], (c: GoldenCase) => Quantity> = {
  linear_pnl: (c) =>
    profit(
      'linear',
      sizeOf('linear', input(c, 'qty'), c.inputs['multiplier'] ?? '1'),
      input(c, 'side'),
      input(c, 'entry'),
      input(c, 'exit'),
    ),
  inverse_pnl: (c) =>
    profit(
      'inverse',
      sizeOf('inverse', input(c, 'contracts'), c.inputs['contractUsd'] ?? '1'),
      input(c, 'side'),
      input(c, 'entry'),
      input(c, 'exit'),
    ),
  linear_value: (c) =>
    payoffRules('linear').valueAt(
      sizeOf('linear', input(c, 'qty'), input(c, 'multiplier')),
      price(input(c, 'price')),
    ),
  inverse_value: (c) =>
    payoffRules('inverse').valueAt(sizeOf('inverse', input(c, 'contracts'), '1'), price(input(c, 'price'))),
  contracts_inverse: (c) =>
    inStep(
      quantity(input(c, 'coin')),
      'inverse',
      input(c, 'contractUsd'),
      '1',
      input(c, 'price'),
      input(c, 'rounding') as HedgeRounding,
    ).quantity.amount,
  floor_lot: (c) => {
    const sized = inStep(quantity(input(c, 'target')), 'linear', '1', input(c, 'step'), '1', 'floor');
    return input(c, 'want') === 'qty' ? sized.quantity.amount : sized.residual;
  },
  funding_payment: (c) =>
    payoffRules('linear').fundingPayment(
      input(c, 'side') as PositionDirection,
      coins(quantity(input(c, 'notional'))),
      one,
      rate(input(c, 'rate')),
    ),
  basis_abs: (c) => {
    const { basis } = futuresBasis(price(input(c, 'futures')), price(input(c, 'index')), 30);
    return quantity(toText(basis));
  },
  basis_rate: (c) => {
    const { basisRate } = futuresBasis(price(input(c, 'futures')), price(input(c, 'index')), 30);
    return quantity(toText(basisRate));
  },
  // Coins put up plus the short's gain, valued at the new price: the synthetic dollar.
  coin_value_after: (c) => {
    const short = quoteAmount(quantity(input(c, 'contracts')));
    const gain = profit('inverse', short, 'short', input(c, 'entry'), input(c, 'price'));
    return quantityTimes(add(quantity(input(c, 'coin')), gain), rate(input(c, 'price')), 'half-even');
  },
  calendar_roll_cost: (c) => {
    const gap = futuresBasis(
      price(input(c, 'far')),
      price(input(c, 'near')),
      Number(input(c, 'daysBetween')),
    );
    if (input(c, 'want') === 'annual') return quantity(toText(gap.perYear ?? zeroQuantity));
    return quantityTimes(quantity(toText(gap.basis)), rate(input(c, 'multiplier')), 'half-even');
  },
};

describe('published futures arithmetic', () => {
  test.each(goldenCases)('$id ($formula)', (example) => {
    const found = compute[example.formula](example);
    const miss = absolute(subtract(found, quantity(example.expected)));
    expect(
      miss <= quantity(example.tolerance),
      `${toText(found)} for ${example.expected}: ${example.source}`,
    ).toBe(true);
  });
});
