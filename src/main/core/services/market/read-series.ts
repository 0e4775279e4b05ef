import { measureWords } from '../../../../shared/domain/measure-words.ts';
import type { SeriesKey } from '../../../../shared/domain/observation.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { ageHours, isStale } from '../../../engine/market/freshness.ts';
import { seriesGaps } from '../../../engine/market/series-gaps.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { observedOf } from './observed.ts';

const HOUR_MS = 3_600_000;

/** What market data there are: how much, from when to when, from where, and where something is missing. */
export const readSeries: Handler<'market.series'> = async ({ of }, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const observed = await observedOf(context.session, facts.value);
  const series = [];
  for (const { key, count, first, last, sources } of observed.list) {
    if (of !== undefined && key.of !== of) continue;
    const { stepMs, gaps, missing } = seriesGaps(await observed.series(key));
    series.push({
      ...key,
      title: seriesTitle(key),
      count,
      first: toIso(first),
      last: toIso(last),
      stepHours: stepMs === null ? null : stepMs / HOUR_MS,
      gaps,
      missing,
      ageHours: ageHours(last, context.now),
      stale: isStale(key.measure, last, context.now),
      sources: [...sources],
    });
  }
  return ok({ series });
};

/** "Depth up to 1 % below the middle of binance-um:BTCUSDT". */
export function seriesTitle({ measure, of, level }: SeriesKey): string {
  return `${measureTitle(measure, level)} of ${of}`;
}

/** "Depth up to 1 % below the middle". */
export function measureTitle(measure: SeriesKey['measure'], level: string): string {
  if (level === '') return measureWords(measure);
  const side = level.startsWith('-') ? 'below' : 'above';
  return `${measureWords(measure)} up to ${level.replace('-', '')} % ${side} the middle`;
}
