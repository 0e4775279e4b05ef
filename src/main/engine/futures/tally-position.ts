import { add, isZero } from '../../../shared/num/arithmetic.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { noSize } from './amounts.ts';
import { applyFill } from './apply-fill.ts';
import type { OpenSize, OrderFilled } from './apply-fill.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { UnitTerms } from './payoff/payoff.ts';
import { settleAmount } from './units.ts';
import type { SettleAmount } from './units.ts';

/** What happens to a position: a fill with its fee, or funding, either as booked or at a rate on what is open. */
export type PositionStep =
  | { readonly kind: 'fill'; readonly order: OrderFilled; readonly fee: SettleAmount }
  | { readonly kind: 'funding-booked'; readonly amount: SettleAmount }
  | { readonly kind: 'funding-rate'; readonly rate: Rate; readonly mark: Price };

/** A position and what it brought, in the settle asset; every amount signed, in is positive. */
export interface PositionTally {
  readonly open: OpenSize;
  readonly realisedProfit: SettleAmount;
  readonly fees: SettleAmount;
  readonly funding: SettleAmount;
  /** One for each funding step: what it paid, and what was open then. */
  readonly payments: readonly { readonly amount: SettleAmount; readonly held: OpenSize }[];
}

const nothing = settleAmount(zeroQuantity);

/** Adds up steps in the order in which they happened. Rounds as the payoff does, half-even to 18 decimals. */
export function tallyPosition(terms: UnitTerms, steps: readonly PositionStep[]): PositionTally {
  let open: OpenSize = { direction: 'long', size: noSize, entryValue: nothing };
  let realisedProfit = nothing;
  let fees = nothing;
  let funding = nothing;
  const payments: { amount: SettleAmount; held: OpenSize }[] = [];
  for (const step of steps) {
    if (step.kind === 'fill') {
      const applied = applyFill(terms, open, step.order);
      open = applied.open;
      realisedProfit = add(realisedProfit, applied.profit);
      fees = add(fees, step.fee);
    } else {
      const amount = step.kind === 'funding-booked' ? step.amount : fundingOn(terms, open, step);
      funding = add(funding, amount);
      payments.push({ amount, held: open });
    }
  }
  return { open, realisedProfit, fees, funding, payments };
}

function fundingOn(
  { payoff }: UnitTerms,
  { direction, size }: OpenSize,
  { rate, mark }: Extract<PositionStep, { readonly kind: 'funding-rate' }>,
): SettleAmount {
  return isZero(size) ? nothing : payoffRules(payoff).fundingPayment(direction, size, mark, rate);
}
