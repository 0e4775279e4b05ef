/**
 * Which entries of two files say the same: first one for one within seconds, then sums of what lies close together, then
 * sums of a day. What is left on either side has no equal.
 */
import { add } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Entry } from './entries-of.ts';

export interface SameThing {
  readonly counted: readonly Entry[];
  readonly stated: readonly Entry[];
}

export interface Matched {
  readonly same: readonly SameThing[];
  readonly countedLeft: readonly Entry[];
  readonly statedLeft: readonly Entry[];
}

/** How far apart two files put the same thing, in ms. */
export interface Nearness {
  /** For one that equals one. */
  readonly alone: number;
  /** For several that add up to as much as several: no gap between them is longer. */
  readonly gap: number;
}

/** In: both in ledger order; `dayOf` a number for the taxpayer's day. Rows of two contracts are never the same. */
export function matchEntries(
  counted: readonly Entry[],
  stated: readonly Entry[],
  near: Nearness,
  dayOf: (entry: Entry) => number,
): Matched {
  const same: SameThing[] = [];
  const state = { counted: [...counted], stated: [...stated] };
  oneForOne(state, near.alone, same);
  if (state.counted.length > 0 && state.stated.length > 0) bySums(state, clustersOf(state, near.gap), same);
  if (state.counted.length > 0 && state.stated.length > 0) bySums(state, daysOf(state, dayOf), same);
  return { same, countedLeft: state.counted, statedLeft: state.stated };
}

interface Left {
  counted: Entry[];
  stated: Entry[];
}

function oneForOne(left: Left, nearMs: number, same: SameThing[]): void {
  const waiting = new Map(
    [...Map.groupBy(left.counted, figuresText)].map(([text, entries]) => [text, { entries, from: 0 }]),
  );
  const found = new Set<Entry>();
  for (const entry of left.stated) {
    const candidates = waiting.get(figuresText(entry));
    const partner = candidates && partnerOf(entry, candidates, nearMs, found);
    if (partner === undefined) continue;
    found.add(partner).add(entry);
    same.push({ counted: [partner], stated: [entry] });
  }
  left.counted = left.counted.filter((entry) => !found.has(entry));
  left.stated = left.stated.filter((entry) => !found.has(entry));
}

/** Entries of one figure in ledger order; those before `from` have their partner, or lie too far back for all that come. */
interface Candidates {
  readonly entries: readonly Entry[];
  from: number;
}

/** The earliest that is near enough: in ledger order no other choice explains more. */
function partnerOf(
  entry: Entry,
  candidates: Candidates,
  nearMs: number,
  found: ReadonlySet<Entry>,
): Entry | undefined {
  const { entries } = candidates;
  for (let first = entries[candidates.from]; first !== undefined; first = entries[++candidates.from])
    if (!found.has(first) && first.ms >= entry.ms - nearMs) break;
  for (let place = candidates.from; place < entries.length; place++) {
    const one = entries[place];
    if (one === undefined || one.ms > entry.ms + nearMs) return undefined;
    if (!found.has(one) && fitContracts(one, entry)) return one;
  }
  return undefined;
}

function fitContracts(a: Entry, b: Entry): boolean {
  return a.contract === null || b.contract === null || a.contract === b.contract;
}

function figuresText({ figures }: Entry): string {
  return figures.map(({ asset, quantity }) => `${asset} ${toText(quantity)}`).join();
}

/** Groups whose sums are equal say the same. */
function bySums(left: Left, groups: readonly SameThing[], same: SameThing[]): void {
  const found = new Set<Entry>();
  for (const group of groups) {
    const { counted, stated } = group;
    if (counted.length === 0 || stated.length === 0 || !isEqual(counted, stated)) continue;
    same.push(group);
    for (const entry of [...counted, ...stated]) found.add(entry);
  }
  left.counted = left.counted.filter((entry) => !found.has(entry));
  left.stated = left.stated.filter((entry) => !found.has(entry));
}

function isEqual(counted: readonly Entry[], stated: readonly Entry[]): boolean {
  const isByContract = [...counted, ...stated].every(({ contract }) => contract !== null);
  const [one, other] = [sumsOf(counted, isByContract), sumsOf(stated, isByContract)];
  return one.size === other.size && [...one].every(([key, sum]) => other.get(key) === sum);
}

/** Sums by asset; where wanted, by contract, too. */
export function sumsOf(entries: readonly Entry[], isByContract = false): ReadonlyMap<string, Quantity> {
  const sums = new Map<string, Quantity>();
  for (const { figures, contract } of entries) {
    for (const { asset, quantity } of figures) {
      const key = isByContract ? `${contract ?? ''} ${asset}` : asset;
      sums.set(key, add(sums.get(key) ?? zeroQuantity, quantity));
    }
  }
  return sums;
}

function clustersOf({ counted, stated }: Left, gapMs: number): readonly SameThing[] {
  const all = [
    ...counted.map((entry) => ({ entry, isCounted: true })),
    ...stated.map((entry) => ({ entry, isCounted: false })),
  ].sort((a, b) => a.entry.ms - b.entry.ms);
  const clusters: { counted: Entry[]; stated: Entry[] }[] = [];
  let lastMs = -Infinity;
  for (const { entry, isCounted } of all) {
    if (entry.ms - lastMs > gapMs) clusters.push({ counted: [], stated: [] });
    lastMs = entry.ms;
    clusters.at(-1)?.[isCounted ? 'counted' : 'stated'].push(entry);
  }
  return clusters;
}

/** Both sides day by day. */
export function daysOf(
  { counted, stated }: SameThing,
  dayOf: (entry: Entry) => number,
): readonly (SameThing & { readonly day: number })[] {
  const byDay = new Map<number, { day: number; counted: Entry[]; stated: Entry[] }>();
  const at = (entry: Entry): { counted: Entry[]; stated: Entry[] } => {
    const day = dayOf(entry);
    let group = byDay.get(day);
    if (group === undefined) byDay.set(day, (group = { day, counted: [], stated: [] }));
    return group;
  };
  for (const entry of counted) at(entry).counted.push(entry);
  for (const entry of stated) at(entry).stated.push(entry);
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}
