import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import { add, compare, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../issue-of.ts';
import type { Steps } from '../../steps.ts';
import { dividedBasis } from './divided-basis.ts';
import type { LotUnits, PlacedUnits, UnmetAllocation } from './divided-basis.ts';
import { byAcquisition } from './lot-columns.ts';
import { Matching } from './matching.ts';
import type { Place } from '../moves/move-columns.ts';

/** Divides what one pool has left among the accounts, where a matching has come to the day from which accounts count. */
export function* divideAmongAccounts(matching: Matching): Steps<void> {
  const { scope, at, timeZone } = matching.options;
  // Before that day nothing is divided yet: it is only said where units lie.
  const isThen =
    typeof scope === 'object' && (at === undefined || at >= startOfDay(scope.universalUntil, timeZone));
  const way = isThen ? scope.allocation : null;
  matching.settle();
  const assumed = assumedLots(matching);
  yield;
  const left = leftByAsset(matching);
  yield;
  const held = heldByAsset(matching);
  yield;
  const lying = yield* lyingByAsset(matching);
  const places = new Map(
    matching.moves.places.map(({ assetNumber, account }, place) => [`${assetNumber} ${account}`, place]),
  );
  const laid: (PlacedUnits & { cost: Money; place: number; isAssumed: boolean })[] = [];
  for (const [asset, { units, cost }] of left) {
    yield;
    const { placed, unmet } = yield* dividedBasis(
      {
        left: units,
        held: held.get(asset) ?? new Map<AccountId, Quantity>(),
        lying: lying.get(asset) ?? [],
        isOfAsset: (lot) => lot !== -1 && assetOf(matching, lot).assetNumber === asset,
        acquiredIn: (lot) => matching.placeOf(matching.lots.move[lot] as number).account,
      },
      way,
      matching.lots,
    );
    for (const one of unmet) reportUnmet(matching, one);
    for (const one of withCost(placed, units, cost)) {
      const place = places.get(`${asset} ${one.account}`) as number;
      laid.push({ ...one, place, isAssumed: assumed.has(one.lot) });
    }
  }
  if (way?.kind === 'specific-unit') reportNothingLeft(matching, way.units, left);
  yield;
  matching.layAnew(laid);
}

/** Lots of which a part rests on an assumed cost of zero. */
function assumedLots({ parcels, lots }: Matching): ReadonlySet<number> {
  const assumed = new Set<number>();
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    const holds = isPositive(parcels.quantity[parcel] as Quantity);
    if (holds && parcels.isAssumed(parcel, lots)) assumed.add(parcels.lot[parcel] as number);
  }
  return assumed;
}

function assetOf({ moves, lots }: Matching, lot: number): Place {
  return moves.places[moves.place[lots.move[lot] as number] as number] as Place;
}

function reportUnmet(matching: Matching, { lot, account, quantity, placed }: UnmetAllocation): void {
  const { asset } = assetOf(matching, matching.lots.numberOf(lot));
  const words = { lot, account, asset, quantity: toText(quantity), placed: toText(placed) };
  const issue = issueOf('lots/allocation-not-met', 'warning', words, { asset, account });
  matching.issues.push({ move: matching.byAccountFrom - 1, issue });
}

/** Units of a coin of which nothing was left: no division has looked at them. */
function reportNothingLeft(
  matching: Matching,
  units: readonly (LotChoice & { readonly account: AccountId })[],
  left: ReadonlyMap<number, Left>,
): void {
  for (const unit of units) {
    const lot = matching.lots.numberOf(unit.lot);
    if (lot !== -1 && !left.has(assetOf(matching, lot).assetNumber))
      reportUnmet(matching, { ...unit, placed: zeroQuantity });
  }
}

interface Left {
  readonly units: LotUnits[];
  readonly cost: Map<number, Money>;
}

