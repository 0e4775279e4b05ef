/** What earlier years left, as the tax details' form has it: years before the first, and losses that waited then. Pure. */
import { readEntry } from '../../ui/decimal-entry.ts';
import type { Profile } from './profile-draft.ts';

export interface HistoryDraft {
  readonly year: number;
  readonly section1256Gain: string;
  readonly capitalGainNetIncome: string;
}

export interface WaitingDraft {
  /** Tells the rows of the form apart. */
  readonly key: string;
  readonly year: string;
  readonly amount: string;
  readonly character: Profile['waiting'][number]['character'];
  readonly position: string;
  readonly lots: readonly string[];
}

/** A carryback reaches so many years. */
const yearsBack = 3;
const firstHistoryYear = 2006;
const firstStraddleYear = 1982;

/** The three years before the first, oldest first, with what was typed of them. */
export function historyRows(typed: readonly HistoryDraft[], firstYear: number): readonly HistoryDraft[] {
  return Array.from({ length: yearsBack }, (_, index) => firstYear - yearsBack + index)
    .filter((year) => year >= firstHistoryYear)
    .map(
      (year) =>
        typed.find((row) => row.year === year) ?? { year, section1256Gain: '', capitalGainNetIncome: '' },
    );
}

export function withHistory(typed: readonly HistoryDraft[], row: HistoryDraft): readonly HistoryDraft[] {
  return [...typed.filter(({ year }) => year !== row.year), row];
}

/** One more row, its key none of the others'. */
export function addWaiting(waiting: readonly WaitingDraft[], firstYear: number): readonly WaitingDraft[] {
  const key = String(1 + Math.max(0, ...waiting.map((row) => Number(row.key))));
  const year = String(firstYear - 1);
  return [...waiting, { key, year, amount: '', character: 'short', position: '', lots: [] }];
}

export function waitingDrafts(waiting: Profile['waiting']): readonly WaitingDraft[] {
  return waiting.map((loss, index) => ({ ...loss, key: String(index + 1), year: String(loss.year) }));
}

interface Checked<Value> {
  readonly value: Value;
  /** "history 2024 section1256Gain", "waiting 1 amount". */
  readonly errors: Readonly<Record<string, string>>;
}

/** Only rows in which something stands; a year that became a profile year is none before the first any more. */
export function checkHistory(typed: readonly HistoryDraft[], firstYear: number): Checked<Profile['history']> {
  const errors: Record<string, string> = {};
  const value = historyRows(typed, firstYear).flatMap((row) => {
    if (row.section1256Gain.trim() === '' && row.capitalGainNetIncome.trim() === '') return [];
    const amount = (field: 'section1256Gain' | 'capitalGainNetIncome'): string => {
      const entry = readEntry(row[field], { negative: true });
      if (entry.ok) return entry.value;
      if (entry.error !== null) errors[`history ${row.year} ${field}`] = entry.error;
      return '0';
    };
    return [
      {
        year: row.year,
        section1256Gain: amount('section1256Gain'),
        capitalGainNetIncome: amount('capitalGainNetIncome'),
      },
    ];
  });
  return { value, errors };
}

export function checkWaiting(
  waiting: readonly WaitingDraft[],
  firstYear: number,
): Checked<Profile['waiting']> {
  const errors: Record<string, string> = {};
  const value = waiting.map(({ key, year, amount, character, position, lots }) => {
    const entry = readEntry(amount, { zero: false });
    if (!entry.ok) errors[`waiting ${key} amount`] = entry.error ?? 'Give the amount that waits';
    if (!/^\d{4}$/u.test(year) || Number(year) < firstStraddleYear || Number(year) >= firstYear)
      errors[`waiting ${key} year`] = `A year before ${firstYear}`;
    if (position.trim() === '') errors[`waiting ${key} position`] = 'Say what it was: short BTC futures';
    return {
      year: Number(year),
      amount: entry.ok ? entry.value : '0',
      character,
      position: position.trim(),
      lots: [...lots],
    };
  });
  return { value, errors };
}
