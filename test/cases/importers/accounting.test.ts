/** No row of any file gets lost: each ends as an event, a price, an observation, ignored by a rule, or with an error. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

interface Case {
  readonly name: string;
  readonly file?: string;
  readonly market?: string;
  readonly choose?: string;
  readonly zone?: string;
  readonly lines: readonly string[];
  readonly expect: { readonly failure?: string };
}

const folder = import.meta.dirname;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly cases: readonly Case[] }),
  }));

const lineOf = (text: string): number => Number(text.split(' ')[0]);

/** The lines of a file that came to nothing, though they are no heading. */
function lost({ lines, file = 'export.csv', market, choose, zone }: Case): readonly string[] {
  const read = readText(lines.join('\n'), {
    file,
    ...(market !== undefined && { market }),
    ...(choose !== undefined && { format: choose }),
    ...(zone !== undefined && { zone }),
  });
  const told = new Set([
    ...read.drafts.map(({ line }) => line),
    ...[...read.prices, ...read.observations, ...read.ignored].map(lineOf),
    ...read.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
  ]);
  const rows = lines
    .map((text, at) => ({ text, line: at + 1 }))
    .filter(({ text }) => text.replaceAll(/[",;\t\s]/gu, '') !== '');
  // What stands above the first row, and the heading, are none of them; a quoted cell may run over several lines.
  const begun = rows.slice(rows.length - read.rows);
  // JSON becomes a table before it is read: its lines are others.
  if (lines[0]?.startsWith('{') === true) return [];
  return lines.some((text) => (text.match(/"/gu)?.length ?? 0) % 2 === 1)
    ? []
    : begun.filter(({ line }) => !told.has(line)).map(({ line, text }) => `${line} ${text}`);
}

describe.each(files)('$name', ({ cases }) => {
  it('accounts for every row', () => {
    const all = cases.filter((one) => one.expect.failure === undefined);
    expect(all.flatMap((one) => lost(one).map((text) => `${one.name}: ${text}`))).toEqual([]);
  });
});
