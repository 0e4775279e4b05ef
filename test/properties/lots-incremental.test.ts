/** Matching that takes up where an earlier one differs gives what matching from the start gives. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchLots } from '../../src/main/engine/lots/match-lots.ts';
import type { LotMatching } from '../../src/main/engine/lots/lot-matching.ts';
import type { CalcEvent, CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import type { LedgerEvent } from '../../src/shared/domain/event.ts';
import { ledgerEvents, matchingInput, saidBy } from './engine-lots.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { METHODS, allocations, circumstances, orders } from './lot-requests.fixture.ts';
import { runs } from '../runs.ts';

interface Edit {
  readonly what: 'insert' | 'remove' | 'change' | 'append' | 'cut' | 'ask otherwise';
  readonly at: number;
  readonly number: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(
    'append',
    'insert',
    'remove',
    'change',
    'change',
    'cut',
    'ask otherwise',
    'ask otherwise',
  ),
  at: fc.nat({ max: 99 }),
  number: fc.nat({ max: 99 }),
});

/** A ledger after an edit: `spare` are events that it may take in, each under a name of its own. */
function edited(
  events: readonly CalcEvent[],
  { what, at, number }: Edit,
  spare: readonly CalcEvent[],
): CalcEvent[] {
  const place = at % (events.length + 1);
  const taken = spare[number % spare.length];
  const added = taken === undefined ? [] : [{ ...taken, id: `${taken.id}-${events.length}-${at}-${number}` }];
  const here = events[place];
  switch (what) {
    case 'append':
      return [...events, ...added.map((one) => ({ ...one, time: events.at(-1)?.time ?? one.time }))];
    case 'insert':
      return [...events, ...added];
    case 'remove':
      return events.filter((_, other) => other !== place);
    case 'change':
      return here === undefined ? [...events] : events.with(place, changed(here, number));
    case 'cut':
      return events.slice(0, place);
    default:
      return [...events];
  }
}

/** More units (never fewer than a transfer brings), another account, another time of day, other money or dates. */
function changed(event: CalcEvent, number: number): CalcEvent {
  if (event.kind === 'gift-received') return withOtherMoney(event, `${number}.25`);
  switch (number % 4) {
    case 0:
      return { ...event, quantity: `${1 + Number(event.quantity.split('.')[0])}.5` };
    case 1:
      return { ...event, account: number % 8 < 4 ? 'A' : 'D' };
    case 2: {
      const time = Date.parse(event.time.includes('T') ? event.time : `${event.time}T12:00:00Z`);
      return { ...event, time: new Date(time + (number - 50) * 3_600_000).toISOString() };
    }
    default:
      return withOtherMoney(event, `${number}.25`);
  }
}

function withOtherMoney(event: CalcEvent, money: string): CalcEvent {
  if (event.kind === 'buy' || event.kind === 'sell') return { ...event, total: money };
  if (event.kind !== 'gift-received') return { ...event, value: money } as CalcEvent;
  return event.value === undefined
    ? { ...event, acquired: '2020-02-29', costBasis: money }
    : { ...event, value: money };
}

/**
 * A ledger as it is kept: an event that did not change is the same object as before and stands where it stood, or, where
 * it was read anew, an equal one.
 */
class Kept {
  readonly #known = new Map<string, LedgerEvent>();
  readonly #sequences = new Map<string, number>();

  list(request: CalcGainsInput, isReadAnew: boolean): readonly LedgerEvent[] {
    return ledgerEvents(request).map((event, place) => {
      const sequence = this.#sequences.get(event.id) ?? this.#sequences.size;
      this.#sequences.set(event.id, sequence);
      const key = JSON.stringify([request.events[place], event.time]);
      const known = this.#known.get(key);
      if (known !== undefined && !isReadAnew) return known;
      const kept = { ...event, sequence };
      this.#known.set(key, kept);
      return kept;
    });
  }
}

const RUNS = runs(1200);

describe('taking up an earlier matching', () => {
  test.each([...METHODS, 'by year and order'] as const)(
    '%s: after any edits as from the start',
    { timeout: 300_000 },
    (method) => {
      fc.assert(
        fc.property(
          fc.tuple(lotEvents, lotEvents),
          fc.tuple(circumstances, circumstances),
          fc.tuple(orders, orders),
          fc.tuple(allocations, fc.nat({ max: 4 }), fc.nat({ max: 4 })),
          fc.array(edit, { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          (
            [first, spare],
            [around, otherwise],
            [order, another],
            [divided, scope, later],
            edits,
            isReadAnew,
          ) => {
            const way = (one: typeof order): Partial<CalcGainsInput> =>
              method === 'by year and order' ? one : { lotMethod: method };
            const scopes = ['account', 'universal', ...divided] as const;
            const others: readonly Partial<CalcGainsInput>[] = [
              way(another),
              { elections: otherwise.elections ?? {} },
              { rates: otherwise.rates },
              { basisScope: scopes[later] },
              { timeZone: otherwise.timeZone },
            ];
            const kept = new Kept();
            const asked = (one: CalcGainsInput, previous?: LotMatching): LotMatching => {
              const { events, options } = matchingInput(one, kept.list(one, isReadAnew));
              return matchLots(events, options, previous);
            };
            const base = { jurisdiction: 'us', currency: 'USD', basisScope: scopes[scope] };
            let request: CalcGainsInput = { ...base, ...around, ...way(order), events: [...first] };
            let before = asked(request);
            for (const one of edits) {
              const said = saidBy(before);
              const other = one.what === 'ask otherwise' ? others[one.number % others.length] : {};
              request = { ...request, ...other, events: edited(request.events, one, spare) };
              const after = asked(request, before);
              expect(saidBy(after)).toBe(saidBy(asked(request)));
              // What was said before is still said: screens may be showing it.
              expect(saidBy(before)).toBe(said);
              before = after;
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
  );
});

describe('order', () => {
  test('events of one instant may come in any order of the list if their sequence says which is first', () => {
    fc.assert(
      fc.property(
        lotEvents.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events.keys()], { minLength: events.length }),
          ),
        ),
        circumstances,
        orders,
        ([events, permutation], around, order) => {
          const request = { jurisdiction: 'us', currency: 'USD', ...around, ...order, events: [...events] };
          const inOrder = ledgerEvents(request);
          const shuffled = permutation.flatMap((place) => inOrder[place] ?? []);
          const said = [inOrder, shuffled].map((list) => {
            const { events: ordered, options } = matchingInput(request, list);
            return saidBy(matchLots(ordered, options));
          });
          expect(said[1]).toBe(said[0]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
