/** What holds of lots whatever the events: a second, plain implementation agrees, by every method in every scope. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import { runs } from '../runs.ts';
import { engineGains } from './engine-lots.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { METHODS, allocations, circumstances, ofLaw, orders } from './lot-requests.fixture.ts';
import { differences, plainOutput } from './plain-lots-output.fixture.ts';

/** The request goes with them, so that a counterexample can be given to `calc gains` as it is. */
async function disagreements(request: CalcGainsInput): Promise<string[]> {
  const found = differences(await engineGains(request), plainOutput(request));
  return found.length === 0 ? [] : [...found, JSON.stringify(request)];
}

/** Ledgers for each method in each scope. */
const LEDGERS = runs(2000);
const base = { currency: 'USD' };
const timeout = 600_000;

type Scope = NonNullable<CalcGainsInput['basisScope']>;
type Way = Pick<CalcGainsInput, 'jurisdiction' | 'lotMethod'>;
const ways: readonly Way[] = [
  ...METHODS.map((lotMethod) => ({ jurisdiction: 'us', lotMethod })),
  { jurisdiction: 'uk', lotMethod: 'section-104' },
  { jurisdiction: 'ca', lotMethod: 'average' },
];

/** What matches over all accounts whatever the scope: two of them show that. */
function scopesOf({ jurisdiction }: Way, divided: readonly Scope[]): readonly Scope[] {
  return jurisdiction === 'us' ? ['account', 'universal', ...divided] : ['account', 'universal'];
}

describe('a second implementation agrees, in every scope', () => {
  test.each(ways)('$jurisdiction, $lotMethod', { timeout }, async (way) => {
    await fc.assert(
      fc.asyncProperty(lotEvents, circumstances, allocations, async (events, around, divided) => {
        for (const basisScope of scopesOf(way, divided)) {
          expect(await disagreements({ ...base, ...way, ...around, basisScope, events })).toEqual([]);
        }
      }),
      { numRuns: LEDGERS },
    );
  });

  test(
    'methods that change by year and by standing order, in one scope or another',
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          lotEvents,
          circumstances,
          orders,
          allocations,
          fc.nat({ max: 4 }),
          async (events, around, order, divided, at) => {
            const basisScope = (['account', 'universal', ...divided] as const)[at] ?? 'account';
            const request = { ...base, ...around, ...order, jurisdiction: 'us', basisScope, events };
            expect(await disagreements(request)).toEqual([]);
          },
        ),
        { numRuns: LEDGERS },
      );
    },
  );

  test(
    'what every law takes where nothing else is said, and other methods for comparison',
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          lotEvents,
          circumstances,
          ofLaw,
          fc.boolean(),
          async (events, around, law, isTop) => {
            const { rates, ...rest } = around;
            const request = { ...base, ...rest, ...(isTop ? {} : { rates }), ...law, events };
            expect(await disagreements(request)).toEqual([]);
          },
        ),
        { numRuns: LEDGERS },
      );
    },
  );
});
