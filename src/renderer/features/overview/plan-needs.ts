/** What plans and policy ask of a person: rules that fired, steps of exit plans that are due, days of the calendar. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../ui/date-format.ts';
import type { Need } from './needs.ts';

type ExitPlans = CallAnswer<'exit.list'>['plans'];

export interface PlanNeedsInput {
  readonly log: CallAnswer<'policy.log'> | undefined;
  readonly drift: CallAnswer<'policy.drift'> | undefined;
  readonly exitPlans: ExitPlans;
  readonly calendar: CallAnswer<'calendar.read'> | undefined;
  readonly today: string;
}

/** From so many days before it a payment or the last day of a choice is said. */
const soonWithin = 30;

export function planNeeds(input: PlanNeedsInput): readonly Need[] {
  return [...firedNeeds(input), ...exitStepNeeds(input), ...calendarNeeds(input)];
}

/** Rules that fired and wait for a decision, counted by line: one decision may answer them all. */
function firedNeeds({ log, drift }: PlanNeedsInput): readonly Need[] {
  const open = log?.firings.filter(({ state }) => state === 'open') ?? [];
  const [first] = open;
  if (first === undefined) return [];
  // Of the day on which it fired; what stands today is told where the rule still holds.
  const now = drift?.fired.find(({ rule, of }) => rule === first.rule && of === first.of);
  return [
    {
      key: 'rule fired',
      severity: 'warning',
      message: now?.words ?? `On ${first.firedOn} a rule fired: ${first.words}`,
      fix: 'See what each way back costs, then record what you decide.',
      more: new Set(open.map(({ of }) => of)).size - 1,
      way: { screen: 'targets', params: { tab: 'ways' }, words: 'See the ways back' },
      also: { screen: 'targets', params: { tab: 'policy', decide: 'ask' }, words: 'Decide' },
    },
  ];
}

function exitStepNeeds({ exitPlans }: PlanNeedsInput): readonly Need[] {
  const standing = exitPlans.filter(({ dropped, replacedBy }) => dropped === null && replacedBy === null);
  const days = standing.flatMap(({ id, name, days: all }) =>
    all
      .filter(({ state }) => state === 'due' || state === 'late' || state === 'partly')
      .map((day) => ({ id, name, ...day })),
  );
  const [first] = days.toSorted((a, b) => a.date.localeCompare(b.date));
  if (first === undefined) return [];
  const left = days.reduce((all, { steps, done }) => all + steps - done, 0);
  const isLate = first.state === 'late';
  const when = isLate ? 'should be done since' : left === 1 ? 'is for' : 'are for';
  return [
    {
      key: 'exit steps due',
      severity: isLate ? 'error' : 'warning',
      message: `${left} ${left === 1 ? 'step' : 'steps'} of your exit plan “${first.name}” ${when} ${first.date}.`,
      fix: 'Open the close-out sheet: it has the orders in their order, with the lots to name first.',
      more: 0,
      way: { screen: 'plan', params: { tab: 'close-out', exit: first.id }, words: 'Open the sheet' },
    },
  ];
}

function calendarNeeds({ calendar, today }: PlanNeedsInput): readonly Need[] {
  const soon = (calendar?.entries ?? []).filter(({ kind, date }) => {
    const days = daysBetween(today, date);
    return (kind === 'payment' || kind === 'election') && days >= 0 && days <= soonWithin;
  });
  return [...Map.groupBy(soon, ({ kind }) => kind)].flatMap(([kind, entries]) => {
    const [first] = entries.toSorted((a, b) => a.date.localeCompare(b.date));
    if (first === undefined) return [];
    return [
      {
        key: `calendar ${kind}`,
        severity: 'note' as const,
        message: `${first.title}, by ${first.date}.`,
        fix: first.why,
        more: entries.length - 1,
        way:
          kind === 'election'
            ? { screen: 'elections' as const, params: {}, words: 'Open Tax choices' }
            : { screen: 'plan' as const, params: { tab: 'years' }, words: 'See the tax years' },
      },
    ];
  });
}
