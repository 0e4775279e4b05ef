/** The parts of the Year-end plan. Pure. */
import type { ScreenParams } from '../../ui/navigation.tsx';

export const planTabs = ['compare', 'years', 'what-if', 'steps', 'records'] as const;
export type PlanTab = (typeof planTabs)[number];

export const planTabWords: Readonly<Record<PlanTab, string>> = {
  compare: 'Sell now or hedge',
  years: 'Tax years',
  'what-if': 'What if',
  steps: 'Steps & dates',
  records: 'Records',
};

/** Who comes for a plan that was just saved, or named, comes for its steps. */
export function planTabOf({ tab, plan }: ScreenParams): PlanTab {
  return planTabs.find((each) => each === tab) ?? (plan === undefined ? 'compare' : 'steps');
}
