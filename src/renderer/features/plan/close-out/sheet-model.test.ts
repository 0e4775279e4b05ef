import { describe, expect, test } from 'vitest';
import { plan as hedgePlan } from '../plan.fixture.ts';
import { canTick, chosenOf, dayOf, standing, type ExitPlanKept, type SheetStep } from './sheet-model.ts';

const kept = (id: string, fields: Partial<ExitPlanKept> = {}): ExitPlanKept => ({
  id,
  name: id,
  reason: '',
  version: 1,
  replaces: null,
  replacedBy: null,
  savedAt: '2026-11-20T10:00:00Z',
  asOf: '2026-11-20',
  dropped: null,
  sentence: '',
  currency: 'USD',
  cost: '0',
  tax: '0',
  carry: '0',
  fees: '0',
  slippage: '0',
  marginCost: '0',
  years: [],
  assumptions: [],
  days: [],
  nextDay: null,
  ...fields,
});

test('dropped and replaced plans do not stand; the newest comes first', () => {
  const plans = [
    kept('old'),
    kept('new', { savedAt: '2026-11-21T10:00:00Z' }),
    kept('gone', { dropped: { at: '2026-11-21T10:00:00Z', reason: '' } }),
    kept('before', { replacedBy: 'new' }),
  ];
  expect(standing(plans).map(({ id }) => id)).toEqual(['new', 'old']);
});

describe('which plan is looked at', () => {
  const exits = [kept('a'), kept('b')];
  const hedges = [hedgePlan('h')];

  test.each([
    [{ exit: 'b' }, 'exit b'],
    [{ hedge: 'h' }, 'hedge h'],
    [{ exit: 'gone' }, 'exit a'],
    [{}, 'exit a'],
  ])('%o', (named, which) => {
    const chosen = chosenOf(exits, hedges, named);
    expect(`${chosen?.kind} ${chosen?.plan.id}`).toBe(which);
  });

  test('hedge plans alone, and none', () => {
    expect(chosenOf([], hedges, {})?.kind).toBe('hedge');
    expect(chosenOf([], [], {})).toBeNull();
  });
});

test('the day named, else the next, else the last', () => {
  const day = (date: string) => ({ date, steps: 1, done: 0, state: 'waiting' as const });
  const plan = kept('a', { days: [day('2026-12-01'), day('2027-01-04')], nextDay: '2026-12-01' });
  expect(dayOf(plan, '2027-01-04')).toBe('2027-01-04');
  expect(dayOf(plan, '2027-01-05')).toBe('2026-12-01');
  expect(dayOf({ ...plan, nextDay: null }, undefined)).toBe('2027-01-04');
  expect(dayOf(kept('empty'), undefined)).toBeNull();
});

test('what files brought in is not ticked by hand', () => {
  const step = (state: SheetStep['state'], left: string) => ({ state, left }) as SheetStep;
  expect(canTick(step('late', '1'))).toBe(true);
  expect(canTick(step('by-hand', '0'))).toBe(true);
  expect(canTick(step('done', '0'))).toBe(false);
});
