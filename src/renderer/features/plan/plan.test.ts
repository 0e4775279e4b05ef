import { describe, expect, test } from 'vitest';
import {
  addYear,
  checkProfile,
  emptyYear,
  generalMethod,
  profileDraft,
  type LotMethod,
  type Profile,
} from './profile-draft.ts';
import { addWaiting, checkHistory, checkWaiting, historyRows, withHistory } from './profile-past-draft.ts';
import { plan, step } from './plan.fixture.ts';
import { planTabOf } from './plan-tabs.ts';
import { isLate, newestFirst, nextStep, stepsInOrder, whenWords } from './view-model.ts';

describe('plans and their steps', () => {
  const old = plan('old', { createdAt: '2026-01-01T00:00:00Z' });
  const latest = plan('latest', { createdAt: '2026-11-01T00:00:00Z' });

  test('the newest first', () => expect(newestFirst([old, latest])).toEqual([latest, old]));

  test('steps by date; the next is the first that is not done', () => {
    const steps = [
      step('c', '2027-01-15'),
      step('a', '2026-11-01', '2026-11-01T08:00:00Z'),
      step('b', '2026-12-01'),
    ];
    expect(stepsInOrder(plan('p', { steps })).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(nextStep(plan('p', { steps }))?.id).toBe('b');
    expect(nextStep(plan('p', { steps: [] }))).toBeNull();
  });

  test.each([
    [step('a', '2026-11-21'), '1 day late', true],
    [step('a', '2026-11-13'), '9 days late', true],
    [step('a', '2026-11-22'), 'today', false],
    [step('a', '2026-11-23'), 'tomorrow', false],
    [step('a', '2027-01-15'), 'in 54 days', false],
    [step('a', '2026-11-01', '2026-11-02T08:00:00Z'), 'done', false],
  ])('%#', (one, words, late) => {
    expect(whenWords(one, '2026-11-22')).toBe(words);
    expect(isLate(one, '2026-11-22')).toBe(late);
  });
});

test.each([
  [{}, 'exit'],
  [{ tab: 'calendar' }, 'calendar'],
  [{ tab: 'steps' }, 'close-out'],
  [{ plan: 'p' }, 'close-out'],
  [{ exit: 'e' }, 'close-out'],
  [{ tab: 'gone' }, 'exit'],
])('%o leads to a tab', (params, tab) => expect(planTabOf(params)).toBe(tab));

type GeneralOrder = Parameters<typeof generalMethod>[0][number];

describe('the taxpayer', () => {
  const zones = new Set(['America/New_York']);
  const stored: Profile = {
    jurisdiction: 'us',
    currency: 'USD',
    timeZone: 'America/New_York',
    carryforward: { shortTerm: '0', longTerm: '1200.5' },
    inflation: '0.025',
    history: [{ year: 2024, section1256Gain: '-400', capitalGainNetIncome: '1000' }],
    waiting: [
      { year: 2025, amount: '300.25', character: 'section1256', position: 'short MBT', lots: ['lot 1'] },
    ],
    years: [
      {
        year: 2026,
        filingStatus: 'marriedJoint',
        ordinaryIncome: '120000',
        deduction: 'standard',
        otherInvestmentIncome: '0',
        qualifiedDividends: '300',
        otherShortTermGain: '-50',
        otherLongTermGain: '0',
        stateRate: '0.05',
        seniors: 1,
        blind: 0,
      },
    ],
  };

  const here = { year: 2026, timeZone: 'America/New_York' };

  test('a stored profile comes back the same', () => {
    expect(checkProfile(profileDraft(stored, 'fifo', here), zones).profile).toEqual(stored);
  });

  test('the method is that of the general order in force', () => {
    const order = (account: string | null, method: LotMethod, inForce: boolean): GeneralOrder => ({
      account,
      accountName: account,
      method,
      words: '',
      from: '2026-11-20T12:00:00Z',
      recordedAt: '2026-11-20T12:00:00Z',
      toldBroker: false,
      keptElsewhere: false,
      until: null,
      inForce,
    });
    expect(generalMethod([])).toBe('fifo');
    const orders = [order('nano', 'hifo', true), order(null, 'lifo', true), order(null, 'lofo', false)];
    expect(generalMethod(orders)).toBe('lifo');
    expect(generalMethod([order(null, 'lofo', false)])).toBe('fifo');
    expect(profileDraft(stored, 'lifo', here).lotMethod).toBe('lifo');
  });

  test('none yet: this year and the next', () => {
    const draft = profileDraft(null, 'hifo', here);
    expect(draft.years.map(({ year }) => year)).toEqual([2026, 2027]);
    expect(checkProfile(draft, zones).profile?.years[1]).toMatchObject({
      year: 2027,
      ordinaryIncome: '0',
      deduction: 'standard',
    });
  });

  test('a year ahead is like the one before it, without its other gains', () => {
    const draft = addYear(profileDraft(stored, 'fifo', here), 'after');
    expect(draft.years[1]).toMatchObject({
      year: 2027,
      filingStatus: 'marriedJoint',
      ordinaryIncome: '120000',
      otherShortTermGain: '',
    });
    expect(addYear(draft, 'before').years.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
  });

  test('wrong fields are named by year', () => {
    const draft = {
      ...profileDraft(null, 'fifo', { ...here, timeZone: 'Nowhere' }),
      carryLong: '-1',
      years: [{ ...emptyYear(2026), ordinaryIncome: 'lots', deduction: '12,000' }],
    };
    const { profile, errors } = checkProfile(draft, zones);
    expect(profile).toBeNull();
    expect(errors).toEqual({
      '2026 ordinaryIncome': 'This is not a number',
      carryLong: 'This cannot be negative',
      timeZone: 'Choose a time zone of the list',
    });
  });
});

describe('what earlier years left', () => {
  test('the three years before the first, with what was typed; a year that is a profile year by now is gone', () => {
    const typed = [{ year: 2024, section1256Gain: '5', capitalGainNetIncome: '' }];
    expect(historyRows(typed, 2025).map(({ year }) => year)).toEqual([2022, 2023, 2024]);
    expect(checkHistory(typed, 2025).value).toEqual([
      { year: 2024, section1256Gain: '5', capitalGainNetIncome: '0' },
    ]);
    expect(checkHistory(typed, 2024).value).toEqual([]);
    expect(historyRows([], 2008).map(({ year }) => year)).toEqual([2006, 2007]);
  });

  test('a row typed again takes the place of the first', () => {
    const row = { year: 2024, section1256Gain: '5', capitalGainNetIncome: '' };
    expect(withHistory([row], { ...row, section1256Gain: '6' })).toEqual([{ ...row, section1256Gain: '6' }]);
  });

  test('a loss that waits needs an amount, a year before the first and a name', () => {
    const [row] = addWaiting([], 2026);
    expect(checkWaiting(row === undefined ? [] : [row], 2026).errors).toEqual({
      'waiting 1 amount': 'Give the amount that waits',
      'waiting 1 position': 'Say what it was: short BTC futures',
    });
    const late = { ...emptyWaiting, year: '2026', amount: '-1' };
    expect(checkWaiting([late], 2026).errors).toEqual({
      'waiting 7 amount': 'This cannot be negative',
      'waiting 7 year': 'A year before 2026',
    });
    expect(addWaiting([emptyWaiting], 2026).map(({ key }) => key)).toEqual(['7', '8']);
  });

  const emptyWaiting = {
    key: '7',
    year: '2025',
    amount: '10',
    character: 'short',
    position: 'short',
    lots: [],
  } as const;
});
