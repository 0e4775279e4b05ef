import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/time/local-date.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { standingIssues } from './standing-issues.ts';

type Asked = Parameters<typeof standingIssues>[0];

function asked(lotMethod: 'fifo' | 'hifo' | null, ...disposed: string[]): Asked {
  const disposals = disposed.map((date) => ({ disposedDate: localDate(date) }));
  return {
    asOf: localDate('2026-11-20'),
    facts: { profile: lotMethod === null ? null : { lotMethod }, timeZone: utc },
    lots: { disposals },
  } as unknown as Asked;
}

const codes = (of: Asked): string[] => standingIssues(of).map(({ code }) => code);

describe('standingIssues', () => {
  it('says that highest cost first reaches back into years before this one, and to which', () => {
    const [issue] = standingIssues(asked('hifo', '2025-03-01', '2024-06-01', '2026-01-02'));
    expect(issue).toMatchObject({ code: 'lots/method-all-years', severity: 'warning' });
    expect(issue?.message).toContain('all years, 2024 included');
  });

  it('is silent where nothing was sold before this year, and under first in, first out', () => {
    expect(codes(asked('hifo', '2026-01-02'))).toEqual([]);
    expect(codes(asked('hifo'))).toEqual([]);
    expect(codes(asked('fifo', '2024-06-01'))).toEqual([]);
  });

  it('says whose days they are until there is a profile', () => {
    expect(standingIssues(asked(null)).map(({ message }) => message)).toEqual([
      expect.stringContaining('days are those of UTC'),
    ]);
  });
});
