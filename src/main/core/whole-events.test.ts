import { expect, test } from 'vitest';
import type { EventId } from '../../shared/domain/event.ts';
import type { LotId } from '../../shared/domain/lot.ts';
import { wholeEvent, wholeLot } from './whole-events.ts';

test('what was on record under a row is found under the event that the row became part of', () => {
  const eventOf = new Map([['b' as EventId, 'a' as EventId]]);
  expect(wholeEvent(eventOf, 'b' as EventId)).toBe('a');
  expect(wholeEvent(eventOf, 'c' as EventId)).toBe('c');
  const lots = ['b', 'b#2', 'missing:b', 'c#3', 'pool:BTC'] as LotId[];
  expect(lots.map((lot) => wholeLot(eventOf, lot))).toEqual(['a', 'a#2', 'missing:a', 'c#3', 'pool:BTC']);
});
