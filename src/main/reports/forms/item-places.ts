/**
 * Where each result of futures and each change by straddle rules stands: on one form and one line, never on two.
 *
 * item → Form 6781 Part I line 1 (section 1256 results) or line 4 (their changes)
 *      → Form 8949 (changes of a coin's sale; futures outside section 1256 that hedge nothing)
 *      → Form 6781 Part II (straddle positions with losses: Section A; gains of futures that hedge: Section B)
 *      → no form of capital gains (ordinary income)
 */
import { add, isPositive } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { TaxItem } from '../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { isResult } from '../../engine/tax/realised-years.ts';
import type { NamedFuture, YearFacts } from '../year-facts.ts';

export interface ShortLong {
  readonly short: Money;
  readonly long: Money;
}

const noShortLong: ShortLong = { short: zeroMoney, long: zeroMoney };

/** What of one position or lot stands on a form, beside its changes. */
export interface PlacedPosition extends ShortLong {
  readonly of: string;
  /** undefined for a lot, and for results that name no position. */
  readonly future: NamedFuture | undefined;
  /** What it is made of. */
  readonly items: readonly TaxItem[];
}

/** A sale of coins that Section A lists instead of Form 8949. */
export interface PlacedSale extends ShortLong {
  readonly of: string;
  /** Place among the year's disposals. */
  readonly place: number;
  /** What straddle rules change of it. */
  readonly items: readonly TaxItem[];
}

export interface ItemPlaces {
  /** Section 1256: results and marks, by position. */
  readonly results1256: ReadonlyMap<string, Money>;
  /** Section 1256: what straddle rules change. */
  readonly changes1256: readonly TaxItem[];
  /** Changes of sales that stand on Form 8949, by the disposal's id. */
  readonly saleChanges: ReadonlyMap<string, readonly TaxItem[]>;
  /** Short or long changes of a lot that no sale of the year carries: a deemed sale. */
  readonly otherChanges: readonly TaxItem[];
  /** Futures outside section 1256 that hedge nothing. */
  readonly plainFutures: readonly PlacedPosition[];
  readonly lossPositions: readonly PlacedPosition[];
  readonly lossSales: readonly PlacedSale[];
  readonly gainPositions: readonly PlacedPosition[];
  readonly ordinary: Money;
}

/** Results that no position is named for stand under this name. */
export const LOOSE = 'loose';

/** The places of everything that futures and straddles bring to a year. */
export function itemPlaces(facts: YearFacts): ItemPlaces {
  const sales = lossSaleIds(facts);
  const { items } = facts.straddles;
  const capital = items.filter(({ character }) => character !== 'ordinary');
  const of1256 = capital.filter(({ character }) => character === 'section1256');
  const others = capital.filter(({ character }) => character !== 'section1256');
  const ofLots = others.filter((item) => facts.futureOf(item.of) === undefined);
  const ofFutures = others.filter((item) => facts.futureOf(item.of) !== undefined);
  const isOnSale = ({ disposal }: TaxItem): boolean => sales.taken.has(disposal ?? '');
  const isWaiting = (item: TaxItem): boolean => isLossItem(item) && !sales.known.has(item.disposal ?? '');
  const onSale = Map.groupBy(ofLots.filter(isOnSale), ({ disposal }) => disposal ?? '');
  const notOnSale = ofLots.filter((item) => !isOnSale(item));
  const waiting = notOnSale.filter(isWaiting);
  const left = notOnSale.filter((item) => !isWaiting(item));
  const futures = placedFutures(ofFutures, facts);
  return {
    ...looseAnd(results1256Of(of1256), facts),
    changes1256: of1256.filter((item) => !isResult(item)),
    saleChanges: Map.groupBy(
      left.filter(({ disposal }) => sales.known.has(disposal ?? '')),
      ({ disposal }) => disposal ?? '',
    ),
    otherChanges: left.filter(({ disposal }) => !sales.known.has(disposal ?? '')),
    plainFutures: [...futures.plain, ...loosePlain(facts)],
    lossPositions: [...futures.losses, ...positionsOf(waiting, facts)],
    lossSales: [...sales.taken].map(([id, place]) => placedSale(place, onSale.get(id) ?? [], facts)),
    gainPositions: futures.gains,
    ordinary: total([...items, ...facts.loose].filter(({ character }) => character === 'ordinary')),
  };
}

