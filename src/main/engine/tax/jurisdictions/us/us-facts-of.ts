/**
 * lots, futures events, records, elections → what is known of every tax year, before any law.
 *
 * Issues: those of futures (`prices/missing`, `tax/no-year-end-mark`, `tax/no-year-end-price`) and of offsets.
 */
import type { AssetId } from '../../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../../shared/domain/profile.ts';
import type { StraddleRegime, TaxElectionValues } from '../../../../../shared/domain/tax-elections.ts';
import { negate } from '../../../../../shared/num/arithmetic.ts';
import { yearOf } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import { endOfDay } from '../../../../../shared/time/time-zone.ts';
import type { PositionsInput } from '../../../futures/positions.ts';
import type { LotMatching } from '../../../lots/lot-matching.ts';
import type { YearEndContext } from './futures/stretch-year-ends.ts';
import { openedStretches, taxStretches } from './futures/tax-stretches.ts';
import type { TaxStretches } from './futures/tax-stretches.ts';
import type { LegOnRecord } from './offsets/leg-on-record.ts';
import { moveAlike } from './offsets/coins-that-move-alike.ts';
import { offsetsOf } from './offsets/offsets-of.ts';
import { straddleLotOf } from './offsets/straddle-lots.ts';
import { waitingLosses } from './offsets/waiting-losses.ts';
import type { CarryingCost, Offset, StraddleCase, StraddleLot } from './straddles/straddle-case.ts';
import { trustShareOf } from './straddles/trust-shares.ts';
import type { UsFacts } from './us-facts.ts';

export interface UsFactsInput extends PositionsInput, YearEndContext {
  readonly lots: LotMatching;
  readonly elections: TaxElectionValues;
  /** What is on record about hedge legs, in the order of the chain. */
  readonly legs: readonly LegOnRecord[];
  /** What a leg's straddle of a day was identified as, in time. */
  regimeOf(leg: string, acquired: LocalDate): StraddleRegime;
  /** A question: as if every hedge that it fits had been marked so on its day, whatever records say. */
  readonly supposed?: StraddleRegime | null;
  /** Losses that waited before the first profile year. */
  readonly waiting: Profile['waiting'];
}

/** What a ledger says about every tax year, up to the day asked about. */
export function usFactsOf(input: UsFactsInput): UsFacts {
  const { lots, elections, prices, timeZone, asOf } = input;
  const opened = openedStretches(input);
  const found = offsetsOf({ ...input, stretches: opened.opened });
  const futures = taxStretches(opened, { ...input, funding: elections.funding }, hedging(found.offsets));
  const before = waitingLosses(input.waiting, lots);
  const offsets = [...found.offsets, ...before.offsets];
  const straddles: StraddleCase = {
    lots: straddleLots(offsets, input),
    futures: [...before.futures, ...futures.stretches.map(({ future }) => future)],
    offsets,
    waiting: before.waiting,
    carryingCosts: carryingCosts(futures),
    firstYear: firstYearOf(futures, input),
    lastYear: yearOf(asOf),
    asOf,
    elections,
    priceOn: (asset, date) => prices.latest(asset, endOfDay(date, timeZone))?.price ?? null,
  };
  return {
    disposed: lots.years,
    income: lots.income,
    straddles,
    loose: futures.loose,
    stretches: new Map(futures.stretches.map((stretch) => [stretch.id, stretch])),
    crossCounts: moveAlike(elections.crossAsset, prices, asOf).count,
    issues: [...futures.issues, ...before.issues, ...found.issues],
  };
}

function hedging(offsets: readonly Offset[]): (id: Offset['short'], date: LocalDate) => boolean {
  const byShort = Map.groupBy(offsets, ({ short }) => short);
  return (id, date) =>
    byShort.get(id)?.some(({ from, until }) => from <= date && (until === null || date <= until)) ?? false;
}

/** Every lot that an offset touches; of what wash-sale or constructive-sale rules reach, all. */
function straddleLots(
  offsets: readonly Offset[],
  { lots, elections }: Pick<UsFactsInput, 'lots' | 'elections'>,
): readonly StraddleLot[] {
  const touched = new Set(offsets.map(({ long }) => long));
  const { washSalesFrom, constructiveSalesFrom } = elections;
  const coinsToo = washSalesFrom !== null || constructiveSalesFrom !== null;
  const whole = new Set(lots.assets.filter((asset) => coinsToo || trustShareOf(asset) !== undefined));
  const assets = new Set<AssetId>(whole);
  for (const long of touched) {
    const asset = lots.originOf(long as LotId)?.asset;
    if (asset !== undefined) assets.add(asset);
  }
  return [...assets].flatMap((asset) =>
    lots
      .livesOf(asset)
      .filter(({ id }) => whole.has(asset) || touched.has(id))
      .map((life) => straddleLotOf(life, lots)),
  );
}

function carryingCosts({ stretches }: TaxStretches): readonly CarryingCost[] {
  return stretches.flatMap(({ id, carried }) =>
    carried.map(({ date, value }) => ({ date, amount: negate(value), position: id })),
  );
}

function firstYearOf({ stretches, loose }: TaxStretches, { lots, asOf }: UsFactsInput): number {
  const years = [
    ...lots.years.map(({ year }) => year),
    ...lots.income.slice(0, 1).map(({ date }) => yearOf(date)),
    ...stretches.map(({ openedOn }) => yearOf(openedOn)),
    ...loose.map(({ year }) => year),
  ];
  return years.reduce((first, year) => Math.min(first, year), yearOf(asOf));
}
