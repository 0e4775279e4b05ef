/**
 * Lots by the day from which a sale is long-term.
 *
 * ledger's lots, and clocks that straddles of the ledger stopped or moved (the engine's own walk) → parts of lots
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { straddleYears } from '../../tax/jurisdictions/us/straddles/straddle-years-of.ts';
import type { HoldingPeriod } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';

/** Coins that turn long-term on one day: of one lot, or of several that a model takes together. */
export interface LotPart {
  /** Lots by their place among those of the goal, in the order in which they are sold. */
  readonly members: readonly { readonly place: number; readonly coins: number }[];
  readonly coins: number;
  /** Units for one coin. */
  readonly cost: number;
  /** Place of the first date on which a sale is long-term; the number of dates where none is. */
  readonly longFrom: number;
  /** Coins of new hedges that come before it; with more, its clock stops. null: new hedges do not touch it. */
  readonly stopsAfter: number | null;
}

/** By asset, those of a lot together. */
export function lotParts(given: ExitCase, unit: number): ReadonlyMap<AssetId, readonly LotPart[]> {
  const periods = Map.groupBy(straddleYears(given.facts.straddles).holdingPeriods, ({ lot }) => lot);
  const stops = stopsOf(given);
  return new Map(given.goals.map((goal) => [goal.asset, partsOf(goal, { given, unit, periods, stops })]));
}

function partsOf(
  goal: ExitGoal,
  {
    given,
    unit,
    periods,
    stops,
  }: {
    readonly given: ExitCase;
    readonly unit: number;
    readonly periods: ReadonlyMap<LotId, readonly HoldingPeriod[]>;
    readonly stops: ReadonlyMap<LotId, number>;
  },
): readonly LotPart[] {
  return goal.lots.flatMap((lot, place): LotPart[] => {
    const coins = toFloat(lot.quantity);
    if (coins <= 0) return [];
    const cost = toFloat(lot.costBasis) / coins / unit;
    const life = given.book.lotOf(lot.lot);
    const plain = life === undefined ? given.dates.length : placeOf(given, life.longTermFrom);
    const stopsAfter = stops.get(lot.lot) ?? null;
    const of = { cost, stopsAfter };
    const members = (held: number): LotPart['members'] => [{ place, coins: held }];
    const parts: LotPart[] = [];
    let rest = coins;
    for (const period of periods.get(lot.lot) ?? []) {
      const held = Math.min(rest, toFloat(period.held));
      if (held <= 0) continue;
      rest -= held;
      const longFrom =
        period.longTermFrom === null ? given.dates.length : placeOf(given, period.longTermFrom);
      parts.push({ ...of, members: members(held), coins: held, longFrom });
    }
    if (rest > 1e-12 * coins) parts.push({ ...of, members: members(rest), coins: rest, longFrom: plain });
    return parts;
  });
}

function placeOf({ dates }: ExitCase, from: LocalDate): number {
  const place = dates.findIndex(({ date }) => date >= from);
  return place < 0 ? dates.length : place;
}

/** How many coins of new hedges offset other lots before this one. */
function stopsOf({ futures }: ExitCase): ReadonlyMap<LotId, number> {
  const stops = new Map<LotId, number>();
  for (const future of futures) {
    if (future.isOpen || future.side === 'long') continue;
    let before = 0;
    for (const { long, quantity } of future.offsets) {
      const lot = long as LotId;
      stops.set(lot, Math.min(before, stops.get(lot) ?? before));
      if ((future.fewer ?? 'first') === 'first') before += toFloat(quantity);
    }
  }
  return stops;
}
