/** What every turn of the answer is looked for with: both ways chosen anew, with one assumption changed. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
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

/** The cheapest of selling now and of the hedge where one assumption is changed. */
export interface CostsOfBoth {
  readonly sell: Money;
  readonly hedge: Money;
}

export type CostsAt = (at: Rate) => Promise<CostsOfBoth>;

const NEAREST_EXITS = 4;

/**
 * Ways of leaving the hedge that may become the cheapest when an assumption changes: those that are cheapest now, and the cheapest of
 * each year; the one day alone where the user named it.
 */
export function exitsAtStake({ given: { leaveOn }, exits }: TurnQuestion): readonly HedgeExit[] {
  if (leaveOn !== null) return exits.filter(({ date }) => date === leaveOn);
  const cheapestFirst = exits.toSorted((a, b) => compare(a.cost, b.cost));
  const ofYears = [...Map.groupBy(cheapestFirst, ({ date }) => yearOf(date)).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
  return [...new Set([...cheapestFirst.slice(0, NEAREST_EXITS), ...ofYears])];
}

/**
 * Costs of both ways where one assumption is changed, the day of leaving chosen anew; asked for twice, they are computed once. With
 * what is owed without them.
 */
export function costsIn(question: TurnQuestion, caseAt: (at: Rate) => ExitCase): CostsAt {
  const { tools, selling, hedging } = question;
  const exits = [hedging.priced.schedule, ...exitsAtStake(question).map(({ schedule }) => schedule)];
  const known = new Map<Rate, CostsOfBoth>();
  return async (at) => {
    let found = known.get(at);
    if (found === undefined) {
      const changed = caseAt(at);
      const sell = fullCost(changed, selling.priced.schedule);
      const costs: Money[] = [];
      for (const schedule of new Set<ExitSchedule>(exits)) {
        costs.push(fullCost(changed, schedule));
        await tools.pause();
      }
      known.set(at, (found = { sell, hedge: cheapestOf(costs) }));
    }
    return found;
  };
}

export function differenceOf(costsAt: CostsAt): DifferenceAt {
  return async (at) => {
    const { sell, hedge } = await costsAt(at);
    return subtract(sell, hedge);
  };
}

export function cheapestOf(costs: readonly Money[]): Money {
  return costs.reduce((least, one) => (one < least ? one : least));
}

/** Both costs, each less what is owed without them. */
export function meetingTrace(
  { sell, hedge }: CostsOfBoth,
  without: Money,
  label: string,
  unit: string,
): Trace {
  return costsTrace(label, subtract(sell, without), subtract(hedge, without), unit);
}

export function costsTrace(label: string, sell: Money, hedge: Money, unit: string): Trace {
  return node(label, subtract(sell, hedge), unit, 'difference', [
    leaf('Cost of selling now, in today’s money', sell, unit),
    leaf('Cost of the hedge, in today’s money', hedge, unit),
  ]);
}
