import { expect, it } from 'vitest';
import { DecimalMarkVote } from './decimal-mark.ts';

/** Source: review 8 of issue 7 (code 12), and how Germany and the United States write numbers. */
it.each([
  [['0,5', '1,25', '1.234'], { mark: ',' }],
  [['0.5', '1.25', '1,234'], { mark: '.' }],
  [['1.234,5', '7'], { mark: ',' }],
  [['1,234.5', '7'], { mark: '.' }],
  [['0,125 BTC', 'BTC', ''], { mark: ',' }],
  [['7', '150', 'x'], { mark: '.' }],
  [['1,234', '7'], { example: '1,234', against: null }],
  [['12.345'], { example: '12.345', against: null }],
  [['0.5', '0,5'], { example: '0,5', against: '0.5' }],
])('%j', (cells, outcome) => {
  const vote = new DecimalMarkVote();
  for (const cell of cells) vote.add(cell);
  expect(vote.outcome).toEqual(outcome);
});
