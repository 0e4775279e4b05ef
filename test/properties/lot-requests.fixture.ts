/** What a random ledger is asked with: methods, orders, elections, zones, ways to divide the pool. */
import * as fc from 'fast-check';
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';

/** Those that match in one walk; what looks ahead in time has laws of its own. */
export const METHODS = ['fifo', 'lifo', 'hifo', 'lofo', 'lowest-tax', 'specific', 'average'] as const;

type Scope = NonNullable<CalcGainsInput['basisScope']>;
type Around = Pick<CalcGainsInput, 'timeZone' | 'rates' | 'elections' | 'asOf'>;

const elections: fc.Arbitrary<NonNullable<CalcGainsInput['elections']>> = fc.record(
  {
    transferFee: fc.constantFrom('disposal', 'into-basis'),
    unknownCost: fc.constantFrom('zero-cost', 'left-out'),
    missingUnits: fc.constantFrom('left-out', 'zero-cost'),
  },
  { requiredKeys: [] },
);

const flat = fc.constantFrom(
  { short: '0.35', long: '0.15' },
  { short: '0.24', long: '0' },
  { short: '0.3', long: '0.3' },
);
const rates = fc.oneof(
  flat,
  fc.tuple(flat, flat).map(([early, late]) => ({ '2021': early, '2023': late, '2025': early })),
);

/** All that is the same for every method and scope. */
export const circumstances: fc.Arbitrary<Around> = fc
  .record({
    timeZone: fc.constantFrom('UTC', 'UTC', 'America/New_York', 'Asia/Tokyo', '+05:30'),
    rates,
    elections: fc.option(elections, { nil: undefined }),
    asOf: fc.option(fc.constantFrom('2024-12-31', '2025-02-28', '2026-06-30'), { nil: undefined, freq: 5 }),
  })
  .map(({ elections: elected, asOf, ...rest }) => ({
    ...rest,
    ...(elected === undefined ? {} : { elections: elected }),
    ...(asOf === undefined ? {} : { asOf }),
  }));

const method = fc.constantFrom(...METHODS);
const time = fc.constantFrom(
  '2021-03-01',
  '2023-03-01T12:00:00Z',
  '2024-12-25',
  '2025-01-01',
  '2025-03-01T00:00:00Z',
);

/** Methods by year, and up to four orders for one account or all. */
export const orders: fc.Arbitrary<Pick<CalcGainsInput, 'lotMethod' | 'standingOrders'>> = fc.record({
  lotMethod: fc.oneof(
    method,
    fc
      .tuple(method, method, method)
      .map(([first, second, third]) => ({ '2022': first, '2024': second, '2025': third })),
  ),
  standingOrders: fc.array(
    fc
      .record({ account: fc.constantFrom('A', 'B', null), method, from: time })
      .map(({ account, ...rest }) => (account === null ? rest : { ...rest, account })),
    { maxLength: 4 },
  ),
});

const account = fc.constantFrom('A', 'B', 'C', 'Z');
const place = fc.nat({ max: 20 }).map((number) => `e${number}`);

/** One pool until 2025, divided as units lie, by lots that are named, and by accounts in an order. */
export const allocations: fc.Arbitrary<Scope[]> = fc
  .record({
    units: fc.array(
      fc.record({
        lot: place,
        account,
        quantity: fc.constantFrom('1', '0.5', '0.003', '100', '0.000000000000000002'),
      }),
      { maxLength: 8 },
    ),
    accounts: fc.uniqueArray(account, { minLength: 1, maxLength: 3 }),
    order: fc.constantFrom('fifo', 'lifo', 'hifo', 'lofo'),
  })
  .map(({ units, accounts, order }) => [
    { universalUntil: '2025-01-01' },
    { universalUntil: '2025-01-01', allocation: { kind: 'specific-unit', units } },
    { universalUntil: '2025-01-01', allocation: { kind: 'global', accounts, order } },
  ]);

/** A jurisdiction, with its own method or another, and its own rates. */
export const ofLaw: fc.Arbitrary<Pick<CalcGainsInput, 'jurisdiction' | 'lotMethod'>> = fc
  .record({
    jurisdiction: fc.constantFrom('us', 'uk', 'de', 'ca', 'au'),
    lotMethod: fc.option(fc.oneof(method, fc.constant('section-104' as const)), { nil: undefined }),
  })
  .map(({ jurisdiction, lotMethod }) =>
    lotMethod === undefined ? { jurisdiction } : { jurisdiction, lotMethod },
  );
