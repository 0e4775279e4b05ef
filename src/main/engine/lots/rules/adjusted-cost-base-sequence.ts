import { isNegative } from '../../../../shared/num/arithmetic.ts';
import type { RuleSequence } from './asset-units.ts';
import { averagePool } from './average-pool.ts';
import { gainOf } from './proceeds.ts';
import { SUPERFICIAL_LOSS_DAYS } from './superficial-loss.ts';

/** One average cost, losses on units bought back denied. Law: Income Tax Act (Canada) s.47(1), 54, 53(1)(f). */
export const adjustedCostBaseSequence: RuleSequence = {
  law: 'Income Tax Act (Canada) s.47(1), 54',
  rules: [averagePool],
  mergesDays: false,
  lookAheadDays: SUPERFICIAL_LOSS_DAYS,
  deniesLosses: true,
  canChange: (gone) => isNegative(gainOf(gone)),
};
