/** Where the parts of stacked costs stand, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';
import type { Bar } from './waterfall-geometry.ts';

export interface CostStack {
  readonly name: string;
  /** Signed decimal texts; null: not known. Negative is income. */
  readonly parts: readonly { readonly part: string; readonly name: string; readonly amount: string | null }[];
}

export interface CostStackShapes {
  readonly zero: number;
  /** One a stack: the bar of each of its parts, null where there is none. */
  readonly stacks: readonly (readonly (Bar | null)[])[];
}

/** One scale for all: what is paid goes right from zero, what comes in goes left, each part beginning where the one before ended. */
export function costStacks(stacks: readonly CostStack[]): CostStackShapes {
  const amounts = stacks.map(({ parts }) =>
    parts.map(({ amount }) => (amount === null ? 0 : toFloat(money(amount)))),
  );
  const paid = amounts.map((row) => row.reduce((all, value) => all + Math.max(value, 0), 0));
  const earned = amounts.map((row) => row.reduce((all, value) => all + Math.min(value, 0), 0));
  const low = Math.min(0, ...earned);
  const high = Math.max(0, ...paid);
  const span = high - low || 1;
  const at = (value: number): number => ((value - low) / span) * 100;
  return {
    zero: at(0),
    stacks: amounts.map((row) => {
      let up = 0;
      let down = 0;
      return row.map((value) => {
        if (value === 0) return null;
        const from = value > 0 ? up : down + value;
        if (value > 0) up += value;
        else down += value;
        return { left: at(from), width: (Math.abs(value) / span) * 100 };
      });
    }),
  };
}
