/** Departures and arrivals that need no guess: the user said that they are one move, or they bear one transaction's hash. */
import type { TransferDecision } from '../../../shared/domain/transfer-decision.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import type { Arrival, Departure } from './own-movement.ts';

export interface SettledPair {
  readonly departure: Departure;
  readonly arrival: Arrival;
  readonly why: 'said' | 'hash';
}

/** Shorter ones are counters of an exchange, which another exchange may use too. */
const leastHashLength = 16;

/**
 * In: of one ledger. Each side takes part once. A decision about rows that are not there (an import was undone) waits for them.
 * A hash pairs one departure with one arrival of its asset in another account; where several bear it, amounts have to tell.
 */
export function settledPairs(
  departures: readonly Departure[],
  arrivals: readonly Arrival[],
  decisions: readonly TransferDecision[],
): readonly SettledPair[] {
  const said = pairsSaid(departures, arrivals, decisions);
  const taken = new Set(said.flatMap(({ departure, arrival }) => [sideOf(departure), sideOf(arrival)]));
  const isFree = (side: Departure | Arrival): boolean => !taken.has(sideOf(side));
  return [...said, ...pairsByHash(departures.filter(isFree), arrivals.filter(isFree), decisions)];
}

/** What a departure or an arrival is known by: an event may move several assets. */
export function sideOf({ event, asset }: Pick<Departure, 'event' | 'asset'>): string {
  return `${event} ${asset}`;
}

/** The pairs that the user says are none. */
export function pairsApart(decisions: readonly TransferDecision[]): ReadonlySet<string> {
  const apart = decisions.filter(({ verdict }) => verdict === 'apart');
  return new Set(
    apart.map(({ departure, arrival, asset }) =>
      pairKey({ event: departure, asset }, { event: arrival, asset }),
    ),
  );
}

export function pairKey(
  departure: Pick<Departure, 'event' | 'asset'>,
  arrival: Pick<Arrival, 'event' | 'asset'>,
): string {
  return `${sideOf(departure)} ${sideOf(arrival)}`;
}

function pairsSaid(
  departures: readonly Departure[],
  arrivals: readonly Arrival[],
  decisions: readonly TransferDecision[],
): readonly SettledPair[] {
  const same = decisions.filter(({ verdict }) => verdict === 'same');
  if (same.length === 0) return [];
  const leaving = new Map(departures.map((one) => [sideOf(one), one]));
  const arriving = new Map(arrivals.map((one) => [sideOf(one), one]));
  const taken = new Set<string>();
  return same.flatMap(({ departure: from, arrival: to, asset }) => {
    const departure = leaving.get(sideOf({ event: from, asset }));
    const arrival = arriving.get(sideOf({ event: to, asset }));
    if (departure === undefined || arrival === undefined) return [];
    const sides = [sideOf(departure), sideOf(arrival)];
    if (sides.some((side) => taken.has(side))) return [];
    for (const side of sides) taken.add(side);
    return [{ departure, arrival, why: 'said' as const }];
  });
}

function pairsByHash(
  departures: readonly Departure[],
  arrivals: readonly Arrival[],
  decisions: readonly TransferDecision[],
): readonly SettledPair[] {
  const leaving = onlyOnes(departures);
  const arriving = onlyOnes(arrivals);
  const apart = pairsApart(decisions);
  return [...leaving].flatMap(([hash, departure]) => {
    const arrival = arriving.get(hash);
    if (departure === null || arrival === undefined || arrival === null) return [];
    const fits =
      arrival.account !== departure.account &&
      compare(arrival.received, departure.sent) <= 0 &&
      !apart.has(pairKey(departure, arrival));
    return fits ? [{ departure, arrival, why: 'hash' as const }] : [];
  });
}

/** By asset and hash; null where several have the same. */
function onlyOnes<Side extends Departure | Arrival>(
  sides: readonly Side[],
): ReadonlyMap<string, Side | null> {
  const byHash = new Map<string, Side | null>();
  for (const side of sides) {
    const { hash, asset } = side;
    if (hash === undefined || hash.length < leastHashLength) continue;
    const key = `${asset} ${hash.toLowerCase()}`;
    byHash.set(key, byHash.has(key) ? null : side);
  }
  return byHash;
}
