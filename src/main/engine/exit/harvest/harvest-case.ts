import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId, OpenLot, Term } from '../../../../shared/domain/lot.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { ExitCase } from '../exit-case.ts';

/** A plan, or nothing, and the lots that it leaves alone. */
export interface HarvestCase {
  readonly given: ExitCase;
  /** What the plan does; empty without one. */
  readonly plan: readonly PlannedAction[];
  readonly lots: readonly OpenLot[];
}

/** A lot as it could be sold on a day. */
export interface HarvestLot {
  readonly lot: OpenLot;
  readonly quantity: Quantity;
  readonly costBasis: Money;
  readonly price: Price;
  readonly value: Money;
  /** Signed. */
  readonly gain: Money;
  readonly term: Term;
}

/** Why a lot is not among those that can be harvested. */
export interface LeftOutLots {
  /** A hedge stands against them: their loss would wait for its gain. */
  readonly hedged: readonly OpenLot[];
  readonly withoutBasis: readonly OpenLot[];
  readonly withoutPrice: readonly AssetId[];
}

/**
 * Lots that the plan does not touch, as they could be sold on a day.
 * Law: 26 U.S.C. 1092(a)(1), Reg. 1.1092(b)-1T: a loss on a coin that a hedge stands against waits for the hedge's gain, and
 * coins bought within 30 days are its successor: such lots are left out.
 */
export function harvestLots(
  { given, plan, lots }: HarvestCase,
  date: LocalDate,
): { readonly lots: readonly HarvestLot[]; readonly leftOut: LeftOutLots } {
  const planned = new Set<LotId>(plan.flatMap((one) => (one.kind === 'sell' ? [one.lot] : [])));
  const hedged = hedgedLots(given, plan);
  const free = lots.filter(({ id, asset }) => !planned.has(id) && isCoinOf(given, asset));
  const known = free.filter(({ id, basisUnknown }) => !hedged.has(id) && !basisUnknown);
  const found: HarvestLot[] = [];
  const withoutPrice = new Set<AssetId>();
  for (const lot of known) {
    const price = given.book.priceOn(lot.asset, date);
    if (price === null) withoutPrice.add(lot.asset);
    else found.push(harvestLot({ lot, longTermFrom: longFrom(given, lot), price, date }));
  }
  return {
    lots: found,
    leftOut: {
      hedged: free.filter(({ id }) => hedged.has(id)),
      withoutBasis: free.filter(({ basisUnknown }) => basisUnknown),
      withoutPrice: [...withoutPrice],
    },
  };
}

function isCoinOf({ currency }: ExitCase, asset: AssetId): boolean {
  return assetClass(asset, currency) === 'coin';
}

function longFrom({ book }: ExitCase, lot: OpenLot): LocalDate {
  return book.lotOf(lot.id)?.longTermFrom ?? lot.longTermFrom;
}

function harvestLot({
  lot,
  longTermFrom,
  price,
  date,
}: {
  readonly lot: OpenLot;
  readonly longTermFrom: LocalDate;
  readonly price: Price;
  readonly date: LocalDate;
}): HarvestLot {
  const value = valueOf(lot.quantity, price, 'half-even');
  return {
    lot,
    quantity: lot.quantity,
    costBasis: lot.costBasis,
    price,
    value,
    gain: subtract(value, lot.costBasis),
    term: date >= longTermFrom ? 'long' : 'short',
  };
}

function hedgedLots({ facts, futures }: ExitCase, plan: readonly PlannedAction[]): ReadonlySet<string> {
  return new Set<string>([
    ...facts.straddles.offsets.filter(({ until }) => until === null).map(({ long }) => long),
    ...plan.flatMap((one) => (one.kind === 'open' ? one.offsets.map(({ long }) => long) : [])),
    ...futures.flatMap(({ offsets }) => offsets.map(({ long }) => long)),
  ]);
}
