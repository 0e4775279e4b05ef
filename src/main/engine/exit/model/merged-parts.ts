import type { LotPart } from './lot-parts.ts';

/** Fewer parts than these are left as they are. */
const FEW = 60;
const COVER_RANGES = 12;
/** Costs of one coin that are taken as one, as a share of the dearest. */
const SPREAD = 0.02;

/**
 * Parts that turn long-term on one date, cost nearly the same and come next to each other in the order of new hedges, as one:
 * a model of thousands of lots stays small. Within such a part the dearest lots are sold first.
 */
export function mergedParts(parts: readonly LotPart[]): readonly LotPart[] {
  if (parts.length <= FEW) return parts;
  const covered = parts
    .filter(({ stopsAfter }) => stopsAfter !== null)
    .toSorted((a, b) => (a.stopsAfter ?? 0) - (b.stopsAfter ?? 0));
  const size = Math.max(1, Math.ceil(covered.length / COVER_RANGES));
  const rangeOf = new Map(covered.map((part, at) => [part, Math.floor(at / size)]));
  const groups = Map.groupBy(parts, (part) => `${part.longFrom}/${rangeOf.get(part) ?? 'none'}`);
  const step = Math.max(...parts.map(({ cost }) => cost)) * SPREAD;
  return [...groups.values()].flatMap((group) => runsOf(group, step).map(joined));
}

function runsOf(parts: readonly LotPart[], step: number): readonly (readonly LotPart[])[] {
  const runs: LotPart[][] = [];
  for (const part of parts.toSorted((a, b) => b.cost - a.cost)) {
    const last = runs.at(-1);
    if (last !== undefined && (last[0]?.cost ?? 0) - part.cost <= step) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function joined(parts: readonly LotPart[]): LotPart {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return parts[0] as LotPart;
  const coins = parts.reduce((sum, part) => sum + part.coins, 0);
  const cost = parts.reduce((sum, part) => sum + part.coins * part.cost, 0) / coins;
  const after = parts.flatMap(({ stopsAfter }) => (stopsAfter === null ? [] : [stopsAfter]));
  return {
    members: parts.flatMap(({ members }) => members),
    coins,
    cost,
    longFrom: first.longFrom,
    stopsAfter: after.length === 0 ? null : Math.min(...after),
  };
}
