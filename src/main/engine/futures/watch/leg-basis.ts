import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isNegative, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceOf, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { SpecOf } from '../positions.ts';
import { coins, signedCoins } from '../units.ts';
import type { Coins } from '../units.ts';
import { directionOf } from './leg-fill.ts';
import type { LegFill } from './leg-fill.ts';

/** The gap futures − spot that a leg of dated contracts was entered at, and what it has become. */
export interface LegBasis {
  /** Per coin, of the contract that is open, weighted by coins; null where no spot price is known near a fill. */
  readonly atEntry: Price | null;
  /** null where the contract has no mark of the time of its coin's price. */
  readonly now: Price | null;
  /** What the gap's change has brought so far in quote money, rolls included: positive is a gain. null where unknown. */
  readonly earned: Money | null;
}

export interface LegBasisInput {
  /** The leg's fills in ledger order. */
  readonly fills: readonly LegFill[];
  readonly specOf: SpecOf;
  /** The spot price near a time, at most a day away. */
  readonly spotNear: (asset: AssetId, at: Instant) => Price | null;
  /** Where the open contract stands now, by its own mark, and its coin; null where not both are known. */
  readonly now: { readonly at: ValuationPoint; readonly spot: Price } | null;
  /** Coins that the open contract moves, signed; zero where the leg is closed, null where a price is missing. */
  readonly open: Coins | null;
  /** The contract that is open, or was last. */
  readonly contract: string;
}

/**
 * The basis of a leg: a short sells the gap when it opens and buys it back when it closes; what is open is taken at the
 * gap of now. Where the open coins are not known, the first fill says which fills entered. Rounds half-even to 18 decimals.
 */
export function legBasis({ fills, specOf, spotNear, now, open, contract }: LegBasisInput): LegBasis {
  let earned: Money | null = zeroMoney;
  let entryMoney: Money | null = zeroMoney;
  let entryCoins = coins(zeroQuantity);
  let way = open;
  for (const { fill, time } of fills) {
    const spec = specOf(fill.contract);
    if (spec === undefined) continue;
    const spot = spotNear(spec.underlying, time);
    const order = { unit: spec.quantityUnit, amount: fill.quantity };
    const rules = payoffRules(spec.payoff);
    const point = { price: fill.price, settlePrice: fill.price };
    const moved = signedCoins(directionOf(fill), rules.delta(rules.sizeOf(spec, order, fill.price), point));
    const gap = spot === null ? null : valueOf(moved, subtract(fill.price, spot), 'half-even');
    earned = earned === null || gap === null ? null : subtract(earned, gap);
    if (fill.contract !== contract) continue;
    way ??= moved;
    if (isOpposite(moved, way)) continue;
    entryCoins = add(entryCoins, moved);
    entryMoney = entryMoney === null || gap === null ? null : add(entryMoney, gap);
  }
  const gapNow = now === null ? null : subtract(now.at.price, now.spot);
  const still = stillOpen(open, gapNow);
  const total = earned === null || still === null ? null : add(earned, still);
  return {
    atEntry: entryMoney === null || isZero(entryCoins) ? null : priceOf(entryMoney, entryCoins, 'half-even'),
    now: gapNow,
    earned: total,
  };
}

/** What is open at the gap of now; null where either is not known. */
function stillOpen(open: Coins | null, gap: Price | null): Money | null {
  if (open === null) return null;
  if (isZero(open)) return zeroMoney;
  return gap === null ? null : valueOf(open, gap, 'half-even');
}

function isOpposite(moved: Coins, open: Coins): boolean {
  return !isZero(open) && isNegative(moved) !== isNegative(open);
}
