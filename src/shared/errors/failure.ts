import { errors, type ErrorCode } from './errors.ts';

/** Where something went wrong: a row of a file, an event, a field of an input. */
export interface Where {
  readonly file?: string;
  readonly row?: number;
  readonly event?: string;
  readonly field?: string;
}

/** What users, data or law can cause. Bugs throw instead. */
export interface Failure {
  readonly code: ErrorCode;
  /** What happened and what was not changed. */
  readonly message: string;
  readonly where: Where;
  /** What to do. */
  readonly fix: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Texts<Code extends ErrorCode> = (typeof errors)[Code]['message'] | (typeof errors)[Code]['fix'];

/** The values that a code's message and remedy name in braces: leaving one out does not compile. */
export type ErrorValues<Code extends ErrorCode> = { readonly [Name in Names<Texts<Code>>]: string | number };

/** A code's sentence and remedy with its values filled in. */
export function wordsOf<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues<Code>,
): { message: string; fix: string } {
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
      String((values as Record<string, string | number>)[name]),
    );
  return { message: fill(errors[code].message), fix: fill(errors[code].fix) };
}

export function failure<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues<Code>,
  where: Where = {},
): Failure {
  return { code, where, ...wordsOf(code, values) };
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues<Code>,
  where: Where = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: failure(code, values, where) };
}
