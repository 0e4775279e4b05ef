import { describe, expect, test } from 'vitest';
import { taxNeeds, type TaxNeedsInput } from './tax-needs.ts';

const quiet: TaxNeedsInput = { endingToday: [], projection: undefined, today: '2026-11-22' };
type Years = NonNullable<TaxNeedsInput['projection']>['years'];

/** Of a year only what needs are made of. */
function withYear(deferred: string | null, planned: string | null = null): TaxNeedsInput {
  const view = (total: string | null) => (total === null ? null : { deferredTotal: total });
  const years = [
    { year: 2026, status: 'running', realised: view(deferred), planned: view(planned) },
  ] as unknown as Years;
  return { ...quiet, projection: { years } as unknown as NonNullable<TaxNeedsInput['projection']> };
}

const ending = {
  kind: 'unlinked',
  leg: null,
  position: 'binance BTCUSDT',
  asset: 'BTC',
  contractName: 'BTCUSDT perpetual',
  fills: ['1'],
  until: '2026-11-23T05:00:00Z',
  minutesLeft: 240,
  words: '4 hours left today to put on record which lots this short hedges.',
  command: 'hedgerow hedge link',
} as const;

test('nothing known, nothing needed', () => {
  expect(taxNeeds(quiet)).toEqual([]);
});

describe('the day is ending', () => {
  test('fills without a hedge lead to the monitor, a hedge without its kind to the choices', () => {
    const needs = taxNeeds({
      ...quiet,
      endingToday: [
        { ...ending, fills: [...ending.fills] },
        { ...ending, fills: [], kind: 'unidentified', leg: 'leg 1', position: null },
      ],
    });
    expect(needs).toMatchObject([
      { severity: 'error', message: ending.words, way: { screen: 'monitor', params: {} } },
      { severity: 'error', way: { screen: 'elections' } },
    ]);
    expect(new Set(needs.map(({ key }) => key)).size).toBe(2);
  });
});

describe('losses that wait', () => {
  const messages = (input: TaxNeedsInput): readonly string[] =>
    taxNeeds({ ...input, today: '2026-06-01' }).map(({ message }) => message);

  test('are said with their sum, as planned where something is planned', () => {
    const [message] = messages(withYear('4313.3'));
    expect(message).toContain('Losses of $4,313.30 will wait at the end of 2026');
    expect(messages(withYear('4313.3', '100'))[0]).toContain('$100.00');
  });

  test('none wait: nothing is said', () => {
    expect(messages(withYear('0'))).toEqual([]);
    expect(messages(withYear('4313.3', '0'))).toEqual([]);
    expect(messages(withYear(null))).toEqual([]);
  });
});

test.each([
  ['2026-10-31', undefined],
  ['2026-11-01', 'The tax year 2026 ends in 60 days.'],
  ['2026-12-30', 'The tax year 2026 ends in 1 day.'],
  ['2026-12-31', 'The tax year 2026 ends today.'],
])('on %s', (today, message) => {
  expect(taxNeeds({ ...withYear('0'), today })[0]?.message).toBe(message);
});
