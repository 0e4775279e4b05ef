/**
 * What the straddle rules make of the hedge alternative: its legs and the lots they hedge, through the straddle engine.
 *
 * case → lots with their planned sale, legs with results and year ends, what offsets what → `straddleYears` → gains by year
 * Law: 26 U.S.C. 1092; Reg. 1.1092(b)-1T, -2T; the elections in force.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../../shared/domain/tax-elections.ts';
import { invariant } from '../../../../shared/invariant.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  smaller,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, lastDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type {
  Offset,
  StraddleFuture,
  StraddleLot,
  TaxPositionId,
  YearEndUnrealised,
} from '../../tax/jurisdictions/us/straddles/straddle-case.ts';
import { offsetsOfPlanned } from '../../tax/jurisdictions/us/offsets/offsets-of-planned.ts';
import { straddleYears } from '../../tax/jurisdictions/us/straddles/straddle-years-of.ts';
import type { StraddleYears, TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import type { HedgedLot } from '../hedged-lots.ts';
import { rollDates } from '../roll-dates.ts';
import type { ComparisonCase, PlannedLeg } from './comparison-case.ts';
import { gainsOfSales } from './gains.ts';
import type { GainItem } from './gains.ts';
import { legFlows } from './leg-results.ts';
import type { LegFlow } from './leg-results.ts';
import { priceOn } from './price-path.ts';
import type { LotSale } from './sell-lots.ts';

/** A lot whose clock restarts and that is sold at the exit: its gain would be short-term. */
export interface RestartedSale {
  readonly sale: LotSale;
  readonly gain: Money;
}

/** A short's loss of one year, and what of it waits. */
export interface DeferredLoss {
  readonly asset: AssetId;
  readonly year: number;
  /** Positive: the year's own loss and what earlier years deferred. */
  readonly loss: Money;
  /** What of it earlier years deferred. */
  readonly carried: Money;
  readonly deferred: Money;
}

export interface StraddleReading {
  readonly items: readonly GainItem[];
  readonly restarted: readonly RestartedSale[];
  readonly losses: readonly DeferredLoss[];
  /** Still deferred after the last year of the comparison. */
  readonly leftDeferred: Money;
  /** Losses that would be long-term, by asset, positive. */
  readonly longTermLosses: readonly { readonly asset: AssetId; readonly amount: Money }[];
}

/** The gains of the hedge alternative as the straddle rules have them. */
export function straddleReading(given: ComparisonCase, sales: readonly LotSale[]): StraddleReading {
  const years = straddleYears(straddleCaseOf(given, sales));
  const items = years.years.flatMap((year) => year.items);
  return {
    items: [...gainsOfSales(sales), ...items.map((item) => gainItem(item, given))],
    restarted: restartedSales(items, sales),
    losses: given.legs.flatMap((leg, index) => lossesOf(years, leg, index)),
    leftDeferred: leftDeferred(years),
    longTermLosses: given.legs.flatMap((leg, index) => longTermLossOf(years, leg, index)),
  };
}

function straddleCaseOf(
  given: ComparisonCase,
  sales: readonly LotSale[],
): Parameters<typeof straddleYears>[0] {
  const elections = given.elections ?? defaultTaxElections;
  const offsets = offsetsOf(given);
  const firstYear = yearOf(given.asOf);
  const lastYear = given.years.at(-1)?.year ?? firstYear;
  return {
    lots: straddleLots(given, offsets, sales),
    futures: given.legs.map((leg, index) => straddleFuture(leg, index, given)),
    offsets,
    waiting: [],
    carryingCosts: [],
    firstYear,
    lastYear,
    asOf: lastDayOfYear(lastYear),
    elections,
    priceOn: (asset, date) => spotOn(given, asset, date),
  };
}

function legId(index: number): TaxPositionId {
  return `leg:${index}` as TaxPositionId;
}

