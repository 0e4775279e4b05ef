import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { CASH } from '../../../../shared/domain/policy.ts';
import type { Policy, PolicyGroup } from '../../../../shared/domain/policy.ts';
import { add, clampToZero, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import type { TargetedExposure } from '../drift.ts';
import { weightsOf } from '../weights.ts';

/** What is held of one asset at some time. Coins that serve as collateral are in `spotValue`, once. */
export interface HeldAsset {
  readonly asset: AssetId;
  readonly spotValue: Money;
  readonly futuresValue: Money;
}

export interface Portfolio {
  readonly currency: AssetId;
  /** What has a price. */
  readonly held: readonly HeldAsset[];
  /** null where nobody knows it. */
  priceOf(asset: AssetId): Price | null;
}

export interface PolicyExposures {
  /** In the order of the policy's lines; complete unless `unpriced` names something. Targets add up to one. */
  readonly targeted: readonly TargetedExposure[];
  /** Targeted, but without a price. */
  readonly unpriced: readonly AssetId[];
  /** Held without a target and left out by the policy's choice. */
  readonly leftOut: readonly HeldAsset[];
}

/**
 * What is held under each line of a policy, asset by asset. A group shared as held, and cash, give each member the share
 * of the target that it has of what is held, so that members of one line drift alike.
 */
export function policyExposures(policy: Policy, portfolio: Portfolio): PolicyExposures {
  const targeted: TargetedExposure[] = [];
  const unpriced: AssetId[] = [];
  const put = ({ asset, target, ...mark }: Wanted): void => {
    const price = portfolio.priceOf(asset);
    if (price === null) unpriced.push(asset);
    else
      targeted.push({
        ...heldOf(asset, portfolio),
        target,
        price,
        isMoney: isMoney(asset, portfolio),
        ...mark,
      });
  };
  for (const wanted of wantedOf(policy, portfolio)) put(wanted);
  const named = new Set([...targeted.map(({ asset }) => asset), ...unpriced]);
  const others = portfolio.held.filter(({ asset, spotValue, futuresValue }) =>
    named.has(asset) ? false : !isZero(spotValue) || !isZero(futuresValue),
  );
  if (policy.others === 'ignore') return { targeted, unpriced, leftOut: others };
  for (const { asset } of others) put({ asset, target: zeroRate, isOther: true });
  return { targeted, unpriced, leftOut: [] };
}

/** Everything that is held, with cash on the other side of every coin's futures: for the weights of the whole. */
export function wholePortfolio(portfolio: Portfolio): readonly TargetedExposure[] {
  const { currency, held } = portfolio;
  const all = held.some(({ asset }) => asset === currency) ? held : [heldOf(currency, portfolio), ...held];
  const currencyFirst = all.toSorted((a, b) => Number(b.asset === currency) - Number(a.asset === currency));
  return currencyFirst.flatMap((one) => {
    const price = portfolio.priceOf(one.asset);
    return price === null
      ? []
      : [{ ...one, target: zeroRate, price, isMoney: isMoney(one.asset, portfolio) }];
  });
}

type Wanted = Pick<TargetedExposure, 'asset' | 'target' | 'line' | 'isOther'>;

function wantedOf({ targets, groups }: Policy, portfolio: Portfolio): readonly Wanted[] {
  const named = new Set([
    ...targets.map(({ asset }) => asset),
    ...groups.flatMap(({ members }) => members.map(({ asset }) => asset)),
  ]);
  return [
    ...targets.flatMap(({ asset, weight }): Wanted[] =>
      asset === CASH ? cashOf(weight, named, portfolio) : [{ asset, target: weight }],
    ),
    ...groups.flatMap((group) => membersOf(group, portfolio)),
  ];
}

/** All money that has no target of its own: at least the reporting currency. */
function cashOf(weight: Rate, named: ReadonlySet<AssetId>, portfolio: Portfolio): Wanted[] {
  const { currency, held } = portfolio;
  const money = held
    .map(({ asset }) => asset)
    .filter((asset) => isMoney(asset, portfolio) && !named.has(asset));
  const others = money.filter((asset) => asset !== currency);
  // Where the reporting currency has a target of its own, other money is all that cash can be.
  const all = named.has(currency) && others.length > 0 ? others : [currency, ...others];
  return sharedAsHeld(weight, all, portfolio).map((one) => ({ ...one, line: CASH }));
}

function membersOf({ name, weight, members }: PolicyGroup, portfolio: Portfolio): Wanted[] {
  const shares = members.flatMap(({ share }) => (share === null ? [] : [share]));
  const assets = members.map(({ asset }) => asset);
  const shared =
    shares.length === members.length
      ? withShares(weight, assets, shares)
      : sharedAsHeld(weight, assets, portfolio);
  return shared.map((one) => ({ ...one, line: name }));
}

function sharedAsHeld(weight: Rate, assets: readonly AssetId[], portfolio: Portfolio): Wanted[] {
  const values = assets.map((asset) => {
    const { spotValue, futuresValue } = heldOf(asset, portfolio);
    return clampToZero(add(spotValue, futuresValue));
  });
  // Where nothing is held, all of it is the first one's.
  const shares = weightsOf(values) ?? assets.map((_, index) => (index === 0 ? oneRate : zeroRate));
  return withShares(weight, assets, shares);
}

/** The first takes what rounding leaves, so that the parts add up to the line's target. */
function withShares(weight: Rate, assets: readonly AssetId[], shares: readonly Rate[]): Wanted[] {
  const targets = shares.map((share) => rateTimes(weight, share, 'half-even'));
  const rest = sum(targets.slice(1), zeroRate);
  return assets.map((asset, index) => ({
    asset,
    target: index === 0 ? subtract(weight, rest) : (targets[index] ?? zeroRate),
  }));
}

function heldOf(asset: AssetId, { held }: Portfolio): HeldAsset {
  return held.find((one) => one.asset === asset) ?? { asset, spotValue: zeroMoney, futuresValue: zeroMoney };
}

function isMoney(asset: AssetId, { currency }: Portfolio): boolean {
  return assetClass(asset, currency) !== 'coin';
}
