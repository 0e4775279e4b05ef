/** What holds of legs that share a position: their parts are parts of the whole. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionsOf } from '../../src/main/engine/futures/positions.ts';
import { fillsAmong } from '../../src/main/engine/futures/watch/leg-fill.ts';
import { fundingTotal, legFunding } from '../../src/main/engine/futures/watch/leg-funding.ts';
import { legPosition } from '../../src/main/engine/futures/watch/leg-position.ts';
import type { Payoff } from '../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent } from '../../src/shared/domain/event.ts';
import { add, subtract } from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import type { Quantity } from '../../src/shared/num/types.ts';
import { zeroQuantity } from '../../src/shared/num/types.ts';
import { instantFromEpochMs } from '../../src/shared/time/instant.ts';
import { account, specOf } from './futures.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 1000);
const everything = { numRuns: CASES };
const numberOf = (exact: Quantity): number => Number(toText(exact));

interface Drawn {
  readonly what: 'open' | 'close' | 'funding';
  /** 0 and 1 are legs, 2 belongs to none. */
  readonly leg: number;
  readonly units: number;
  readonly price: number;
  readonly amount: number;
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Drawn['what']>('open', 'open', 'close', 'funding', 'funding'),
    leg: fc.nat({ max: 2 }),
    units: fc.integer({ min: 1, max: 50 }),
    price: fc.integer({ min: 10, max: 1000 }),
    amount: fc.integer({ min: -5000, max: 5000 }),
  }),
  { minLength: 1, maxLength: 40 },
);

interface Shared {
  readonly events: readonly LedgerEvent[];
  readonly ownerOf: ReadonlyMap<EventId, number>;
  /** What is open of each owner, and what of each payment is theirs by their part of the whole just then. */
  readonly units: readonly number[];
  readonly funding: readonly number[];
}

/** Shorts of one position, each closing at most what is its own. */
function sharedPosition(payoff: Payoff, list: readonly Drawn[]): Shared {
  const spec = specOf(payoff);
  const units = [0, 0, 0];
  const funding = [0, 0, 0];
  const events: LedgerEvent[] = [];
  const ownerOf = new Map<EventId, number>();
  for (const [index, row] of list.entries()) {
    const id = `e${String(index).padStart(3, '0')}` as EventId;
    const base = {
      id,
      time: instantFromEpochMs(Date.UTC(2026, 0, 1) + index * 60_000),
      sequence: index,
      source: { file: 'test', line: index + 1, format: 'test' },
    };
    const held = units.reduce((sum, one) => sum + one, 0);
    if (row.what === 'funding') {
      const amount = quantity((row.amount / 100).toFixed(2));
      const legs = [{ account, asset: spec.settleAsset, quantity: amount, role: 'funding' as const }];
      events.push({ ...base, kind: 'funding', contract: spec.id, legs });
      for (const [owner, own] of units.entries())
        if (held > 0) funding[owner] = (funding[owner] ?? 0) + ((row.amount / 100) * own) / held;
      continue;
    }
    const own = units[row.leg] ?? 0;
    const amount = row.what === 'open' ? row.units : Math.min(row.units, own);
    if (amount === 0) continue;
    units[row.leg] = row.what === 'open' ? own + amount : own - amount;
    ownerOf.set(id, row.leg);
    const side = row.what === 'open' ? ('sell' as const) : ('buy' as const);
    const fill = {
      account,
      contract: spec.id,
      side,
      quantity: quantity(String(amount)),
      price: price(String(row.price)),
    };
    events.push({ ...base, kind: 'futures-fill', legs: [], fill: { ...fill, positionSide: 'one-way' } });
  }
  return { events, ownerOf, units, funding };
}

describe('legs that share one position', () => {
  test('hold what is open of it, and are paid their parts of each funding payment', () => {
    fc.assert(
      fc.property(fc.constantFrom<Payoff>('linear', 'inverse', 'quanto'), drawn, (payoff, list) => {
        const spec = specOf(payoff);
        const { events, ownerOf, units, funding } = sharedPosition(payoff, list);
        const { positions, results } = positionsOf({ events, specOf: () => spec });
        let size = zeroQuantity;
        let paid = zeroQuantity;
        for (const owner of [0, 1, 2]) {
          const fills = fillsAmong(events).filter(({ id }) => ownerOf.get(id) === owner);
          const leg = legPosition(fills, () => spec);
          const open = leg.contracts[0]?.open.size ?? zeroQuantity;
          const multiplier = payoff === 'quanto' ? 1e-6 : 1;
          expect(numberOf(open)).toBeCloseTo((units[owner] ?? 0) * multiplier, 12);
          size = add<Quantity>(size, open);
          const total = fundingTotal(legFunding(leg, results, () => null)).quantity;
          expect(numberOf(total)).toBeCloseTo(funding[owner] ?? 0, 9);
          paid = add(paid, total);
        }
        const [whole] = positions;
        if (whole === undefined) return;
        expect(size).toBe(whole.size);
        const off = numberOf(subtract<Quantity>(paid, whole.funding));
        // Each payment is rounded once a leg. Funding that came while nothing was open is nobody's.
        const nobodys = results
          .filter((one) => one.kind === 'funding' && one.held === null)
          .reduce((sum, one) => sum + numberOf(one.quantity), 0);
        expect(Math.abs(off + nobodys)).toBeLessThan(1e-9);
      }),
      everything,
    );
  });
});
