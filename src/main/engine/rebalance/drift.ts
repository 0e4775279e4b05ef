import type { AssetId } from '../../../shared/domain/asset.ts';
import { CASH } from '../../../shared/domain/policy.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { absolute, add, compare, isNegative, negate, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, rateTimes } from '../../../shared/num/products.ts';
import type { Money, Price, Rate } from '../../../shared/num/types.ts';
import { zeroMoney, zeroRate } from '../../../shared/num/types.ts';
import { bandOf, bandsOfLine, bandsOfMember } from './policy/band-of.ts';
import type { Bands } from './policy/band-of.ts';
import { weightsOf } from './weights.ts';
import { percentText, pointsText } from '../words.ts';

/** What is held of one asset that has a target, at today's prices. */
export interface TargetedExposure {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly price: Price;
  /** Coins and money of one's own, collateral included once. */
  readonly spotValue: Money;
  /** What futures add (long) or take away (short). */
  readonly futuresValue: Money;
  /** The group that it is a member of; `CASH` for money that is held under that target. Left out: a line of its own. */
  readonly line?: string;
  /** Held without a target, and counted with a target of zero because the policy says so. */
  readonly isOther?: boolean;
  /**
   * The reporting currency or a stablecoin: a short future turns coins into it, so it takes the other side of every
   * coin's futures value. Without such a target the other side stays outside the sum.
   */
  readonly isMoney: boolean;
}

export interface DriftRow {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly spotWeight: Rate;
  readonly effectiveWeight: Rate;
  /** Effective weight less target: positive is overweight. */
  readonly drift: Rate;
  readonly driftValue: Money;
  readonly bandLow: Rate;
  readonly bandHigh: Rate;
  readonly outside: boolean;
}

/** A line of the policy: an asset, a group, or cash. */
export interface DriftLine extends Omit<DriftRow, 'asset'> {
  /** The asset or the group's name. */
  readonly of: string;
  readonly kind: 'asset' | 'cash' | 'group' | 'other';
  readonly hasBand: boolean;
  /** Of a group and of cash: what is in it. Their effective weights add up to its own. */
  readonly members: readonly DriftRow[];
}

/** A band that a line, or a member with a band of its own, is outside of. */
export interface FiredBand {
  readonly of: string;
  readonly rule: 'absolute' | 'relative';
  readonly drift: Rate;
  /** A whole sentence. */
  readonly words: string;
}

export interface Drift {
  /** Effective value of the targeted assets together: what the targets are shares of. */
  readonly value: Money;
  /** In the order of the exposures; weights add up to one. */
  readonly rows: readonly DriftRow[];
  /** The same by lines; weights add up to one. */
  readonly lines: readonly DriftLine[];
  readonly fired: readonly FiredBand[];
  /** Which rule fired, each a whole sentence. */
  readonly triggers: readonly string[];
}

/**
 * How far each targeted asset and each line is from its target, by effective exposure: spot, collateral and futures
 * together. In: targets that add up to one. Out: null where the targeted assets are worth nothing.
 * The effective weights add up to one exactly. A member of a group is outside where the band that its name has says so.
 */
export function driftOf(exposures: readonly TargetedExposure[], policy: Policy): Drift | null {
  const effective = effectiveValues(exposures);
  const effectiveWeights = weightsOf(effective);
  if (effectiveWeights === null) return null;
  const spotWeights = weightsOf(exposures.map(({ spotValue }) => spotValue));
  const value = sum(effective, zeroMoney);
  const rows = exposures.map((exposure, index): Row => {
    const bands = bandsOfExposure(exposure, policy);
    const standing: Standing = {
      target: exposure.target,
      spotWeight: spotWeights?.[index] ?? zeroRate,
      effectiveWeight: effectiveWeights[index] ?? zeroRate,
      effectiveValue: effective[index] ?? zeroMoney,
    };
    return { exposure, bands, row: { asset: exposure.asset, ...driftRowOf(standing, bands, value) } };
  });
  const lines = linesOf(rows, policy, value);
  const fired = [
    ...lines.flatMap(({ line, bands }) => firedOf(line.of, line, bands)),
    ...rows.flatMap(({ exposure, bands, row }) =>
      exposure.line === undefined ? [] : firedOf(row.asset, row, bands),
    ),
  ];
  return {
    value,
    rows: rows.map(({ row }) => row),
    lines: lines.map(({ line }) => line),
    fired,
    triggers: fired.map(({ words }) => words),
  };
}

