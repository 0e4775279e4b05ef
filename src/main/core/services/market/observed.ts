/** Market data of the open ledger, read when it is asked for and kept for as long as the ledger stays as it is. */
import type { Observation, SeriesKey } from '../../../../shared/domain/observation.ts';
import type { ObservedSeries, ReadableLedger } from '../../../ledger/ledger.ts';
import type { Facts } from '../../facts.ts';
import type { Session } from '../../session.ts';

/** What a service asks of the observations. */
export interface Observed {
  readonly list: readonly ObservedSeries[];
  /** Oldest first; empty where there is none. */
  series(key: SeriesKey): Promise<readonly Observation[]>;
  /** Of one thing and measure, every level that there is. */
  levels(measure: SeriesKey['measure'], of: string): readonly string[];
  has(of: string): boolean;
}

/** In: facts of the session's open ledger, which say in which state it is. */
export async function observedOf(session: Session, facts: Facts): Promise<Observed> {
  const key = `observed:${facts.ledgerHash}`;
  let observed = session.cache.get(key) as Promise<Observed> | undefined;
  if (observed === undefined) {
    const { ledger } = session;
    observed = ledger === null ? Promise.resolve(nothing) : readFrom(ledger.read);
    session.cache.set(key, observed);
    observed.catch(() => session.cache.delete(key));
  }
  return await observed;
}

const nothing: Observed = {
  list: [],
  series: async () => [],
  levels: () => [],
  has: () => false,
};

async function readFrom(ledger: ReadableLedger): Promise<Observed> {
  const list = await ledger.observedSeries();
  const things = new Set(list.map(({ key }) => key.of));
  const read = new Map<string, Promise<readonly Observation[]>>();
  return {
    list,
    series: (key) => {
      const name = `${key.measure} ${key.level} ${key.of}`;
      let found = read.get(name);
      if (found === undefined) read.set(name, (found = ledger.observations(key)));
      return found;
    },
    levels: (measure, of) =>
      list.filter(({ key }) => key.measure === measure && key.of === of).map(({ key }) => key.level),
    has: (of) => things.has(of),
  };
}
