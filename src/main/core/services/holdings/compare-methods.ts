/**
 * What each method would have given for a year: its sales by that method from the year's first day on, everything
 * before as it is on record. Named lots of the year's sales do not count then: the method decides all of them.
 */
import { setImmediate } from 'node:timers/promises';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateOf, lastDayOfYear } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, startOfDay } from '../../../../shared/time/time-zone.ts';
import type { LotMatching } from '../../../engine/lots/lot-matching.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import { lotMovesOf } from '../../../engine/lots/moves/lot-moves-of.ts';
import { matchMoves } from '../../../engine/lots/matching/match-moves.ts';
import { MatchedLots } from '../../../engine/lots/matching/matched-lots.ts';
import type { LotMoves } from '../../../engine/lots/moves/move-columns.ts';
import { emptyDisposedYear, realisedByYear } from '../../../engine/lots/realised-by-year.ts';
import type { DisposedYear } from '../../../engine/lots/realised-by-year.ts';
import { lotLaws } from '../../../engine/lots/law/lot-laws.ts';
import { assessYear } from '../../../engine/tax/assess-year.ts';
import { yearInputOf } from '../../../engine/tax/year-input-of.ts';
import type { CallContext, HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { chanceOf } from './method-chance.ts';
import { firstPlaceWhere, firstWhere } from '../../../../shared/first-where.ts';
import { lotIssues } from './lot-issues.ts';
import { unknownCostOf } from './unknown-cost.ts';

type Row = CallAnswer<'holdings.methods'>['rows'][number];

/** Shown beside the others although no coin may be sold by it: people ask for it. */
const ONLY_COMPARED: LotMethod = 'average';

export const compareMethodsHandlers: HandlersOf<'holdings.methods'> = {
  'holdings.methods': async ({ year }, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { prices } = derived.value;
    return ok({
      year,
      currency: prices.currency,
      rows: [...(await rowsOf(year, derived.value, context))],
      unknownCost: unknownCostOf(derived.value),
      issues: lotIssues(derived.value),
    });
  },
};

const rowsByYear = keptFor((_: Derived) => new Map<number, readonly Row[]>());

async function rowsOf(year: number, derived: Derived, context: CallContext): Promise<readonly Row[]> {
  const kept = rowsByYear(derived);
  const known = kept.get(year);
  if (known !== undefined) return known;
  const jurisdiction = derived.facts.profile?.jurisdiction ?? 'us';
  const inLaw = lotLaws[jurisdiction].methods.rule.filter((method) => method !== 'specific');
  const sold = placesOfYear(derived.lots, year).map((place) => derived.lots.disposalAt(place));
  const recorded = realisedIn(year, derived.lots);
  const rowWith = (method: LotMethod | 'recorded', realised: Realised): Row => ({
    ...rowOf(method, realised, recorded, derived),
    ...chanceOf(method, year, sold, derived),
  });
  const moves = movesUntil(year, derived);
  const rows: Row[] = [rowWith('recorded', recorded)];
  for (const method of [...inLaw, ONLY_COMPARED]) {
    context.progress('methods', rows.length - 1, inLaw.length + 1);
    await setImmediate(); // A million fills take seconds: others have their turn between two methods.
    context.signal.throwIfAborted();
    const matching = matchedBy(method, year, moves, derived);
    rows.push(rowWith(method, realisedIn(year, matching)));
  }
  kept.set(year, rows);
  return rows;
}

/** What happened after the year decides nothing in it. */
function movesUntil(year: number, { lots, events, ofLots, facts }: Derived): LotMoves {
  const moves = lots instanceof MatchedLots ? lots.matching.moves : lotMovesOf(events, ofLots.options);
  const end = endOfDay(lastDayOfYear(year), facts.timeZone);
  const count = firstWhere(moves.event, (event) => (moves.events[event] as LedgerEvent).time > end);
  return { ...moves, count, kept: { of: moves, count } };
}

/** By another method from the year's first day on; what came before is taken over from the matching on record. */
function matchedBy(method: LotMethod, year: number, moves: LotMoves, derived: Derived): LotMatching {
  const { options } = derived.ofLots;
  const start = startOfDay(dateOf(year, 1, 1), derived.facts.timeZone);
  const changed = {
    ...options,
    methodAt: (account: Parameters<typeof options.methodAt>[0], time: Instant): LotMethod =>
      time >= start ? method : options.methodAt(account, time),
    chosenLots: chosenBefore(start, derived),
  };
  return matchMoves(moves, changed, derived.lots);
}

function chosenBefore(
  start: Instant,
  { ofLots, events }: Derived,
): ReadonlyMap<EventId, readonly LotChoice[]> {
  const chosen = new Map(ofLots.options.chosenLots);
  for (let place = events.length - 1; place >= 0 && chosen.size > 0; place--) {
    const event = events[place];
    if (event === undefined || event.time < start) break;
    chosen.delete(event.id);
  }
  return chosen;
}

/** Disposals come in the order of time: only those of the year are read. */
function placesOfYear(lots: LotMatching, year: number): readonly number[] {
  const last = lastDayOfYear(year);
  const places: number[] = [];
  for (let place = firstOn(lots, dateOf(year, 1, 1)); place < lots.disposalCount; place++) {
    if (lots.amountsAt(place).disposedDate > last) break;
    places.push(place);
  }
  return places;
}

function firstOn(lots: LotMatching, day: LocalDate): number {
  return firstPlaceWhere(lots.disposalCount, (place) => lots.amountsAt(place).disposedDate >= day);
}

function rowOf(
  method: LotMethod | 'recorded',
  realised: Realised,
  recorded: Realised,
  derived: Derived,
): Omit<Row, 'possible' | 'why' | 'law'> {
  const gain = gainOf(realised);
  const tax = taxWith(realised, derived);
  return {
    method,
    words: method === 'recorded' ? 'As it is on record' : capital(lotMethodWords[method]),
    proceeds: toText(realised.proceeds),
    costBasis: toText(realised.costBasis),
    shortTermGain: toText(realised.shortTermGain),
    longTermGain: toText(realised.longTermGain),
    gain: toText(gain),
    difference: toText(subtract(gain, gainOf(recorded))),
    tax: tax === null ? null : toText(tax),
    basisUnknown: realised.basisUnknown,
  };
}

/** A year's sums, and whether one of them rests on a cost that nobody knows. */
type Realised = DisposedYear & Pick<Row, 'basisUnknown'>;

function realisedIn(year: number, lots: LotMatching): Realised {
  const amounts = placesOfYear(lots, year).map((place) => lots.amountsAt(place));
  const basisUnknown = amounts.some((one) => one.basisUnknown && isTaxed(one.cause));
  return { ...(realisedByYear(amounts)[0] ?? emptyDisposedYear(year)), basisUnknown };
}

function gainOf({ shortTermGain, longTermGain }: DisposedYear): Money {
  return add(shortTermGain, longTermGain);
}

/** The year's whole tax with other gains; null where no profile covers the year. */
function taxWith(realised: DisposedYear, { taxYears }: Derived): Money | null {
  const year = taxYears.years.find(({ input }) => input.year === realised.year);
  if (year === undefined) return null;
  const ledger = { ...year.realised, ...realised };
  const input = yearInputOf(
    realised.year,
    year.profile,
    ledger,
    year.input.carryforward,
    year.input.inflation,
  );
  const assessed = assessYear(year.jurisdiction, input);
  return assessed.ok ? assessed.value.totalTax : null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
