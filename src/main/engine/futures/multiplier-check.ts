/** Whether the size of a contract gives the value that an exchange states, and if not, which slip would explain it. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { QuantityUnit } from '../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { quantity, rate } from '../../../shared/num/parse.ts';
import { quantityTimes, rateTimes, ratio } from '../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../shared/num/types.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { UnitTerms } from './payoff/payoff.ts';

/** A line of a statement: what is held, without sign, and what the exchange says that it is worth. */
export interface StatedPosition {
  /** As in the venue's quantity box. */
  readonly quantity: Quantity;
  readonly price: Price;
  readonly value: Quantity;
  /** One of `valueAssets`. */
  readonly asset: AssetId;
}

export type SizeVerdict =
  | { readonly kind: 'fits' }
  /** The stated value is so many times the computed one; with this size it would fit. */
  | { readonly kind: 'factor'; readonly factor: Rate; readonly multiplier: Quantity }
  /** It fits where the quantity counts this, one by one; then the venue's box would have shown `inBox`. */
  | { readonly kind: 'unit'; readonly unit: QuantityUnit; readonly inBox: Quantity }
  | { readonly kind: 'differs' };

export interface MultiplierCheck {
  readonly computed: Quantity;
  /** Stated over computed. */
  readonly ratio: Rate;
  readonly verdict: SizeVerdict;
}

/** Statements value at the mark, people paste the entry price: so far apart is still the same. */
const LEAST = rate('0.97');
const MOST = rate('1.03');
const FACTORS = ['10', '100', '1000', '10000', '0.1', '0.01', '0.001', '0.0001'];

/** The assets in which a position's value can be told without another price, the usual one first. */
export function valueAssets({ payoff, underlying, quote, settleAsset }: ContractTerms): AssetId[] {
  return payoff === 'quanto' ? [settleAsset] : [quote, underlying];
}

/**
 * Compares, never corrects. A quantity in another unit is named before a wrong size, because it happens more often.
 * Rounds: half-even to 18 decimals. Source: risks of futures overlays, "two sources per multiplier, and a self-check
 * against an exchange statement line". In: a price and a quantity above zero.
 */
export function multiplierCheck(terms: ContractTerms, stated: StatedPosition): MultiplierCheck {
  const computed = valueIn(terms, stated, terms);
  const apart = isZero(computed) ? rate('0') : ratio(stated.value, computed, 'half-even');
  return { computed, ratio: apart, verdict: verdictOf(terms, stated, apart) };
}

function verdictOf(terms: ContractTerms, stated: StatedPosition, apart: Rate): SizeVerdict {
  if (isNear(apart)) return { kind: 'fits' };
  const unit = otherUnits(terms).find((other) => {
    const value = valueIn({ ...terms, quantityUnit: other, multiplier: quantity('1') }, stated, terms);
    return !isZero(value) && isNear(ratio(stated.value, value, 'half-even'));
  });
  if (unit !== undefined) return { kind: 'unit', unit, inBox: inBoxOf(terms, stated, unit) };
  const factor = FACTORS.find((one) => isNear(rateTimes(apart, inverseOf(one), 'half-even')));
  if (factor === undefined) return { kind: 'differs' };
  return {
    kind: 'factor',
    factor: rate(factor),
    multiplier: quantityTimes(terms.multiplier, rate(factor), 'half-even'),
  };
}

function inBoxOf(terms: ContractTerms, stated: StatedPosition, unit: QuantityUnit): Quantity {
  const rules = payoffRules(terms.payoff);
  const as = { ...terms, quantityUnit: unit, multiplier: quantity('1') };
  const size = rules.sizeOf(as, { unit, amount: stated.quantity }, stated.price);
  return rules.orderOf(terms, size, stated.price).amount;
}

function isNear(apart: Rate): boolean {
  return apart >= LEAST && apart <= MOST;
}

function inverseOf(factor: string): Rate {
  return ratio(rate('1'), rate(factor), 'half-even');
}

function otherUnits({ payoff, quantityUnit }: ContractTerms): QuantityUnit[] {
  if (payoff === 'quanto') return [];
  return (['base', 'quote'] as const).filter((unit) => unit !== quantityUnit);
}

function valueIn(as: UnitTerms, stated: StatedPosition, terms: ContractTerms): Quantity {
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(as, { unit: as.quantityUnit, amount: stated.quantity }, stated.price);
  return stated.asset === terms.settleAsset ? rules.valueAt(size, stated.price) : size;
}
