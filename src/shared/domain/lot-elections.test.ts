import { expect, test } from 'vitest';
import { instantFromIso } from '../time/instant.ts';
import { LOT_ELECTIONS, lotElectionsOf } from './lot-elections.ts';

const madeAt = instantFromIso('2026-11-20T12:00:00Z');

test('what was not chosen has its default; other elections are passed over', () => {
  expect(lotElectionsOf([{ id: 'mixed-straddle', value: 'none', madeAt }])).toEqual({
    basisBefore2025: 'universal',
    transferFee: 'disposal',
    unknownCost: 'zero-cost',
    missingUnits: 'left-out',
  });
});

test('what was chosen counts, a value that nobody knows does not', () => {
  const chosen = lotElectionsOf([
    { id: 'basis-before-2025', value: 'account', madeAt },
    { id: 'missing-units', value: 'zero-cost', madeAt },
    { id: 'transfer-fee', value: 'by-the-moon', madeAt },
  ]);
  expect(chosen).toMatchObject({
    basisBefore2025: 'account',
    missingUnits: 'zero-cost',
    transferFee: 'disposal',
  });
});

test.each(LOT_ELECTIONS.map((election) => [election.id, election] as const))(
  '%s has two ways, and its default is one of them',
  (_, { options, defaultValue }) => {
    expect(options.map(({ value }) => value as string)).toContain(defaultValue);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    expect(options.length).toBeGreaterThan(1);
  },
);
