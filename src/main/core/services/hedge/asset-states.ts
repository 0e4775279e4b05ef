import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { price } from '../../../../shared/num/parse.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { signedCoins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import type { GapChangeAsset } from '../../../engine/futures/watch/gap-causes.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { legCoins, openCoinProfit } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';

const ONE = price('1');

/** Coins that a leg was planned to move, at the price it was planned at; null where nobody knows its contract. */
export function plannedCoins(leg: HedgeLeg, terms: ContractTerms | undefined): Coins | null {
  if (terms === undefined) return null;
  const rules = payoffRules(terms.payoff);
  const order = { unit: terms.quantityUnit, amount: leg.quantity };
  const point = { price: leg.price, settlePrice: terms.payoff === 'quanto' ? leg.price : ONE };
  const delta = rules.delta(rules.sizeOf(terms, order, leg.price), point);
  return signedCoins(leg.side === 'buy' ? 'long' : 'short', delta);
}

/** The states of all targeted assets then and now, as a plan sees them; null where a price of now is missing. */
export function assetStates(lives: readonly LegLife[], derived: Derived): readonly GapChangeAsset[] | null {
  const baseline = lives[0]?.plan.baseline ?? null;
  const targets = targetsNow(lives, derived);
  if (targets === null) return null;
  const assets = new Set([...(baseline?.assets ?? []).map(({ asset }) => asset), ...targets.keys()]);
  const states: GapChangeAsset[] = [];
  for (const asset of assets) {
    const then = baseline?.assets.find((one) => one.asset === asset) ?? null;
    const target = targets.get(asset);
    const holding = derived.holdings.holdings.find((one) => one.asset === asset);
    const known = holding?.price ?? derived.prices.latest(asset, derived.at);
    if (target !== undefined && known === null) return null;
    const since = baseline === null ? noCash : cashSince(baseline.date, asset, derived);
    const mine = legsOf(lives, asset, derived.facts.currency);
    if (mine === null) return null;
    states.push({
      asset,
      isMoney: assetClass(asset, derived.facts.currency) !== 'coin',
      atPlan: then === null ? null : { target: then.target, held: then.held, price: then.price },
      now:
        target === undefined || known === null
          ? null
          : { target, held: holding?.quantity ?? zeroQuantity, price: known.price },
      ...since,
      ...mine,
      others: subtract<Quantity>(
        subtract<Quantity>(holding?.futuresQuantity ?? zeroQuantity, mine.marked),
        mine.openProfit,
      ),
    });
  }
  return states;
}

/**
 * The policy's, groups and cash asset by asset; while there is none those that the plan was made for. null where a price
 * of one is missing.
 */
function targetsNow(lives: readonly LegLife[], derived: Derived): ReadonlyMap<AssetId, GapTarget> | null {
  const { policy } = derived.facts;
  const planned = lives[0]?.plan.baseline?.assets ?? [];
  if (policy === null) return new Map(planned.map(({ asset, target }) => [asset, target]));
  const { targeted, complete } = exposuresOf(derived, policy);
  return complete ? new Map(targeted.map(({ asset, target }) => [asset, target])) : null;
}

type GapTarget = NonNullable<GapChangeAsset['now']>['target'];
type Mine = Pick<GapChangeAsset, 'planned' | 'entered' | 'marked' | 'openProfit'>;

/** null where an open leg has no price, or nobody knows what a planned one moves. */
function legsOf(lives: readonly LegLife[], asset: AssetId, currency: AssetId): Mine | null {
  let mine: Mine = {
    planned: zeroQuantity,
    entered: zeroQuantity,
    marked: zeroQuantity,
    openProfit: zeroQuantity,
  };
  for (const life of lives) {
    const openProfit = add(mine.openProfit, openCoinProfit(life, asset, currency));
    mine = { ...mine, openProfit };
    if (underlyingOf(life) !== asset) continue;
    const marked = legCoins(life);
    const planned = plannedCoins(life.leg, life.terms);
    if (marked === null || planned === null) return null;
    const entered = life.open.reduce<Quantity>((total, one) => add(total, one.enteredCoins), zeroQuantity);
    mine = {
      openProfit,
      planned: add<Quantity>(mine.planned, planned),
      entered: add<Quantity>(mine.entered, entered),
      marked: add<Quantity>(mine.marked, marked),
    };
  }
  return mine;
}

/** The coin that a leg's contract moves with: another than its asset in a cross hedge. */
export function underlyingOf({ leg, terms }: LegLife): AssetId {
  return terms?.underlying ?? leg.asset;
}

type Cash = Pick<GapChangeAsset, 'funding' | 'booked'>;
const noCash: Cash = { funding: zeroQuantity, booked: zeroQuantity };

function cashSince(date: LocalDate, asset: AssetId, derived: Derived): Cash {
  return cashByDate(derived)(date).get(asset) ?? noCash;
}

/** Results of futures that moved balances after a day, by asset: walked once a day asked about. */
const cashByDate = keptFor((derived: Derived) => {
  const known = new Map<LocalDate, ReadonlyMap<AssetId, Cash>>();
  return (date: LocalDate): ReadonlyMap<AssetId, Cash> => {
    let sums = known.get(date);
    if (sums === undefined) known.set(date, (sums = sumsAfter(date, derived)));
    return sums;
  };
});

function sumsAfter(date: LocalDate, { positions, facts }: Derived): ReadonlyMap<AssetId, Cash> {
  const sums = new Map<AssetId, Cash>();
  for (const { asset, kind, quantity, from, time } of positions.results) {
    if (from !== 'file' || localDateOf(time, facts.timeZone) <= date) continue;
    const before = sums.get(asset) ?? noCash;
    const after =
      kind === 'funding'
        ? { ...before, funding: add(before.funding, quantity) }
        : { ...before, booked: add(before.booked, quantity) };
    sums.set(asset, after);
  }
  return sums;
}
