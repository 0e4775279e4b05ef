import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { Derived } from '../../derived.ts';
import { checkPositions, checkYears } from './exit-case-checks.ts';
import { goalsOf } from './exit-goals-of-case.ts';
import type { FoundForGoals } from './exit-goals-of-case.ts';
import type { WantedGoals } from './exit-goals.ts';
import { Problems } from './problems.ts';

const btc = assetId('BTC');
const wanted = {
  goals: [{ asset: btc, change: quantity('-2'), price: price('50000'), band: quantity('0.5') }],
  from: 'targets',
  nothing: null,
} as WantedGoals;

test.each<[years: number[], code: string | null]>([
  [[2026], null],
  [[2020], null],
  [[2027, 2026], null],
  [[2027], 'exit/profile-late'],
  [[2030, 2028], 'exit/profile-late'],
])('tax details of %j and a plan that begins in 2026: %s', (years, code) => {
  const problems = new Problems();
  const profile = { years: years.map((year) => ({ year })) };
  checkYears({ asOf: localDate('2026-11-20'), facts: { profile } } as unknown as Derived, problems);
  expect(problems.isEmpty ? null : problems.failed().failure.code).toBe(code);
});

test('an open position that cannot be counted stands in the way of a plan for its coin, and only of that', () => {
  const asked = (asset: string): Problems => {
    const problems = new Problems();
    checkPositions({ unknown: [{ symbol: 'MBTX6', asset: assetId(asset) }] }, wanted, problems);
    return problems;
  };
  expect(asked('ETH').isEmpty).toBe(true);
  const { failure } = asked('BTC').failed();
  expect(failure.code).toBe('exit/position-unknown');
  expect(failure.message).toContain('MBTX6');
});

test('without a hedge the band of the policy stays the band, however far the coin stands off today', () => {
  const toleranceWith = (band: string | null): string | undefined => {
    const [goal] = wanted.goals;
    const goals = goal === undefined ? [] : [{ ...goal, band: band === null ? null : quantity(band) }];
    const found = {
      derived: { heldLots: [] },
      request: {},
      wanted: { ...wanted, goals },
      futures: { futures: [] },
      lots: new Map(),
    } as unknown as FoundForGoals;
    return goalsOf(found, new Problems()).map(({ tolerance }) => toText(tolerance))[0];
  };
  expect(toleranceWith('0.5')).toBe('0.5');
  // Nothing says how far: waiting is free to stand off by all that is to be sold.
  expect(toleranceWith(null)).toBe('2');
});
