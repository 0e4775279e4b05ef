import type { Profile, ProfileProblem, Suggestion } from './mapping-draft.ts';

/** What every part of the mapping's form gets. */
export interface MappingFieldsProps {
  readonly suggestion: Suggestion;
  readonly profile: Profile;
  readonly problems: readonly ProfileProblem[];
  change(profile: Profile): void;
}
