/** Matching that takes up where an earlier one differs gives what matching from the start gives. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchLots } from '../../src/main/engine/lots/match-lots.ts';
import type { LotMatching } from '../../src/main/engine/lots/lot-matching.ts';
import type { CalcEvent, CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import { ledgerEvents, matchingInput, saidBy } from './engine-lots.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { METHODS, allocations, circumstances, orders } from './lot-requests.fixture.ts';

interface Edit {
  readonly what: 'insert' | 'remove' | 'change' | 'append' | 'cut' | 'reorder' | 'ask otherwise';
  readonly at: number;
  readonly number: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('append', 'insert', 'remove', 'change', 'cut', 'reorder', 'ask otherwise'),
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
      return [...events.slice(0, place), ...added, ...events.slice(place)];
    case 'remove':
      return events.filter((_, other) => other !== place);
    case 'change':
      return here === undefined ? [...events] : events.with(place, changed(here, number));
    case 'cut':
      return events.slice(0, place);
    case 'reorder':
      return [...events.slice(place), ...events.slice(0, place)];
    default:
      return [...events];
  }
}

/** More units (never fewer than a transfer brings), another time of day, another account. */
function changed(event: CalcEvent, number: number): CalcEvent {
  if (number % 3 === 0) return { ...event, quantity: `${1 + Number(event.quantity.split('.')[0])}.5` };
  if (number % 3 === 1) return { ...event, account: number % 2 === 0 ? 'A' : 'D' };
  const time = event.time.includes('T') ? Date.parse(event.time) : Date.parse(`${event.time}T12:00:00Z`);
  const moved = { ...event, time: new Date(time + (number - 50) * 3_600_000).toISOString() };
  return moved.kind === 'gift-received' ? { ...moved, time: event.time } : moved;
}

function asked(request: CalcGainsInput, previous?: LotMatching): LotMatching {
  const { events, options } = matchingInput(request);
  return matchLots(events, options, previous);
}

describe('taking up an earlier matching', () => {
  test.each([...METHODS, 'by year and order'] as const)(
    '%s: after any edits as from the start',
    { timeout: 300_000 },
    (method) => {
      fc.assert(
        fc.property(
          fc.tuple(lotEvents, lotEvents),
          circumstances,
          fc.tuple(orders, orders),
          allocations,
          fc.array(edit, { minLength: 1, maxLength: 6 }),
          fc.nat({ max: 4 }),
          ([first, spare], around, [order, another], divided, edits, scope) => {
            const basisScope = (['account', 'universal', ...divided] as const)[scope] ?? 'account';
            const way = (one: typeof order): Partial<CalcGainsInput> =>
              method === 'by year and order' ? one : { lotMethod: method };
            let request: CalcGainsInput = {
              jurisdiction: 'us',
              currency: 'USD',
              ...around,
              ...way(order),
              basisScope,
              events: [...first],
            };
            let before = asked(request);
            for (const one of edits) {
              const said = saidBy(before);
              const other =
                one.what === 'ask otherwise' ? { ...way(another), rates: { short: '0.2', long: '0.1' } } : {};
              request = { ...request, ...other, events: edited(request.events, one, spare) };
              const after = asked(request, before);
              expect(saidBy(after)).toBe(saidBy(asked(request)));
              // What was said before is still said: screens may be showing it.
              expect(saidBy(before)).toBe(said);
              before = after;
            }
          },
        ),
        { numRuns: 300 },
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
