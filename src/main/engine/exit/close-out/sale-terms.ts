import type { Term } from '../../../../shared/domain/lot.ts';
import { absolute, add, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import { straddleRules } from '../../tax/jurisdictions/us/straddles/straddle-rules.ts';
import type { PlannedSaleResult } from '../sales-of.ts';

/** Units of a sale that have one term. */
export interface SaleOfTerm {
  readonly quantity: Quantity;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly term: Term;
  /** By the term under which it counts; both where a loss is 60/40 or a straddle was identified as mixed. */
  readonly counted: { readonly short: Money; readonly long: Money };
  readonly waits: Money;
}

type Sold = Pick<PlannedSaleResult, 'quantity' | 'proceeds' | 'costBasis' | 'term'>;

/**
 * A sale as the tax engine splits it: first the units whose clock a hedge stopped or began anew, then the others.
 * In: what the straddle rules change of the sale, in all years.
 * Law: counted short + long of all parts = plain gain + items; what waits is beside it. Quantities, proceeds and costs add up.
 * Rounds the proceeds of the first part half-even; the second takes the rest.
 */
export function saleTerms(sold: Sold, items: readonly TaxItem[]): readonly SaleOfTerm[] {
  const { quantity, term } = sold;
  const other: Term = term === 'short' ? 'long' : 'short';
  const gain = subtract(sold.proceeds, sold.costBasis);
  const totals = { short: zeroMoney, long: zeroMoney };
  totals[term] = gain;
  let waits = zeroMoney;
  for (const { kind, character, amount } of items) {
    if (kind === 'deferred') waits = add(waits, absolute(amount));
    else if (kind !== 'released' && (character === 'short' || character === 'long'))
      totals[character] = add(totals[character], amount);
  }
  const moved = items.find(
    ({ kind, character, rule, quantity: units }) =>
      kind === 'term' &&
      character === other &&
      rule.id === straddleRules.holdingPeriod.id &&
      units !== undefined,
  );
  const units = moved?.quantity;
  if (moved === undefined || units === undefined || units >= quantity || !isPositive(units)) {
    const whole = moved === undefined ? term : other;
    const { proceeds, costBasis } = sold;
    return [{ quantity, proceeds, costBasis, term: whole, counted: totals, waits }];
  }
  const proceeds = apportion<Money>(sold.proceeds, units, quantity, 'half-even');
  const costBasis = subtract(proceeds, moved.amount);
  const first = { short: zeroMoney, long: zeroMoney };
  first[other] = moved.amount;
  return [
    { quantity: units, proceeds, costBasis, term: other, counted: first, waits: zeroMoney },
    {
      quantity: subtract(quantity, units),
      proceeds: subtract(sold.proceeds, proceeds),
      costBasis: subtract(sold.costBasis, costBasis),
      term,
      counted: { short: subtract(totals.short, first.short), long: subtract(totals.long, first.long) },
      waits,
    },
  ];
}
