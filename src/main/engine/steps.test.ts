import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import { assembledInSteps } from './events/assemble-parts.ts';
import { movementsInSteps } from './events/own-movements.ts';
import { statementRows } from './events/parts.fixture.ts';
import { eachInSteps, finished, type Steps } from './steps.ts';

function countOf(steps: Steps<unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count++;
  return count;
}

test('every item is dealt with once, in order, in pieces of some hundred', () => {
  const dealt: number[] = [];
  const items = Array.from({ length: 2100 }, (_, at) => at);
  const steps = eachInSteps(items, (item) => dealt.push(item));
  steps.next();
  expect(dealt.length).toBeLessThan(1000);
  finished(steps);
  expect(dealt).toEqual(items);
});

test('the more rows there are, the more often putting them together and pairing them gives way', () => {
  const rows = (count: number): readonly LedgerEvent[] =>
    statementRows(
      Array.from({ length: count }, (_, at) => {
        const time = new Date(1_700_000_000_000 + at * 5000).toISOString();
        return at % 2 === 0
          ? `${time}; trade; Buy; BTC; 1`
          : `${time}; transfer; out; BTC; -1; principal; withdrawal`;
      }),
    );
  const [few, many] = [rows(2000), rows(8000)];
  for (const inSteps of [assembledInSteps, (all: readonly LedgerEvent[]) => movementsInSteps(all, [])]) {
    expect(countOf(inSteps(many))).toBeGreaterThan(countOf(inSteps(few)) + 5);
  }
});
