/** Futures positions that are open in the ledger, as hedges of coins: an exit plan reduces them and never enlarges them. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, isZero } from '../../../../shared/num/arithmetic.ts';
import { apportion, quantityFor, valueOf } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import { openTaxPosition } from '../../../engine/tax/jurisdictions/us/futures/open-tax-position.ts';
import type { TaxStretch } from '../../../engine/tax/jurisdictions/us/futures/tax-stretch.ts';
import type { Derived } from '../../derived.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { openPositions } from '../targets/open-positions.ts';

export interface OpenHedge {
  /** What it stands for; of a cross hedge not the contract's own coin. */
  readonly asset: AssetId;
  readonly side: 'long' | 'short';
  readonly terms: ContractTerms;
  readonly position: FuturesPosition;
  readonly stretch: TaxStretch;
  readonly at: ValuationPoint;
  /** Of the asset, all of it together; positive. */
  readonly coins: Quantity;
}

export interface OpenHedges {
  readonly hedges: readonly OpenHedge[];
  /** Contracts whose price nobody knows. */
  readonly unpriced: readonly string[];
  /** Open positions whose terms or story nobody knows: the contract, and the coin that it follows. */
  readonly unknown: readonly { readonly symbol: string; readonly asset: AssetId }[];
}

/** Every open position, by the asset that it stands for. */
export function openHedgesOf(derived: Derived): OpenHedges {
  const hedges: OpenHedge[] = [];
  const unpriced: string[] = [];
  const unknown: { symbol: string; asset: AssetId }[] = [];
  for (const { position, at } of openPositions(derived)) {
    const { side, spec, contract } = position;
    const terms = derived.facts.termsOf(contract);
    const stretch = openTaxPosition(derived.usFacts, position);
    if (side === 'flat') continue;
    const asset = assetOf(position, derived);
    if (terms === undefined || stretch === undefined || stretch.open === null) {
      unknown.push({ symbol: spec.symbol, asset });
      continue;
    }
    if (at === null) {
      unpriced.push(spec.symbol);
      continue;
    }
    const coins = coinsOf(position, at, asset, derived);
    if (coins === null) unpriced.push(`${spec.symbol} in ${asset}`);
    if (coins === null || isZero(coins)) continue;
    // Its own day of expiry, where the terms are those of a series.
    hedges.push({ asset, side, terms: { ...terms, ...spec }, position, stretch, at, coins });
  }
  return { hedges, unpriced, unknown };
}

/** The asset of the leg that it was opened for, else the contract's coin. */
function assetOf({ contract, account, spec }: FuturesPosition, derived: Derived): AssetId {
  const life = legLivesOf(derived).find(({ open }) =>
    open.some(({ part }) => part.contract === contract && part.account === account),
  );
  return life?.leg.asset ?? spec.underlying;
}

/** Of another coin: as many as are worth as much. Rounds half-even. */
function coinsOf(
  position: FuturesPosition,
  at: ValuationPoint,
  asset: AssetId,
  { prices, at: now }: Derived,
): Quantity | null {
  const own = absolute<Quantity>(valuePosition(position, at).delta);
  const { underlying } = position.spec;
  if (underlying === asset) return own;
  const [from, to] = [underlying, asset].map((one) => prices.latest(one, now)?.price ?? null);
  if (from === null || from === undefined || to === null || to === undefined || isZero(to)) return null;
  return quantityFor(valueOf(own, from, 'half-even'), to, 'half-even');
}

/** Coins of the asset that one whole step of it moves. Rounds half-even. */
export function coinsPerStepOf({ coins, position, terms }: OpenHedge): Quantity {
  return apportion(coins, terms.quantityStep, position.quantity.amount, 'half-even');
}
