import { failure } from '../../../../shared/errors/failure.ts';
import type { ErrorValues, Failure, Result, Where } from '../../../../shared/errors/failure.ts';
import type { ErrorCode } from '../../../../shared/errors/errors.ts';

/** What stands in the way of a plan: all of it, so that nobody mends one thing only to hear of the next. */
export class Problems {
  readonly #found: Failure[] = [];

  add<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, where: Where = {}): void {
    this.#found.push(failure(code, values, where));
  }

  /** The value of a result; undefined where it is a failure, which is kept. */
  take<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    this.#found.push(result.failure);
    return undefined;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** One problem as itself, several together in one. In: at least one problem. */
  failed(): { readonly ok: false; readonly failure: Failure } {
    const [first, ...others] = this.#found;
    if (first === undefined || others.length === 0)
      return { ok: false, failure: first ?? failure('exit/no-schedule', {}) };
    const values = {
      count: this.#found.length,
      problems: this.#found.map(({ message }, place) => `${place + 1}. ${alone(message)}`).join(' '),
      fixes: [...new Set(this.#found.map(({ fix }) => fix))].join(' '),
    };
    return { ok: false, failure: failure('exit/several', values, first.where) };
  }
}

/** What was not done is said once, for all of them. */
function alone(message: string): string {
  return message.replace(/ Nothing was computed[^.:]*\.$/u, '');
}
