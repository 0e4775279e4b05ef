/** What holds of lots whatever the events: a second, plain implementation agrees, by every method in every scope. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calcGainsHandlers } from '../../src/main/core/services/calc/calc-gains.ts';
import type { CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { noLedger } from '../cases/no-ledger.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { METHODS, allocations, circumstances, orders } from './lot-requests.fixture.ts';
import { differences, plainOutput } from './plain-lots-output.fixture.ts';

async function gains(request: CalcGainsInput): Promise<CalcGainsOutput> {
  const result = await calcGainsHandlers['calc.gains'](request, noLedger);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The request goes with them, so that a counterexample can be given to `calc gains` as it is. */
async function disagreements(request: CalcGainsInput): Promise<string[]> {
  const found = differences(await gains(request), plainOutput(request));
  return found.length === 0 ? [] : [...found, JSON.stringify(request)];
}

/** Ledgers for each method in each scope. HEDGEROW_LEDGERS=50 while working on it. */
const LEDGERS = Number(process.env['HEDGEROW_LEDGERS'] ?? 2000);
const base = { jurisdiction: 'us', currency: 'USD' };

describe('a second implementation agrees', () => {
  test.each(METHODS)('on %s, in every scope', { timeout: 300_000 }, async (lotMethod) => {
    await fc.assert(
      fc.asyncProperty(lotEvents, circumstances, allocations, async (events, around, divided) => {
        for (const basisScope of ['account', 'universal', ...divided] as const) {
          const request = { ...base, ...around, lotMethod, basisScope, events };
          expect(await disagreements(request)).toEqual([]);
        }
      }),
      { numRuns: LEDGERS },
    );
  });

  test('on methods that change by year and by standing order', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        lotEvents,
        circumstances,
        orders,
        allocations,
        async (events, around, order, divided) => {
          for (const basisScope of ['account', 'universal', ...divided] as const) {
            const request = { ...base, ...around, ...order, basisScope, events };
            expect(await disagreements(request)).toEqual([]);
          }
        },
      ),
      { numRuns: LEDGERS },
    );
  });
});
