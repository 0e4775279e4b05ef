import { formatRate } from '../../../ui/number-format.ts';
import type { ExitPlan } from './exit-model.ts';

/** What the plan on screen took for a field that is empty, as the pale text of that field. Pure. */
export function usedOf(plan: Pick<ExitPlan, 'assumptions'> | undefined): (id: string) => string {
  return (id) => {
    const used = plan?.assumptions.find((each) => each.id === id);
    if (used === undefined || !/^-?\d+(?:\.\d+)?$/u.test(used.value)) return '';
    return isShare(used.unit) ? formatRate(used.value).replace('%', '') : used.value;
  };
}

function isShare(unit: string): boolean {
  return unit === '' || unit === '%' || unit === 'share' || unit.startsWith('share');
}