/** Sales at a loss on a lot of a straddle: what Section A is for. */
function lossSaleIds({ straddles, disposals }: YearFacts): {
  readonly taken: ReadonlyMap<string, number>;
  readonly known: ReadonlySet<string>;
} {
  const touched = new Set(straddles.items.flatMap(({ disposal }) => disposal ?? []));
  const lots = new Set<string>(straddles.losses.map(({ position }) => position));
  const taken = new Map<string, number>();
  const known = new Set<string>();
  if (touched.size === 0 && lots.size === 0) return { taken, known };
  for (let place = 0; place < disposals.count; place++) {
    const id = disposals.idAt(place);
    if (!touched.has(id)) continue;
    known.add(id);
    const { gain, lot } = disposals.at(place);
    if (gain < zeroMoney && lots.has(lot)) taken.set(id, place);
  }
  return { taken, known };
}

function placedSale(place: number, items: readonly TaxItem[], { disposals }: YearFacts): PlacedSale {
  const { gain, term, lot } = disposals.at(place);
  const changes = shortLong(items);
  return { of: lot, place, items, ...changes, [term]: add(changes[term], gain) };
}

/** A loss that waits or comes free: what belongs into Section A even where nothing was sold this year. */
function isLossItem({ kind }: TaxItem): boolean {
  return kind === 'deferred' || kind === 'released';
}

function results1256Of(items: readonly TaxItem[]): Map<string, Money> {
  const results = new Map<string, Money>();
  for (const item of items) {
    if (isResult(item)) results.set(item.of, add(results.get(item.of) ?? zeroMoney, item.amount));
  }
  return results;
}

function looseAnd(
  results: Map<string, Money>,
  { loose }: YearFacts,
): { readonly results1256: ReadonlyMap<string, Money> } {
  for (const { section1256, character, amount } of loose) {
    if (section1256 && character === 'capital')
      results.set(LOOSE, add(results.get(LOOSE) ?? zeroMoney, amount));
  }
  return { results1256: results };
}

function loosePlain({ loose }: YearFacts): readonly PlacedPosition[] {
  const found = loose.filter(({ section1256, character }) => !section1256 && character === 'capital');
  return found.length === 0
    ? []
    : [{ of: LOOSE, future: undefined, items: [], short: total(found), long: zeroMoney }];
}

interface PlacedFutures {
  readonly plain: readonly PlacedPosition[];
  readonly losses: readonly PlacedPosition[];
  readonly gains: readonly PlacedPosition[];
}

function placedFutures(items: readonly TaxItem[], facts: YearFacts): PlacedFutures {
  const plain: PlacedPosition[] = [];
  const losses: PlacedPosition[] = [];
  const gains: PlacedPosition[] = [];
  const withLoss = new Set<string>(facts.straddles.losses.map(({ position }) => position));
  for (const [of, found] of Map.groupBy(items, (item) => item.of as string)) {
    const future = facts.futureOf(of);
    const placed = (some: readonly TaxItem[]): PlacedPosition => ({
      of,
      future,
      items: some,
      ...shortLong(some),
    });
    const changes = found.filter((item) => !isResult(item));
    const results = found.filter(isResult);
    const inStraddle = future?.inStraddle === true || withLoss.has(of) || changes.length > 0;
    if (!inStraddle) plain.push(placed(found));
    else if (results.length > 0 && isPositive(total(results))) {
      gains.push(placed(results));
      if (changes.length > 0) losses.push(placed(changes));
    } else losses.push(placed(found));
  }
  return { plain, losses, gains };
}

function positionsOf(items: readonly TaxItem[], facts: YearFacts): readonly PlacedPosition[] {
  return [...Map.groupBy(items, (item) => item.of as string)].map(([of, found]) => ({
    of,
    future: facts.futureOf(of),
    items: found,
    ...shortLong(found),
  }));
}

/** Sums by term; what is of neither is left out. */
function shortLong(items: readonly Pick<TaxItem, 'character' | 'amount'>[]): ShortLong {
  return {
    short: total(items.filter(({ character }) => character === 'short')),
    long: total(items.filter(({ character }) => character === 'long')),
  };
}

function total(items: readonly { readonly amount: Money }[]): Money {
  return items.reduce((all, { amount }) => add(all, amount), zeroMoney);
}

export function sumShortLong(all: readonly ShortLong[]): ShortLong {
  return all.reduce(
    (sums, one) => ({ short: add(sums.short, one.short), long: add(sums.long, one.long) }),
    noShortLong,
  );
}