/** What is left of each lot, by asset and acquisition. */
function leftByAsset({ parcels, lots, moves }: Matching): ReadonlyMap<number, Left> {
  const quantities = new Map<number, Quantity>();
  const costs = new Map<number, Money>();
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    const quantity = parcels.quantity[parcel] as Quantity;
    if (!isPositive(quantity)) continue;
    const lot = parcels.lot[parcel] as number;
    quantities.set(lot, add(quantities.get(lot) ?? zeroQuantity, quantity));
    costs.set(lot, add(costs.get(lot) ?? zeroMoney, parcels.cost[parcel] as Money));
  }
  const byAsset = new Map<number, Left>();
  for (const lot of [...quantities.keys()].toSorted((a, b) => byAcquisition(lots, a, b))) {
    const { assetNumber } = moves.places[moves.place[lots.move[lot] as number] as number] as Place;
    let left = byAsset.get(assetNumber);
    if (left === undefined) byAsset.set(assetNumber, (left = { units: [], cost: costs }));
    left.units.push({ lot, quantity: quantities.get(lot) as Quantity });
  }
  return byAsset;
}

/** What accounts hold by the moves alone; units under way count for the account that gets them. */
function heldByAsset({
  moves,
  byAccountFrom,
}: Matching): ReadonlyMap<number, ReadonlyMap<AccountId, Quantity>> {
  const held = new Map<number, Map<AccountId, Quantity>>();
  const put = (place: number, quantity: Quantity, sign: 1 | -1): void => {
    const { assetNumber, account } = moves.places[place] as Place;
    let byAccount = held.get(assetNumber);
    if (byAccount === undefined) held.set(assetNumber, (byAccount = new Map<AccountId, Quantity>()));
    const before = byAccount.get(account) ?? zeroQuantity;
    byAccount.set(account, sign === 1 ? add(before, quantity) : subtract(before, quantity));
  };
  for (let move = 0; move < Math.min(byAccountFrom, moves.count); move++) {
    const kind = moves.kind[move];
    const quantity = moves.quantity[move] as Quantity;
    if (kind === 'arrive') continue;
    put(moves.place[move] as number, quantity, kind === 'acquire' ? 1 : -1);
    if (kind === 'depart') put(moves.to[move] as number, quantity, 1);
  }
  for (const byAccount of held.values())
    for (const [account, quantity] of byAccount) if (!isPositive(quantity)) byAccount.delete(account);
  return held;
}

/** Which lots lie in which account, by matching inside each account up to that day. */
function* lyingByAsset(matching: Matching): Steps<ReadonlyMap<number, readonly PlacedUnits[]>> {
  const { moves, options, byAccountFrom } = matching;
  const inside = new Matching(moves, { ...options, scope: 'account' });
  const end = Math.min(byAccountFrom, moves.count);
  yield* inside.runInSteps(0, end);
  const lying: (PlacedUnits & { readonly asset: number })[] = [];
  const put = (place: number, { lot, quantity }: LotUnits): void => {
    const { account, assetNumber } = moves.places[place] as Place;
    if (isPositive(quantity)) lying.push({ lot, account, quantity, asset: assetNumber });
  };
  const { parcels } = inside;
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    const units = { lot: parcels.lot[parcel] as number, quantity: parcels.quantity[parcel] as Quantity };
    put(parcels.place[parcel] as number, units);
  }
  const arrived = new Set<number>();
  for (let move = 0; move < end; move++)
    if (moves.kind[move] === 'arrive') arrived.add(moves.link[move] as number);
  for (let move = 0; move < end; move++) {
    if (moves.kind[move] !== 'depart' || arrived.has(move)) continue;
    for (const units of inside.departed(move)) put(moves.to[move] as number, units);
  }
  return Map.groupBy(
    lying.toSorted((a, b) => byAcquisition(inside.lots, a.lot, b.lot)),
    ({ asset }) => asset,
  );
}

/** The units with their share of their lot's cost; of each lot the last takes what is left. */
function withCost(
  placed: readonly PlacedUnits[],
  left: readonly LotUnits[],
  costs: ReadonlyMap<number, Money>,
): readonly (PlacedUnits & { readonly cost: Money })[] {
  const open = new Map(
    left.map(({ lot, quantity }) => [lot, { quantity, cost: costs.get(lot) ?? zeroMoney }]),
  );
  return placed.map((one) => {
    const rest = open.get(one.lot) ?? { quantity: one.quantity, cost: zeroMoney };
    const isAll = compare(one.quantity, rest.quantity) === 0;
    const cost = isAll ? rest.cost : apportion(rest.cost, one.quantity, rest.quantity, 'half-even');
    open.set(one.lot, { quantity: subtract(rest.quantity, one.quantity), cost: subtract(rest.cost, cost) });
    return { ...one, cost };
  });
}
