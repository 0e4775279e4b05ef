/** What the monitor looks at in one leg or in one open position that belongs to none. */
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';

import { daysBetween } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { liquidationDistance } from '../../../engine/futures/margin/liquidation-distance.ts';
import type { LiquidationDistance } from '../../../engine/futures/margin/liquidation-distance.ts';
import { alarmsOf } from '../../../engine/futures/watch/alarms.ts';
import type { Alarm, Watched } from '../../../engine/futures/watch/alarms.ts';
import { leastDistance } from '../../../engine/futures/watch/thresholds.ts';
import type { Thresholds } from '../../../engine/futures/watch/thresholds.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { ContractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import type { SigmaOf } from './daily-sigmas.ts';
import { currentPart } from './leg-lives.ts';
import type { LegLife, OpenLegContract } from './leg-lives.ts';
import { positionMarginOf } from './leg-margin.ts';
import type { PositionMarginFacts } from './leg-margin.ts';
import { legRatioOf } from './leg-ratio.ts';
import type { LegRatio } from './leg-ratio.ts';
import { offTargetOf } from './off-target.ts';

export interface LegWatch {
  readonly spec: ContractSpec | undefined;
  readonly isOpen: boolean;
  readonly current: OpenLegContract | null;
  readonly ratio: LegRatio | null;
  readonly margin: PositionMarginFacts | null;
  readonly distance: LiquidationDistance | null;
  readonly least: Rate;
  readonly point: ContractPoint | null;
  /** Whole days since the price of the contract, and since the oldest price that the figures rest on. */
  readonly priceAge: number | null;
  readonly oldestAge: number | null;
  readonly stale: boolean;
  readonly limits: Thresholds;
  readonly alarms: readonly Alarm[];
}

/** The watch over a leg, by the limits that hold for it. */
export function watchLeg(life: LegLife, limits: Thresholds, derived: Derived, sigmaOf: SigmaOf): LegWatch {
  const current = currentPart(life);
  const spec = current?.part.spec ?? life.position.contracts.at(-1)?.spec ?? life.terms;
  const point =
    current?.point ?? (spec === undefined ? null : contractPoint(spec, derived.prices, derived.at));
  const ratio = legRatioOf(life, derived);
  const margin = current === null ? null : positionMarginOf(current.part, derived);
  const frame = watchFrame({ spec, point, margin, limits }, derived, sigmaOf);
  const expiry = spec?.expiry ?? null;
  const watched: Watched = {
    state: life.state,
    isOpen: current !== null,
    symbol: spec?.symbol ?? life.leg.contract,
    ratio: { now: ratio.now, planned: ratio.planned },
    ratioKnown: ratio.moved !== null && ratio.wanted !== null,
    liquidation: liquidationOf(margin, frame.distance, frame.least),
    bufferShare: margin?.bufferShare ?? null,
    daysToExpiry: expiry === null ? null : daysBetween(derived.asOf, expiry),
    daysToExit: daysBetween(derived.asOf, life.plan.exitDate),
    priceAgeDays: frame.oldestAge,
    daysSincePlanned: daysBetween(life.from, derived.asOf),
    unpriced: frame.unpriced,
    offTarget: offTargetOf(life, ratio, derived),
  };
  return { ...frame, isOpen: current !== null, current, ratio, alarms: alarmsOf(watched, limits) };
}

/** The watch over an open position that belongs to no leg: what it hedges is not known, its dangers are. */
export function watchPosition(
  position: FuturesPosition,
  limits: Thresholds,
  derived: Derived,
  sigmaOf: SigmaOf,
): LegWatch {
  const { spec } = position;
  const point = contractPoint(spec, derived.prices, derived.at);
  const margin = positionMarginOf(position, derived);
  const frame = watchFrame({ spec, point, margin, limits }, derived, sigmaOf);
  const found = alarmsOf(
    {
      state: 'opened',
      isOpen: true,
      symbol: spec.symbol,
      ratio: { now: null, planned: oneRate },
      ratioKnown: false,
      liquidation: liquidationOf(margin, frame.distance, frame.least),
      bufferShare: margin?.bufferShare ?? null,
      daysToExpiry: spec.expiry === null ? null : daysBetween(derived.asOf, spec.expiry),
      daysToExit: null,
      priceAgeDays: frame.oldestAge,
      daysSincePlanned: null,
      unpriced: [],
      offTarget: null,
    },
    limits,
  );
  const words = `${spec.symbol} is open and belongs to no plan: nothing says what it hedges.`;
  const unclaimed: Alarm = { field: 'leg', level: 'act', weight: 0.1, words };
  const at = found.findIndex(({ level }) => level === 'watch' || level === 'calm');
  const alarms = at < 0 ? [...found, unclaimed] : found.toSpliced(at, 0, unclaimed);
  return { ...frame, isOpen: true, current: null, ratio: null, alarms };
}

interface Framed {
  readonly spec: ContractSpec | undefined;
  readonly point: ContractPoint | null;
  readonly margin: PositionMarginFacts | null;
  readonly limits: Thresholds;
}

interface Frame extends Framed, Pick<LegWatch, 'distance' | 'least' | 'priceAge' | 'oldestAge' | 'stale'> {
  /** Assets with a target and without a price. */
  readonly unpriced: readonly string[];
}

function watchFrame({ spec, point, margin, limits }: Framed, derived: Derived, sigmaOf: SigmaOf): Frame {
  const sigma = spec === undefined ? null : sigmaOf(spec);
  const liquidation = margin?.margin.liquidation ?? null;
  const distance =
    liquidation?.kind === 'price' && point !== null
      ? liquidationDistance(point.price, liquidation.price, sigma)
      : null;
  const priceAge = point === null ? null : ageOf(point.mark.time, derived);
  const { ages, unpriced } = targetAges(derived);
  const oldestAge = priceAge === null ? null : Math.max(priceAge, ...ages);
  return {
    spec,
    point,
    margin,
    limits,
    distance,
    least: leastDistance(limits, sigma),
    priceAge,
    oldestAge,
    stale: oldestAge === null || oldestAge > limits.priceAgeDays || unpriced.length > 0,
    unpriced,
  };
}

function liquidationOf(
  margin: PositionMarginFacts | null,
  distance: LiquidationDistance | null,
  least: Rate,
): Watched['liquidation'] {
  const found = margin?.margin.liquidation;
  if (found === undefined) return { kind: 'unknown', why: 'no price of it is known' };
  if (found.kind === 'unknown') return { kind: 'unknown', why: found.why.replace(/\.$/u, '') };
  if (found.kind === 'none' || distance === null) return { kind: 'none' };
  const share = found.reached ? zeroRate : distance.share;
  return { kind: found.call ? 'margin-call' : 'price', distance: share, least };
}

function ageOf(time: ContractPoint['mark']['time'], { facts, asOf }: Derived): number {
  return time === null ? 0 : Math.max(0, daysBetween(localDateOf(time, facts.timeZone), asOf));
}

interface TargetAges {
  readonly ages: readonly number[];
  readonly unpriced: readonly string[];
}

/** Of the prices that weights are made of. */
const targetAges = keptFor((derived: Derived): TargetAges => {
  const priced = (derived.facts.policy?.targets ?? []).map(({ asset }) => ({
    asset,
    known: derived.prices.latest(asset, derived.at),
  }));
  return {
    ages: priced.flatMap(({ known }) => (known === null ? [] : [ageOf(known.time, derived)])),
    unpriced: priced.flatMap(({ asset, known }) => (known === null ? [asset] : [])),
  };
});
