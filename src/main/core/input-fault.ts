import type { z } from 'zod';

export interface InputFault {
  readonly path: readonly PropertyKey[];
  /** What is wrong with the field, in words that go on from its name: "it is missing". */
  readonly reason: string;
}

/** Where the first fault is: a field that should not be there itself; of a union, the alternative that came furthest. */
export function inputFault(issue: z.core.$ZodIssue | undefined, input: unknown): InputFault {
  if (issue === undefined) return { path: [], reason: 'it cannot be used' };
  const { path } = issue;
  const value = valueAt(input, path);
  if (value === undefined) return { path, reason: 'it is missing' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { path: [...path, ...issue.keys.slice(0, 1)], reason: 'it does not exist here' };
    case 'invalid_value':
      return { path, reason: oneOf(issue.values) };
    case 'invalid_type':
      return { path, reason: `it must be ${typeWords[issue.expected] ?? issue.expected}` };
    case 'invalid_union':
      return faultOfUnion(issue, value);
    default:
      return { path, reason: issue.message };
  }
}

/** Where no alternative fits better than another, what each of them asks for. */
function faultOfUnion({ path, errors }: z.core.$ZodIssueInvalidUnion, value: unknown): InputFault {
  const inside = errors.map((issues) => inputFault(issues[0], value));
  const furthest = inside.reduce((a, b) => (b.path.length > a.path.length ? b : a), nowhere);
  if (furthest !== nowhere) return { path: [...path, ...furthest.path], reason: furthest.reason };
  const reasons = [...new Set(inside.map(({ reason }) => reason))];
  return { path, reason: reasons.join(', or ') || 'it is none of the values known here' };
}

const nowhere: InputFault = { path: [], reason: '' };

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? `it must be ${String(values[0])}` : `it must be one of ${values.join(', ')}`;
}

/** What the input has at a path; undefined where it has nothing there. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
