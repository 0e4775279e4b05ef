import { expect, test } from 'vitest';
import { failure } from '../../../../shared/errors/failure.ts';
import { ProblemBook } from './problem-book.ts';

test('what is told of problems has a bound; what is counted has none', () => {
  const book = new ProblemBook();
  for (let line = 1; line <= 20_000; line++) {
    const told = failure('import/zip-empty', { file: `${line}` });
    book.add({ severity: 'error', failure: told, cause: `word ${line}`, line, raw: 'x'.repeat(5000) });
  }
  const groups = book.groups();
  expect(book.badRows).toBe(20_000);
  expect(groups.length).toBeLessThan(300);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
  expect(JSON.stringify(groups).length).toBeLessThan(15_000_000);
  expect(groups[0]?.message).toContain('others of the kind');
});