/** The offset lots with what the exit sells of them. A lot that lies in several accounts is one. */
function straddleLots(
  { lots }: ComparisonCase,
  offsets: readonly Offset[],
  sales: readonly LotSale[],
): readonly StraddleLot[] {
  const offset = new Set<Offset['long']>(offsets.map(({ long }) => long));
  const byId = Map.groupBy(
    lots.filter(({ id }) => offset.has(id)),
    ({ id }) => id,
  );
  return [...byId.entries()].map(([id, accounts]) => {
    const [first] = accounts;
    invariant(first !== undefined, 'a group has a member');
    const { asset, acquiredDate: acquired } = first;
    return {
      id,
      asset,
      acquired,
      quantity: accounts.slice(1).reduce((total, lot) => add(total, lot.quantity), first.quantity),
      costBasis: sum(
        accounts.map(({ costBasis }) => costBasis),
        zeroMoney,
      ),
      departures: sales.flatMap(({ lot, date, quantity, proceeds, costBasis, term }, place) =>
        lot.id === id
          ? [{ id: `sale/${place}`, date, quantity, proceeds, costBasis, term, taxed: true }]
          : [],
      ),
    };
  });
}

function straddleFuture(leg: PlannedLeg, index: number, given: ComparisonCase): StraddleFuture {
  const realised = [...rollDates(leg.terms, given.exit), given.exit];
  return {
    id: legId(index),
    asset: leg.terms.underlying,
    name: leg.terms.symbol,
    side: isNegative(leg.coins) ? 'short' : 'long',
    section1256: leg.terms.section1256.status,
    coins: absolute<Quantity>(leg.coins),
    opened: given.asOf,
    closed: given.exit,
    results: resultsOf(legFlows(leg, given), realised),
    yearEnds: yearEndsOf(leg, realised, given),
  };
}

/** Profit as it is realised at rolls and at the exit, marks left out; carry and fees on their days. */
function resultsOf(flows: readonly LegFlow[], realised: readonly LocalDate[]): StraddleFuture['results'] {
  let unrealised = zeroMoney;
  return flows
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap(({ kind, date, year, amount }) => {
      if (kind !== 'profit') return [{ date, year, amount, character: 'capital' as const, event: null }];
      unrealised = add(unrealised, amount);
      if (!realised.includes(date)) return [];
      const result = { date, year, amount: unrealised, character: 'capital' as const, event: null };
      unrealised = zeroMoney;
      return [result];
    });
}

/** What the leg would bring at each year's end on the way: the move since it was opened or rolled last. */
function yearEndsOf(
  leg: PlannedLeg,
  realised: readonly LocalDate[],
  given: ComparisonCase,
): readonly YearEndUnrealised[] {
  const found: YearEndUnrealised[] = [];
  for (let year = yearOf(given.asOf); year <= yearOf(given.exit); year++) {
    const date = lastBusinessDayOfYear(year);
    if (date <= given.asOf || date >= given.exit) continue;
    const since = realised.findLast((one) => one <= date) ?? given.asOf;
    const price = priceOn(leg.price, leg.change, date, given);
    const move = subtract(price, priceOn(leg.price, leg.change, since, given));
    found.push({ year, date, price, unrealised: valueOf(leg.coins, move, 'half-even') });
  }
  return found;
}

/** Each short names the hedged lots of its asset in their order, none twice; what it offsets goes by the elections. */
function offsetsOf(given: ComparisonCase): readonly Offset[] {
  const { asOf: from, exit: until, elections = defaultTaxElections, lots: heldLots } = given;
  const { crossCounts = () => elections.crossAsset === 'always' } = given;
  const left = given.hedgedLots.map((one) => ({ ...one }));
  return given.legs.flatMap((leg, index): Offset[] => {
    if (!isNegative(leg.coins)) return [];
    const { asset, terms: spec, coins } = leg;
    const short = { asset, spec, coins: absolute<Quantity>(coins), lots: taken(left, leg) };
    return offsetsOfPlanned(short, { elections, heldLots, crossCounts }).map(
      ({ long, quantity, regime = 'none', by = 'planned' }) => ({
        short: legId(index),
        long,
        quantity,
        from,
        until,
        regime,
        by,
      }),
    );
  });
}

