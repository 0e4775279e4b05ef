import { expect, test } from 'vitest';
import {
  doneWords,
  progressAsides,
  rateWords,
  shareOf,
  timedProgress,
  timeLeft,
  type TaskProgress,
} from './progress-words.ts';

function progress(done: number, total: number | null, elapsedMs: number): TaskProgress {
  return { phase: 'Storing', done, total, elapsedMs };
}

test('how far, in things or in parts', () => {
  expect(doneWords(progress(6500, 100_000, 0), 'rows')).toBe('6,500 of 100,000 rows');
  expect(doneWords(progress(999, 1000, 0), undefined)).toBe('99%');
  expect(doneWords(progress(5, null, 0), 'rows')).toBeNull();
  expect(shareOf(progress(0, 0, 0))).toBeNull();
});

test('how fast, once it is known', () => {
  expect(doneWords(progress(12_500_000, 75_000_000, 0), 'bytes')).toBe('12.5 of 75.0 MB');
  expect(rateWords(progress(12_500_000, 75_000_000, 2500), 'bytes')).toBe('5.0 MB a second');
  expect(rateWords(progress(6500, 100_000, 2000), 'rows')).toBe('3,250 rows a second');
  expect(rateWords(progress(6500, 100_000, 1999), 'rows')).toBeNull();
  expect(rateWords(progress(6500, 100_000, 5000), undefined)).toBeNull();
});

test.each([
  [progress(10, 100, 1999), null],
  [progress(10, 100, 2000), 'about 20 seconds left'],
  [progress(50, 100, 60_000), 'about 60 seconds left'],
  [progress(1, 100, 3000), 'about 5 minutes left'],
  [progress(99, 100, 10_000), null],
])('%o: %s', (state, words) => expect(timeLeft(state)).toBe(words));

test('rows are what a person counts, the bytes only tell how long it takes', () => {
  const reading = {
    phase: 'Reading a.csv',
    done: 5_000_000,
    total: 20_000_000,
    rows: 76_543,
    elapsedMs: 5000,
  };
  expect(progressAsides(reading, 'bytes')).toEqual([
    '76,543 rows',
    '15,000 rows a second',
    'about 15 seconds left',
  ]);
});

test('the time of a phase goes on while its rows grow, and begins anew with the next phase', () => {
  const first = timedProgress(null, { phase: 'Reading a.csv', done: 1, total: 9, rows: 1 }, 1000);
  const second = timedProgress(first, { phase: 'Reading a.csv', done: 5, total: 9, rows: 7 }, 4000);
  expect(second.progress).toEqual({ phase: 'Reading a.csv', done: 5, total: 9, rows: 7, elapsedMs: 3000 });
  const next = timedProgress(second, { phase: 'Comparing', done: 0, total: null }, 5000);
  expect(next.progress.elapsedMs).toBe(0);
});
