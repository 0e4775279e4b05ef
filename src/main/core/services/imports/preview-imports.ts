/** Reads everything, stores nothing: what would arrive, and all that is wrong, at once. */
import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { fail, type Failure, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import type { UploadedFile } from '../../uploads.ts';
import { balanceChanges } from './balance-changes.ts';
import { eventWords } from './event-words.ts';
import { findNewRows, type NewOfFile } from './find-new-rows.ts';
import { fileProblem } from './problem-book.ts';
import { storedRowOf } from './new-event.ts';
import { observationWords } from './observation-words.ts';
import { Pacer } from './pacer.ts';
import { parseFile } from './parse-file.ts';
import type { ParsedFile } from './parsed-file.ts';
import { uploadsOf } from './uploads-of.ts';

type PreviewFile = z.output<typeof previewFile>;

const sampleRows = 50;

/** Errors: `ledger/locked`, `import/upload-unknown`. A file that cannot be read is part of the answer, with its problem. */
export const previewImports: Handler<'imports.preview'> = async ({ files }, context) => {
  const { ledger, uploads: store } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const uploads = uploadsOf(files, store);
  if (!uploads.ok) return uploads;
  const readings: (ParsedFile | Failure)[] = [];
  for (const { upload, choice } of uploads.value) {
    const parsed = await parseFile(upload, choice, context);
    readings.push(parsed.ok ? parsed.value : parsed.failure);
  }
  const parsed = readings.filter(isParsed);
  context.progress('Comparing with the ledger', 0, null);
  const pacer = new Pacer(context.signal);
  const found = await findNewRows(parsed, ledger.read, pacer);
  const foundByFile = new Map(found.map((one) => [one.file, one]));
  const coming = await eventsOf(found, pacer);
  return ok({
    files: readings.flatMap((reading, at) => {
      const upload = uploads.value[at]?.upload;
      if (upload === undefined) return [];
      const fresh = isParsed(reading) ? foundByFile.get(reading) : undefined;
      return [fresh === undefined ? unreadable(upload, reading as Failure) : shownFile(upload, fresh)];
    }),
    balances: await balanceChanges(facts.value.stored, coming, pacer),
  });
};

async function eventsOf(found: readonly NewOfFile[], pacer: Pacer): Promise<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for (const { rows, file } of found) {
    for (const row of rows) {
      events.push(storedRowOf(row, file).event);
      if (events.length % 1000 === 0) await pacer.pause();
    }
  }
  return events;
}

function isParsed(reading: ParsedFile | Failure): reading is ParsedFile {
  return 'opened' in reading;
}

function unreadable({ id, file }: UploadedFile, failure: Failure): PreviewFile {
  return {
    upload: id,
    file,
    format: null,
    formatName: null,
    why: 'Hedgerow cannot read this file.',
    account: null,
    timeZone: null,
    timeZoneFrom: null,
    rows: 0,
    new: 0,
    already: 0,
    identicalKept: 0,
    byKind: [],
    problems: [fileProblem(failure)],
    sampleRows: [],
  };
}

function shownFile(
  { id, file }: UploadedFile,
  { file: parsed, rows, prices, observations, already }: NewOfFile,
): PreviewFile {
  const { opened, account, zone } = parsed;
  const { importer, detection } = opened;
  return {
    upload: id,
    file,
    format: importer.id,
    formatName: importer.name,
    why: detection.why,
    account: importer.accountIsChoice ? account.name : null,
    timeZone: timeZoneText(zone.zone),
    timeZoneFrom: zone.from,
    ...(detection.market !== undefined && { market: detection.market }),
    rows: parsed.rows,
    new: rows.length + prices.length + observations.length,
    already,
    identicalKept: parsed.identicalKept,
    byKind: countByKind(parsed),
    problems: parsed.problems.groups(),
    sampleRows: firstRows(parsed),
  };
}

function countByKind({ events, prices, observations }: ParsedFile): PreviewFile['byKind'] {
  const counts = new Map<string, number>();
  for (const { draft } of events) counts.set(draft.kind, (counts.get(draft.kind) ?? 0) + 1);
  if (prices.length > 0) counts.set('price', prices.length);
  for (const { observation } of observations)
    counts.set(observation.measure, (counts.get(observation.measure) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
}

/** The first rows as the file has them, whatever their time. */
function firstRows(parsed: ParsedFile): PreviewFile['sampleRows'] {
  const { events, prices, observations } = parsed;
  const first = events.toSorted((a, b) => a.draft.line - b.draft.line).slice(0, sampleRows);
  const shown = first.map((row) => {
    const { event, raw } = storedRowOf({ row, occurrence: row.occurrence }, parsed);
    const { time, kind, source } = event;
    return { line: source.line, raw, time: toIso(time), kind: kind as string, words: eventWords(event) };
  });
  const priced = prices.slice(0, sampleRows).map(({ mark, line, raw }) => {
    const words = `Price of ${mark.of}: ${toText(mark.price)}`;
    return { line, raw, time: toIso(mark.time), kind: 'price', words };
  });
  const observed = observations.slice(0, sampleRows).map(({ observation, line, raw }) => {
    const { time, measure } = observation;
    return { line, raw, time: toIso(time), kind: measure as string, words: observationWords(observation) };
  });
  return [...shown, ...priced, ...observed].toSorted((a, b) => a.line - b.line).slice(0, sampleRows);
}
