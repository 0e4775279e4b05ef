/** The list of choices and the reader of their values know the same ids and values. */
import { expect, test } from 'vitest';
import { instantFromIso } from '../time/instant.ts';
import { TAX_ELECTIONS, taxElectionNamed } from './tax-election-list.ts';
import { defaultTaxElections, taxElectionsOf } from './tax-elections.ts';

const madeAt = instantFromIso('2026-11-22T12:00:00Z');

test('every default of the list is what holds where nothing is chosen', () => {
  const made = TAX_ELECTIONS.map(({ id, kind, defaultValue }) => ({
    id: kind === 'by-year' ? `${id}:2025` : id,
    value: defaultValue,
    madeAt,
  }));
  expect(taxElectionsOf(made)).toEqual(defaultTaxElections);
  expect(taxElectionsOf([])).toEqual(defaultTaxElections);
});

const others = TAX_ELECTIONS.flatMap(({ id, kind, defaultValue, options }) =>
  (kind === 'date-or-off' ? [{ value: '2027-01-01' }] : options)
    .filter(({ value }) => value !== defaultValue)
    .map(({ value }) => [kind === 'by-year' ? `${id}:2025` : id, value] as const),
);

test.each(others)('%s = %s changes what is in force', (id, value) => {
  expect(taxElectionsOf([{ id, value, madeAt }])).not.toEqual(defaultTaxElections);
});

test.each(['moon', 'carryback', 'carryback:25', 'funding:2025', ''])('"%s" names no choice', (id) => {
  expect(taxElectionNamed(id)).toBeUndefined();
});
