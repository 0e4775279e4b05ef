/** What two formats say of one thing: entries of the one that counts against those of the other. */
import type { EventKind, LegRole } from '../../../../shared/domain/event.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
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

export function compareBucket(
  counted: readonly Entry[],
  stated: readonly Entry[],
  near: Nearness,
  dayOf: (entry: Entry) => number,
): Compared {
  const { same, countedLeft, statedLeft } = matchEntries(counted, stated, near, dayOf);
  const isCovered = coverOf(counted);
  const isStatedThere = coverOf(stated);
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

/** Whether a time lies between the first and the last row of a file, of the same contract where both name one. */
function coverOf(entries: readonly Entry[]): (entry: Entry) => boolean {
  const spans = new Map<string, { contract: Entry['contract']; first: number; last: number }>();
  for (const { event, ms, contract } of entries) {
    const key = `${event.source.file}\n${contract ?? ''}`;
    const span = spans.get(key);
    if (span === undefined) spans.set(key, { contract, first: ms, last: ms });
    else {
      span.first = Math.min(span.first, ms);
      span.last = Math.max(span.last, ms);
    }
  }
  const all = [...spans.values()];
  return ({ ms, contract }) =>
    all.some(
      (span) =>
        span.first <= ms &&
        ms <= span.last &&
        (span.contract === null || contract === null || span.contract === contract),
    );
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
