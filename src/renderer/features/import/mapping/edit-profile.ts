/** Changes of a mapping, one answer at a time. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';
import { MAPPING_ROLES, type MappingRole } from '../../../../shared/domain/mapping-profile.ts';

export type Profile = CallInput<'mapping.save'>['profile'];
export type Suggestion = CallAnswer<'mapping.suggest'>;
export type WordMeaning = Profile['meanings'][number];
export type Meaning = NonNullable<Profile['otherwise']>;

/** What a column says, by the mapping. */
export function rolesOf({ columns }: Profile, column: string): readonly MappingRole[] {
  return MAPPING_ROLES.filter((role) => columns[role] === column);
}

/** The column says just these things; what another column said of them, it says no more. */
export function withRoles(profile: Profile, column: string, roles: readonly MappingRole[]): Profile {
  const others = MAPPING_ROLES.flatMap((role) => {
    const of = profile.columns[role];
    return of === undefined || of === column || roles.includes(role) ? [] : [[role, of] as const];
  });
  return {
    ...profile,
    columns: Object.fromEntries([...others, ...roles.map((role) => [role, column] as const)]),
  };
}

/** What a word of the type column means; null: nothing is said of it. */
export function meaningOf({ meanings }: Profile, word: string): Meaning | null {
  const found = meanings.find((one) => one.word === lower(word));
  if (found === undefined) return null;
  const { word: _, ...meaning } = found;
  return meaning;
}

export function withMeaning(profile: Profile, word: string, meaning: Meaning | null): Profile {
  const others = profile.meanings.filter((one) => one.word !== lower(word));
  return {
    ...profile,
    meanings: meaning === null ? others : [...others, { word: lower(word), ...meaning }],
  };
}

export type SideOfWord = 'buy' | 'sell' | '';

export function sideOf({ sides }: Profile, word: string): SideOfWord {
  if (sides.buy.includes(lower(word))) return 'buy';
  return sides.sell.includes(lower(word)) ? 'sell' : '';
}

export function withSide(profile: Profile, word: string, side: SideOfWord): Profile {
  const without = (words: readonly string[]): string[] => words.filter((one) => one !== lower(word));
  const [buy, sell] = [without(profile.sides.buy), without(profile.sides.sell)];
  return {
    ...profile,
    sides: {
      buy: side === 'buy' ? [...buy, lower(word)] : buy,
      sell: side === 'sell' ? [...sell, lower(word)] : sell,
    },
  };
}

export function withFinal(profile: Profile, word: string, isFinal: boolean): Profile {
  const others = profile.finalStatus.filter((one) => one !== lower(word));
  return { ...profile, finalStatus: isFinal ? [...others, lower(word)] : others };
}

export interface SeenWord {
  readonly word: string;
  /** How often it stands in the file; null where only the first rows were looked at. */
  readonly count: number | null;
}

/** The words of the column that has the role now: all of the file, or those of its first rows where it was given the role by hand. */
export function wordsOf(
  suggestion: Suggestion,
  profile: Profile,
  role: 'type' | 'side' | 'status',
): readonly SeenWord[] {
  const column = profile.columns[role];
  if (column === undefined) return [];
  if (suggestion.profile.columns[role] === column) {
    return suggestion.words
      .filter((seen) => seen.role === role)
      .map(({ word, count }) => ({ word, count }))
      .toSorted((a, b) => b.count - a.count);
  }
  const samples = suggestion.columns.find(({ name }) => name === column)?.samples ?? [];
  return samples.map((word) => ({ word, count: null }));
}

/** Whether any row can be about futures: then the exchange's key and how its contracts pay are asked for. */
export function isAboutFutures({ columns, meanings, otherwise }: Profile): boolean {
  const means = [...meanings, ...(otherwise === null ? [] : [otherwise])].map((one) => one.means);
  return (
    columns.contract !== undefined ||
    means.some((one) => one === 'futures-fill' || one === 'closed-position' || one === 'funding')
  );
}

function lower(word: string): string {
  return word.trim().toLowerCase();
}
