import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import type { RowProblem } from '../../../importers/importer.ts';

export type ProblemGroup = z.output<typeof previewFile>['problems'][number];

/** Rows of one cause that an answer spells out; `count` has them all. */
const rowsShown = 10_000;

/** Rows with one cause together, errors first, the most frequent first. */
export function groupProblems(problems: readonly RowProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { cause, severity, failure, line, raw } of problems) {
    const key = `${severity} ${cause}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { code: failure.code, severity, message: failure.message, fix: failure.fix, rows: [], count: 0 };
      groups.set(key, group);
    }
    group.count++;
    if (group.rows.length < rowsShown) group.rows.push({ line, raw });
  }
  return [...groups.values()].toSorted(
    (a, b) => a.severity.localeCompare(b.severity) || b.count - a.count || a.code.localeCompare(b.code),
  );
}

/** What is wrong with a file as a whole. */
export function fileProblem({ code, message, fix }: Failure): ProblemGroup {
  return { code, severity: 'error', message, fix, rows: [], count: 1 };
}
