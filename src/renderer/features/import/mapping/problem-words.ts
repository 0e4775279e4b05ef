import { problemsOf, type ProfileProblem } from './mapping-draft.ts';

/** What stands under a field; null where it is well. */
export function errorOf(problems: readonly ProfileProblem[], ...fields: readonly string[]): string | null {
  const own = problemsOf(problems, ...fields);
  return own.length === 0 ? null : own.map(({ message, fix }) => `${message} ${fix}`).join(' ');
}
