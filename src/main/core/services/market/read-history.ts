import { measureUnit } from '../../../../shared/domain/measure-words.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { instantFromIso, toIso } from '../../../../shared/time/instant.ts';
import { downSample } from '../../../engine/market/down-sample.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { observedOf } from './observed.ts';
import { seriesTitle } from './read-series.ts';

const MOST_POINTS = 500;

/** One series for a chart, thinned out; none of its values is made up. */
export const readHistory: Handler<'market.history'> = async (request, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { measure, of, level = '' } = request;
  const from = request.from === undefined ? null : instantFromIso(request.from);
  const to = request.to === undefined ? context.now : instantFromIso(request.to);
  const observed = await observedOf(context.session, facts.value);
  const all = await observed.series({ measure, of, level });
  const within = all.filter(({ time }) => (from === null || time >= from) && time <= to);
  return ok({
    title: seriesTitle({ measure, of, level }),
    unit: measureUnit(measure),
    count: within.length,
    points: downSample(within, request.points ?? MOST_POINTS).map(({ time, value }) => ({
      time: toIso(time),
      value: toText(value),
    })),
  });
};
