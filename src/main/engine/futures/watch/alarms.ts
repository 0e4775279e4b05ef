import type { HedgeLegState } from '../../../../shared/domain/hedge.ts';
import { absolute, compare, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import { listText, percentText, pointsText } from '../../words.ts';
import type { Thresholds } from './thresholds.ts';

export const LEVELS = ['danger', 'act', 'watch', 'calm'] as const;
export type Level = (typeof LEVELS)[number];

export interface Alarm {
  readonly field: 'ratio' | 'liquidation' | 'margin' | 'expiry' | 'price' | 'leg' | 'exit' | 'target';
  readonly level: Level;
  /** 0 to 1 within its level: what sorts alarms of one level. */
  readonly weight: number;
  /** A whole sentence. */
  readonly words: string;
}

/** What the watch looks at in one leg. Whatever is null is not known, and nothing is concluded from it. */
export interface Watched {
  readonly state: HedgeLegState;
  readonly isOpen: boolean;
  readonly symbol: string;
  readonly ratio: { readonly now: Rate | null; readonly planned: Rate };
  /** False where no price tells, or the asset has no target. */
  readonly ratioKnown: boolean;
  readonly liquidation:
    | { readonly kind: 'price'; readonly distance: Rate; readonly least: Rate }
    | { readonly kind: 'margin-call'; readonly distance: Rate; readonly least: Rate }
    | { readonly kind: 'none' }
    /** Words that end the sentence. */
    | { readonly kind: 'unknown'; readonly why: string };
  /** Buffer over maintenance margin as a share of the margin; null where not known. */
  readonly bufferShare: Rate | null;
  readonly daysToExpiry: number | null;
  readonly daysToExit: number | null;
  /** Whole and part days since the price; null where there is none. */
  readonly priceAgeDays: number | null;
  readonly daysSincePlanned: number | null;
  /** Assets with a target and without a price: what is wanted cannot be told. */
  readonly unpriced: readonly string[];
  /** The asset where it is outside its band, all futures counted, though the plan does not mean less; else null. */
  readonly offTarget: OffTarget | null;
}

export interface OffTarget {
  readonly asset: string;
  /** Effective weight less target. */
  readonly drift: Rate;
  /** True where more of this hedge would bring it nearer. */
  readonly hedgesTooLittle: boolean;
}

/**
 * What is to be said of a leg, worst first; empty where all is calm.
 * Sources of the limits: `Thresholds`. An alarm's weight grows with how far its limit is passed.
 */
export function alarmsOf(watched: Watched, limits: Thresholds): readonly Alarm[] {
  if (watched.state === 'closed') return [];
  const hasEnded = (watched.daysToExpiry ?? 0) < 0;
  const found = watched.isOpen
    ? [
        // Nothing closes by force what is settled already.
        ...(hasEnded ? [] : [liquidationAlarm(watched), marginAlarm(watched)]),
        expiryAlarm(watched, limits),
        ratioAlarm(watched, limits),
        exitAlarm(watched),
        targetAlarm(watched),
        priceAlarm(watched, limits),
      ]
    : [plannedAlarm(watched), priceAlarm(watched, limits)];
  return found.filter((alarm) => alarm !== null).toSorted((a, b) => urgencyOf([b]) - urgencyOf([a]));
}

/** 0 where there is no alarm, to 1000: the level of the worst first, then its weight. */
export function urgencyOf(alarms: readonly Alarm[]): number {
  const base = { danger: 800, act: 500, watch: 200, calm: 0 };
  return alarms.reduce((most, { level, weight }) => {
    const room = level === 'danger' ? 200 : 299;
    return Math.max(most, base[level] + Math.round(Math.min(1, Math.max(0, weight)) * room));
  }, 0);
}

export function levelOf(alarms: readonly Alarm[]): Level {
  return LEVELS.find((level) => alarms.some((alarm) => alarm.level === level)) ?? 'calm';
}

const HALF = rate('0.5');

function liquidationAlarm({ liquidation, symbol }: Watched): Alarm | null {
  if (liquidation.kind === 'none') return null;
  if (liquidation.kind === 'unknown') {
    const words = `Nobody can say how far ${symbol} is from liquidation: ${liquidation.why}.`;
    return { field: 'liquidation', level: 'watch', weight: 0.5, words };
  }
  const { distance, least, kind } = liquidation;
  if (compare(distance, least) >= 0) return null;
  const isNear = compare(distance, rateTimes(least, HALF, 'half-even')) < 0;
  const what = kind === 'price' ? 'The liquidation price' : 'The price at which your broker asks for margin';
  const words = `${what} of ${symbol} is ${percentText(distance)} away; it should be at least ${percentText(least)}.`;
  const weight = 1 - toFloat(ratio(larger0(distance), least, 'half-even'));
  return { field: 'liquidation', level: isNear ? 'danger' : 'act', weight, words };
}

function larger0(share: Rate): Rate {
  return isNegative(share) ? zeroRate : share;
}

function marginAlarm({ bufferShare, symbol }: Watched): Alarm | null {
  if (bufferShare === null || compare(bufferShare, zeroRate) > 0) return null;
  const words = `The margin of ${symbol} is below what must be kept: it can be closed by force at any time.`;
  return { field: 'margin', level: 'danger', weight: 1, words };
}

function expiryAlarm({ daysToExpiry, symbol }: Watched, limits: Thresholds): Alarm | null {
  if (daysToExpiry === null || daysToExpiry > limits.rollWarnDays) return null;
  if (daysToExpiry < 0) {
    const words = `${symbol} has expired and still stands open here: import its settlement.`;
    return { field: 'expiry', level: 'danger', weight: 0.8, words };
  }
  const days = daysToExpiry === 0 ? 'today' : daysToExpiry === 1 ? 'tomorrow' : `in ${daysToExpiry} days`;
  const isDue = daysToExpiry <= limits.rollActDays;
  const words = `${symbol} ends ${days}: roll it${isDue ? ' now' : ''}, or close it with the coins.`;
  return { field: 'expiry', level: isDue ? 'act' : 'watch', weight: 1 - daysToExpiry / 30, words };
}

function ratioAlarm(
  { ratio: { now, planned }, ratioKnown, symbol }: Watched,
  limits: Thresholds,
): Alarm | null {
  if (!ratioKnown) return null;
  if (now === null || isNegative(now)) {
    const words = `${symbol} is not needed any more: without it the target would be closer.`;
    return { field: 'ratio', level: 'act', weight: 0.9, words };
  }
  const off = absolute(subtract(now, planned));
  if (compare(off, limits.ratio) <= 0) return null;
  const isFar = compare(off, rateTimes(limits.ratio, rate('2'), 'half-even')) > 0;
  const covers = compare(now, planned) < 0 && compare(now, oneRate) < 0 ? 'covers only' : 'covers';
  const words = `${symbol} ${covers} ${percentText(now)} of what is wanted; planned were ${percentText(planned)}.`;
  return { field: 'ratio', level: isFar ? 'act' : 'watch', weight: Math.min(1, toFloat(off)), words };
}

function targetAlarm({ offTarget }: Watched): Alarm | null {
  if (offTarget === null) return null;
  const { asset, drift, hedgesTooLittle } = offTarget;
  const way = isNegative(drift) ? 'under' : 'over';
  const what = hedgesTooLittle ? 'add' : 'take off';
  const words = `With this hedge ${asset} is still ${pointsText(absolute(drift))} ${way} its target: Targets & hedge says what to ${what}.`;
  return { field: 'target', level: 'watch', weight: Math.min(0.9, toFloat(absolute(drift))), words };
}

function exitAlarm({ daysToExit, symbol }: Watched): Alarm | null {
  if (daysToExit === null || daysToExit > 7) return null;
  const words =
    daysToExit > 0
      ? `The exit of the plan with ${symbol} is in ${daysToExit} day${daysToExit === 1 ? '' : 's'}.`
      : `The exit of the plan with ${symbol} was due, and it is still open.`;
  return { field: 'exit', level: daysToExit > 0 ? 'watch' : 'act', weight: 0.4, words };
}

function priceAlarm({ priceAgeDays, symbol, unpriced }: Watched, limits: Thresholds): Alarm | null {
  if (priceAgeDays === null) {
    const words = `No price of ${symbol} is known, so nothing can be said of its worth or its danger.`;
    return { field: 'price', level: 'act', weight: 0.3, words };
  }
  if (unpriced.length > 0) {
    const words = `No price of ${listText(unpriced)} is known, so nobody can say what of ${symbol} is wanted.`;
    return { field: 'price', level: 'watch', weight: 0.6, words };
  }
  if (priceAgeDays <= limits.priceAgeDays) return null;
  const days = Math.floor(priceAgeDays);
  const words = `The price of ${symbol} is ${days} day${days === 1 ? '' : 's'} old: all that is built on it is stale.`;
  return { field: 'price', level: 'watch', weight: Math.min(1, priceAgeDays / 30), words };
}

function plannedAlarm({ daysSincePlanned, symbol }: Watched): Alarm {
  const late = daysSincePlanned !== null && daysSincePlanned > 1;
  const words = late
    ? `${symbol} was planned ${daysSincePlanned} days ago and no fill is linked: nothing is hedged yet.`
    : `${symbol} is planned and not yet opened.`;
  return { field: 'leg', level: late ? 'act' : 'watch', weight: late ? 0.2 : 0.1, words };
}
