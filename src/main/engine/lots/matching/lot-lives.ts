import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { LotLeft, LotLife } from '../lot-matching.ts';
import type { Matching } from './matching.ts';
import { NO_PARCEL } from './slice-columns.ts';

/** The lots of some assets over their whole lives, made in one walk over the columns. */
export function lotLives(
  matching: Matching,
  wanted: ReadonlySet<AssetId>,
): ReadonlyMap<AssetId, readonly LotLife[]> {
  const { lots, moves } = matching;
  const left = leftByLot(matching, wanted);
  const costs = heldCosts(matching, wanted);
  const lives = new Map<AssetId, LotLife[]>([...wanted].map((asset) => [asset, []]));
  for (let lot = 0; lot < lots.count; lot++) {
    const move = lots.move[lot] as number;
    const { asset } = matching.placeOf(move);
    const ofAsset = lives.get(asset);
    if (ofAsset === undefined) continue;
    ofAsset.push({
      id: lots.idOf(lot),
      asset,
      acquiredDate: moves.day[move] as LocalDate,
      since: moves.events[moves.event[move] as number]?.time as Instant,
      quantity: moves.quantity[move] as Quantity,
      heldCost: costs.get(lot) ?? zeroMoney,
      left: left.get(lot) ?? [],
    });
  }
  return lives;
}

function heldCosts(matching: Matching, wanted: ReadonlySet<AssetId>): ReadonlyMap<number, Money> {
  const { parcels, moves } = matching;
  const isWanted = moves.places.map(({ asset }) => wanted.has(asset));
  const costs = new Map<number, Money>();
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    const cost = parcels.cost[parcel] as Money;
    if (isZero(cost) || isWanted[parcels.place[parcel] as number] !== true) continue;
    const lot = parcels.lot[parcel] as number;
    costs.set(lot, add(costs.get(lot) ?? zeroMoney, cost));
  }
  return costs;
}

function leftByLot(
  matching: Matching,
  wanted: ReadonlySet<AssetId>,
): ReadonlyMap<number, readonly LotLeft[]> {
  const { slices, parcels, moves } = matching;
  const numbers = new Int32Array(moves.events.length);
  const isWanted = moves.places.map(({ asset }) => wanted.has(asset));
  const left = new Map<number, LotLeft[]>();
  for (const [place, slice] of slices.disposals.entries()) {
    const move = slices.move[slice] as number;
    const event = moves.event[move] as number;
    const number = (numbers[event] = (numbers[event] ?? 0) + 1);
    const parcel = slices.parcel[slice] as number;
    if (parcel === NO_PARCEL || isWanted[moves.place[move] as number] !== true) continue;
    const part: LotLeft = {
      place,
      number,
      event: matching.eventOf(move),
      time: moves.since[move] as Instant,
      quantity: slices.quantity[slice] as Quantity,
    };
    const lot = parcels.lot[parcel] as number;
    const known = left.get(lot);
    if (known === undefined) left.set(lot, [part]);
    else known.push(part);
  }
  return left;
}
