import type { Trace } from '../../../../../shared/domain/trace.ts';
import { isPositive } from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { ratio } from '../../../../../shared/num/products.ts';
import type { Exact, Money, Rate } from '../../../../../shared/num/types.ts';
import type { StressState } from '../stress-words.ts';

/** One risk, read for one portfolio. */
export interface RiskRow {
  readonly risk: string;
  readonly name: string;
  readonly state: StressState;
  /** Decimal text of what was judged; null where nobody can know it. */
  readonly figure: string | null;
  /** "share", "days", "times", or a currency. */
  readonly unit: string;
  readonly words: string;
  readonly todo: string;
  readonly alwaysInView: boolean;
  readonly trace: Trace;
}

export interface RiskReading {
  readonly risk: string;
  readonly name: string;
  readonly state: StressState;
  readonly figure: Exact | null;
  readonly unit: string;
  readonly words: string;
  readonly todo: string;
  /** How the figure comes about, and its parts. */
  readonly how: string;
  readonly parts?: readonly Trace[];
}

/** The three that stand beside every hedge. */
const ALWAYS: ReadonlySet<string> = new Set(['liquidation', 'basis', 'complexity']);

export function riskRow({ how, parts = [], figure, ...reading }: RiskReading): RiskRow {
  const value = figure === null ? null : toText(figure);
  return {
    ...reading,
    figure: value,
    alwaysInView: ALWAYS.has(reading.risk),
    trace: { label: reading.name, value: value ?? 'not known', unit: reading.unit, how, parts },
  };
}

/** The state of a figure that is the worse the larger it is. */
export function judged(figure: Rate, watch: Rate, danger: Rate): StressState {
  if (figure > danger) return 'danger';
  return figure > watch ? 'watch' : 'fine';
}

/** null where the whole is not above zero. */
export function shareOf(part: Money, whole: Money): Rate | null {
  return isPositive(whole) ? ratio(part, whole, 'half-even') : null;
}
