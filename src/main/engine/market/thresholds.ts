/** Fixed thresholds, beside the ranks of own history: dated facts, each with what it rests on. */
import type { Confidence } from '../../../shared/domain/contract-spec.ts';
import type { Measure } from '../../../shared/domain/observation.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { quantity } from '../../../shared/num/parse.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { localDate } from '../../../shared/time/local-date.ts';

export type ThresholdLevel = 'neutral' | 'caution' | 'extreme';

/** Bounds of a level: reached at or beyond them. null: no bound at that end. */
interface Bounds {
  readonly low: Quantity | null;
  readonly high: Quantity | null;
}

export interface Threshold {
  readonly measure: Measure | 'basis';
  readonly caution: Bounds;
  readonly extreme: Bounds;
  /** In words: where the levels begin. */
  readonly words: string;
  readonly asOf: LocalDate;
  readonly source: string;
  readonly confidence: Confidence;
}

const asOf = localDate('2026-11-22');
const bounds = (low: string | null, high: string | null): Bounds => ({
  low: low === null ? null : quantity(low),
  high: high === null ? null : quantity(high),
});

const THRESHOLDS: readonly Threshold[] = [
  {
    measure: 'funding-rate',
    caution: bounds('-0.000000000000000001', '0.0003'),
    extreme: bounds('-0.0005', '0.0005'),
    words:
      'for 8 hours: 0.01 % is usual (10.95 % a year); above 0.03 % or below zero is a caution, 0.05 % either way extreme',
    asOf,
    source:
      'Binance and Bybit (the interest part is 0.01 % for 8 hours); SSRN 3774118 (funding predicts only at its outer tenths); the steps themselves are common practice',
    confidence: 'from-knowledge',
  },
  {
    measure: 'basis',
    caution: bounds(null, '0.15'),
    extreme: bounds('-0.000000000000000001', '0.25'),
    words: 'a year: 4 to 12 % is usual; above 15 % is a caution, above 25 % or below zero extreme',
    asOf,
    source: 'BIS Working Paper 1087 (carry has reached 40 to 60 %); the steps themselves are common practice',
    confidence: 'from-knowledge',
  },
  ...(['account-ratio', 'top-account-ratio', 'top-position-ratio'] as const).map((measure) => ({
    measure,
    caution: bounds('0.6', '2'),
    extreme: bounds('0.4', '3'),
    words:
      '0.8 to 1.5 is usual; 2 or 0.6 is a caution, 3 or 0.4 extreme. Small accounts are mostly long at all times',
    asOf,
    source: 'common practice; weak evidence: it counts accounts, not money',
    confidence: 'from-knowledge' as const,
  })),
  {
    measure: 'fear-greed',
    caution: bounds('30', '70'),
    extreme: bounds('25', '75'),
    words:
      '45 to 55 is neutral; 30 or less and 70 or more is a caution, 25 or less and 75 or more extreme, which can last for weeks',
    asOf,
    source: 'alternative.me; vendors draw the bands differently, so the number counts and not the label',
    confidence: 'from-knowledge',
  },
];

/** The fixed threshold of a measure and the level that a value reaches; null where there is none. */
export function thresholdOf(
  measure: Measure | 'basis',
  value: Quantity,
): { readonly threshold: Threshold; readonly level: ThresholdLevel } | null {
  const threshold = THRESHOLDS.find((one) => one.measure === measure);
  if (threshold === undefined) return null;
  return { threshold, level: levelOf(value, threshold) };
}

function levelOf(value: Quantity, { caution, extreme }: Threshold): ThresholdLevel {
  if (isBeyond(value, extreme)) return 'extreme';
  return isBeyond(value, caution) ? 'caution' : 'neutral';
}

function isBeyond(value: Quantity, { low, high }: Bounds): boolean {
  return (low !== null && compare(value, low) <= 0) || (high !== null && compare(value, high) >= 0);
}
