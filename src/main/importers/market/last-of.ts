import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/**
 * Whether a value is the last of its hour or day: one a step later would be of the next one. It is told by the row alone,
 * never by what the file has besides, so that a file cut anywhere states what the whole states. A full hour belongs to the
 * hour that it ends. In: `stepMs`, what lies between two values of such a file.
 */
export function isLastOf(unitMs: number, end: Instant, stepMs: number): boolean {
  const ms = epochMs(end);
  return Math.ceil(ms / unitMs) < Math.ceil((ms + stepMs) / unitMs);
}
