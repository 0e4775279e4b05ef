import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LotMatching } from '../../../engine/lots/lot-matching.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import type { Offset, TaxPositionId } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { emptyRealisedYear } from '../../../engine/tax/realised-years.ts';
import type { DisposalSource, NamedFuture, YearFacts } from '../../../reports/year-facts.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { brokerFormOf } from './broker-forms.ts';

/** What the forms of a year are made of, of a ledger; kept as long as it stays the same. */
export function yearFactsOf(derived: Derived, year: number): YearFacts {
  const known = byYear(derived);
  let facts = known.get(year);
  if (facts === undefined) known.set(year, (facts = madeOf(derived, year)));
  return facts;
}

const byYear = keptFor((_: Derived) => new Map<number, YearFacts>());

function madeOf(derived: Derived, year: number): YearFacts {
  const { lots, taxYears, facts, taxElections } = derived;
  const straddles = taxYears.straddles.years.find((one) => one.year === year);
  const offsets = taxYears.straddles.offsets
    .filter((offset) => isOf(offset, year))
    .map((offset) => asOfYear(offset, year));
  const inStraddle = new Set<string>(offsets.flatMap(({ short, long }) => [short, long]));
  const futureOf = futuresOf(derived, inStraddle);
  const regimes = new Set(offsets.map(({ regime }) => regime));
  const forms = new Map<AccountId, ReturnType<typeof brokerFormOf>>();
  return {
    year,
    currency: facts.currency,
    disposals: disposalsOfYear(lots, year),
    realised: taxYears.realised.find((one) => one.year === year) ?? emptyRealisedYear(year),
    straddles: straddles ?? { year, items: [], losses: [], deferred: [], unrecognised: [] },
    loose: taxYears.facts.loose.filter((one) => one.year === year),
    isPriceMissing: taxYears.issues.some((one) => one.year === year && MISSING_PRICES.has(one.code)),
    offsets,
    boxes: {
      a: regimes.has('section-1256d'),
      b: regimes.has('straddle-by-straddle'),
      c: false,
      d: taxElections.carrybackYears.has(year),
    },
    futureOf,
    nameOf: (id) => nameOf(id, derived, futureOf),
    eventsOf: (id) => eventsOf(id, derived),
    accountName: (account) => derived.accountName(account),
    brokerFormOf(account) {
      let known = forms.get(account);
      if (known === undefined) forms.set(account, (known = brokerFormOf(account, year, facts)));
      return known.form;
    },
    boughtThere: ({ lot, account }) => lots.originOf(lot)?.account === account,
    taxYear: taxYears.years.find(({ input }) => input.year === year) ?? null,
    taxYears: taxYears.years,
    history: facts.profile?.history ?? [],
    carrybackYears: taxElections.carrybackYears,
  };
}

const MISSING_PRICES: ReadonlySet<string> = new Set([
  'tax/no-straddle-price',
  'tax/no-year-end-mark',
  'tax/no-year-end-price',
]);

/** Whether an offset lasted in a year. */
function isOf({ from, until }: Offset, year: number): boolean {
  return yearOf(from) <= year && (until === null || yearOf(until) >= year);
}

/** An offset that ends in a later year lasts at the end of this one. */
function asOfYear(offset: Offset, year: number): Offset {
  return offset.until !== null && yearOf(offset.until) > year ? { ...offset, until: null } : offset;
}

/** One walk over the disposals of the ledger, whatever the year. */
const placesByYear = keptFor((lots: LotMatching) => {
  const years = new Map<number, { places: number[]; numbers: number[] }>();
  let event: string | undefined;
  let number = 0;
  for (let place = 0; place < lots.disposalCount; place++) {
    const { cause, disposedDate } = lots.amountsAt(place);
    const { event: ofThis } = lots.disposalAt(place);
    number = ofThis === event ? number + 1 : 1;
    event = ofThis;
    if (!isTaxed(cause)) continue;
    const year = yearOf(disposedDate);
    let found = years.get(year);
    if (found === undefined) years.set(year, (found = { places: [], numbers: [] }));
    found.places.push(place);
    found.numbers.push(number);
  }
  return years;
});

function disposalsOfYear(lots: LotMatching, year: number): DisposalSource {
  const { places, numbers } = placesByYear(lots).get(year) ?? { places: [], numbers: [] };
  const at = (place: number): ReturnType<LotMatching['disposalAt']> => lots.disposalAt(places[place] ?? -1);
  return {
    count: places.length,
    at,
    idAt: (place) => `${at(place).event}/${numbers[place] ?? 0}`,
  };
}

function futuresOf(derived: Derived, inStraddle: ReadonlySet<string>): YearFacts['futureOf'] {
  const { facts } = derived.taxYears;
  const byId = new Map<string, NamedFuture>(
    facts.straddles.futures.map((future) => {
      const account = facts.stretches.get(future.id)?.stretch.account ?? ('' as AccountId);
      const accountName = account === '' ? 'Tax details' : derived.accountName(account);
      return [future.id, { ...future, account, accountName, inStraddle: inStraddle.has(future.id) }];
    }),
  );
  return (id) => byId.get(id);
}

function eventsOf(id: string, { lots, taxYears }: Derived): readonly EventId[] {
  const stretch = taxYears.facts.stretches.get(id as TaxPositionId);
  if (stretch !== undefined) return stretch.stretch.steps.map(({ event }) => event);
  const lot = lots.originOf(id as LotId);
  return lot === undefined ? [] : [lot.event];
}

function nameOf(id: string, derived: Derived, futureOf: YearFacts['futureOf']): string {
  const future = futureOf(id as TaxPositionId);
  if (future !== undefined)
    return `${future.side} ${future.name}, ${future.accountName}, from ${dateText(future.opened)}`;
  const lot = derived.lots.originOf(id as LotId);
  if (lot === undefined) return id;
  return `${toText(lot.quantity)} ${lot.asset} bought ${dateText(lot.acquiredDate)}`;
}
