import { isPositive } from '../../../../shared/num/arithmetic.ts';
import type { RuleSequence } from './asset-units.ts';
import { sameDay } from './same-day.ts';
import { section104Pool } from './section-104-pool.ts';
import { LOOK_AHEAD_DAYS, thirtyDaysAhead } from './thirty-days-ahead.ts';

/** Same day, then the thirty days after, then the pool. Law: TCGA 1992 s.104-106A; HMRC CRYPTO22250. */
export const section104Sequence: RuleSequence = {
  law: 'TCGA 1992 s.104-106A',
  rules: [sameDay, thirtyDaysAhead, section104Pool],
  mergesDays: true,
  lookAheadDays: LOOK_AHEAD_DAYS,
  deniesLosses: false,
  canChange: ({ parts, left }) => isPositive(left) || parts.some(({ reason }) => reason === 'pool'),
};
