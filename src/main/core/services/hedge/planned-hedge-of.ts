import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { absolute, add, isNegative, isZero, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { addYears, lastBusinessDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type {
  Closing,
  CoveredLot,
  HedgeEffectsInput,
  PlannedHedgeLeg,
} from '../../../engine/tax/jurisdictions/us/hedge-effects/planned-hedge.ts';
import { offsetsOfPlanned } from '../../../engine/tax/jurisdictions/us/offsets/offsets-of-planned.ts';
import type { TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { assumedPrices } from '../../../engine/tax/projection/assumed-prices.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import type { Derived } from '../../derived.ts';
import type { ChosenOverlay } from '../targets/overlay-of-request.ts';

/** An overlay that is not saved yet as the tax engine asks about it. */
export function plannedHedgeOf(
  derived: Derived,
  chosen: ChosenOverlay,
  changes: readonly Rate[],
): HedgeEffectsInput {
  const legs = plannedLegs(derived, chosen);
  return {
    facts: derived.usFacts,
    profile: derived.facts.profile,
    asOf: derived.asOf,
    legs,
    closings: closingsFrom(derived.asOf),
    changes,
    lotOf: heldLotLives(derived.heldLots),
    pricesWith: (change, by) => pricesWith({ derived, legs }, change, by),
  };
}

/** Today, the last business day of the year that is still ahead, and this day next year. */
function closingsFrom(asOf: LocalDate): readonly Closing[] {
  const year = yearOf(asOf);
  const end = lastBusinessDayOfYear(year);
  return [
    { when: 'today', date: asOf },
    { when: 'year-end', date: end > asOf ? end : lastBusinessDayOfYear(year + 1) },
    { when: 'next-year', date: addYears(asOf, 1) },
  ];
}

/** Lots as they would be identified, the first short of an asset takes its lots first; what they offset goes by election. */
function plannedLegs(
  { heldLots, usFacts }: Derived,
  { legs, hedgedLots }: ChosenOverlay,
): readonly PlannedHedgeLeg[] {
  const left = new Map<AssetId, CoveredLot[]>();
  for (const { asset, lot, quantity } of hedgedLots)
    left.set(asset, [...(left.get(asset) ?? []), { lot, quantity }]);
  const { elections } = usFacts.straddles;
  const by = { elections, heldLots, crossCounts: usFacts.crossCounts };
  return legs.map(({ asset, chosen, sized }, index) => {
    const isShort = isNegative(sized.coins);
    const coins = absolute<Quantity>(sized.coins);
    const meant = isShort ? takeFrom(left, asset, coins) : [];
    const lots = meant.map(({ lot, quantity }) => ({ lot: lot.id, quantity }));
    const offsets = isShort ? offsetsOfPlanned({ asset, spec: chosen.terms, coins, lots }, by) : [];
    const isSame = chosen.terms.underlying === asset;
    return {
      position: `planned:${index + 1} ${chosen.terms.symbol}` as TaxPositionId,
      asset,
      spec: chosen.terms,
      side: isShort ? 'short' : 'long',
      coins,
      price: chosen.at.price,
      offsets,
      covers: elections.activelyTraded ? coveredBy(offsets, heldLots) : isSame ? meant : [],
    };
  });
}

/** The lots of offsets, each with all of its parts. */
function coveredBy(offsets: PlannedHedgeLeg['offsets'], heldLots: readonly OpenLot[]): readonly CoveredLot[] {
  const byId = new Map<string, CoveredLot[]>();
  for (const lot of heldLots) {
    const parts = byId.get(lot.id);
    if (parts === undefined) byId.set(lot.id, [{ lot, quantity: lot.quantity }]);
    else parts.push({ lot, quantity: lot.quantity });
  }
  return offsets.flatMap(({ long, quantity }) =>
    byLot(byId.get(long) ?? []).map(({ lot }) => ({ lot, quantity })),
  );
}

function takeFrom(left: Map<AssetId, CoveredLot[]>, asset: AssetId, coins: Quantity): readonly CoveredLot[] {
  let wanted = coins;
  const taken: CoveredLot[] = [];
  const rest: CoveredLot[] = [];
  for (const { lot, quantity } of left.get(asset) ?? []) {
    const part = smaller(quantity, wanted);
    wanted = subtract(wanted, part);
    if (!isZero(part)) taken.push({ lot, quantity: part });
    if (part !== quantity) rest.push({ lot, quantity: subtract(quantity, part) });
  }
  left.set(asset, rest);
  return byLot(taken);
}

/** A lot that lies in several accounts is covered once, with all of its parts. */
function byLot(covered: readonly CoveredLot[]): readonly CoveredLot[] {
  const lots = new Map<LotId, CoveredLot>();
  for (const one of covered) {
    const other = lots.get(one.lot.id);
    lots.set(one.lot.id, other === undefined ? one : merged(other, one));
  }
  return [...lots.values()];
}

function merged(first: CoveredLot, second: CoveredLot): CoveredLot {
  return {
    lot: {
      ...first.lot,
      quantity: add(first.lot.quantity, second.lot.quantity),
      costBasis: add(first.lot.costBasis, second.lot.costBasis),
    },
    quantity: add(first.quantity, second.quantity),
  };
}

/** All prices moved by one share; a planned contract moves from its own price by the share of its coin. */
function pricesWith(
  { derived, legs }: { readonly derived: Derived; readonly legs: readonly PlannedHedgeLeg[] },
  change: Rate,
  by: LocalDate,
): ReturnType<HedgeEffectsInput['pricesWith']> {
  const { prices, at, asOf, facts, heldLots } = derived;
  const assets = new Set([...heldLots.map(({ asset }) => asset), ...legs.map(({ spec }) => spec.underlying)]);
  const factor = add(oneRate, change);
  const changes = [...assets].flatMap((asset) => {
    const now = prices.latest(asset, at)?.price;
    return now === undefined || asset === facts.currency
      ? []
      : [{ asset, to: priceTimes(now, factor, 'half-even'), by: by > asOf ? by : null }];
  });
  const assumed = assumedPrices({ prices, at, asOf }, changes);
  const priceOn: typeof assumed.priceOn = (asset, date) =>
    by > asOf
      ? assumed.priceOn(asset, date)
      : (changes.find((one) => one.asset === asset)?.to ?? assumed.priceOn(asset, date));
  return {
    priceOn,
    contractPriceOn: (spec, date) => {
      const leg = legs.find((one) => one.spec === spec);
      const now = prices.latest(spec.underlying, at)?.price;
      const then = priceOn(spec.underlying, date);
      if (leg === undefined || now === undefined || then === null || isZero(now))
        return assumed.contractPriceOn(spec, date);
      return priceTimes(leg.price, ratio<Price>(then, now, 'half-even'), 'half-even');
    },
  };
}
