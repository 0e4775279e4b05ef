import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { asPrice } from '../../../../shared/domain/observed-value.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { addDuration } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dailySigma } from '../../../engine/market/daily-sigma.ts';
import type { PricedAt } from '../../../engine/market/daily-sigma.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import type { Observed } from './observed.ts';

const DAY_MS = 86_400_000;
const SIGMA_DAYS = 90;

export interface KnownSigma {
  readonly sigma: Rate;
  /** What the closes are of. */
  readonly of: string;
  readonly last: Instant;
}

/**
 * The standard deviation of a day's return over the 90 days up to the day that figures are as of, from the closes and
 * price marks of the first of some things that has enough: a contract's own, then its coin's. One rule for every screen.
 * null where none has twenty returns.
 */
export async function sigmaOf(
  things: readonly (string | null)[],
  observed: Observed,
  derived: Derived,
): Promise<KnownSigma | null> {
  const known = knownSigmas(derived);
  for (const of of things) {
    if (of === null) continue;
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = sigmaOfThing(of, observed, derived)));
    const sigma = await found;
    if (sigma !== null) return sigma;
  }
  return null;
}

/** Figures of one state of the ledger and one day: the same object always has the same observations beside it. */
const knownSigmas = keptFor((_: Derived) => new Map<string, Promise<KnownSigma | null>>());

const marksByThing = keptFor((marks: readonly PriceMark[]) => Map.groupBy(marks, ({ of }) => of));

async function sigmaOfThing(
  of: string,
  observed: Observed,
  { prices, at }: Derived,
): Promise<KnownSigma | null> {
  const from = addDuration(at, -SIGMA_DAYS * DAY_MS);
  const isRecent = ({ time }: PricedAt): boolean => time > from && time <= at;
  const series = await observed.series({ measure: 'close', of, level: '' });
  const closes = series
    .slice(firstWhere(series, ({ time }) => time > from))
    .map(({ time, value }) => ({ time, price: asPrice(value) }));
  const marks = marksByThing(prices.marks).get(of as AssetId | ContractId) ?? [];
  const recent = [...marks, ...closes].filter(isRecent);
  const sigma = dailySigma(recent);
  const last = recent.reduce<Instant | null>(
    (latest, { time }) => (latest === null || time > latest ? time : latest),
    null,
  );
  return sigma === null || last === null ? null : { sigma, of, last };
}
