/** A policy from its sentences to what was decided, on a real encrypted ledger with prices of some days. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computedFigures, figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import { bought, openTaxLedger, priced, type TaxLedger } from '../tax/tax-ledger.fixture.ts';

let ledger: TaxLedger;
const SAVED = '2026-01-05T15:00:00Z';
const at = (day: string): string => `${day}T22:00:00Z`;
const prices = (day: string, btc: number): string[] => [
  priced(`${day} 15:00:00`, 'BTC', btc),
  priced(`${day} 15:00:00`, 'ETH', 1000),
];

beforeAll(async () => {
  ledger = await openTaxLedger();
  // 1 BTC and 100 ETH: at 100 000 and 1 000 just half and half.
  await ledger.bring(
    '2026-04-02T20:00:00Z',
    bought('2025-01-10 12:00:00', '1', '90000'),
    bought('2025-01-10 12:00:00', '100', '90000', 'ETH'),
    ...prices('2026-01-05', 100_000),
    // 52.4 %, 60 %, 60.8 %, 50 %: more than 8 points on the second and third day.
    ...prices('2026-01-10', 110_000),
    ...prices('2026-01-20', 150_000),
    ...prices('2026-01-21', 155_000),
    ...prices('2026-02-02', 150_000),
    ...prices('2026-03-03', 150_000),
    ...prices('2026-04-02', 100_000),
  );
});
afterAll(async () => {
  await ledger.end();
});

const TEXT =
  'Hold 50 % BTC and 50 % ETH. Rebalance when any asset is more than 8 points from its target, at most once a month, to the band edge.';

test('sentences are stored as a version, and read back', async () => {
  const typed = await ledger.ask('policy.parse', { text: TEXT }, SAVED);
  expect(typed).toMatchObject({ problems: [], sentence: TEXT });
  expect(typed.examples.length).toBeGreaterThan(4);
  const saved = await ledger.ask('policy.save', { text: TEXT }, SAVED);
  expect(saved).toMatchObject({
    sentence: TEXT,
    policy: { atMostOncePer: 'month', returnTo: 'band-edge', absoluteBand: '0.08', others: 'ignore' },
    versions: [{ version: 1, savedAt: '2026-01-05T15:00:00Z', changes: [] }],
  });
  expect(await ledger.ask('policy.read', {}, SAVED)).toEqual(saved);
});

test('drift comes with traces that re-add, in parts of one and in money', async () => {
  const { lines, traces } = await ledger.ask('policy.drift', {}, at('2026-01-20'));
  expect(traces.map(({ of, drift, driftValue }) => [of, drift.value, driftValue.value])).toEqual(
    lines.map(({ of, drift, driftValue }) => [of, drift, driftValue]),
  );
  expect(traces.length).toBe(2);
  for (const { drift, driftValue } of traces)
    for (const one of [drift, driftValue]) {
      expect(figuresThatDoNotReAdd(one)).toEqual([]);
      expect(computedFigures(one)).toBeGreaterThan(1);
    }
});

test('what cannot be meant is refused with its place, and changes nothing', async () => {
  const { problems, policy } = await ledger.ask(
    'policy.parse',
    { text: 'Hold 50 % BTC\nand 60 % ETHH. Sell high.' },
    SAVED,
  );
  expect(policy).toBeNull();
  expect(problems.map(({ words, line, column }) => [words, line, column])).toEqual([
    ['50 % BTC\nand 60 % ETHH', 1, 6],
    ['60 % ETHH', 2, 5],
    ['Sell high', 2, 16],
  ]);
  await expect(ledger.ask('policy.save', { text: 'Hold 60 % BTC.' }, SAVED)).rejects.toThrow(
    /60 %, not 100 %/u,
  );
  await expect(ledger.ask('policy.save', {}, SAVED)).rejects.toThrow(/one of the two/u);
  expect((await ledger.ask('policy.read', {}, SAVED)).versions).toHaveLength(1);
});

test('drift by line, with cash outside, and where acting brings it', async () => {
  const drift = await ledger.ask('policy.drift', {}, at('2026-01-20'));
  expect(
    drift.lines.map(({ of, effectiveWeight, drift: off, outside, goal }) => [
      of,
      effectiveWeight,
      off,
      outside,
      goal,
    ]),
  ).toEqual([
    ['BTC', '0.6', '0.1', true, '0.58'],
    ['ETH', '0.4', '-0.1', true, '0.42'],
  ]);
  expect(drift.wayBack).toBe('0.2');
  expect(drift.fired.map(({ id }) => id)).toEqual(['2026-01-20:absolute:BTC', '2026-01-20:absolute:ETH']);
  const typed = {
    targets: [{ asset: 'BTC', weight: '1' }],
    absoluteBand: null,
    relativeBand: null,
    others: 'zero' as const,
  };
  const other = await ledger.ask('policy.drift', { policy: typed }, at('2026-01-20'));
  expect(other.lines.map(({ of, kind, target }) => [of, kind, target])).toEqual([
    ['BTC', 'asset', '1'],
    ['ETH', 'other', '0'],
    ['USD', 'other', '0'],
  ]);
});

test('a rule fires once while it holds; a decision is on record; after the month it fires anew', async () => {
  const before = await ledger.ask('policy.log', {}, at('2026-01-21'));
  expect(before.days).toBe(4);
  expect(before.firings.map(({ id, state, drift }) => [id, state, drift])).toEqual([
    ['2026-01-20:absolute:ETH', 'open', '-0.1'],
    ['2026-01-20:absolute:BTC', 'open', '0.1'],
  ]);
  await expect(
    ledger.ask('policy.decide', { decided: 'sold', firings: ['2026-01-20:absolute:X'] }, at('2026-01-21')),
  ).rejects.toThrow(/absolute:X/u);
  const made = await ledger.ask(
    'policy.decide',
    { decided: 'let-it-be', note: 'too dear' },
    at('2026-01-21'),
  );
  expect(made).toMatchObject({ decided: 'let-it-be', date: '2026-01-21', note: 'too dear' });

  const quiet = await ledger.ask('policy.drift', {}, at('2026-02-02'));
  expect([quiet.fired, quiet.quiet]).toEqual([[], expect.stringContaining('before 2026-02-21')]);
  const after = await ledger.ask('policy.log', {}, at('2026-04-02'));
  expect(
    after.firings.map(({ id, state, until, decisions }) => [id, state, until, decisions.length]),
  ).toEqual([
    ['2026-03-03:absolute:ETH', 'passed', '2026-04-02', 0],
    ['2026-03-03:absolute:BTC', 'passed', '2026-04-02', 0],
    ['2026-01-20:absolute:ETH', 'decided', '2026-03-03', 1],
    ['2026-01-20:absolute:BTC', 'decided', '2026-03-03', 1],
  ]);
  expect((await ledger.ask('ledger.verify', {}, at('2026-04-02'))).recordsIntact).toBe(true);
});

test('a new version says what changed; the log keeps to the one in force on the day', async () => {
  const text = `${TEXT.replace('50 % BTC and 50 % ETH', '60 % BTC and 40 % ETH')} Rebalance on the first of each quarter.`;
  const { versions } = await ledger.ask('policy.save', { text }, '2026-03-10T15:00:00Z');
  expect(versions.at(-1)).toMatchObject({
    version: 2,
    changes: [
      'BTC: 50 % → 60 %.',
      'ETH: 50 % → 40 %.',
      'The date to act on: none → the first of each quarter.',
    ],
  });
  const { firings } = await ledger.ask('policy.log', { from: '2026-03-10' }, at('2026-04-02'));
  expect(firings.map(({ id, version }) => [id, version])).toEqual([
    ['2026-04-02:absolute:ETH', 2],
    ['2026-04-02:absolute:BTC', 2],
    ['2026-04-02:calendar:', 2],
  ]);
});
