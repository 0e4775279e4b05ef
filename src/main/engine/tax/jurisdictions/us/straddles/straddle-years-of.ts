/**
 * Every year of a case under the straddle rules.
 *
 * offsets that count → futures by year → additions to basis → lots through their straddles → characters → losses tested
 * at each year's end → years
 */
import { isZero, negate, smaller, subtract, sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import { lastDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import { carryingAdditions, identifiedAdditions } from './basis-additions.ts';
import { conversionIssues } from './conversion-flag.ts';
import { countedAs } from './counted-as.ts';
import { testedYears } from './tested-years.ts';
import { offsettingOf } from './effective-offsets.ts';
import type { Offsetting } from './effective-offsets.ts';
import { futureCharacters } from './future-characters.ts';
import type { CharacterisedLoss } from './future-characters.ts';
import { futureTerm, isLongTermAgainst } from './future-term.ts';
import { futureItems, futureYears } from './future-years.ts';
import type { FutureYear } from './future-years.ts';
import type { LotLoss } from './departed-part.ts';
import { keptWalk } from './kept-walks.ts';
import type { BasisAddition, LotWalk } from './lot-walk.ts';
import { oppositeResult } from './opposite-result.ts';
import type { TestedLoss } from './deferred-losses.ts';
import type { StraddleCase, StraddleLot, TaxPositionId } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { StraddleYears, TaxItem } from './straddle-years.ts';
import { withoutLongTermLegs } from './mixed-with-long-term.ts';
import { washSales } from './wash-sales.ts';

/**
 * What section 1256 and the straddle rules make of each year: items by character, losses that wait, clocks, bases.
 * Out: over all years, items and plain disposals add up to proceeds less cost plus what futures brought, but for what still
 * waits, stands in a basis, or was marked on what is open.
 * Law: 26 U.S.C. 1092, 1256, 263(g), 1091, 1259 and Reg. 1.1092(b)-1T to -6; where it is silent:
 * docs/decisions/2026-11-22-straddles.md.
 */
export function straddleYears(given: StraddleCase): StraddleYears {
  const offsetting = offsettingOf(given);
  const futures = given.futures.flatMap((future) =>
    futureYears(
      future,
      given,
      offsetting.section1256.get(future.id) === true,
      futureTerm(future, offsetting.byPosition.get(future.id) ?? []),
    ),
  );
  const washed = washSales(given);
  const carrying = carryingAdditions(offsetting, given);
  const identified = identifiedAdditions(futures, offsetting, given);
  const walks = walkLots(given, offsetting, washed, [...identified, ...carrying.additions]);
  const unplaced = [...walks.values()].flatMap((walk) => walk.unplaced);
  const characters = characterise(futures, walks, offsetting, given, identified, unplaced);
  const items = [
    ...futures.flatMap(futureItems),
    ...[...walks.values()].flatMap((walk) => walk.items),
    ...characters.items,
    ...looseCosts(unplaced, carrying.loose, offsetting),
    ...shortBasisItems(walks),
  ];
  const ofLots = withoutLongTermLegs(
    [...walks.values()].flatMap((walk) => walk.losses),
    offsetting,
  );
  const losses = [...characters.losses, ...lotLosses(ofLots.losses)];
  const tested = testedYears({ given, offsetting, walks, items: [...items, ...ofLots.items], losses });
  return {
    years: tested.years,
    offsets: offsetting.offsets.map(({ given: offset, from, until, regime }) => ({
      ...offset,
      from,
      until,
      regime,
    })),
    holdingPeriods: [...walks.values()].flatMap((walk) => walk.holdingPeriods),
    basisAdjustments: [...walks.values()].flatMap((walk) => walk.basisAdjustments),
    issues: [
      ...offsetting.issues,
      ...washed.issues,
      ...conversionIssues(offsetting.offsets),
      ...[...walks.values()].flatMap((walk) => walk.issues),
      ...tested.issues,
    ],
  };
}

function walkLots(
  given: StraddleCase,
  { byPosition, section1256 }: Offsetting,
  { byLot, disallowed }: ReturnType<typeof washSales>,
  found: readonly BasisAddition[],
): ReadonlyMap<StraddleLot, LotWalk> {
  const additions = Map.groupBy(found, ({ offset }) => offset?.lot ?? null);
  const is1256 = (position: TaxPositionId): boolean => section1256.get(position) === true;
  const walks = new Map<StraddleLot, LotWalk>();
  for (const lot of given.lots) {
    const offsets = byPosition.get(lot.id) ?? [];
    const own = [...(additions.get(lot) ?? []), ...(byLot.get(lot) ?? [])];
    const isPlain = offsets.length === 0 && own.length === 0;
    if (isPlain && !lot.departures.some(({ id }) => disallowed.has(id))) continue;
    walks.set(lot, keptWalk({ lot, offsets, additions: own, disallowed, given, is1256 }));
  }
  return walks;
}

/** Characters of the futures' results, and the losses of straddles that are left to test. */
function characterise(
  futures: readonly FutureYear[],
  walks: ReadonlyMap<StraddleLot, LotWalk>,
  { byPosition, section1256 }: Offsetting,
  given: StraddleCase,
  identified: readonly BasisAddition[],
  unplaced: readonly BasisAddition[],
): { readonly items: readonly TaxItem[]; readonly losses: readonly TestedLoss[] } {
  const against = new Set([...walks.values()].flatMap((walk) => walk.longTermAgainst));
  const is1256 = (position: TaxPositionId): boolean => section1256.get(position) === true;
  const items: TaxItem[] = [];
  const losses: TestedLoss[] = [];
  for (const of of futures) {
    const { future, year, lastDate } = of;
    const all = byPosition.get(future.id) ?? [];
    const offsets = all.filter(({ from }) => from <= lastDayOfYear(year));
    const result = futureCharacters({
      of,
      offsets,
      isAgainstLongTerm: against.has(future.id) || isLongTermAgainst(future, offsets, is1256),
      longTermLoss1256: given.elections.longTermLoss1256,
      is1256,
      oppositeResult: oppositeResult(of, offsets, given),
    });
    items.push(...result.items);
    if (offsets.some(({ regime }) => regime === 'identified')) {
      items.push(...identifiedItems(of, result.losses, identified, unplaced));
      continue;
    }
    const disposed = future.closed;
    for (const loss of result.losses) losses.push({ ...loss, sustained: year, date: lastDate, disposed });
  }
  return { items, losses };
}

/** The loss of an identified straddle is not deducted as far as it went into the basis of what was left of the straddle. */
function identifiedItems(
  { future, year, lastDate }: FutureYear,
  losses: readonly CharacterisedLoss[],
  additions: readonly BasisAddition[],
  unplaced: readonly BasisAddition[],
): readonly TaxItem[] {
  const ofLoss = (all: readonly BasisAddition[]): TaxItem['amount'] =>
    sum(
      all
        .filter(({ offset, date }) => offset?.short === future && date === lastDate)
        .map(({ amount }) => amount),
      zeroMoney,
    );
  let placed = subtract(
    ofLoss(additions),
    ofLoss(unplaced.filter(({ rule }) => rule === straddleRules.identified)),
  );
  return losses.flatMap(({ amount, character }): TaxItem[] => {
    const part = smaller(amount, placed);
    placed = subtract(placed, part);
    const item = { year, of: future.id, kind: 'disallowed' as const, rule: straddleRules.identified };
    return countedAs(character, part).flatMap(([counted, share]) =>
      isZero(share) ? [] : [{ ...item, character: counted, amount: share }],
    );
  });
}

/** Costs of carrying that found nothing carried stay with their position. */
function looseCosts(
  unplaced: readonly BasisAddition[],
  loose: StraddleCase['carryingCosts'],
  { section1256 }: Offsetting,
): readonly TaxItem[] {
  const item = (
    position: TaxPositionId,
    date: BasisAddition['date'],
    amount: TaxItem['amount'],
  ): TaxItem => ({
    year: yearOf(date),
    character: section1256.get(position) === true ? 'section1256' : 'short',
    amount: negate(amount),
    of: position,
    kind: 'result',
    rule: straddleRules.otherResult,
  });
  return [
    ...loose.map(({ position, date, amount }) => item(position, date, amount)),
    ...unplaced.flatMap(({ offset, date, amount, rule }) =>
      offset === null || rule !== straddleRules.carryingCost ? [] : [item(offset.short.id, date, amount)],
    ),
  ];
}

/** Losses of coins in identified straddles stand in the basis of the short, and count when it is closed. */
function shortBasisItems(walks: ReadonlyMap<StraddleLot, LotWalk>): readonly TaxItem[] {
  return [...walks.values()].flatMap((walk) =>
    walk.losses.flatMap(({ intoBasisOf, amount }): TaxItem[] => {
      const short = intoBasisOf?.short;
      if (short === undefined || short.closed === null) return [];
      const of = { year: yearOf(short.closed), of: short.id, kind: 'basis' as const };
      return [{ ...of, character: 'short', amount: negate(amount), rule: straddleRules.identified }];
    }),
  );
}

function lotLosses(losses: readonly LotLoss[]): readonly TestedLoss[] {
  return losses.flatMap(({ lot, departure, amount, character, offsets, intoBasisOf }) => {
    if (intoBasisOf !== null) return [];
    const { date, id } = departure;
    const of = { position: lot, sustained: yearOf(date), date, disposed: date, disposal: id };
    return [{ ...of, offsets, amount, character }];
  });
}
