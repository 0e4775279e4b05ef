import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePartsOf, lineWords, type LineCounts } from './line-words.ts';

const none: LineCounts = {
  total: 0,
  imported: 0,
  already: 0,
  part: 0,
  ignored: [],
  unclassified: 0,
  rejected: 0,
  notRows: 0,
};

describe('what became of the lines of a file', () => {
  it('says each that there is, and that none was rejected', () => {
    const lines = {
      ...none,
      total: 1204,
      imported: 1179,
      already: 12,
      part: 9,
      ignored: [{ rule: 'not-final', words: 'orders not filled', count: 2 }],
      unclassified: 1,
      notRows: 1,
    };
    expect(lineWords(lines)).toBe(
      '1,204 lines: 1,179 imported, 12 already present, 9 part of another event, 2 ignored (orders not filled), 1 for review, 1 heading or blank line, 0 rejected',
    );
  });

  it('of one line', () => {
    expect(lineWords({ ...none, total: 1, rejected: 1 })).toBe('1 line: 1 rejected');
  });

  it('loses no line', () => {
    const count = fc.nat(1_000_000);
    const counts = fc.record({
      total: count,
      imported: count,
      already: count,
      part: count,
      ignored: fc.array(fc.record({ rule: fc.uuid(), words: fc.string(), count }), { maxLength: 4 }),
      unclassified: count,
      rejected: count,
      notRows: count,
    });
    fc.assert(
      fc.property(counts, (lines) => {
        const { imported, already, part, ignored, unclassified, rejected, notRows } = lines;
        const all = [imported, already, part, unclassified, rejected, notRows];
        const stated = [...all, ...ignored.map((rule) => rule.count)].reduce((sum, one) => sum + one, 0);
        expect(linePartsOf(lines).reduce((sum, one) => sum + one.count, 0)).toBe(stated);
      }),
    );
  });
});
