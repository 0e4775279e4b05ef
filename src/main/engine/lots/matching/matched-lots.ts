import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Disposal, LotId, MatchReason, OpenLot } from '../../../../shared/domain/lot.ts';
import { add, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { IncomeItem, LotLife, LotMatching, LotOrigin } from '../lot-matching.ts';
import { byAcquisition } from './lot-columns.ts';
import { carriedByLot } from './carried-units.ts';
import type { CarriedUnits } from './carried-units.ts';
import { lotLives } from './lot-lives.ts';
import type { Matching } from './matching.ts';
import type { Place } from '../moves/move-columns.ts';
import { realisedByYear } from '../realised-by-year.ts';
import type { DisposedAmounts, DisposedYear } from '../realised-by-year.ts';
import { NO_PARCEL } from './slice-columns.ts';

/** A finished matching, read as lots and disposals: they are made of its columns when they are asked for. */
export class MatchedLots implements LotMatching {
  /** Never changes again: another matching may take up from it. */
  readonly matching: Matching;
  #openLots: readonly OpenLot[] | null = null;
  #disposals: readonly Disposal[] | null = null;
  #years: readonly DisposedYear[] | null = null;
  #issues: readonly Issue[] | null = null;
  readonly #lives = new Map<AssetId, readonly LotLife[]>();
  #carried: ReadonlyMap<number, readonly CarriedUnits[]> | null = null;

  constructor(matching: Matching) {
    this.matching = matching;
  }

  get openLots(): readonly OpenLot[] {
    return (this.#openLots ??= openLotsOf(this.matching));
  }

  get disposals(): readonly Disposal[] {
    return (this.#disposals ??= this.matching.slices.disposals.map((_, place) => this.disposalAt(place)));
  }

  get disposalCount(): number {
    return this.matching.slices.disposals.length;
  }

  get years(): readonly DisposedYear[] {
    return (this.#years ??= realisedByYear(this.#allAmounts()));
  }

  get income(): readonly IncomeItem[] {
    return this.matching.moves.income;
  }

  get issues(): readonly Issue[] {
    return (this.#issues ??= [
      ...this.matching.issues.map(({ issue }) => issue),
      ...this.matching.moves.issues.map(({ issue }) => issue),
    ]);
  }

  disposalAt(place: number): Disposal {
    const { moves, slices, parcels } = this.matching;
    const slice = slices.disposals[place] as number;
    const move = slices.move[slice] as number;
    const parcel = slices.parcel[slice] as number;
    const amounts = this.amountsAt(place);
    const origin = parcel === NO_PARCEL ? this.#missing(move) : this.#originOf(parcels.lot[parcel] as number);
    return {
      event: this.matching.eventOf(move),
      asset: amounts.asset,
      account: amounts.account,
      quantity: slices.quantity[slice] as Quantity,
      lot: origin.id,
      acquired: origin.acquired,
      acquiredDate: origin.acquiredDate,
      disposed: moves.since[move] as Instant,
      disposedDate: amounts.disposedDate,
      proceeds: amounts.proceeds,
      costBasis: amounts.costBasis,
      gain: amounts.gain,
      term: amounts.term,
      cause: amounts.cause,
      reason: slices.reason[slice] as MatchReason,
      basisUnknown: amounts.basisUnknown,
    };
  }

  amountsAt(place: number): DisposedAmounts {
    const { moves, slices } = this.matching;
    const slice = slices.disposals[place] as number;
    const move = slices.move[slice] as number;
    const { asset, account } = this.matching.placeOf(move);
    const proceeds = slices.proceeds[slice] as Money;
    const adjusted = slices.adjustedCost.get(slice);
    const costBasis = adjusted ?? (slices.cost[slice] as Money);
    const gain = subtract(proceeds, costBasis);
    const disposedDate = moves.day[move] as LocalDate;
    const from = this.#longTermFrom(slice, adjusted !== undefined && !isPositive(gain));
    return {
      asset,
      account,
      disposedDate,
      proceeds,
      costBasis,
      gain,
      term: disposedDate >= from ? 'long' : 'short',
      cause: moves.cause[move] as Disposal['cause'],
      basisUnknown: slices.assumed.has(slice),
    };
  }

  /** Sums need no lots and no ids: a million disposals are added up without keeping one object. */
  *#allAmounts(): Iterable<DisposedAmounts> {
    for (let place = 0; place < this.disposalCount; place++) yield this.amountsAt(place);
  }

  /** A loss on a gift counts from the day it was given (Reg. §1.1015-1(a), 26 U.S.C. 1223(2)). */
  #longTermFrom(slice: number, asGiven: boolean): LocalDate {
    const { moves, lots, slices, parcels } = this.matching;
    const parcel = slices.parcel[slice] as number;
    if (parcel === NO_PARCEL) return lots.turnsLongTerm(moves.day[slices.move[slice] as number] as LocalDate);
    const acquired = lots.move[parcels.lot[parcel] as number] as number;
    return lots.turnsLongTerm(
      asGiven ? this.matching.dayOfEvent(acquired) : (moves.day[acquired] as LocalDate),
    );
  }

  get assets(): readonly AssetId[] {
    return [...new Set(this.matching.moves.places.map(({ asset }) => asset))];
  }

  livesOf(asset: AssetId): readonly LotLife[] {
    let known = this.#lives.get(asset);
    if (known === undefined) {
      known = lotLives(this.matching, new Set([asset])).get(asset) ?? [];
      this.#lives.set(asset, known);
    }
    return known;
  }

  /** The moves between own accounts that parts of a lot went through, in order. */
  carriedOf(id: LotId): readonly CarriedUnits[] {
    this.#carried ??= carriedByLot(this.matching);
    return this.#carried.get(this.matching.lots.numberOf(id)) ?? [];
  }

  originOf(id: LotId): LotOrigin | undefined {
    const { lots, moves } = this.matching;
    const lot = lots.numberOf(id);
    if (lot === -1) return undefined;
    const move = lots.move[lot] as number;
    return {
      ...this.#originOf(lot),
      ...this.#placeOf(move),
      longTermFrom: lots.longTermFrom(lot),
      event: this.matching.eventOf(move),
      quantity: moves.quantity[move] as Quantity,
      costBasis: lots.costBasis(lot),
      basisUnknown: lots.basisUnknown(lot),
    };
  }

  #placeOf(move: number): Pick<Place, 'asset' | 'account'> {
    const { asset, account } = this.matching.placeOf(move);
    return { asset, account };
  }

  #originOf(lot: number): Pick<LotOrigin, 'id' | 'acquired' | 'acquiredDate'> {
    const { moves, lots } = this.matching;
    const move = lots.move[lot] as number;
    return {
      id: lots.idOf(lot),
      acquired: moves.since[move] as Instant,
      acquiredDate: moves.day[move] as LocalDate,
    };
  }

  #missing(move: number): Pick<LotOrigin, 'id' | 'acquired' | 'acquiredDate'> {
    const { moves } = this.matching;
    return {
      id: `missing:${this.matching.eventOf(move)}` as string as LotId,
      acquired: moves.since[move] as Instant,
      acquiredDate: moves.day[move] as LocalDate,
    };
  }
}

