import { describe, expect, test } from 'vitest';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { IssueText } from '../../ui/issue-groups.ts';
import { needs, nextAction, wayFor, type NeedsInput } from './needs.ts';

function issue(code: string, fields: Partial<IssueText> = {}): IssueText {
  return {
    code,
    severity: 'warning',
    message: code,
    fix: 'Mend it.',
    event: null,
    asset: null,
    account: null,
    ...fields,
  };
}

const policy = { targets: [{ asset: 'BTC', weight: '1' }], absoluteBand: null, relativeBand: null };
const targets: CallAnswer<'targets.read'> = {
  policy,
  words: '',
  value: '100',
  drift: [],
  triggers: [],
  untargeted: [],
  pricesAsOf: null,
  issues: [],
};
const quiet: NeedsInput = {
  holdings: [],
  issues: [],
  prices: { prices: [], missing: [], missingAt: [], stablecoinsAtPar: true },
  targets,
  rules: { waiting: 0, quiet: false },
  plans: [],
  monitor: undefined,
  today: '2026-11-22',
};

type MonitorRow = CallAnswer<'monitor.read'>['rows'][number];

function watched(...rows: readonly Partial<MonitorRow>[]): CallAnswer<'monitor.read'> {
  return { rows } as CallAnswer<'monitor.read'>;
}

describe('hedges', () => {
  const near: Partial<MonitorRow> = {
    leg: 'leg-1',
    position: 'position:x',
    level: 'danger',
    alarms: [{ field: 'liquidation', level: 'danger', words: 'It is 5% from its forced close.' }],
    next: 'Add margin.',
  };

  test('in danger come first, with the way to the worst of them', () => {
    const [need] = needs({ ...quiet, monitor: watched(near, { ...near, leg: 'leg-2', level: 'act' }) });
    expect(need).toMatchObject({
      severity: 'error',
      message: 'It is 5% from its forced close.',
      fix: 'Add margin.',
      more: 1,
      way: { screen: 'monitor', params: { leg: 'leg-1' } },
    });
  });

  test('that are only watched need nobody', () => {
    expect(needs({ ...quiet, monitor: watched({ ...near, level: 'watch' }) })).toEqual([]);
  });

  test('that belong to no leg lead to their position', () => {
    const [need] = needs({ ...quiet, monitor: watched({ ...near, leg: null, level: 'act' }) });
    expect(need).toMatchObject({ severity: 'warning', way: { params: { leg: 'position:x' } } });
  });
});

describe('needs', () => {
  test('none when all is in order', () => {
    expect(needs(quiet)).toEqual([]);
    expect(nextAction([])).toBeNull();
  });

  test('issues of two answers count once, by cause, worst first', () => {
    const short = issue('lots/insufficient', { severity: 'error', asset: 'ETH' });
    const list = needs({
      ...quiet,
      issues: [
        issue('prices/aged', { severity: 'note' }),
        short,
        short,
        { ...short, event: 'e2', message: 'other' },
      ],
    });
    expect(list.map(({ message, more }) => [message, more])).toEqual([
      ['lots/insufficient', 1],
      ['prices/aged', 0],
    ]);
    expect(nextAction(list)).toEqual({ screen: 'import', params: {}, words: 'Fix next issue' });
  });

  test('missing prices, and aged ones where none is missing', () => {
    const aged = {
      of: 'BTC',
      price: '1',
      time: '2026-11-01T00:00:00Z',
      source: 'typed',
      ageDays: 21,
      stale: true,
    };
    expect(
      needs({
        ...quiet,
        prices: { prices: [aged], missing: ['DOGE', 'SOL'], missingAt: [], stablecoinsAtPar: true },
      }),
    ).toMatchObject([{ message: 'DOGE has no price, so it is not in your total.', more: 1 }]);
    expect(
      needs({ ...quiet, prices: { prices: [aged], missing: [], missingAt: [], stablecoinsAtPar: true } }),
    ).toMatchObject([{ severity: 'note', message: 'The price of BTC is 21 days old.', more: 0 }]);
  });

  test('drift alone asks for nothing while a rule waits for a decision, or after one', () => {
    const off = { ...targets, triggers: ['BTC is 15 points over.'] };
    for (const rules of [
      { waiting: 1, quiet: false },
      { waiting: 0, quiet: true },
    ])
      expect(needs({ ...quiet, targets: off, rules })).toEqual([]);
  });

  test('no targets: the action says so; triggers lead to the ways back', () => {
    const without = needs({ ...quiet, targets: { ...targets, policy: null } });
    expect(nextAction(without)).toEqual({ screen: 'targets', params: {}, words: 'Set targets' });
    expect(needs({ ...quiet, targets: { ...targets, triggers: ['BTC is 15 points over.'] } })).toMatchObject([
      {
        severity: 'warning',
        message: 'BTC is 15 points over.',
        way: { screen: 'targets', words: 'See the ways back' },
      },
    ]);
  });

  test('steps that are due and not done', () => {
    const step = (
      id: string,
      date: string,
      doneAt: string | null,
    ): { id: string; date: string; text: string; doneAt: string | null } => ({
      id,
      date,
      text: `Step ${id}`,
      doneAt,
    });
    const plan = {
      id: 'p',
      createdAt: '2026-11-01T00:00:00Z',
      exitDate: '2027-01-05',
      sentence: '',
      legs: [],
      steps: [
        step('a', '2026-11-10', '2026-11-10T09:00:00Z'),
        step('b', '2026-11-20', null),
        step('c', '2027-01-05', null),
      ],
      record: { sequence: 1, recordedAt: '2026-11-01T00:00:00Z', hash: 'h' },
    };
    expect(needs({ ...quiet, plans: [plan] })).toMatchObject([
      { message: 'A step of your plan is due: Step b', more: 0 },
    ]);
  });
});

test.each([
  ['prices/missing', null, 'holdings', { prices: 'open' }],
  ['lots/unknown-origin', 'BTC', 'import', {}],
  ['transfers/ambiguous', null, 'import', {}],
  ['overlay/no-contract', 'ETH', 'targets', { asset: 'ETH' }],
  ['profile/missing', null, 'plan', { profile: 'open' }],
  ['something/new', 'BTC', 'holdings', { asset: 'BTC' }],
])('%s is mended at %s', (code, asset, screen, params) => {
  expect(wayFor(issue(code, { asset }))).toMatchObject({ screen, params });
});
