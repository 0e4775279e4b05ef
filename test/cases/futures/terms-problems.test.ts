import { expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { termsProblems } from '../../../src/main/engine/futures/contract-fields/terms-problems.ts';

test('the terms of every shipped contract fit together', () => {
  const problems = contractCatalogue.flatMap((terms) =>
    termsProblems(terms).map((problem) => `${terms.id}: ${problem}`),
  );
  expect(problems).toEqual([]);
});
