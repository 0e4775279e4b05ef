import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { MarginTable, MarginTier } from '../../../../shared/domain/margin-table.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { unscaled } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { SettleAmount, Size } from '../units.ts';

export type TierTable = Extract<MarginTable, { readonly kind: 'tiers' }>;

/**
 * The place of the tier that an amount in the table's unit belongs to, from 0. Just at the cap it belongs to that tier;
 * beyond the last cap to the last tier (what is open stays open when it grows, only no more is allowed).
 * In: at least one tier.
 */
export function tierPlace(tiers: readonly MarginTier[], measured: Quantity): number {
  let place = 0;
  for (const { cap } of tiers) {
    if (cap === null || measured <= cap) return place;
    place += 1;
  }
  return tiers.length - 1;
}

/** A position in the unit of a margin table: value in the settle asset, coins, or contracts. null where it has none. */
export function measuredFor(
  unit: TierTable['unit'],
  terms: ContractTerms,
  size: Size,
  at: ValuationPoint,
  value: SettleAmount = payoffRules(terms.payoff).valueAt(size, at.price),
): Quantity | null {
  switch (unit) {
    case 'settle-value':
      return value;
    case 'contracts':
      return unscaled(size, terms.multiplier);
    case 'coins':
      return terms.payoff === 'quanto' ? null : payoffRules(terms.payoff).delta(size, at);
  }
}

/** The tier of a position. null where the table has no tiers, or counts what this contract has none of. */
export function marginTierOf(
  terms: ContractTerms,
  size: Size,
  at: ValuationPoint,
): { readonly number: number; readonly tier: MarginTier } | null {
  if (terms.margin?.kind !== 'tiers') return null;
  const { tiers, unit } = terms.margin;
  const measured = measuredFor(unit, terms, size, at);
  if (measured === null) return null;
  const place = tierPlace(tiers, measured);
  const tier = tiers[place];
  return tier === undefined ? null : { number: place + 1, tier };
}
