/** Cases as data: each states lines of a file and everything that they become. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';
import { importers } from '../../../src/main/importers/registry.ts';

interface Case {
  readonly name: string;
  /** The file's name, where it says something. */
  readonly file?: string;
  readonly zone?: string;
  /** What the user says that the rows are of. */
  readonly market?: string;
  readonly choose?: string;
  readonly lines: readonly string[];
  readonly expect: {
    /** Of a file that is refused as a whole; then nothing else is said. */
    readonly failure?: string;
    readonly variant?: string;
    readonly zone?: string;
    readonly events?: readonly string[];
    readonly prices?: readonly string[];
    readonly observations?: readonly string[];
    readonly accounts?: readonly string[];
    /** "4 not-final": rows that are no event, by which rule. */
    readonly ignored?: readonly string[];
    readonly problems?: readonly string[];
  };
}

interface CaseFile {
  readonly format: string;
  readonly source: string;
  readonly cases: readonly Case[];
}

const folder = import.meta.dirname;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, content: JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFile }));

describe.each(files)('$name', ({ content: { format, source, cases } }) => {
  it('names its source', () => expect(source.length).toBeGreaterThan(10));

  it.each(cases)('$name', ({ file = 'export.csv', zone, market, choose, lines, expect: expected }) => {
    const read = readText(lines.join('\n'), {
      file,
      ...(zone !== undefined && { zone }),
      ...(market !== undefined && { market }),
      ...(choose !== undefined && { format: choose }),
    });
    expect(read.failure).toBe(expected.failure ?? null);
    if (expected.failure !== undefined) return;
    expect(read.format).toBe(format);
    expect(read.variant).toBe(expected.variant);
    expect(read.problemLines).toEqual(expected.problems ?? []);
    expect(read.events).toEqual(expected.events ?? []);
    expect(read.prices).toEqual(expected.prices ?? []);
    expect(read.observations).toEqual(expected.observations ?? []);
    expect(read.ignored).toEqual(expected.ignored ?? []);
    if (expected.zone !== undefined) expect(read.zone).toBe(expected.zone);
    if (expected.accounts !== undefined) expect(read.accounts).toEqual(expected.accounts);
  });
});

it('every importer has a case', () => {
  expect(new Set(files.map(({ content }) => content.format))).toEqual(new Set(importers.map(({ id }) => id)));
});
