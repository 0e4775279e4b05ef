import type { RankOf } from '../engine/events/rank/ranked-formats.ts';
import { importers } from '../importers/registry.ts';

const byFormat = new Map(importers.map((importer) => [importer.id, importer]));

/** Which of several formats counts: what importers say of themselves. Whole-ledger formats and typed events have no rank. */
export const rankOf: RankOf = (format, subject) => byFormat.get(format)?.ranks?.[subject] ?? null;

/** Whether values that a format states of its rows are in dollars: all but our own layout, which is in the reporting currency. */
export function statesDollars(format: string): boolean {
  return format !== 'hedgerow-csv' && byFormat.has(format);
}

/** What a format is called; its id where this version does not know it. */
export function formatName(format: string): string {
  return byFormat.get(format)?.name ?? format;
}

/** Whose export a format is. */
export function exchangeOf(format: string): string {
  return byFormat.get(format)?.exchange ?? format;
}
