/** What every turn of the answer is looked for with: both ways priced, and one assumption changed. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { priceSchedule } from '../../exit/price-schedule.ts';
import type { AlternativesCase, AlternativesTools, HedgeExit, PricedWay } from './alternatives-case.ts';
import type { DifferenceAt } from './bisect.ts';
import { fullCost } from './full-cost.ts';

export interface TurnQuestion {
  readonly given: AlternativesCase;
  readonly tools: AlternativesTools;
  readonly selling: PricedWay;
  readonly hedging: PricedWay;
  readonly exits: readonly HedgeExit[];
}

export interface Turn {
  /** A whole sentence. */
  readonly words: string;
  /** The two costs where they meet; null where they do not. */
  readonly trace: Trace | null;
}

/** Cost of selling now less cost of the hedge where one assumption is changed; asked for twice, it is computed once. */
export function differencesIn(
  { tools, selling, hedging }: TurnQuestion,
  caseAt: (at: Rate) => ExitCase,
): DifferenceAt {
  const known = new Map<Rate, Money>();
  return async (at) => {
    let found = known.get(at);
    if (found === undefined) {
      const changed = caseAt(at);
      found = subtract(
        fullCost(changed, selling.priced.schedule),
        fullCost(changed, hedging.priced.schedule),
      );
      known.set(at, found);
      await tools.pause();
    }
    return found;
  };
}

/** Both costs in a changed case. */
export function meetingTrace({ selling, hedging }: TurnQuestion, changed: ExitCase, label: string): Trace {
  const sell = priceSchedule(changed, selling.priced.schedule).cost;
  const hedge = priceSchedule(changed, hedging.priced.schedule).cost;
  return costsTrace(label, sell, hedge, changed.currency);
}

export function costsTrace(label: string, sell: Money, hedge: Money, unit: string): Trace {
  return node(label, subtract(sell, hedge), unit, 'difference', [
    leaf('Cost of selling now, in today’s money', sell, unit),
    leaf('Cost of the hedge, in today’s money', hedge, unit),
  ]);
}
