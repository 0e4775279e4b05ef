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
    case 'invalid_key':
      return { path, reason: inputFault(issue.issues[0], path.at(-1)).reason };
    default:
      return { path, reason: isOwnWords(issue.message) ? issue.message : reasonOf(issue) };
  }
}

/** Words that a contract gives go on from the field's name, so they begin small; the library's are whole sentences. */
function isOwnWords(message: string): boolean {
  return /^[^A-Z]/u.test(message);
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formatWords[issue.format] ?? 'it is not written as it has to be';
    case 'not_multiple_of':
      return `it must be a multiple of ${issue.divisor}`;
    default:
      return 'it cannot be used';
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  const units = sizeWords[origin];
  if (units === undefined) return `it must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}`;
  return minimum === 1 ? 'it must not be empty' : `it must have at least ${minimum} ${units}`;
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): string {
  const units = sizeWords[origin];
  if (units === undefined) return `it must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}`;
  return `it must have at most ${maximum} ${units}`;
}

/** What a size counts; a number is its own. */
const sizeWords: Readonly<Record<string, string>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
  map: 'entries',
};

const formatWords: Readonly<Record<string, string>> = {
  date: 'expected a date such as 2025-03-01',
  datetime: 'expected an instant such as 2025-03-01T09:30:00Z',
};

/**
 * The alternative that was meant: the one whose fault lies deepest, of those the one with the fewest; one whose form is
 * right and whose value is not. Where none fits better than another, what each of them asks for.
 */
function faultOfUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): InputFault {
  const { path, errors } = issue;
  const inside = errors.map((issues) => ({
    ...inputFault(issues[0], value),
    count: issues.length,
    isOfValue: issues[0]?.code === 'custom',
  }));
  const [meant] = inside.toSorted((a, b) => b.path.length - a.path.length || a.count - b.count);
  if (meant !== undefined && meant.path.length > 0)
    return { path: [...path, ...meant.path], reason: meant.reason };
  const ofValue = inside.filter(({ isOfValue }) => isOfValue);
  const reasons = [...new Set((ofValue.length > 0 ? ofValue : inside).map(({ reason }) => reason))];
  if (reasons.length > 0) return { path, reason: joined(reasons) };
  const known = issue.inclusive === false ? undefined : issue.options;
  return { path, reason: known === undefined ? 'it is none of the values known here' : oneOf(known) };
}

/** "expected an instant such as …, or a date such as …" */
function joined([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((reason) => reason.replace(/^expected /u, ''))].join(', or ');
}

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
