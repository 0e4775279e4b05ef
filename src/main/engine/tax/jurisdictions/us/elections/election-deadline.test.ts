/** When a choice comes too late. Source: 26 U.S.C. 6511(d)(2), 6072(a); Reg. 1.1092(b)-4T(f)(1). */
import { expect, test } from 'vitest';
import { dateText, localDate } from '../../../../../../shared/time/local-date.ts';
import { electionDeadline } from './election-deadline.ts';

test.each<[string, string, number | null, string | null]>([
  ['carryback', 'yes', 2023, '2027-04-15'],
  ['carryback', 'yes', 2026, '2030-04-15'],
  ['carryback', 'no', 2023, null],
  ['straddle-regime', 'account', null, '2026-04-15'],
  ['straddle-regime', 'identified', null, null],
  ['funding', 'ordinary', null, null],
  ['wash-sales-from', '2027-01-01', null, null],
])('%s = %s of %s', (id, value, year, expected) => {
  const deadline = electionDeadline({ id, value, year }, localDate('2026-11-22'));
  expect(deadline === null ? null : dateText(deadline.date)).toBe(expected);
});
