/**
 * stretches, lots, records, elections → which position offsets which lots, and when.
 *
 * Issues: `tax/hedge-presumed`, `tax/hedge-presumed-oldest`, `tax/hedge-identified-late`, `tax/hedged-lot-unknown`, `tax/cross-hedge-assumed`.
 */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../../../shared/domain/event.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { StraddleRegime, TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import {
  add,
  clampToZero,
  compare,
  isZero,
  negate,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { epochMs } from '../../../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../../../shared/time/time-zone.ts';
import type { LotLife, LotMatching } from '../../../../lots/lot-matching.ts';
import type { PriceBook } from '../../../../valuation/price-book.ts';
import { coinsAfter } from '../futures/tax-stretches.ts';
import type { OpenedStretch } from '../futures/tax-stretches.ts';
import type { Offset } from '../straddles/straddle-case.ts';
import { moveAlike } from './coins-that-move-alike.ts';
import { identifiedOffsets } from './identified-offsets.ts';
import type { Identified, NamedCoins } from './identified-offsets.ts';
import type { LegOnRecord } from './leg-on-record.ts';
import { offsetIssues } from './offset-issues.ts';
import { presumedOffsets, sharesOf } from './presumed-offsets.ts';
import { regimeFits } from './regime-fits.ts';
import type { LongChange, PresumedWay, ShortChange, TakenChange } from './presumed-offsets.ts';

export interface OffsetsInput {
  readonly stretches: readonly OpenedStretch[];
  readonly lots: LotMatching;
  readonly legs: readonly LegOnRecord[];
  readonly elections: TaxElectionValues;
  /** What a leg's straddle of a day was identified as, in time. */
  regimeOf(leg: string, acquired: LocalDate): StraddleRegime;
  /** A question: as if every hedge that it fits had been marked so on its day, whatever records say. */
  readonly supposed?: StraddleRegime | null;
  readonly prices: PriceBook;
  readonly timeZone: TimeZone;
  readonly asOf: LocalDate;
}

interface FoundOffsets {
  readonly offsets: readonly Offset[];
  readonly issues: readonly Issue[];
}

/** Differences below this are roundings of files. */
const DUST = quantity('0.00000001');

/**
 * Which futures offset which lots and long futures.
 * Law: 26 U.S.C. 1092(c)(1), (c)(2), (c)(3)(A)(i); partial hedges by election, since there is no regulation. None where
 * the election says that coins are not actively traded (1092(d)(1)).
 */
export function offsetsOf(input: OffsetsInput): FoundOffsets {
  const shorts = input.stretches.filter(({ stretch }) => stretch.direction === 'short');
  if (shorts.length === 0 || !input.elections.activelyTraded) return { offsets: [], issues: [] };
  const cross = moveAlike(input.elections.crossAsset, input.prices, input.asOf);
  const identified = identifiedOf(input, cross.count);
  const kept = input.elections.partialHedge === 'identified' ? identified : crossOnly(identified, input);
  const presumed = [...Map.groupBy(shorts, ({ asset }) => asset)].map(([asset, ofAsset]) =>
    presumedOf(asset, ofAsset, kept, identified, input),
  );
  const offsets = [...kept.offsets, ...presumed.flatMap((one) => one.offsets)];
  return { offsets, issues: [...offsetIssues(kept, presumed, input), ...cross.issues()] };
}

function identifiedOf(
  input: OffsetsInput,
  crossCounts: (lots: AssetId, futures: AssetId) => boolean,
): Identified {
  if (input.legs.length === 0) return { offsets: [], named: [], unknown: [] };
  const days = new Map<EventId, LocalDate>();
  for (const { stretch } of input.stretches)
    for (const { event, time } of stretch.steps) days.set(event, localDateOf(time, input.timeZone));
  const named = input.legs.flatMap(({ lots }) => lots.map(({ lot }) => lot));
  const assets = new Set(named.flatMap((lot) => input.lots.originOf(lot)?.asset ?? []));
  const lives = new Map<LotId, LotLife>();
  for (const asset of assets) for (const life of input.lots.livesOf(asset)) lives.set(life.id, life);
  const supposed = supposedRegimes(input);
  return identifiedOffsets(input.legs, {
    stretches: input.stretches,
    dayOfFill: (event) => days.get(event),
    regimeOf: (leg, acquired, short) => supposed(short) ?? input.regimeOf(leg, acquired),
    crossCounts,
    lifeOf: (lot) => {
      const life = lives.get(lot);
      if (life === undefined) return undefined;
      return { asset: life.asset, acquired: life.acquiredDate, gone: goneOn(life, input.timeZone) };
    },
  });
}

/** The day on which its last unit left; null while some are held. */
function goneOn({ quantity: whole, left }: LotLife, timeZone: TimeZone): LocalDate | null {
  const gone = left.reduce<Quantity>((total, { quantity: units }) => add(total, units), zeroQuantity);
  const last = left.at(-1);
  return last === undefined || compare(gone, whole) < 0 ? null : localDateOf(last.time, timeZone);
}

/** Where parts are offset by another rule than by records, records say only what cross hedges cover. */
function crossOnly({ offsets, named, unknown }: Identified, { stretches, lots }: OffsetsInput): Identified {
  const assets = new Map(stretches.map(({ id, asset }) => [id, asset]));
  const crossing = offsets.filter(
    ({ short, long }) => assets.get(short) !== lots.originOf(long as LotId)?.asset,
  );
  const shorts = new Set(crossing.map(({ short }) => short));
  return { offsets: crossing, named: named.filter(({ short }) => shorts.has(short)), unknown };
}

/**
 * More shares of lots than this take the units held longest instead: a trader of a thousand shorts beside as many lots would
 * wait for minutes, and the shares be too small to tell of.
 */
const MOST_SHARES = 60_000;

/** What shorts of one coin are presumed to offset. */
export interface Presumed {
  readonly asset: AssetId;
  readonly offsets: readonly Offset[];
  readonly way: PresumedWay;
}

type Change = LongChange | ShortChange | TakenChange;

function presumedOf(
  asset: AssetId,
  shorts: readonly OpenedStretch[],
  kept: Identified,
  identified: Identified,
  input: OffsetsInput,
): Presumed {
  const named = Map.groupBy(kept.named, ({ short }) => short);
  const changes: Change[] = shorts.flatMap((short) => shortChanges(short, named.get(short.id) ?? [], input));
  if (changes.length === 0) return { asset, offsets: [], way: 'pro-rata' };
  const since = changes.reduce((first, { order }) => Math.min(first, order), Infinity);
  const until = shorts.some(({ closedOn }) => closedOn === null)
    ? Infinity
    : changes.reduce((last, { order }) => Math.max(last, order), 0);
  const starts = new Map<Offset['long'], number>();
  for (const life of input.lots.livesOf(asset)) {
    const begins = epochMs(life.since);
    const last = life.left.at(-1);
    const isGone = last !== undefined && epochMs(last.time) < since && goneOn(life, input.timeZone) !== null;
    if (begins > until || isGone) continue;
    starts.set(life.id, begins);
    changes.push(...lotChanges(life, input.timeZone));
  }
  for (const long of input.stretches)
    if (long.asset === asset && long.stretch.direction === 'long') changes.push(...longChanges(long, input));
  for (const offset of kept.offsets) changes.push(...takenChanges(offset, starts, input));
  changes.sort((a, b) => a.order - b.order || rankOf(a) - rankOf(b));
  const way = wayOf(input.elections.partialHedge, changes);
  return { asset, offsets: presumedOffsets(changes, way, regimesOf(identified, input)), way };
}

function wayOf(partialHedge: TaxElectionValues['partialHedge'], changes: readonly Change[]): PresumedWay {
  if (partialHedge === 'all' || partialHedge === 'oldest') return partialHedge;
  return sharesOf(changes) > MOST_SHARES ? 'oldest' : 'pro-rata';
}

/** What a short is taken to have been marked as; null: what records say. */
function supposedRegimes({
  supposed = null,
  stretches,
}: OffsetsInput): (short: Offset['short']) => StraddleRegime | null {
  if (supposed === null) return () => null;
  const fitting = stretches.filter(({ stretch }) => regimeFits(supposed, stretch.spec.section1256.status));
  const fits = new Set(fitting.map(({ id }) => id));
  return (short) => (fits.has(short) ? supposed : null);
}

/** A presumed offset of a short that was identified in time is under the regime of that record. */
function regimesOf(
  { offsets }: Identified,
  input: OffsetsInput,
): (short: Offset['short'], date: LocalDate) => StraddleRegime {
  const supposed = supposedRegimes(input);
  if (input.elections.partialHedge === 'identified') return (short) => supposed(short) ?? 'none';
  const byShort = Map.groupBy(offsets, ({ short }) => short);
  return (short, date) =>
    supposed(short) ?? byShort.get(short)?.findLast(({ from }) => from <= date)?.regime ?? 'none';
}

/** Longs that come before shorts that grow, and those before longs that leave. */
function rankOf(change: Change): number {
  if (change.kind === 'taken') return 1;
  if (change.kind === 'short') return 2;
  return change.change > zeroQuantity ? 0 : 3;
}

function shortChanges(
  { id, stretch }: OpenedStretch,
  named: readonly NamedCoins[],
  { timeZone }: OffsetsInput,
): readonly ShortChange[] {
  const changes: ShortChange[] = [];
  let before: Quantity = zeroQuantity;
  for (const step of stretch.steps) {
    const date = localDateOf(step.time, timeZone);
    const open = coinsAfter(stretch, step);
    const ofRecords = named
      .filter(({ from, until }) => from <= date && (until === null || until > date))
      .reduce<Quantity>((total, one) => add(total, one.quantity), zeroQuantity);
    const rest = clampToZero(subtract(open, ofRecords));
    const coins = compare(rest, DUST) < 0 ? zeroQuantity : rest;
    if (compare(coins, before) === 0) continue;
    before = coins;
    changes.push({ kind: 'short', order: epochMs(step.time), date, short: id, coins });
  }
  return changes;
}

function lotChanges(life: LotLife, timeZone: TimeZone): readonly LongChange[] {
  const { id, since, acquiredDate } = life;
  const long = { kind: 'long', long: id } as const;
  return [
    { ...long, order: epochMs(since), date: acquiredDate, change: life.quantity },
    ...life.left.map(({ time, quantity: units }) => ({
      ...long,
      order: epochMs(time),
      date: localDateOf(time, timeZone),
      change: negate(units),
    })),
  ];
}

function longChanges({ id, stretch }: OpenedStretch, { timeZone }: OffsetsInput): readonly LongChange[] {
  let before: Quantity = zeroQuantity;
  return stretch.steps.flatMap((step): LongChange[] => {
    const now = coinsAfter(stretch, step);
    const change = subtract(now, before);
    before = now;
    const date = localDateOf(step.time, timeZone);
    return isZero(change) ? [] : [{ kind: 'long', order: epochMs(step.time), date, long: id, change }];
  });
}

function takenChanges(
  { long, from, until, quantity: units }: Offset,
  starts: ReadonlyMap<Offset['long'], number>,
  { timeZone }: OffsetsInput,
): readonly TakenChange[] {
  const start = starts.get(long);
  if (start === undefined) return [];
  const at = (date: LocalDate): number => Math.max(start, epochMs(startOfDay(date, timeZone)));
  const taken: TakenChange = { kind: 'taken', order: at(from), date: from, long, change: units };
  return until === null
    ? [taken]
    : [taken, { kind: 'taken', order: at(until), date: until, long, change: negate(units) }];
}
