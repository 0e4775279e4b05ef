/** Files that nobody has seen: what is suggested for them, and what they become by it. Own rows in each layout. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingProfile } from '../../../src/shared/contract/mapping-profile.ts';
import type { MappingProfile } from '../../../src/shared/domain/mapping-profile.ts';
import { importerOfProfile } from '../../../src/main/importers/mapping/mapped-importer.ts';
import { profileProblems } from '../../../src/main/importers/mapping/profile-problems.ts';
import { suggestMapping, type Words } from '../../../src/main/importers/mapping/suggest/suggest-mapping.ts';
import { sampleTable, type TableSample } from '../../../src/main/importers/mapping/suggest/table-sample.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly file: string;
  readonly lines: readonly string[];
  readonly preset?: string;
  /** What the user changes of the suggestion. */
  readonly set?: Partial<MappingProfile>;
  readonly expect: {
    /** "time: date". */
    readonly columns: readonly string[];
    /** Codes and fields of what is missing, before the user's changes. */
    readonly problems?: readonly string[];
    readonly events: readonly string[];
    readonly ignored?: readonly string[];
    readonly rowProblems?: readonly string[];
  };
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'mapping.json'), 'utf8')) as readonly Case[];

describe('a file that nobody has seen', () => {
  it.each(cases)('$name', ({ file, lines, preset, set = {}, expect: expected }) => {
    const sample = sampleTable(file, new TextEncoder().encode(lines.join('\n')));
    if (!sample.ok) throw new Error(sample.failure.message);
    const { profile } = suggestMapping(sample.value, preset, (column) => wordsOf(sample.value, column));
    const columns = Object.entries(profile.columns).map(([role, column]) => `${role}: ${column}`);
    expect(columns.toSorted()).toEqual(expected.columns.toSorted());
    expect(profileProblems(profile).map(({ failure, field }) => `${failure.code} ${field}`)).toEqual(
      expected.problems ?? [],
    );
    const final = mappingProfile.parse({ ...profile, ...set });
    expect(profileProblems(final)).toEqual([]);
    const read = readText(lines.join('\n'), { file, own: [importerOfProfile(final)] });
    expect(read.message).toBe('');
    expect(read.problemLines).toEqual(expected.rowProblems ?? []);
    expect(read.events).toEqual(expected.events);
    expect(read.ignored).toEqual(expected.ignored ?? []);
  });
});

function wordsOf({ columns }: TableSample, name: string): Words {
  const words = new Map<string, number>();
  for (const cell of columns.find((column) => column.name === name)?.cells ?? []) {
    words.set(cell, (words.get(cell) ?? 0) + 1);
  }
  return words;
}
