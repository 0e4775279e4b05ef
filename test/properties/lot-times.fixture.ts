/** When the events of a random ledger happen: at one instant, within a second, on the edges of months and years. */
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';

export interface Story {
  time: number;
  readonly events: CalcEvent[];
  /** Roughly what is held, in units of the eighteenth decimal, by coin and account. */
  readonly held: Map<string, bigint>;
  readonly lots: { readonly id: string; readonly asset: string; readonly units: bigint }[];
}

const DAY = 86_400_000;
const STARTS = [
  Date.UTC(2024, 10, 20, 12),
  Date.UTC(2021, 0, 25),
  Date.UTC(2023, 1, 27, 23, 30),
  Date.UTC(2024, 11, 31, 18),
  Date.UTC(2022, 5, 1),
];

export function begin(start: number): Story {
  return { time: STARTS[start % STARTS.length] ?? 0, events: [], held: new Map(), lots: [] };
}

/** Small numbers stay where they are. */
export function moveOn(story: Story, { gap, extra }: { readonly gap: number; readonly extra: number }): void {
  const at = new Date(story.time);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (gap < 250) return;
  if (gap < 320) story.time += 1 + (extra % 999);
  else if (gap < 520) story.time += 1 + extra * 80_000;
  else if (gap < 760) story.time += (1 + (extra % 45)) * DAY;
  else if (gap < 860) story.time += (60 + (extra % 200)) * DAY;
  // The last instant of a month, the first of the next.
  else if (gap < 910) story.time = Date.UTC(year, month + 1, 1) - 1 + (extra % 2);
  // A year and no day, or a day more: the edge of the holding period; through leap days, too.
  else if (gap < 960) story.time = Date.UTC(year + 1, month, day + (extra % 2)) + (story.time % DAY);
  else story.time = Math.max(story.time, Date.UTC(2025, 0, 1) + ((extra % 5) - 2) * 3_600_000 * (extra % 7));
}

/** As an instant of UTC, with an offset, or a day alone: then it is the day's first instant and comes before its time. */
export function timeText({ time }: Story, { extra }: { readonly extra: number }): string {
  const text = new Date(time).toISOString();
  if (extra % 17 === 16) return text.slice(0, 10);
  if (extra % 13 === 12) return `${new Date(time + 2 * 3_600_000).toISOString().slice(0, -1)}+02:00`;
  return text;
}
