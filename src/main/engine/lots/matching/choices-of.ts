import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Matching } from './matching.ts';

/** The lots that were identified for what a move sells or swaps, as far as they are its own; undefined where none were. */
export function choicesOf(matching: Matching, move: number): readonly LotChoice[] | undefined {
  const cause = matching.moves.cause[move];
  if (cause !== 'sale' && cause !== 'swap') return undefined;
  const choices = matching.options.chosenLots?.get(matching.eventOf(move));
  if (choices === undefined) return undefined;
  // An event can give away several coins: each has its own choices.
  const others = otherAssets(matching, move);
  const own = others.size === 0 ? choices : choices.filter(({ lot }) => !others.has(assetOf(matching, lot)));
  return withoutTaken(matching, own, move);
}

/** Two moves of one event share its choices: what the first has taken is not there for the second. */
function withoutTaken(
  { moves, slices, lots, parcels }: Matching,
  choices: readonly LotChoice[],
  move: number,
): readonly LotChoice[] {
  const event = moves.event[move];
  if (moves.event[move - 1] !== event) return choices;
  const taken = new Map<LotId, Quantity>();
  for (let slice = slices.count - 1; slice >= 0; slice--) {
    if (moves.event[slices.move[slice] as number] !== event) break;
    if (slices.reason[slice] !== 'identified') continue;
    const lot = lots.idOf(parcels.lot[slices.parcel[slice] as number] as number);
    taken.set(lot, add(taken.get(lot) ?? zeroQuantity, slices.quantity[slice] as Quantity));
  }
  return choices.flatMap(({ lot, quantity }) => {
    const left = subtract(quantity, taken.get(lot) ?? zeroQuantity);
    return isPositive(left) ? [{ lot, quantity: left }] : [];
  });
}

/** What else the move's event gives away. */
function otherAssets(matching: Matching, move: number): ReadonlySet<AssetId | null> {
  const { moves } = matching;
  const event = moves.event[move];
  let first = move;
  while (moves.event[first - 1] === event) first--;
  const others = new Set<AssetId | null>();
  for (let one = first; moves.event[one] === event; one++)
    if (moves.kind[one] === 'dispose' && moves.cause[one] !== 'fee') others.add(matching.placeOf(one).asset);
  others.delete(matching.placeOf(move).asset);
  return others;
}

function assetOf({ lots, moves }: Matching, id: LotId): AssetId | null {
  const lot = lots.numberOf(id);
  if (lot === -1) return null;
  return moves.places[moves.place[lots.move[lot] as number] as number]?.asset ?? null;
}
