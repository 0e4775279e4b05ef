/** What has to be sold and bought so that no futures are needed: from the targets, or as the request says. */
import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity, rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, quantityFor, valueOf } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { effectiveValues, driftOf } from '../../../engine/rebalance/drift.ts';
import { wayBack } from '../../../engine/rebalance/policy/way-back.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import type { Derived } from '../../derived.ts';
import { bandWidth } from './band-width.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { policyFromText } from '../targets/policy-text.ts';
import { outOfRange } from './exit-prices.ts';
import type { ExitRequest } from './exit-setup.ts';
import type { OpenHedge } from './open-hedges.ts';
import type { Problems } from './problems.ts';

export interface WantedGoal {
  readonly asset: AssetId;
  /** Coins, signed: negative is to be sold. */
  readonly change: Quantity;
  readonly price: Price;
  /** How far it may stand off on the way, in coins; null: nothing says so. */
  readonly band: Quantity | null;
}

export interface WantedGoals {
  readonly goals: readonly WantedGoal[];
  readonly from: 'targets' | 'request';
  /** Why there are none; null where there are. */
  readonly nothing: string | null;
}

/** Coins are traded to so many decimals. */
const COIN_DECIMALS = 8;

/** Goals below so much are rounding, not drift. */
const DUST = money('1');

/** Errors: `targets/no-policy`, `targets/invalid`, `targets/price-missing`, `targets/nothing-held`. Problems: those of goals. */
export function wantedGoals(
  derived: Derived,
  request: ExitRequest,
  hedges: readonly OpenHedge[],
  priceOf: (asset: AssetId) => Price | null,
  problems: Problems,
): Result<WantedGoals> {
  if (request.goals !== undefined)
    return ok({ ...goalsAsked(derived, request, priceOf, problems), from: 'request' });
  const { overlay, band } = request;
  const policy = overlay?.policy === undefined ? derived.facts.policy : policyFromText(overlay.policy);
  if (policy === null) return fail('targets/no-policy', {});
  const faults = policyProblems(policy);
  if (faults.length > 0)
    return fail('targets/invalid', { problems: faults.join('; ') }, { field: 'overlay.policy' });
  const exposures = exposuresOf(derived, policy);
  const missing = exposures.issues.flatMap(({ asset }) => asset ?? []);
  if (missing.length > 0) return fail('exit/price-missing', { assets: missing.join(', ') });
  const drift = driftOf(exposures.targeted, policy);
  if (drift === null) return fail('targets/nothing-held', {});
  const way = wayBack(drift.lines, policy.returnTo);
  const effective = effectiveValues(exposures.targeted);
  const total = sum(effective, zeroMoney);
  const goals = exposures.targeted.flatMap(({ asset, price, isMoney, target }, place): WantedGoal[] => {
    const row = drift.rows[place];
    if (isMoney || row === undefined || isZero(price)) return [];
    const missingValue = moneyTimes(
      subtract(moneyTimes(total, target, 'half-even'), effective[place] ?? zeroMoney),
      way,
      'half-even',
    );
    const wanted = quantityFor(missingValue, price, 'half-even');
    const change = roundTo(add(wanted, coinsOfHedges(hedges, asset)), COIN_DECIMALS, 'down');
    if (absolute<Money>(valueOf(change, price, 'half-even')) < DUST) return [];
    const allowed = band === undefined ? bandWidth(drift, row) : rate(band);
    const inCoins =
      allowed === null ? null : quantityFor(moneyTimes(total, allowed, 'half-even'), price, 'half-even');
    return [{ asset, change, price, band: inCoins }];
  });
  const nothing = goals.length > 0 ? null : 'every coin with a target is on it, and no hedge of one is open';
  return ok({ goals, from: 'targets', nothing });
}

/** Of what the hedges of an asset move, signed. */
function coinsOfHedges(hedges: readonly OpenHedge[], asset: AssetId): Quantity {
  return sum(
    hedges
      .filter((hedge) => hedge.asset === asset)
      .map(({ side, coins }) => (side === 'short' ? negate(coins) : coins)),
    zeroQuantity,
  );
}

function goalsAsked(
  derived: Derived,
  { goals = [], band }: ExitRequest,
  priceOf: (asset: AssetId) => Price | null,
  problems: Problems,
): Pick<WantedGoals, 'goals' | 'nothing'> {
  const seen = new Set<AssetId>();
  const missing: AssetId[] = [];
  const wanted = goals.flatMap(({ asset: text, sell, buy }, place): WantedGoal[] => {
    const field = `goals.${place}`;
    const asset = assetId(text.toUpperCase());
    if (seen.has(asset)) problems.add('exit/goal-twice', { asset }, { field });
    seen.add(asset);
    if (assetClass(asset, derived.facts.currency) !== 'coin') {
      problems.add('exit/goal-money', { asset }, { field });
      return [];
    }
    const [sold, bought] = [sell, buy].map((one) => (one === undefined ? zeroQuantity : quantity(one)));
    if (sold === undefined || bought === undefined) return [];
    if (isNegative(sold) || isNegative(bought) || isPositive(sold) === isPositive(bought)) {
      problems.add('exit/goal-both', { asset }, { field });
      return [];
    }
    const price = priceOf(asset);
    if (price === null || isZero(price)) {
      missing.push(asset);
      return [];
    }
    const inCoins = band === undefined ? null : bandOfAll(derived, rate(band), price);
    return [{ asset, change: subtract(bought, sold), price, band: inCoins }];
  });
  if (missing.length > 0) problems.add('exit/price-missing', { assets: missing.join(', ') });
  if (band !== undefined && isNegative(rate(band))) outOfRange(problems, 'band', band, 'zero or more');
  return { goals: wanted, nothing: goals.length === 0 ? 'no goal is named' : null };
}

/** Points of everything held, in coins. */
function bandOfAll({ holdings }: Derived, band: Rate, price: Price): Quantity {
  return quantityFor(moneyTimes(holdings.total, band, 'half-even'), price, 'half-even');
}

/** Lots of an asset that may be sold, and how many coins must not be. Problems: `exit/goal-not-held`. */
export function sellableLots(
  derived: Derived,
  { asset, change }: WantedGoal,
  keep: ReadonlySet<string>,
  problems: Problems,
): readonly OpenLot[] {
  if (!isNegative(change)) return [];
  const all = derived.heldLots.filter((lot) => lot.asset === asset);
  const free = all.filter(({ id }) => !keep.has(id));
  const held = totalOf(free);
  const wanted = negate(change);
  if (wanted > held) {
    const kept = subtract(totalOf(all), held);
    const why = isZero(kept) ? 'that is all there is' : `${toText(kept)} lie in lots that are to be kept`;
    const values = { asset, quantity: toText(wanted), held: toText(held), why };
    problems.add('exit/goal-not-held', values, { field: 'goals' });
  }
  return free;
}

export function totalOf(lots: readonly Pick<OpenLot, 'quantity'>[]): Quantity {
  return sum(
    lots.map(({ quantity: one }) => one),
    zeroQuantity,
  );
}
