import { expect, test } from 'vitest';
import { fill, leg } from '../monitor.fixture.ts';
import { timeline, type Plan } from './timeline.ts';

const plan: Plan = {
  plan: 'plan-1',
  createdAt: '2026-09-20T09:00:00Z',
  firstDay: '2026-09-20',
  exitDate: '2027-01-15',
  reason: 'To keep 50/50',
  sentence: '',
  state: 'running',
  legs: [],
};

const life = leg({
  fills: [
    fill(),
    fill({ event: 'e2', time: '2026-09-21T10:00:05Z' }),
    fill({ event: 'e3', time: '2026-10-02T08:00:00Z', date: '2026-10-02', did: 'adds' }),
  ],
  records: [
    { sequence: 3, recordedAt: '2026-09-21T18:00:00Z', kind: 'leg-fills', hash: 'h', words: 'Two trades.' },
  ],
});

test('what happened stands in order, fills of one day that did the same together, the exit last', () => {
  const moments = timeline(life, plan, '2026-11-21');
  expect(moments.map(({ kind, fills }) => [kind, fills.length])).toEqual([
    ['planned', 0],
    ['opens', 2],
    ['recorded', 0],
    ['adds', 1],
    ['exit', 0],
  ]);
  expect(moments[0]?.words).toBe('To keep 50/50');
  expect(moments[2]?.words).toBe('Record 3: Two trades.');
  expect(moments.map(({ ahead }) => ahead)).toEqual([false, false, false, false, true]);
});

test('an exit that is past no longer lies ahead; a closed leg has none', () => {
  expect(timeline(life, plan, '2027-02-01').at(-1)?.ahead).toBe(false);
  const closed = timeline({ ...life, state: 'closed' }, plan, '2027-02-01');
  expect(closed.some(({ kind }) => kind === 'exit')).toBe(false);
});
