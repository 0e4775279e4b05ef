import type { TaskProgress } from '../rpc/use-task.ts';
import { formatCount } from './number-format.ts';

/** 0 to 1; null while the end is not known. */
export function shareOf(progress: TaskProgress | null): number | null {
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(1, progress.done / progress.total);
}

/** "6,500 of 100,000 rows" or "12.5 of 75.0 MB" where the core counts things that have a name, else "6%". */
export function doneWords(progress: TaskProgress, unit: string | undefined): string | null {
  const share = shareOf(progress);
  if (share === null || progress.total === null) return null;
  if (unit === 'bytes') return `${megabytes(progress.done)} of ${megabytes(progress.total)} MB`;
  if (unit === undefined) return `${Math.floor(share * 100)}%`;
  return `${formatCount(progress.done)} of ${formatCount(progress.total)} ${unit}`;
}

/** "8.1 MB a second", "52,000 rows a second", once two seconds have shown how fast it goes. */
export function rateWords({ done, elapsedMs }: TaskProgress, unit: string | undefined): string | null {
  if (unit === undefined || done === 0 || elapsedMs < saidAfterMs) return null;
  const perSecond = (done * 1000) / elapsedMs;
  if (unit === 'bytes') return `${megabytes(perSecond)} MB a second`;
  return `${formatCount(Math.round(perSecond))} ${unit} a second`;
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
