/** Tax of each year as it was planned, and as it stands now: with what came in and the rest as planned. */
import { exitRequest } from '../../../../shared/contract/exit-request.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { absolute } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { yearsWith } from '../../../engine/exit/exit-years.ts';
import { scheduleFlows } from '../../../engine/exit/schedule-actions.ts';
import { moneyText } from '../../../engine/words.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';
import { restOf } from './rest-of.ts';
import { restRequest } from './rest-request.ts';

export interface ComparedYears {
  readonly years: CallAnswer<'exit.progress'>['years'];
  /** Whole sentences. */
  readonly words: readonly string[];
}

/**
 * The tax engine's total of each of the plan's years with what came in and the rest of the plan, against what was planned.
 * Where the rest is not possible any more as it was planned, only what came in is told, in words.
 */
export async function comparedYears(
  progress: PlanProgress,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<ComparedYears> {
  const { plan } = progress;
  const now = await taxNow(progress, derived, context);
  const years = plan.expected.years.map(({ year, taxWith }) => {
    const tax = now?.get(year) ?? null;
    return {
      year,
      planned: toText(taxWith),
      now: tax === null ? null : toText(tax),
      difference: tax === null ? null : toText(subtract(tax, taxWith)),
    };
  });
  const differences = plan.expected.years.flatMap(({ year, taxWith }) => {
    const tax = now?.get(year);
    const difference = tax === undefined ? null : subtract(tax, taxWith);
    if (difference === null || isZero(difference)) return [];
    const way = tax !== undefined && tax > taxWith ? 'more' : 'less';
    return [`${moneyText(absolute(difference), plan.currency)} ${way} in ${year}`];
  });
  if (now === null)
    return {
      years,
      words: [
        'The rest of the plan cannot be carried out any more as it was planned, so that its tax is not told. Plan what is left again.',
      ],
    };
  return {
    years,
    words:
      differences.length === 0
        ? []
        : [
            `Tax against the plan: ${differences.join(', ')}. Other trades since then and changed tax details are in it, too.`,
          ],
  };
}

/** By year; null where the rest is not possible. */
async function taxNow(
  progress: PlanProgress,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<ReadonlyMap<number, Money> | null> {
  if (progress.steps.every(isDone)) return totals(derived.taxYears);
  const request = exitRequest.parse(restRequest(progress, derived));
  const given = exitCaseOf(derived, request, await exitMarketOf(derived, request, context));
  const rest = given.ok ? restOf(progress, given.value, derived) : null;
  if (!given.ok || rest === null) return null;
  return totals(yearsWith(given.value, scheduleFlows(given.value, rest).actions));
}

function totals({ years }: Derived['taxYears']): ReadonlyMap<number, Money> {
  return new Map(years.map(({ input: { year }, assessment: { totalTax } }) => [year, totalTax]));
}
