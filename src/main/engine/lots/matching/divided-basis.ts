/** How basis left in one pool is divided among the accounts that hold the units. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AllocationWay, LotChoice } from '../../../../shared/domain/lot-records.ts';
import { add, compare, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LotColumns } from './lot-columns.ts';
import { eachInSteps } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { lotOrders } from '../methods/lot-pools.ts';

/** Units of a lot, by number. */
export interface LotUnits {
  readonly lot: number;
  readonly quantity: Quantity;
}

/** Units of a lot in an account. */
export interface PlacedUnits extends LotUnits {
  readonly account: AccountId;
}

export interface BasisToDivide {
  /** What is left of each lot of one asset, by acquisition. */
  readonly left: readonly LotUnits[];
  /** What each account holds; none below zero. */
  readonly held: ReadonlyMap<AccountId, Quantity>;
  /** Which lots lie where by a matching inside each account, by acquisition. */
  readonly lying: readonly PlacedUnits[];
  /** Whether a lot is of the asset that is divided. */
  isOfAsset(lot: number): boolean;
  /** The account that acquired a lot. */
  acquiredIn(lot: number): AccountId;
}

/** What an allocation names and what of it could be placed. */
export interface UnmetAllocation extends LotChoice {
  readonly account: AccountId;
  readonly placed: Quantity;
}

export interface DividedBasis {
  readonly placed: readonly PlacedUnits[];
  readonly unmet: readonly UnmetAllocation[];
}

/**
 * Where the units of each lot count as lying from now on.
 * In: the recorded allocation, or null. What it does not say: as units lie; then accounts that are still short, by name,
 * take what is left by acquisition. What no account holds stays with the account that acquired it.
 * Law: Rev. Proc. 2024-28, sections 4 and 5 (specific-unit and global allocation); Reg. §1.1012-1(j).
 */
export function* dividedBasis(
  basis: BasisToDivide,
  way: AllocationWay | null,
  lots: LotColumns,
): Steps<DividedBasis> {
  const division = new Division(basis);
  const unmet: UnmetAllocation[] = [];
  for (const unit of way?.kind === 'specific-unit' ? way.units : []) {
    const lot = lots.numberOf(unit.lot);
    if (!basis.isOfAsset(lot)) continue;
    const placed = division.place({ ...unit, lot });
    if (compare(placed, unit.quantity) < 0) unmet.push({ ...unit, placed });
  }
  if (way?.kind === 'global') {
    const inOrder = basis.left.toSorted((a, b) => lotOrders[way.order](lots, a.lot, b.lot));
    yield* division.fill(way.accounts, inOrder);
    yield* division.fill(division.byName(), inOrder);
  } else {
    const lying = Map.groupBy(basis.lying, ({ account }) => account);
    for (const account of division.byName())
      yield* eachInSteps(lying.get(account) ?? [], (units) => division.place(units));
    yield* division.fill(division.byName(), basis.left);
  }
  yield* division.leaveRest();
  return { placed: division.placed, unmet };
}

const LOTS_OF_STEP = 500;

class Division {
  readonly placed: PlacedUnits[] = [];
  readonly #basis: BasisToDivide;
  readonly #left: Map<number, Quantity>;
  readonly #room: Map<AccountId, Quantity>;
  readonly #places = new Map<string, number>();

  constructor(basis: BasisToDivide) {
    this.#basis = basis;
    this.#left = new Map(basis.left.map(({ lot, quantity }) => [lot, quantity]));
    this.#room = new Map(basis.held);
  }

  byName(): readonly AccountId[] {
    return [...this.#room.keys()].toSorted();
  }

  /** As many of the units as are left of the lot and the account has room for. Out: how many. */
  place({ lot, account, quantity }: PlacedUnits): Quantity {
    const left = this.#left.get(lot) ?? zeroQuantity;
    const room = this.#room.get(account) ?? zeroQuantity;
    const placed = smaller(quantity, smaller(left, room));
    this.#put(lot, account, placed);
    return placed;
  }

  /** Accounts one after the other, each with the lots that come first. */
  *fill(accounts: readonly AccountId[], lots: readonly LotUnits[]): Steps<void> {
    for (const account of accounts) {
      let place = 0;
      for (const { lot } of lots) {
        if (!isPositive(this.#room.get(account) ?? zeroQuantity)) break;
        this.place({ lot, account, quantity: this.#left.get(lot) ?? zeroQuantity });
        if (++place % LOTS_OF_STEP === 0) yield;
      }
    }
  }

  *leaveRest(): Steps<void> {
    yield* eachInSteps(this.#basis.left, ({ lot }) =>
      this.#put(lot, this.#basis.acquiredIn(lot), this.#left.get(lot) ?? zeroQuantity),
    );
  }

  #put(lot: number, account: AccountId, quantity: Quantity): void {
    if (!isPositive(quantity)) return;
    const key = `${lot} ${account}`;
    const known = this.#places.get(key);
    const before = known === undefined ? undefined : this.placed[known];
    if (known === undefined || before === undefined) {
      this.#places.set(key, this.placed.push({ lot, account, quantity }) - 1);
    } else this.placed[known] = { ...before, quantity: add(before.quantity, quantity) };
    this.#left.set(lot, subtract(this.#left.get(lot) ?? zeroQuantity, quantity));
    this.#room.set(account, subtract(this.#room.get(account) ?? zeroQuantity, quantity));
  }
}
