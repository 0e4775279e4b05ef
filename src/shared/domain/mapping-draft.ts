/** What follows when somebody says what a column or a word of a mapping is: the same on the screen and in the terminal. */
import type { MappingProfile, MappingRole, Meaning } from './mapping-profile.ts';

/** A word of a column, with what it usually says. */
export interface DraftWord {
  readonly word: string;
  /** Of a type column; null where nobody can guess. */
  readonly usual: Meaning | null;
  /** Of a status column: whether something moved; null as above. */
  readonly final: boolean | null;
}

export interface DraftColumn {
  /** As the profile calls it. */
  readonly name: string;
  /** null where there are too many different ones to be words. */
  readonly words: readonly DraftWord[] | null;
}

/**
 * The column says `next` in place of `previous`; either may be missing. A role that another column had moves. What follows
 * from it is filled in, for the user to see and change: what the words of a new type, side or status column usually mean,
 * and that rows with a price are trades.
 */
export function withRole<P extends MappingProfile>(
  profile: P,
  column: DraftColumn,
  next: MappingRole | null,
  previous: MappingRole | null = null,
): P {
  const kept = Object.fromEntries(
    Object.entries(profile.columns).filter(([role]) => role !== previous && role !== next),
  ) as P['columns'];
  const columns = next === null ? kept : { ...kept, [next]: column.name };
  const changed = { ...profile, columns };
  if (next === 'type') return withUsualMeanings(changed, column);
  if (next === 'side') return withUsualSides(changed, column);
  if (next === 'status') return withUsualStates(changed, column);
  if (next === 'price') return asTrades(changed);
  if (next === 'contract' && changed.contract === null)
    return { ...changed, contract: { venue: slugOf(profile.account.name), payoff: null } };
  return changed;
}

function withUsualMeanings<P extends MappingProfile>(profile: P, { words }: DraftColumn): P {
  const said = new Set(profile.meanings.map(({ word }) => small(word)));
  const usual = (words ?? []).flatMap(({ word, usual: meaning }) =>
    meaning === null || said.has(small(word)) ? [] : [{ word, ...meaning }],
  );
  return { ...profile, meanings: [...profile.meanings, ...usual], otherwise: null };
}

function withUsualSides<P extends MappingProfile>(profile: P, { words }: DraftColumn): P {
  return (words ?? [])
    .filter(({ word }) => sideOf(profile, word) === null)
    .reduce((changed, { word, usual }) => withSide(changed, word, usual?.side ?? null), profile);
}

function withUsualStates<P extends MappingProfile>(profile: P, { words }: DraftColumn): P {
  return (words ?? [])
    .filter(({ word }) => stateOf(profile, word) === null)
    .reduce((changed, { word, final }) => withState(changed, word, final), profile);
}

/** Rows that have a price are trades: their amount is how many, and their coin what is traded. */
function asTrades<P extends MappingProfile>(profile: P): P {
  const { amount, asset, ...others } = profile.columns;
  if (amount === undefined || others.quantity !== undefined) return profile;
  const hasMarket = others.pair !== undefined || others.base !== undefined || others.contract !== undefined;
  const coin = asset === undefined ? {} : hasMarket ? { asset } : { base: asset };
  const columns = { ...others, ...coin, quantity: amount };
  const means = others.contract === undefined ? 'trade' : 'futures-fill';
  const otherwise = profile.otherwise?.means === 'move' ? ({ means } as const) : profile.otherwise;
  return { ...profile, columns, otherwise };
}

/** "My Exchange" → my-exchange: as contracts of it are called. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40);
  return slug === '' ? 'venue' : slug;
}

export type SideWord = 'buy' | 'sell' | null;

export function sideOf({ sides }: MappingProfile, word: string): SideWord {
  if (has(sides.buy, word)) return 'buy';
  return has(sides.sell, word) ? 'sell' : null;
}

export function withSide<P extends MappingProfile>(profile: P, word: string, side: SideWord): P {
  const buy = without(profile.sides.buy, word);
  const sell = without(profile.sides.sell, word);
  if (side === 'buy') buy.push(word);
  if (side === 'sell') sell.push(word);
  return { ...profile, sides: { buy, sell } };
}

/** Whether a row with this word of the status column moved something; null where nobody has said. */
export function stateOf({ finalStatus, notFinalStatus = [] }: MappingProfile, word: string): boolean | null {
  if (has(finalStatus, word)) return true;
  return has(notFinalStatus, word) ? false : null;
}

export function withState<P extends MappingProfile>(profile: P, word: string, final: boolean | null): P {
  const finalStatus = without(profile.finalStatus, word);
  const notFinalStatus = without(profile.notFinalStatus ?? [], word);
  if (word.trim() !== '' && final === true) finalStatus.push(word);
  if (word.trim() !== '' && final === false) notFinalStatus.push(word);
  return { ...profile, finalStatus, notFinalStatus };
}

/** Words are compared in small letters. */
export function small(word: string): string {
  return word.trim().toLowerCase();
}

function has(words: readonly string[], word: string): boolean {
  return words.some((one) => small(one) === small(word));
}

function without(words: readonly string[], word: string): string[] {
  return words.filter((one) => small(one) !== small(word));
}
