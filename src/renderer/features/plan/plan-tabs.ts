/** The parts of the Year-end plan. Pure. */
import type { ScreenParams } from '../../ui/navigation.tsx';

export const planTabs = [
  'exit',
  'calendar',
  'close-out',
  'scenarios',
  'years',
  'what-if',
  'records',
] as const;
export type PlanTab = (typeof planTabs)[number];

export const planTabWords: Readonly<Record<PlanTab, string>> = {
  exit: 'Exit plan',
  calendar: 'Calendar',
  'close-out': 'Close-out sheet',
  scenarios: 'Scenarios',
  years: 'Tax years',
  'what-if': 'What if',
  records: 'Records',
};

/** Who comes for a plan that was just saved, or named, comes for its steps. */
export function planTabOf({ tab, plan, exit }: ScreenParams): PlanTab {
  const named = tab === 'steps' ? 'close-out' : planTabs.find((each) => each === tab);
  return named ?? (plan === undefined && exit === undefined ? 'exit' : 'close-out');
}
