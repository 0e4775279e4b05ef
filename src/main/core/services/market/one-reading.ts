/** One number of market data as a screen shows it: in words, against its own history, and against a fixed threshold. */
import type { z } from 'zod';
import type { marketCalls } from '../../../../shared/contract/market-calls.ts';
import { measureUnit } from '../../../../shared/domain/measure-words.ts';
import type { Measure, Observation } from '../../../../shared/domain/observation.ts';
import { asRate } from '../../../../shared/domain/observed-value.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { ageHours, isStale } from '../../../engine/market/freshness.ts';
import { comparable, MINIMUM_SAMPLE, ownHistory } from '../../../engine/market/own-history.ts';
import type { OwnHistory } from '../../../engine/market/own-history.ts';
import { thresholdOf } from '../../../engine/market/thresholds.ts';
import { yearlyRate } from '../../../engine/market/yearly-rate.ts';
import { fundingWords } from './funding-words.ts';
import { measureTitle } from './read-series.ts';
import { percentWords, roundedText, textOrNull } from './texts.ts';

type Subjects = z.output<(typeof marketCalls)['market.readings']['output']>['subjects'];
export type Reading = Subjects[number]['readings'][number];

/** The latest of a series at an instant as a reading; null where there is none. In: oldest first. */
export function oneReading(series: readonly Observation[], now: Instant): Reading | null {
  const latest = series.findLast(({ time }) => time <= now);
  if (latest === undefined) return null;
  const { measure, level, value, hours, time, source } = latest;
  const isFunding = measure === 'funding-rate';
  const perYear = isFunding && hours !== null ? yearlyRate(asRate(value), hours) : null;
  return {
    measure,
    level,
    title: measureTitle(measure, level),
    value: toText(value),
    unit: measureUnit(measure),
    hours,
    perYear: textOrNull(perYear),
    words: valueWords(latest),
    time: toIso(time),
    ageHours: ageHours(time, now),
    stale: isStale(measure, time, now),
    source,
    history: historyText(ownHistory(series, now)),
    threshold: thresholdText(measure, comparable(latest)),
    hedge: hedgeWords(measure, value),
  };
}

/** As of eight hours where it is funding. */
export function thresholdText(measure: Measure | 'basis', value: Quantity): Reading['threshold'] {
  const found = thresholdOf(measure, value);
  if (found === null) return null;
  const { words, source, confidence } = found.threshold;
  return { level: found.level, words, source, confidence };
}

export function historyText(history: OwnHistory | null): Reading['history'] {
  const sample = history?.sample ?? 0;
  if (history === null || history.percentile === null) {
    const words = `No rank: ${sample} earlier values within a year, and ${MINIMUM_SAMPLE} are needed.`;
    return { percentile: null, sample, needed: MINIMUM_SAMPLE, mark: null, end: null, words };
  }
  const { percentile, mark, end } = history;
  const rank = `higher than ${percentWords(percentile, 0)} of its ${sample} values of the year before`;
  const words =
    mark === 'normal' ? `Usual: ${rank}.` : `${mark === 'extreme' ? 'Extreme' : 'Elevated'}: ${rank}.`;
  return { percentile: toText(percentile), sample, needed: MINIMUM_SAMPLE, mark, end, words };
}

function valueWords({ measure, value, hours }: Observation): string {
  if (measure === 'funding-rate' && hours !== null) return fundingWords(asRate(value), hours);
  const unit = measureUnit(measure);
  if (unit === 'fraction') return `${percentWords(asRate(value), 4)}.`;
  if (unit === 'index') return `${toText(value)} of 100.`;
  if (unit === 'coins') return `${roundedText(value, 4)} coins.`;
  if (unit === 'ratio') return `${roundedText(value, 3)} to 1.`;
  return `${roundedText(value, 2)} in the market’s money.`;
}

/** What a short hedger makes of it: cost and urgency, never a direction. */
function hedgeWords(measure: Measure, value: Quantity): string | null {
  if (measure !== 'funding-rate') return plainHedgeWords[measure] ?? null;
  return toText(value).startsWith('-')
    ? 'A short in this contract pays funding: compare what a dated contract’s basis pays, or selling less.'
    : 'A short in this contract receives funding; where it is extreme, forced buying is likelier, so keep more margin.';
}

const plainHedgeWords: Partial<Readonly<Record<Measure, string>>> = {
  'open-interest':
    'Much open interest has no direction; together with high funding it makes forced closings likelier.',
  depth: 'An order above a fifth of it moves the price: split it, or take a deeper market.',
  spread: 'Half of it is the least that an order at once costs.',
  'account-ratio': 'It counts accounts and not money: weak evidence, for context only.',
  'fear-greed': 'It mostly restates past returns: for context only, it changes no figure of a plan.',
};
