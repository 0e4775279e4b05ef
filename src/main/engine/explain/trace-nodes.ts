/**
 * Building traces: one function for each arithmetic, so that a trace can be computed again from its leaves.
 * What `how` says is one of `arithmetic`; a test re-adds every trace of the sample by it.
 */
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Exact } from '../../../shared/num/types.ts';

/** What a trace's value is of its parts. Products and shares round half-even to 18 decimals. */
export const arithmetic = {
  given: 'as given',
  same: 'the same as its part',
  sum: 'sum of the parts',
  difference: 'the first part less the others',
  product: 'the first part times the second',
  smallest: 'the smallest of the parts',
  largest: 'the largest of the parts',
  /** The first part is what the others were made from; it is not added. */
  sumOfRest: 'sum of the parts after the first, which divide it up',
  /** Several figures of one thing. */
  each: 'the first part; the others stand beside it',
} as const;

export type Arithmetic = keyof typeof arithmetic;

type Extras = Partial<Pick<Trace, 'rule' | 'events' | 'lots'>>;

/** A figure that stands on its own: from a file, a profile, a published amount. */
export function leaf(label: string, value: Exact | string, unit: string, extras: Extras = {}): Trace {
  return { label, value: text(value), unit, how: arithmetic.given, ...extras };
}

/** A figure made from others. */
export function node(
  label: string,
  value: Exact | string,
  unit: string,
  how: Arithmetic,
  parts: readonly Trace[],
  extras: Extras = {},
): Trace {
  return { label, value: text(value), unit, how: arithmetic[how], parts, ...extras };
}

function text(value: Exact | string): string {
  return typeof value === 'string' ? value : toText(value);
}
