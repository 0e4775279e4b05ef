import type { EventId } from './event.ts';
import type { LotId } from './lot.ts';

export interface Rule {
  readonly id: string;
  /** "26 U.S.C. 1222(3)", "Rev. Rul. 66-7" … */
  readonly law: string;
  readonly url?: string;
}

/**
 * Why a figure is what it is: a tree that re-adds. `value` is exact decimal text (or a date, or a word);
 * `how` is the arithmetic in words over the children ("proceeds − cost basis").
 */
export interface Trace {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly how: string;
  readonly rule?: Rule;
  readonly events?: readonly EventId[];
  readonly lots?: readonly LotId[];
  readonly parts?: readonly Trace[];
  /** The id under which this very figure is explained in full: one goes on there where the parts stop here. */
  readonly explain?: string;
}
