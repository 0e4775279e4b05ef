import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';
import { unknownCostWords } from './unknown-cost.ts';

test('the mark of a cost that nobody knows follows the election; missing units have one of their own', () => {
  expect(unknownCostWords('zero-cost').words).toBe('cost assumed');
  expect(unknownCostWords('left-out').words).toBe('cost not known');
  expect(unknownCostWords('left-out', 'zero-cost').words).toBe('cost assumed');
  expect(glossary[unknownCostWords('left-out', 'fifo').term].meaning).toMatch(/left out of the gains/u);
});
