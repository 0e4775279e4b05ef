import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import type { RowProblem } from '../../../importers/importer.ts';

export type ProblemGroup = z.output<typeof previewFile>['problems'][number];

/** Rows of one cause that an answer spells out; `count` has them all. */
const rowsShown = 10_000;

/** What is wrong with the rows of a file, those with one cause together. */
export class ProblemBook {
  readonly #groups = new Map<string, ProblemGroup>();
  #badRows = 0;
  #lastBadLine = 0;
  #firstError: RowProblem | null = null;

  add(problem: RowProblem): void {
    const { cause, severity, failure, line, raw } = problem;
    const key = `${severity} ${cause}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      const { code, message, fix } = failure;
      group = { code, severity, message, fix, rows: [], count: 0 };
      this.#groups.set(key, group);
    }
    group.count++;
    if (group.rows.length < rowsShown) group.rows.push({ line, raw });
    if (severity === 'error') this.#countBad(problem);
  }

  /** What is to be said of the file as a whole, and leaves no row out. */
  addOfFile(failure: Failure): void {
    this.#groups.set(failure.code, { ...fileProblem(failure), severity: 'warning' });
  }

  /** Rows left out because they have an error. */
  get badRows(): number {
    return this.#badRows;
  }

  get firstError(): RowProblem | null {
    return this.#firstError;
  }

  /** Errors first, the most frequent first. */
  groups(): ProblemGroup[] {
    return [...this.#groups.values()].toSorted(
      (a, b) => a.severity.localeCompare(b.severity) || b.count - a.count || a.code.localeCompare(b.code),
    );
  }

  /** A row reports all its errors one after the other. */
  #countBad(problem: RowProblem): void {
    if (problem.line !== this.#lastBadLine) this.#badRows++;
    this.#lastBadLine = problem.line;
    if (this.#firstError === null || problem.line < this.#firstError.line) this.#firstError = problem;
  }
}

/** What is wrong with a file as a whole. */
export function fileProblem({ code, message, fix }: Failure): ProblemGroup {
  return { code, severity: 'error', message, fix, rows: [], count: 1 };
}