interface Row {
  readonly exposure: TargetedExposure;
  readonly bands: Bands;
  readonly row: DriftRow;
}

interface Standing extends Pick<DriftRow, 'target' | 'spotWeight' | 'effectiveWeight'> {
  readonly effectiveValue: Money;
}

function driftRowOf(standing: Standing, bands: Bands, value: Money): Omit<DriftRow, 'asset'> {
  const { target, spotWeight, effectiveWeight, effectiveValue } = standing;
  const { low, high } = bandOf(target, bands);
  return {
    target,
    spotWeight,
    effectiveWeight,
    drift: subtract(effectiveWeight, target),
    driftValue: subtract(effectiveValue, moneyTimes(value, target, 'half-even')),
    bandLow: low,
    bandHigh: high,
    outside: hasBand(bands) && (compare(effectiveWeight, low) < 0 || compare(effectiveWeight, high) > 0),
  };
}

/** A share of a target of zero is nothing: what is held without a target is only measured in points. */
function bandsOfExposure({ asset, line, isOther }: TargetedExposure, policy: Policy): Bands {
  if (line !== undefined) return bandsOfMember(asset, policy);
  const bands = bandsOfLine(asset, policy);
  return isOther === true ? { ...bands, relative: null } : bands;
}

function hasBand({ absolute, relative }: Bands): boolean {
  return absolute !== null || relative !== null;
}

function linesOf(
  rows: readonly Row[],
  policy: Policy,
  value: Money,
): readonly { readonly line: DriftLine; readonly bands: Bands }[] {
  const byLine = Map.groupBy(rows, ({ exposure }) => exposure.line ?? exposure.asset);
  return [...byLine].map(([of, parts]) => {
    const [{ exposure, bands: ownBands, row } = parts[0] as Row] = parts;
    if (exposure.line === undefined) {
      const { asset, ...drift } = row;
      const kind = exposure.isOther === true ? 'other' : 'asset';
      return {
        bands: ownBands,
        line: { of: asset, kind, ...drift, hasBand: hasBand(ownBands), members: [] },
      };
    }
    const bands = bandsOfLine(of, policy);
    const total = (share: (row: DriftRow) => Rate): Rate =>
      sum(
        parts.map((one) => share(one.row)),
        zeroRate,
      );
    const target = total((one) => one.target);
    const standing: Standing = {
      target,
      spotWeight: total((one) => one.spotWeight),
      effectiveWeight: total((one) => one.effectiveWeight),
      // What the rows are off together, from the target of the whole: no rounding comes in twice.
      effectiveValue: add(
        sum(
          parts.map((one) => one.row.driftValue),
          zeroMoney,
        ),
        moneyTimes(value, target, 'half-even'),
      ),
    };
    const line: DriftLine = {
      of,
      kind: of === CASH ? 'cash' : 'group',
      ...driftRowOf(standing, bands, value),
      hasBand: hasBand(bands),
      members: parts.map((one) => one.row),
    };
    return { bands, line };
  });
}

/** Spot and futures of each exposure together; the first money takes the other side of the coins' futures. */
export function effectiveValues(exposures: readonly TargetedExposure[]): Money[] {
  const futuresOfCoins = sum(
    exposures.filter(({ isMoney }) => !isMoney).map(({ futuresValue }) => futuresValue),
    zeroMoney,
  );
  const firstMoney = exposures.findIndex(({ isMoney }) => isMoney);
  return exposures.map((exposure, index) =>
    add(exposure.spotValue, index === firstMoney ? negate(futuresOfCoins) : exposure.futuresValue),
  );
}

function firedOf(
  of: string,
  { target, effectiveWeight, drift }: Pick<DriftRow, 'target' | 'effectiveWeight' | 'drift'>,
  { absolute: points, relative: share }: Bands,
): FiredBand[] {
  const away = absolute(drift);
  const name = of === CASH ? 'Cash' : of;
  const stands = `${name} stands at ${percentText(effectiveWeight)}, ${pointsText(drift)} ${isNegative(drift) ? 'below' : 'above'} its target of ${percentText(target)}`;
  const found: FiredBand[] = [];
  if (points !== null && compare(away, points) > 0) {
    const words = `${stands}: more than the ${pointsText(points)} allowed.`;
    found.push({ of, rule: 'absolute', drift, words });
  }
  if (share !== null && compare(away, rateTimes(target, share, 'half-even')) > 0) {
    const words = `${stands}: more than ${percentText(share)} of the target.`;
    found.push({ of, rule: 'relative', drift, words });
  }
  return found;
}
