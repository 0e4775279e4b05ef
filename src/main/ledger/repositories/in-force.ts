/**
 * Several files, and the user, may state a value for one thing at one time. Each is kept with who states it; which one is
 * in force depends on what is stated alone, never on which file came first: what was typed; else that of the shorter span,
 * because a day's volume beside its hours would count twice; else the one with more digits, because the others may be
 * rounded; else the larger one.
 */
import { quantity } from '../../../shared/num/parse.ts';

/** Who typed values: numbers of imports begin at one. */
export const TYPED = 0;

export interface Statement {
  /** The import that states it, or `TYPED`. */
  readonly batch: number;
  /** Canonical decimal text. */
  readonly value: string;
  readonly hours: number | null;
}

/** In: at least one. Of several that state the same: that of the earliest import. */
export function inForce<One extends Statement>(stated: Iterable<One>): One {
  return [...stated].reduce((best, one) => (compare(one, best) < 0 ? one : best));
}

export function statesTheSame(a: Statement, b: Statement): boolean {
  return a.value === b.value && a.hours === b.hours;
}

/** Whether a statement would be in force beside another of the same origin. */
export function isBetter(one: Statement, than: Statement): boolean {
  return compare({ ...one, batch: 1 }, { ...than, batch: 1 }) < 0;
}

function compare(a: Statement, b: Statement): number {
  if ((a.batch === TYPED) !== (b.batch === TYPED)) return a.batch === TYPED ? -1 : 1;
  return (
    (a.hours ?? 0) - (b.hours ?? 0) ||
    digits(b.value) - digits(a.value) ||
    larger(a.value, b.value) ||
    a.batch - b.batch
  );
}

function digits(text: string): number {
  return text.replaceAll(/\D/gu, '').length;
}

function larger(a: string, b: string): number {
  if (a === b) return 0;
  return quantity(a) > quantity(b) ? -1 : 1;
}
