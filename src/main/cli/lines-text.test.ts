import { expect, test } from 'vitest';
import { linesText } from './lines-text.ts';

test('every state that has lines is said, the others are not', () => {
  const counts = {
    total: 10,
    imported: 4,
    already: 0,
    part: 2,
    ignored: [{ rule: 'heading', words: 'a heading inside the table', count: 1 }],
    unclassified: 1,
    rejected: 1,
    notRows: 1,
  };
  expect(linesText(counts)).toBe(
    '10 lines: 4 imported · 2 part of an event with another row · 1 for review (hedgerow imports review) · 1 left out with an error · 1 a heading inside the table · 1 heading or blank',
  );
});
