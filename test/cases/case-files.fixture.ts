import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A case as data: what goes in, what must be among what comes out, and who says so. */
export interface CaseFile {
  readonly name: string;
  readonly title: string;
  readonly source: { readonly text: string; readonly url?: string };
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The case files of a folder, by name. */
export function caseFiles(folder: string): readonly CaseFile[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return names.toSorted().map((file) => {
    const parsed = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<CaseFile, 'name'>;
    return { name: file.slice(0, -'.json'.length), ...parsed };
  });
}