/**
 * What is still held: by asset, account, acquisition. Parts of one lot that reached an account separately are one.
 * In one pool a lot stands with the account that acquired it.
 */
function openLotsOf(matching: Matching): readonly OpenLot[] {
  const { parcels, lots } = matching;
  const held: {
    readonly account: AccountId;
    readonly parcel: number;
    readonly lot: number;
    readonly asset: string;
  }[] = [];
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    if (!isPositive(parcels.quantity[parcel] as Quantity)) continue;
    const { asset, account } = matching.moves.places[parcels.place[parcel] as number] as Place;
    held.push({ account, parcel, lot: parcels.lot[parcel] as number, asset });
  }
  held.sort(
    (a, b) =>
      byText(a.asset, b.asset) ||
      byText(a.account, b.account) ||
      byAcquisition(lots, a.lot, b.lot) ||
      a.parcel - b.parcel,
  );
  const open: OpenLot[] = [];
  let last = -1;
  for (const { account, parcel, lot } of held) {
    const before = open.at(-1);
    const part = openLotOf(matching, parcel, account);
    if (before !== undefined && last === lot && before.account === account) {
      open[open.length - 1] = {
        ...before,
        quantity: add(before.quantity, part.quantity),
        costBasis: add(before.costBasis, part.costBasis),
        basisUnknown: before.basisUnknown || part.basisUnknown,
      };
    } else open.push(part);
    last = lot;
  }
  return open;
}

function openLotOf(matching: Matching, parcel: number, account: AccountId): OpenLot {
  const { parcels } = matching;
  const lot = parcels.lot[parcel] as number;
  const quantity = parcels.quantity[parcel] as Quantity;
  const costBasis = parcels.cost[parcel] as Money;
  const basisUnknown = parcels.isAssumed(parcel, matching.lots);
  const { lots, moves } = matching;
  const move = lots.move[lot] as number;
  return {
    id: lots.idOf(lot),
    event: matching.eventOf(move),
    asset: matching.placeOf(move).asset,
    account,
    quantity,
    acquired: moves.since[move] as Instant,
    acquiredDate: moves.day[move] as LocalDate,
    costBasis,
    longTermFrom: lots.longTermFrom(lot),
    basisUnknown,
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
