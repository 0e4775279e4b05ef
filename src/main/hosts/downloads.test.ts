import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { freeName } from './downloads.ts';

it('never overwrites', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow downloads '));
  expect(freeName(folder, 'plan.csv')).toBe(join(folder, 'plan.csv'));
  writeFileSync(join(folder, 'plan.csv'), '');
  writeFileSync(join(folder, 'plan (2).csv'), '');
  expect(freeName(folder, 'plan.csv')).toBe(join(folder, 'plan (3).csv'));
});

it.each(['../../evil', '..\\..\\evil', '/etc/evil', '.evil', '...evil'])(
  'keeps %j inside its folder',
  (name) => {
    const file = freeName('/downloads', name);
    expect([dirname(file), basename(file)]).toEqual(['/downloads', 'evil']);
  },
);

it.each(['', '..', '.'])('has a name for %j', (name) => {
  expect(freeName('/downloads', name)).toBe(join('/downloads', 'hedgerow'));
});
