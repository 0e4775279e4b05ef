/** How far long work is, how fast it goes and how long it still takes: the same words on screens and in the terminal. */
import type { SaidProgress } from './contract/contract.ts';

export interface TaskProgress extends SaidProgress {
  /** How long this phase has been going on. */
  readonly elapsedMs: number;
}

export interface TimedProgress {
  readonly since: number;
  readonly progress: TaskProgress;
}

/** What is said now, with the time since its phase began. In: `before`, what the word before made; null at first. */
export function timedProgress(before: TimedProgress | null, said: SaidProgress, now: number): TimedProgress {
  const since = before?.progress.phase === said.phase ? before.since : now;
  return { since, progress: { ...said, elapsedMs: now - since } };
}

/** What `done` and `total` count: things that have a name, bytes, or parts of the whole. */
export type ProgressUnit = string | undefined;

/** 0 to 1; null while the end is not known. */
export function shareOf(progress: TaskProgress | null): number | null {
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(1, progress.done / progress.total);
}

/** All that is known beside the phase, each a part of its own: "120,000 rows", "15,000 rows a second", … */
export function progressAsides(progress: TaskProgress, unit?: ProgressUnit): readonly string[] {
  return [doneWords(progress, unit), rateWords(progress, unit), timeLeft(progress)].filter(
    (aside) => aside !== null,
  );
}

/** "6,500 of 100,000 rows" or "12.5 of 75.0 MB" where the core counts things that have a name, else "6%". */
export function doneWords(progress: TaskProgress, unit: ProgressUnit): string | null {
  if (progress.rows !== undefined) return rowsWords(progress.rows);
  const share = shareOf(progress);
  if (share === null || progress.total === null) return null;
  if (unit === 'bytes') return `${megabytes(progress.done)} of ${megabytes(progress.total)} MB`;
  if (unit === undefined) return `${Math.floor(share * 100)}%`;
  return `${countWords(progress.done)} of ${countWords(progress.total)} ${unit}`;
}

/** "8.1 MB a second", "52,000 rows a second", once two seconds have shown how fast it goes. */
export function rateWords({ done, rows, elapsedMs }: TaskProgress, unit: ProgressUnit): string | null {
  if (elapsedMs < saidAfterMs || done === 0) return null;
  const perSecond = (count: number): number => (count * 1000) / elapsedMs;
  if (rows !== undefined) return `${rowsWords(roughly(perSecond(rows)))} a second`;
  if (unit === undefined) return null;
  if (unit === 'bytes') return `${megabytes(perSecond(done))} MB a second`;
  return `${countWords(Math.round(perSecond(done)))} ${unit} a second`;
}

function rowsWords(rows: number): string {
  return `${countWords(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Two digits: a rate that changes with every look has no more. */
function roughly(rate: number): number {
  return Number(rate.toPrecision(2));
}

function countWords(count: number): string {
  return count.toLocaleString('en-US');
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

const saidAfterMs = 2000;

/** "about 40 seconds left", once two seconds have shown how fast it goes; null before, and near the end. */
export function timeLeft(progress: TaskProgress): string | null {
  const share = shareOf(progress);
  if (share === null || share === 0 || progress.elapsedMs < saidAfterMs) return null;
  const seconds = (progress.elapsedMs * (1 - share)) / share / 1000;
  if (seconds < 2) return null;
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  return `about ${Math.ceil(seconds / 60)} minutes left`;
}
