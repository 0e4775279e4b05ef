import { describe, expect, test } from 'vitest';
import { planNeeds, type PlanNeedsInput } from './plan-needs.ts';

type Log = NonNullable<PlanNeedsInput['log']>;
type ExitPlan = PlanNeedsInput['exitPlans'][number];
type Calendar = NonNullable<PlanNeedsInput['calendar']>;

const quiet: PlanNeedsInput = {
  log: undefined,
  drift: undefined,
  exitPlans: [],
  calendar: undefined,
  today: '2026-11-20',
};

const log = (...states: readonly Log['firings'][number]['state'][]): Log =>
  ({
    firings: states.map((state, index) => ({
      state,
      rule: 'absolute',
      of: `C${index}`,
      firedOn: '2026-11-03',
      words: `Rule ${index} fired.`,
    })),
  }) as unknown as Log;
const plan = (
  name: string,
  days: readonly Partial<ExitPlan['days'][number]>[],
  fields: Partial<ExitPlan> = {},
): ExitPlan => ({ id: name, name, dropped: null, replacedBy: null, days, ...fields }) as unknown as ExitPlan;
const calendar = (...entries: readonly Partial<Calendar['entries'][number]>[]): Calendar =>
  ({ entries }) as unknown as Calendar;

test('nothing known, nothing needed', () => {
  expect(planNeeds(quiet)).toEqual([]);
});

test('rules that wait are one need, with the ways back and the decision; those that were decided are none', () => {
  const [need, ...others] = planNeeds({ ...quiet, log: log('decided', 'open', 'open', 'passed') });
  expect(others).toEqual([]);
  expect(need).toMatchObject({
    key: 'rule fired',
    message: 'On 2026-11-03 a rule fired: Rule 1 fired.',
    more: 1,
    way: { params: { tab: 'ways' } },
    also: { words: 'Decide' },
  });
});

test('a rule that still holds is told as it stands today', () => {
  const drift = {
    fired: [{ rule: 'absolute', of: 'C0', words: 'Today.' }],
  } as unknown as PlanNeedsInput['drift'];
  expect(planNeeds({ ...quiet, log: log('open'), drift })[0]?.message).toBe('Today.');
});

describe('steps of exit plans', () => {
  const due = { date: '2026-11-20', state: 'due', steps: 3, done: 1 } as const;

  test('due today are a warning, late ones a problem, by the earliest day', () => {
    expect(planNeeds({ ...quiet, exitPlans: [plan('Out', [due])] })[0]).toMatchObject({
      severity: 'warning',
      message: '2 steps of your exit plan “Out” are for 2026-11-20.',
      way: { params: { tab: 'close-out', exit: 'Out' } },
    });
    const late = { ...due, date: '2026-11-10', state: 'late', steps: 1, done: 0 } as const;
    expect(planNeeds({ ...quiet, exitPlans: [plan('Out', [due, late])] })[0]).toMatchObject({
      severity: 'error',
      message: '3 steps of your exit plan “Out” should be done since 2026-11-10.',
    });
  });

  test('one is said as one', () => {
    const one = { ...due, done: 2 };
    expect(planNeeds({ ...quiet, exitPlans: [plan('Out', [one])] })[0]?.message).toBe(
      '1 step of your exit plan “Out” is for 2026-11-20.',
    );
  });

  test('plans that were dropped or replaced, and days that wait, ask nothing', () => {
    const plans = [
      plan('a', [due], { replacedBy: 'b' }),
      plan('b', [{ ...due, state: 'waiting' }]),
      plan('c', [due], { dropped: { at: '2026-11-01T00:00:00Z', reason: '' } }),
    ];
    expect(planNeeds({ ...quiet, exitPlans: plans })).toEqual([]);
  });
});

test('payments and last days of choices within a month, one need a kind', () => {
  const entries = [
    { kind: 'payment', date: '2026-12-15', title: 'Tax is due', why: 'Because.' },
    { kind: 'payment', date: '2027-04-15', title: 'Tax is due', why: 'Because.' },
    { kind: 'election', date: '2026-12-01', title: 'Last day to choose', why: 'Because.' },
    { kind: 'election', date: '2026-11-19', title: 'Over', why: 'Because.' },
    { kind: 'expiry', date: '2026-12-01', title: 'Ends', why: 'Because.' },
  ] as const;
  expect(
    planNeeds({ ...quiet, calendar: calendar(...entries) }).map(({ key, message, more }) => [
      key,
      message,
      more,
    ]),
  ).toEqual([
    ['calendar payment', 'Tax is due, by 2026-12-15.', 0],
    ['calendar election', 'Last day to choose, by 2026-12-01.', 0],
  ]);
});
