import { describe, expect, it } from 'vitest';
import { instantFromEpochMs } from '../../../../shared/time/instant.ts';
import type { EventDraft } from '../../../importers/importer.ts';
import { chronological } from './chronological.ts';

const draft = (line: number, second: number): EventDraft => ({
  line,
  raw: '',
  time: instantFromEpochMs(Date.UTC(2026, 0, 1) + second * 1000),
  kind: 'buy',
  legs: [],
});
const placed = (...drafts: readonly EventDraft[]): readonly string[] =>
  [...chronological(drafts.map((one) => ({ draft: one })))].map(
    (one) => `${one.item.draft.line}:${one.sequence}`,
  );

describe('chronological', () => {
  it('counts rows of one instant in the order of the file', () => {
    expect(placed(draft(2, 0), draft(3, 1), draft(4, 1), draft(5, 2))).toEqual(['2:0', '3:0', '4:1', '5:0']);
  });

  it('turns a file around that has the newest first', () => {
    expect(placed(draft(2, 9), draft(3, 5), draft(4, 5), draft(5, 1))).toEqual(['5:0', '4:0', '3:1', '2:0']);
  });

  it('sorts rows that came late or out of order', () => {
    expect(placed(draft(2, 1), draft(4, 3), draft(5, 4), draft(3, 2))).toEqual(['2:0', '3:0', '4:0', '5:0']);
    expect(placed(draft(2, 1), draft(3, 5), draft(4, 2), draft(5, 6))).toEqual(['2:0', '4:0', '3:0', '5:0']);
  });

  it('gives equal files of different length the same places', () => {
    const long = placed(draft(2, 0), draft(3, 5), draft(4, 5), draft(5, 9));
    const short = placed(draft(3, 5), draft(4, 5));
    expect(long.filter((one) => short.includes(one))).toEqual(short);
  });

  it('has nothing to say of nothing', () => expect(placed()).toEqual([]));
});
