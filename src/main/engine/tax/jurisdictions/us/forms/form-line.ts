import type { Money } from '../../../../../../shared/num/types.ts';

/** A line of a form: its number there, what it says, and the exact amount; null where it stays empty. */
export interface FormLine {
  readonly line: string;
  readonly label: string;
  readonly amount: Money | null;
}
