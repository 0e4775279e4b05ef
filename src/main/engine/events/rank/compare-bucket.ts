/** What two formats say of one thing: entries of the one that counts against those of the other. */
import type { EventKind, LegRole } from '../../../../shared/domain/event.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { eventIdsOf } from './entries-of.ts';
import type { Entry } from './entries-of.ts';
import { daysOf, matchEntries, sumsOf } from './match-entries.ts';
import type { Nearness, SameThing } from './match-entries.ts';
import type { Difference } from './comparison.ts';

export interface Compared {
  readonly same: readonly SameThing[];
  /** Entries that are no equals and stand in a difference. */
  readonly different: readonly Entry[];
  /** Entries that only this file has: they count. */
  readonly alone: readonly Entry[];
  readonly differences: readonly Difference[];
}

/** Rows that a file of fills states in full: what it does not have there, did not happen. */
const statedInFull: ReadonlySet<EventKind> = new Set([
  'futures-fill',
  'realised-profit',
  'futures-fee',
  'funding',
]);

export interface CompareRules {
  readonly near: Nearness;
  /** A number for the taxpayer's day. */
  readonly dayOf: (entry: Entry) => number;
  /** Whether the other file tells of everything then; null: it tells of one thing, and its own rows say when. */
  readonly isStatedThere: ((entry: Entry) => boolean) | null;
}

export function compareBucket(
  counted: readonly Entry[],
  stated: readonly Entry[],
  { near, dayOf, isStatedThere: told }: CompareRules,
): Compared {
  const { same, countedLeft, statedLeft } = matchEntries(counted, stated, near, dayOf);
  const isCovered = coverOf(counted);
  const isStatedThere = told ?? coverOf(stated);
  const different: Entry[] = [];
  const alone: Entry[] = [];
  const differences: Difference[] = [];
  for (const group of daysOf({ counted: countedLeft, stated: statedLeft }, dayOf)) {
    const hasBoth = group.counted.length > 0 && group.stated.length > 0;
    const isOut = (entry: Entry): boolean =>
      hasBoth || (statedInFull.has(entry.event.kind) && isCovered(entry));
    const out = group.stated.filter(isOut);
    alone.push(...group.stated.filter((entry) => !isOut(entry)));
    different.push(...out);
    const missed = hasBoth ? group.counted : group.counted.filter(isStatedThere);
    if (out.length + missed.length > 0) differences.push(...differencesOf(group.day, missed, out));
  }
  return { same, different, alone, differences };
}

/**
 * Whether a file tells of a time: rows of it, of the same contract where both name one, stand before and after it, no more
 * than a week apart. Only the rows say so, not the files' names and ends: a file cut in two covers what it did as one.
 */
function coverOf(entries: readonly Entry[]): (entry: Entry) => boolean {
  const all = entries.map(({ ms }) => ms);
  const byContract = new Map<Entry['contract'], number[]>();
  for (const { contract, ms } of entries) {
    const times = byContract.get(contract);
    if (times === undefined) byContract.set(contract, [ms]);
    else times.push(ms);
  }
  return ({ ms, contract }) =>
    contract === null
      ? isBetween(all, ms)
      : isBetween(byContract.get(contract) ?? [], ms) || isBetween(byContract.get(null) ?? [], ms);
}

/** Exports reach over weeks and months; a longer time without a row can be one that no file tells of. */
const longestGapMs = 7 * 86_400_000;

/** In: times in order. */
function isBetween(times: readonly number[], ms: number): boolean {
  const next = firstWhere(times, (time) => time >= ms);
  const [before, after] = [times[next - 1], times[next]];
  return after === ms || (before !== undefined && after !== undefined && after - before <= longestGapMs);
}

function differencesOf(
  day: number,
  counted: readonly Entry[],
  stated: readonly Entry[],
): readonly Difference[] {
  const [one, other] = [sumsOf(counted), sumsOf(stated)];
  const first = counted[0] ?? stated[0];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((asset) => {
    const [has, says] = [one.get(asset) ?? zeroQuantity, other.get(asset) ?? zeroQuantity];
    // Rows of one side alone stand here even where they come to nothing.
    if (one.size > 0 && other.size > 0 && isZero(subtract(says, has))) return [];
    return [
      {
        day,
        asset,
        contract: oneContract([...counted, ...stated]),
        role: roleOf(first, asset),
        counted: has,
        stated: says,
        countedRows: eventIdsOf(counted),
        statedRows: eventIdsOf(stated),
      },
    ];
  });
}

function roleOf(entry: Entry | undefined, asset: string): LegRole {
  return entry?.figures.find((figure) => figure.asset === asset)?.role ?? 'principal';
}

function oneContract(entries: readonly Entry[]): string | null {
  const contracts = new Set(entries.flatMap(({ contract }) => (contract === null ? [] : [contract])));
  const [only] = contracts;
  return contracts.size === 1 ? (only ?? null) : null;
}
