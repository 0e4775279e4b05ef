import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import type { profilesIn } from './kept-profiles.ts';

type Profile = ReturnType<typeof profilesIn>[number];

/**
 * What the wizard begins with: a saved mapping of these columns, to be put right; what a mapping of nearly these columns
 * says, where its columns are still there; else the guess.
 */
export function startProfile(
  guess: MappingProfile,
  kept: readonly Profile[],
  known: string | null,
  similar: CallAnswer<'mapping.suggest'>['similar'],
): Profile {
  const own = kept.find(({ name }) => name === known);
  if (own !== undefined) return own;
  const older = kept.find(({ name }) => name === similar?.name);
  if (older === undefined) return guess as Profile;
  const still = Object.entries(older.columns).filter(([, column]) => guess.header.includes(column));
  const columns = { ...guess.columns, ...Object.fromEntries(still) };
  return { ...older, name: guess.name, header: [...guess.header], columns };
}
