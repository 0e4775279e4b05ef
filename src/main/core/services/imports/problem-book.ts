import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import type { RowProblem } from '../../../importers/importer.ts';

export type ProblemGroup = z.output<typeof previewFile>['problems'][number];

/** Rows of all causes together that an answer spells out, and how much of each; `count` has them all. */
const rowsShown = 10_000;
const rawShown = 1000;
const groupsShown = 200;

/** What is wrong with the rows of a file, those with one cause together. */
export class ProblemBook {
  readonly #groups = new Map<string, ProblemGroup>();
  #rowsShown = 0;
  #badRows = 0;
  #lastBadLine = 0;
  #firstError: RowProblem | null = null;

  add(problem: RowProblem): void {
    const { severity, failure, line, raw } = problem;
    const { key, isRest } = this.#keyOf(problem);
    let group = this.#groups.get(key);
    if (group === undefined) {
      const { code, fix } = failure;
      const message = isRest ? `${failure.message} (And others of the kind.)` : failure.message;
      group = { code, severity, message, fix, rows: [], count: 0 };
      this.#groups.set(key, group);
    }
    group.count++;
    if (this.#rowsShown < rowsShown) {
      this.#rowsShown++;
      group.rows.push({ line, raw: raw.length > rawShown ? `${raw.slice(0, rawShown)}…` : raw });
    }
    if (severity === 'error') this.#countBad(problem);
  }

  /** Causes without number would make a list that nobody reads: from some number on, those of one code are one. */
  #keyOf({ cause, severity, failure: { code } }: RowProblem): {
    readonly key: string;
    readonly isRest: boolean;
  } {
    const key = `${severity} ${cause}`;
    if (this.#groups.has(key) || this.#groups.size < groupsShown) return { key, isRest: false };
    return { key: `${severity} ${code} and others`, isRest: true };
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
