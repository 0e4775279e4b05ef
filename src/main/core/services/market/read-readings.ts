import { MEASURES } from '../../../../shared/domain/observation.ts';
import type { Measure, Observation } from '../../../../shared/domain/observation.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { observedValue } from '../../../../shared/domain/observed-value.ts';
import { toText } from '../../../../shared/num/format.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { futuresBasisAt } from '../../../engine/futures/basis.ts';
import { ageHours, isStale } from '../../../engine/market/freshness.ts';
import { openInterestRise } from '../../../engine/market/open-interest-rise.ts';
import { ownHistory } from '../../../engine/market/own-history.ts';
import { ownContractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { averageDailyVolume, dailyVolumes } from './daily-volume.ts';
import { marketSubject } from './market-subject.ts';
import type { MarketSubject } from './market-subject.ts';
import { observedOf } from './observed.ts';
import type { Observed } from './observed.ts';
import { historyText, oneReading, thresholdText } from './one-reading.ts';
import type { Reading } from './one-reading.ts';
import { sigmaOf } from './sigma-of.ts';
import { percentWords, roundedText } from './texts.ts';

const NOTE =
  'Context only: it says something of cost, urgency and the choice of contract. No figure of a plan follows from it, and nothing is bought or sold because of it.';
/** A price and its coin's may be apart this long for a basis. */
const DAY_MS = 86_400_000;
/** Prices have a screen of their own; volume is shown as a day's. */
const notShown: ReadonlySet<Measure> = new Set(['close', 'volume', 'volume-money']);

interface Market {
  readonly derived: Derived;
  readonly observed: Observed;
  readonly now: Instant;
}

/** What the latest market data say, each against its own history and a fixed threshold, with its age. */
export const readReadings: Handler<'market.readings'> = async ({ of, asset }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { facts } = derived.value;
  const observed = await observedOf(context.session, facts);
  const market: Market = { derived: derived.value, observed, now: context.now };
  const things = new Set(observed.list.map(({ key }) => key.of));
  if (of !== undefined) things.add(of);
  const subjects = [];
  for (const thing of [...things].toSorted()) {
    const subject = marketSubject(thing, facts);
    if (of !== undefined && thing !== of) continue;
    if (asset !== undefined && subject.asset !== null && subject.asset !== asset.toUpperCase()) continue;
    const readings = await readingsOf(subject, market);
    if (readings.length > 0)
      subjects.push({ of: thing, kind: subject.kind, asset: subject.asset, readings: [...readings] });
  }
  return ok({ asOf: toIso(context.now), note: NOTE, subjects });
};

async function readingsOf(subject: MarketSubject, market: Market): Promise<readonly Reading[]> {
  const readings: (Reading | null)[] = [basisReading(subject, market)];
  for (const measure of MEASURES) {
    if (notShown.has(measure)) continue;
    for (const level of market.observed.levels(measure, subject.of).toSorted(byNumber)) {
      const series = await market.observed.series({ measure, of: subject.of, level });
      const reading = oneReading(series, market.now);
      readings.push(measure === 'open-interest' ? withRise(reading, series, market.now) : reading);
    }
  }
  readings.push(await volumeReading(subject, market), await sigmaReading(subject, market));
  return (await withRealisedValue(readings, subject, market)).filter((one) => one !== null);
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** The yearly rate of a dated contract's own price over its coin's, where both are of about one time. */
function basisReading({ terms }: MarketSubject, { derived, now }: Market): Reading | null {
  if (terms === null) return null;
  const own = ownContractPoint(terms, derived.prices, now);
  const coin = derived.prices.latest(terms.underlying, now);
  const [time, coinTime] = [own?.mark.time ?? null, coin?.time ?? null];
  if (own === null || coin === null || time === null || coinTime === null) return null;
  if (Math.abs(ageHours(time, now) - ageHours(coinTime, now)) * 3_600_000 > DAY_MS) return null;
  const at = time > coinTime ? time : coinTime;
  const found = futuresBasisAt(terms, { futures: own.price, spot: coin.price }, at);
  if (found === null || found.perYear === null) return null;
  const value = observedValue(found.perYear);
  return {
    measure: 'basis',
    level: '',
    title: 'Basis a year',
    value: toText(found.perYear),
    unit: 'fraction',
    hours: null,
    perYear: toText(found.perYear),
    words: `${percentWords(found.perYear, 2)} a year (simple): ${roundedText(own.price, 8)} against ${roundedText(coin.price, 8)}, ${percentWords(found.basisRate, 2)} apart, ${Math.round(found.days)} days to the fixing.`,
    time: toIso(at),
    ageHours: ageHours(at, now),
    stale: isStale('close', at, now),
    source: own.mark.source,
    history: historyText(null),
    threshold: thresholdText('basis', value),
    hedge:
      found.pays === 'short'
        ? 'A short locks this in if it is held to the fixing.'
        : 'A short pays this if it is held to the fixing.',
  };
}

function withRise(
  reading: Reading | null,
  series: Parameters<typeof openInterestRise>[0],
  now: Instant,
): Reading | null {
  const rise = openInterestRise(series, now);
  if (reading === null || rise === null || (rise.deviations === null && rise.week === null)) return reading;
  const parts = [
    ...(rise.deviations === null
      ? []
      : [`${roundedText(rise.deviations, 1)} standard deviations from its 90 days`]),
    ...(rise.week === null ? [] : [`${percentWords(rise.week, 1)} in a week`]),
  ];
  const threshold = {
    level: rise.level,
    words: `Now ${parts.join(', ')}; above 1.5 deviations is a caution, above 2.5 or 30 % more in a week extreme`,
    source: 'common practice; no robust sign of direction',
    confidence: 'from-knowledge' as const,
  };
  return { ...reading, threshold };
}

/** The mean of the last days against each single day before. */
async function volumeReading(subject: MarketSubject, { observed, now }: Market): Promise<Reading | null> {
  const days = dailyVolumes(await observed.series({ measure: 'volume', of: subject.of, level: '' }));
  const average = averageDailyVolume(days, now);
  if (average === null) return null;
  const { last } = average;
  return {
    measure: 'volume',
    level: '',
    title: 'Average daily volume',
    value: toText(average.coins),
    unit: 'coins',
    hours: 24,
    perYear: null,
    words: `${roundedText(average.coins, 4)} coins a day over ${average.days === 1 ? '1 day' : `${average.days} days`}; the last day had ${roundedText(last.value, 4)}.`,
    time: toIso(last.time),
    ageHours: ageHours(last.time, now),
    stale: isStale('volume', last.time, now),
    source: last.source,
    history: historyText(ownHistory(days, now)),
    threshold: null,
    hedge: 'An order above half a per cent of it is a caution; above 5 % no estimate can be trusted.',
  };
}

async function sigmaReading(
  subject: MarketSubject,
  { observed, derived, now }: Market,
): Promise<Reading | null> {
  if (subject.kind === 'vendor') return null;
  const known = await sigmaOf([subject.of], observed, derived);
  if (known === null) return null;
  return {
    measure: 'daily-volatility',
    level: '',
    title: 'Daily volatility',
    value: toText(known.sigma),
    unit: 'fraction',
    hours: 24,
    perYear: null,
    words: `A day’s return has a standard deviation of ${percentWords(known.sigma, 2)} over the last 90 days.`,
    time: toIso(known.last),
    ageHours: ageHours(known.last, now),
    stale: isStale('close', known.last, now),
    source: `closes of ${known.of}`,
    history: historyText(null),
    threshold: null,
    hedge: 'A margin buffer is best read in such days.',
  };
}

/** Market value over what coins last moved at, in the words of the market value. */
async function withRealisedValue(
  readings: readonly (Reading | null)[],
  { of }: MarketSubject,
  { observed, now }: Market,
): Promise<readonly (Reading | null)[]> {
  const latest = async (measure: Measure): Promise<Observation | undefined> =>
    (await observed.series({ measure, of, level: '' })).findLast(({ time }) => time <= now);
  const [cap, realised] = [await latest('market-cap'), await latest('realised-cap')];
  if (cap === undefined || realised === undefined || cap.time !== realised.time) return readings;
  const times = roundedText(ratio(cap.value, realised.value, 'half-even'), 2);
  const words = ` It is ${times} times what all coins last moved at (MVRV).`;
  return readings.map((one) => (one?.measure === 'market-cap' ? { ...one, words: one.words + words } : one));
}
