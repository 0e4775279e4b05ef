import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId, OpenLot, Term } from '../../../../shared/domain/lot.ts';
import { isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { addDays } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import { trustShareOf } from '../../tax/jurisdictions/us/straddles/trust-shares.ts';
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
  /** Losses that something bought within 30 days would take away, with the day from which that is over. */
  readonly inWindow: readonly { readonly lot: OpenLot; readonly from: LocalDate }[];
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
  const inWindow: LeftOutLots['inWindow'][number][] = [];
  const withoutPrice = new Set<AssetId>();
  for (const lot of known) {
    const price = given.book.priceOn(lot.asset, date);
    if (price === null) {
      withoutPrice.add(lot.asset);
      continue;
    }
    const one = harvestLot({ lot, longTermFrom: longFrom(given, lot), price, date });
    const from = isNegative(one.gain) ? windowEnd({ given, plan, lots }, lot, date) : null;
    if (from === null) found.push(one);
    else inWindow.push({ lot, from });
  }
  return {
    lots: found,
    leftOut: {
      hedged: free.filter(({ id }) => hedged.has(id)),
      withoutBasis: free.filter(({ basisUnknown }) => basisUnknown),
      inWindow,
      withoutPrice: [...withoutPrice],
    },
  };
}

const WINDOW_DAYS = 31;

/**
 * When coins that were sold at a loss can be bought back: the same day, or after the 30 days in which that would take the
 * loss away.
 * Law: 26 U.S.C. 1091: trust shares today, coins from the day of the taxpayer's election on.
 */
export function buyBackDay(given: ExitCase, asset: AssetId, date: LocalDate): LocalDate {
  return hasWindow(given, asset, date) ? addDays(date, WINDOW_DAYS) : date;
}

function hasWindow({ facts }: ExitCase, asset: AssetId, date: LocalDate): boolean {
  const { washSalesFrom } = facts.straddles.elections;
  return trustShareOf(asset) !== undefined || (washSalesFrom !== null && date >= washSalesFrom);
}

/** When what was or will be bought within 30 days is far enough away; null where nothing is in the way. */
function windowEnd({ given, plan, lots }: HarvestCase, lot: OpenLot, date: LocalDate): LocalDate | null {
  if (!hasWindow(given, lot.asset, date)) return null;
  const bought = [
    ...lots.flatMap(({ id, asset, acquiredDate }) =>
      asset === lot.asset && id !== lot.id && acquiredDate <= date ? [acquiredDate] : [],
    ),
    ...plan.flatMap((one) => (one.kind === 'buy' && one.asset === lot.asset ? [one.date] : [])),
  ].filter((day) => addDays(day, WINDOW_DAYS) > date && addDays(date, WINDOW_DAYS) > day);
  return bought.reduce<LocalDate | null>((last, day) => {
    const end = addDays(day, WINDOW_DAYS);
    return last === null || end > last ? end : last;
  }, null);
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
