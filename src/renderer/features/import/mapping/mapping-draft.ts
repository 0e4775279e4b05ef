/** What a person changes of a mapping, and what of it matters for the file at hand. Nothing here asks the core. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import {
  MAPPING_ASSETS,
  type MappingAsset,
  type MappingRole,
} from '../../../../shared/domain/mapping-profile.ts';
import { small } from '../../../../shared/domain/mapping-draft.ts';

export type Suggestion = CallAnswer<'mapping.suggest'>;
/** What parts the cells of a file. */
export type Delimiter = Suggestion['delimiter'];
export type Profile = Suggestion['profile'];
export type MappedColumn = Suggestion['columns'][number];
export type ProfileProblem = Suggestion['problems'][number];
export type Meaning = NonNullable<Profile['otherwise']>;
export type ColumnWord = NonNullable<MappedColumn['words']>[number];

/** What a column says, in the order in which a profile lists it. */
export function rolesOf({ columns }: Profile, column: string): readonly MappingRole[] {
  return rolesIn(columns).filter((role) => columns[role] === column);
}

function rolesIn(columns: Profile['columns']): readonly MappingRole[] {
  return Object.keys(columns) as MappingRole[];
}

/** What is said of a word; null where nothing is. */
export function meaningOf({ meanings }: Profile, word: string): Meaning | null {
  const found = meanings.find((one) => small(one.word) === small(word));
  if (found === undefined) return null;
  const { word: _, ...meaning } = found;
  return meaning;
}

export function withMeaning(profile: Profile, word: string, meaning: Meaning | null): Profile {
  const others = profile.meanings.filter((one) => small(one.word) !== small(word));
  return { ...profile, meanings: meaning === null ? others : [...others, { word, ...meaning }] };
}

/** The words of the column that has a role: none without such a column, null where there are too many to list. */
export function wordsOf(
  { columns }: Suggestion,
  profile: Profile,
  role: MappingRole,
): readonly ColumnWord[] | null {
  const name = profile.columns[role];
  const column = columns.find((one) => one.name === name);
  return column === undefined ? [] : column.words;
}

/** Words that differ in case alone are one: the mapping does not tell them apart. */
export function joinedWords(words: readonly ColumnWord[]): readonly ColumnWord[] {
  return [...Map.groupBy(words, ({ word }) => small(word)).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }],
    )
    .toSorted((a, b) => b.count - a.count);
}

/** Amounts whose coin no column says: one coin can be named for all rows. */
export function coinsToName({ columns, assets }: Profile): readonly MappingAsset[] {
  const amounts: readonly (readonly [amount: MappingRole, coin: MappingAsset])[] = [
    ['amount', 'asset'],
    ['received', 'received-asset'],
    ['sent', 'sent-asset'],
    ['fee', 'fee-asset'],
    ['profit', 'profit-asset'],
  ];
  const plain = amounts.filter(
    ([amount, coin]) => columns[amount] !== undefined && columns[coin] === undefined,
  );
  const inMarket =
    columns.quantity !== undefined && columns.pair === undefined && columns.contract === undefined;
  const market = (['base', 'quote'] as const).filter((coin) => inMarket && columns[coin] === undefined);
  const named = (Object.keys(assets) as MappingAsset[]).filter((coin) => columns[coin] === undefined);
  return [...new Set([...plain.map(([, coin]) => coin), ...market, ...named])];
}

export function withCoin(profile: Profile, coin: MappingAsset, ticker: string): Profile {
  const { [coin]: _, ...others } = profile.assets;
  return { ...profile, assets: ticker.trim() === '' ? others : { ...others, [coin]: ticker } };
}

/** Sets an option that may be left to the file: absent, not empty. */
export function withChoice<Key extends 'timeZone' | 'dateOrder' | 'decimalMark'>(
  profile: Profile,
  key: Key,
  value: Profile[Key] | '' | null,
): Profile {
  const { [key]: _, ...others } = profile;
  return (value === '' || value === null || value === undefined
    ? others
    : { ...others, [key]: value }) as unknown as Profile;
}

/** Of a field of the form: its own problems. */
export function problemsOf(
  problems: readonly ProfileProblem[],
  ...fields: readonly string[]
): readonly ProfileProblem[] {
  return problems.filter(({ field }) => fields.some((one) => small(one) === small(field)));
}

/** What no column says although rows need it: asked for at the top, with a picker of columns; coins can be named too, below. */
export function missingRoles(
  problems: readonly ProfileProblem[],
  roles: readonly MappingRole[],
): readonly { readonly role: MappingRole; readonly problem: ProfileProblem }[] {
  return problems.flatMap((problem) => {
    const role = roles.find((one) => one === problem.field);
    const isMissing = problem.code === 'mapping/no-column' || problem.code === 'mapping/column-not-in-file';
    const isCoin = MAPPING_ASSETS.some((coin) => coin === role);
    return role === undefined || !isMissing || isCoin ? [] : [{ role, problem }];
  });
}
