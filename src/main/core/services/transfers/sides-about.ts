import { firstWhere } from '../../../../shared/first-where.ts';
import { compareInstants, type Instant, msBetween } from '../../../../shared/time/instant.ts';
import type { Arrival, Departure } from '../../../engine/events/own-movement.ts';

/** Rows of the same asset in another account, within a span of time: the nearest first. */
export type SidesAbout<Side> = (
  of: Pick<Departure, 'asset' | 'account' | 'time'>,
  withinMs: number,
) => readonly Side[];

/** Looks rows up by asset and time, so that many rows are not compared each with each. */
export function sidesAbout<Side extends Departure | Arrival>(sides: readonly Side[]): SidesAbout<Side> {
  const byAsset = Map.groupBy(
    sides.toSorted((a, b) => compareInstants(a.time, b.time)),
    ({ asset }) => asset,
  );
  return ({ asset, account, time }, withinMs) => {
    const rows = byAsset.get(asset) ?? [];
    const found: Side[] = [];
    for (let at = firstWhere(rows, (one) => msBetween(one.time, time) <= withinMs); at < rows.length; at++) {
      const row = rows[at] as Side;
      if (msBetween(time, row.time) > withinMs) break;
      if (row.account !== account) found.push(row);
    }
    return found.toSorted((a, b) => closer(time, a.time, b.time));
  };
}

function closer(to: Instant, a: Instant, b: Instant): number {
  return Math.abs(msBetween(to, a)) - Math.abs(msBetween(to, b)) || compareInstants(a, b);
}