function taken(
  left: { readonly asset: AssetId; readonly lot: HedgedLot['lot']; quantity: Quantity }[],
  leg: PlannedLeg,
): readonly { readonly lot: LotId; readonly quantity: Quantity }[] {
  let wanted = absolute<Quantity>(leg.coins);
  return left.flatMap((one) => {
    if (one.asset !== leg.asset) return [];
    const quantity = smaller(one.quantity, wanted);
    if (isZero(quantity)) return [];
    wanted = subtract(wanted, quantity);
    one.quantity = subtract(one.quantity, quantity);
    return [{ lot: one.lot.id, quantity }];
  });
}

function spotOn(given: ComparisonCase, asset: AssetId, day: LocalDate): Price | null {
  const traded = given.trades.find((one) => one.asset === asset);
  if (traded === undefined || day < given.asOf) return null;
  // After the exit the price stays where it is.
  return priceOn(traded.price, traded.change, day > given.exit ? given.exit : day, given);
}

function gainItem({ year, character, amount, of }: TaxItem, { legs, hedgedLots }: ComparisonCase): GainItem {
  const index = legs.findIndex((_, place) => legId(place) === of);
  const leg = legs[index];
  const lot = hedgedLots.find((one) => one.lot.id === of);
  const asset = leg?.asset ?? lot?.asset;
  invariant(asset !== undefined, `an item is of a leg or of a hedged lot: ${of}`);
  invariant(character !== 'ordinary', 'legs of a comparison bring capital results only');
  return {
    year,
    character: leg !== undefined && character === 'short' ? 'other-futures' : character,
    amount,
    asset,
    from: leg === undefined ? { lot: of as LotId } : { leg: index },
  };
}

/** Sales whose gain the rules turn from long to short. */
function restartedSales(items: readonly TaxItem[], sales: readonly LotSale[]): readonly RestartedSale[] {
  return sales.flatMap((sale, place) => {
    const turned = items.filter(
      ({ kind, character, disposal }) =>
        kind === 'term' && character === 'short' && disposal === `sale/${place}`,
    );
    if (turned.length === 0 || sale.term !== 'long') return [];
    return [
      {
        sale,
        gain: sum(
          turned.map(({ amount }) => amount),
          zeroMoney,
        ),
      },
    ];
  });
}

function lossesOf({ years }: StraddleYears, { asset }: PlannedLeg, index: number): readonly DeferredLoss[] {
  return years.flatMap(({ year, losses }): DeferredLoss[] => {
    const own = losses.filter(({ position }) => position === legId(index));
    const total = (of: (one: (typeof own)[number]) => Money): Money => sum(own.map(of), zeroMoney);
    const carried = total((one) => one.carriedIn);
    const loss = add(
      total((one) => one.loss),
      carried,
    );
    return isPositive(loss)
      ? [
          {
            asset,
            year,
            loss,
            carried,
            deferred: subtract(
              loss,
              total((one) => one.recognised),
            ),
          },
        ]
      : [];
  });
}

function leftDeferred({ years }: StraddleYears): Money {
  return sum(
    (years.at(-1)?.deferred ?? []).map(({ amount }) => amount),
    zeroMoney,
  );
}

function longTermLossOf(
  { years }: StraddleYears,
  { asset }: PlannedLeg,
  index: number,
): StraddleReading['longTermLosses'] {
  const amount = sum(
    years.flatMap(({ losses }) =>
      losses
        .filter(({ position, character }) => position === legId(index) && character === 'long')
        .map(({ recognised }) => recognised),
    ),
    zeroMoney,
  );
  return isZero(amount) ? [] : [{ asset, amount }];
}
