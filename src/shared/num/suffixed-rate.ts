import { fromUnits, unitsOf } from './units.ts';
import { parseRate } from './parse.ts';
import type { Rate } from './types.ts';

export const RATE_UNITS = ['percent', 'bp', 'fraction'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

const perUnit: Readonly<Record<RateUnit, bigint>> = { percent: 100n, bp: 10_000n, fraction: 1n };
const suffixed = /^([+-]?[\d.]+)\s*(%|percent|per cent|bps?|basis points|fraction)$/iu;

/** A number in a unit as a rate: 0.01 percent is 0.0001. Out: null where it is no number, or has too many decimals for it. */
export function rateIn(text: string, unit: RateUnit): Rate | null {
  const parsed = parseRate(text);
  if (!parsed.ok) return null;
  const units = unitsOf(parsed.value);
  return units % perUnit[unit] === 0n ? fromUnits<Rate>(units / perUnit[unit]) : null;
}

/**
 * A rate that says its unit: "0.01%", "1 bp", "0.0001 fraction". Out: null for a bare number, because 0.01 can be meant as
 * one per cent or as a hundredth of one.
 */
export function parseSuffixedRate(text: string): Rate | null {
  const [, number, suffix] = suffixed.exec(text.trim()) ?? [];
  if (number === undefined || suffix === undefined) return null;
  return rateIn(number, unitOf(suffix.toLowerCase()));
}

function unitOf(suffix: string): RateUnit {
  if (suffix === 'fraction') return 'fraction';
  return suffix.startsWith('b') ? 'bp' : 'percent';
}
