import { MAPPING_ROLES } from '../../../../shared/domain/mapping-profile.ts';
import {
  coinsToName,
  missingRoles,
  problemsOf,
  wordsOf,
  type Profile,
  type ProfileProblem,
  type Suggestion,
} from './mapping-draft.ts';

/** Fields of the form that say their own problems. */
const fields = [
  'otherwise',
  'timeZone',
  'dateOrder',
  'decimalMark',
  'status',
  'contract',
  'payoff',
  'feeInside',
  'fundingSign',
  'profitKind',
  'account',
  'name',
];

/** Problems that have no field on the screen, such as those of the whole file: they stand above the preview. */
export function unplaced(
  problems: readonly ProfileProblem[],
  suggestion: Suggestion,
  profile: Profile,
): readonly ProfileProblem[] {
  const missing = new Set(missingRoles(problems, MAPPING_ROLES).map(({ problem }) => problem));
  const words = (['type', 'side'] as const).flatMap((role) =>
    (wordsOf(suggestion, profile, role) ?? []).map(({ word }) => word),
  );
  const placed = new Set([...missing, ...problemsOf(problems, ...fields, ...words, ...coinsToName(profile))]);
  return problems.filter((problem) => !placed.has(problem));
}
