/** docs/formats/hedgerow-market-csv.md promises a row of every measure: its examples are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MEASURES } from '../../../src/shared/domain/observation.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/formats/hedgerow-market-csv.md'), 'utf8');
const examples = [...page.matchAll(/```csv\n(.*?)```/gsu)].map((match) => match[1] ?? '');
const read = examples.map((text) => readText(text));

it.each(examples.map((text, at) => ({ at, text })))('example $at is read whole', ({ at, text }) => {
  expect(read[at]).toMatchObject({ message: '', format: 'hedgerow-market-csv', problemLines: [] });
  expect(read[at]?.observations.length).toBe(text.trim().split('\n').length - 1);
});

it('has a row of every measure, and names it', () => {
  const measures = new Set(
    read.flatMap(({ observations }) => observations.map((line) => line.split(' ')[2])),
  );
  expect(new Set(measures)).toEqual(new Set(MEASURES));
  for (const measure of MEASURES) expect(page).toContain(`\`${measure}\``);
});
