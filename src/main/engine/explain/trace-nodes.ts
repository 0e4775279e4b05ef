/**
 * Building traces: one function for each arithmetic, so that a trace can be computed again from its leaves.
 * What `how` says is one of `arithmetic`; a test re-adds every trace of the sample by it.
 */
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Exact } from '../../../shared/num/types.ts';

/** What a trace's value is of its parts. Products, quotients and shares round half-even to 18 decimals. */
export const arithmetic = {
  given: 'as given',
  same: 'the same as its part',
  sum: 'sum of the parts',
  difference: 'the first part less the others',
  product: 'the first part times the second',
  quotient: 'the first part divided by the second',
  share: 'the first part times the second, divided by the third',
  smallest: 'the smallest of the parts',
  largest: 'the largest of the parts',
  /** The first part is what the others were made from; it is not added. */
  sumOfRest: 'sum of the parts after the first, which divide it up',
  /** Several figures of one thing. */
  each: 'the first part; the others stand beside it',
  /** Too much for one answer, or a figure of its own: its `explain` id tells it. */
  apart: 'explained under its own id',
  earliest: 'the earliest of the parts',
  days: 'days from the first part to the second',
  dayAfterYear: 'the day after the same date one year later',
  thirteenthMonth: 'the first day of the thirteenth month after',
  /** The value is a word, not a figure. */
  term: 'long-term where the second date is not before the first',
  ground: 'as the record says',
  lots: 'in this order the lots then held would leave',
} as const;

export type Arithmetic = keyof typeof arithmetic;

export type Extras = Partial<Pick<Trace, 'rule' | 'events' | 'lots' | 'explain'>>;

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

/** A figure that is explained in full under an id of its own. */
export function reference(
  label: string,
  value: Exact | string,
  unit: string,
  explain: string,
  extras: Omit<Extras, 'explain'> = {},
): Trace {
  return { label, value: text(value), unit, how: arithmetic.apart, ...extras, explain };
}

/** Several figures of one thing: the first is its value. A single one stands alone. */
export function beside(first: Trace, others: readonly Trace[]): Trace {
  return others.length === 0 ? first : node(first.label, first.value, first.unit, 'each', [first, ...others]);
}

function text(value: Exact | string): string {
  return typeof value === 'string' ? value : toText(value);
}
