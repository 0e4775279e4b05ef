/**
 * What a file has to do with others of its format that are in the ledger: rows that both state must have been read alike,
 * and rows that are new must not be old ones in another writing. What is certain to be wrong is refused with what to do;
 * what may be wrong is told.
 */
import { hash } from 'node:crypto';
import { failure, fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { ReadOutcome } from '../../../importers/read-export.ts';
import type { ImportTransaction } from '../../../ledger/import-transaction.ts';
import type { OtherFile, Overlap, OverlappingRow, Reading, RowOfOther } from '../../../ledger/overlap.ts';
import type { ArrivingFile } from './arriving-file.ts';
import type { Pacer } from './pacer.ts';
import { warnOfSameIds } from './same-ids.ts';
import { isSavedAnew } from './saved-anew.ts';
import { zoneMatters } from './zone-matters.ts';

/**
 * Errors: `import/file-read-otherwise`, `import/overlap-read-otherwise`, `import/read-by-earlier-version`,
 * `import/looks-saved-anew`. Warnings: `import/mapping-changed`, `import/read-by-earlier-version`,
 * and those of `warnOfSameIds`.
 */
export async function checkOverlap(
  arriving: ArrivingFile,
  read: ReadOutcome,
  { transaction, pacer }: { readonly transaction: ImportTransaction; readonly pacer: Pacer },
): Promise<Result<void>> {
  const reading = readingOf(arriving, read);
  const noted = transaction.noteReading(reading);
  if (!noted.ok) return noted;
  const overlap = transaction.overlap();
  if (!overlap.ok) return overlap;
  const alike = readAlike(arriving, reading, overlap.value.others);
  if (!alike.ok) return alike;
  const old = readByOlder(arriving, overlap.value);
  if (!old.ok || arriving.of.choice.asOtherRows === true) return old;
  const { rows } = overlap.value;
  await warnOfSameIds(arriving, rows, { transaction, pacer });
  if (rows.length < fewestTwins) return ok(undefined);
  const found: RowOfOther[] = [];
  for (const some of transaction.rowsInMinutes(rows.map(({ minute }) => minute))) {
    found.push(...some);
    await pacer.pause();
  }
  return notSavedAnew(arriving, rows, found);
}

function readingOf({ of }: ArrivingFile, { dateOrder, decimals }: ReadOutcome): Reading {
  const { state } = of.opened.importer;
  return {
    dateOrder,
    decimalMark: decimals.mark,
    isMarkGiven: decimals.from === 'given',
    mapping: state === undefined ? null : hash('sha256', state).slice(0, 16),
  };
}

const orderWords: Readonly<Record<string, string>> = {
  'year-first': 'the year first in its dates',
  'day-first': 'the day first in its dates',
  'month-first': 'the month first in its dates',
};

/** Rows are known by their text: those of two files that are read otherwise would be wrong in one of them. */
function readAlike(
  { of, found, report }: ArrivingFile,
  reading: Reading,
  others: readonly OtherFile[],
): Result<void> {
  const { file } = of.upload;
  const zone = timeZoneText(of.zone.zone);
  for (const other of others) {
    const { id, file: as } = other;
    const differing = difference(other, reading) ?? (other.isSame ? null : zoneDifference(other, zone));
    const matters = differing !== null && (differing.isZone !== true || zoneMatters(of));
    if (differing !== null && matters) {
      const values = { file, as, id, how: differing.how, wanted: differing.wanted };
      const code = other.isSame ? 'import/file-read-otherwise' : 'import/overlap-read-otherwise';
      return fail(code, values, { file });
    }
    if (other.reading !== null && other.reading.mapping !== reading.mapping) {
      const values = { file, as, id, count: rowsText(report.already) };
      found.problems.addOfFile(failure('import/mapping-changed', values, { file }));
    }
  }
  return ok(undefined);
}

interface Difference {
  readonly how: string;
  readonly wanted: string;
  readonly isZone?: true;
}

function difference({ reading: before }: OtherFile, now: Reading): Difference | null {
  if (before === null) return null;
  const [order, wanted] = [before.dateOrder, now.dateOrder];
  if (order !== null && wanted !== null && order !== wanted)
    return { how: orderWords[order] ?? order, wanted: orderWords[wanted] ?? wanted };
  const [mark, wantedMark] = [before.decimalMark, now.decimalMark];
  // Of a file without decimals nobody knows the mark, and it makes no difference.
  if (mark === wantedMark || !(before.isMarkGiven || now.isMarkGiven)) return null;
  return { how: markWords(mark), wanted: markWords(wantedMark) };
}

function markWords(mark: string | null): string {
  return `${mark === ',' ? 'a comma' : 'a point'} before its decimals`;
}

function zoneDifference({ zone }: OtherFile, now: string): Difference | null {
  if (zone === null || zone === now) return null;
  return { how: `the time zone ${zone}`, wanted: `the time zone ${now}`, isZone: true };
}

/** Earlier programs kept no texts: what they read in another way is not known again. */
function readByOlder({ of, found }: ArrivingFile, { newInOld, others }: Overlap): Result<void> {
  const { file } = of.upload;
  for (const { id, file: as, rows } of newInOld) {
    const values = { file, as, id, count: rowsText(rows) };
    const told = failure('import/read-by-earlier-version', values, { file });
    if (others.some((other) => other.id === id && other.isSame)) return { ok: false, failure: told };
    found.problems.addOfFile(told);
  }
  return ok(undefined);
}

/** Fewer say nothing. */
const fewestTwins = 3;

/** Most of the new rows in times that other files cover are rows of one of them, written otherwise. */
function notSavedAnew(
  { of }: ArrivingFile,
  rows: readonly OverlappingRow[],
  others: readonly RowOfOther[],
): Result<void> {
  const { delimiter } = of.opened.guess;
  const places = Map.groupBy(others, ({ account, minute }) => `${account} ${minute}`);
  const twins = rows.flatMap(({ account, minute, raw }) => {
    const near = places.get(`${account} ${minute}`) ?? [];
    return near.slice(0, 200).find((other) => isSavedAnew(other.raw, raw, delimiter)) ?? [];
  });
  if (twins.length < fewestTwins || twins.length * 2 <= rows.length) return ok(undefined);
  const [best] = [...Map.groupBy(twins, ({ id }) => id).values()].toSorted((a, b) => b.length - a.length);
  const [{ id, file: as } = { id: '', file: '' }] = best ?? [];
  const { file } = of.upload;
  const count = `${twins.length} of ${rowsText(rows.length)} that were compared`;
  return fail('import/looks-saved-anew', { file, as, id, count }, { file });
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`;
}
