import { expect, test, vi } from 'vitest';
import { paletteGroups, type PaletteParts } from './palette-items.ts';

const holdings = { id: 'holdings', label: 'Holdings & lots', letter: 'h' } as const;

function parts(change: Partial<PaletteParts>): PaletteParts {
  return { screens: [holdings], assets: ['BTC'], actions: [], go: vi.fn(), showTerm: vi.fn(), ...change };
}

test('an asset leads to its holding', () => {
  const all = parts({});
  const asset = paletteGroups(all).find(({ group }) => group === 'Assets')?.items[0];
  asset?.run();
  expect(asset?.label).toBe('BTC');
  expect(all.go).toHaveBeenCalledWith('holdings', { asset: 'BTC' });
});

test('nothing leads to a screen that is not there', () => {
  const groups = paletteGroups(parts({ screens: [] })).map(({ group }) => group);
  expect(groups).toEqual(['Glossary']);
});

test('a part of a screen leads there', () => {
  const lots = { label: 'Lots', about: 'What you hold', params: { tab: 'lots' } };
  const all = parts({ screens: [{ ...holdings, parts: [lots] }] });
  paletteGroups(all)
    .find(({ group }) => group === 'Parts of screens')
    ?.items[0]?.run();
  expect(all.go).toHaveBeenCalledWith('holdings', { tab: 'lots' });
});

test('screens carry their keys', () => {
  expect(paletteGroups(parts({}))[0]?.items[0]).toMatchObject({ label: 'Holdings & lots', keys: 'g h' });
});
