/** What "Transfers" shows, made from the core's answer. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';

export type Transfers = CallAnswer<'transfers.read'>;
export type Pair = Transfers['pairs'][number];
export type Departure = Transfers['departures'][number];
export type Arrival = Transfers['arrivals'][number];
export type Side = Departure['couldBe'][number];
export type Verdict = CallInput<'transfers.decide'>;

export const pairByWords: Readonly<Record<Pair['by'], string>> = {
  said: 'You said so',
  certain: 'Certain',
  guess: 'Likely',
};

/** What a person said that no pair shows: rows held apart, and pairs whose rows are not in the ledger. */
export interface KeptApart {
  readonly verdict: Verdict;
  readonly departure: string;
  readonly arrival: string;
  readonly words: string;
}

export function keptDecisions({ pairs, departures, arrivals, decisions }: Transfers): readonly KeptApart[] {
  const sides = [
    ...pairs.flatMap(({ departure, arrival }) => [departure, arrival]),
    ...[...departures, ...arrivals].flatMap((side) => [side, ...side.couldBe]),
  ];
  const where = new Map(
    sides.map(({ event, accountName, where: place }) => [event, `${accountName}: ${place}`]),
  );
  return decisions
    .filter(({ verdict, inForce }) => verdict === 'apart' || !inForce)
    .map(({ departure, arrival, asset, verdict }) => ({
      verdict: { departure, arrival, asset, verdict: null },
      departure: where.get(departure) ?? 'a row that is not in the ledger now',
      arrival: where.get(arrival) ?? 'a row that is not in the ledger now',
      words: verdict === 'apart' ? 'Not one move' : 'One move, but a row is missing now',
    }));
}

/** Those that could be joined first, then coins (their cost is asked for), then the newest. */
export function arrivalsByNeed(arrivals: readonly Arrival[]): readonly Arrival[] {
  const need = ({ couldBe, isCoin }: Arrival): number => (couldBe.length > 0 ? 0 : isCoin ? 1 : 2);
  return arrivals.toSorted((a, b) => need(a) - need(b));
}
