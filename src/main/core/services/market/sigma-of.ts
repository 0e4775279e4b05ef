import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { addDuration } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dailySigma } from '../../../engine/market/daily-sigma.ts';
import type { PricedAt } from '../../../engine/market/daily-sigma.ts';
import type { Derived } from '../../derived.ts';
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
 * The standard deviation of a day's return over the last 90 days, from the closes of the first of some things that has
 * enough: a contract's own, then its coin's. null where none has twenty returns.
 */
export async function sigmaOf(
  things: readonly (string | null)[],
  observed: Observed,
  { prices }: Derived,
  at: Instant,
): Promise<KnownSigma | null> {
  const from = addDuration(at, -SIGMA_DAYS * DAY_MS);
  const isRecent = ({ time }: PricedAt): boolean => time > from && time <= at;
  for (const of of things) {
    if (of === null) continue;
    const closes = (await observed.series({ measure: 'close', of, level: '' })).map(({ time, value }) => ({
      time,
      price: value as unknown as Price,
    }));
    const marks = prices.marks.filter((mark) => mark.of === (of as AssetId | ContractId));
    const recent = [...marks, ...closes].filter(isRecent);
    const sigma = dailySigma(recent);
    const last = recent.reduce<Instant | null>(
      (latest, { time }) => (latest === null || time > latest ? time : latest),
      null,
    );
    if (sigma !== null && last !== null) return { sigma, of, last };
  }
  return null;
}
