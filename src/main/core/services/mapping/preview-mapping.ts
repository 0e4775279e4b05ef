import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { parseTimeZone, timeZoneText, utc } from '../../../../shared/time/time-zone.ts';
import { decimalMarkOf } from '../../../importers/decimal-mark-of.ts';
import { dateOrderOf } from '../../../importers/date-order-of.ts';
import type { Detection, Importer, ReadContext, Row, Sink } from '../../../importers/importer.ts';
import { ignoreWords } from '../../../importers/ignore-rules.ts';
import { importerOfProfile } from '../../../importers/mapping/mapped-importer.ts';
import { profileProblems, type ProfileProblem } from '../../../importers/mapping/profile-problems.ts';
import { openExport } from '../../../importers/read-export.ts';
import { withoutRowsInDoubt } from '../../../importers/tickers/rows-in-doubt.ts';
import { tickerBook } from '../../../importers/tickers/ticker-book.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { eventWords } from '../imports/event-words.ts';
import { Pacer } from '../imports/pacer.ts';
import { tickerNamesIn } from '../tickers/ticker-names.ts';
import { shownProblem } from './suggest-mapping.ts';

type Answer = CallAnswer<'mapping.preview'>;
type ShownRow = Answer['rows'][number];

const sliceBytes = 128 * 1024;

/** Errors: `import/upload-unknown`, `ledger/locked`. What keeps the file from being read is part of the answer. */
export const previewMapping: Handler<'mapping.preview'> = async ({ upload: id, profile }, context) => {
  const upload = context.session.uploads.whole(id);
  if (!upload.ok) return upload;
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const importer = importerOfProfile(profile);
  const opened = openExport(upload.value.file, upload.value.bytes, importer.id, undefined, [importer]);
  if (!opened.ok) {
    const unread = { failure: opened.failure, field: 'header' };
    return ok({ ...unreadable([...profileProblems(profile), unread]), ...writingSaid(profile) });
  }
  const { detection, guess, file } = opened.value;
  const order = hasTime(profile)
    ? await inSlices(dateOrderOf(opened.value, undefined, sliceBytes), context)
    : ok(noOrder);
  const decimals = await inSlices(decimalMarkOf(opened.value, undefined, sliceBytes), context);
  const problems = [
    ...profileProblems(profile),
    ...(order.ok ? [] : [{ failure: order.failure, field: 'dateOrder' }]),
    ...(decimals.ok ? [] : [{ failure: decimals.failure, field: 'decimalMark' }]),
  ];
  const { zone, from } = detection.zone;
  const written = {
    timeZone: timeZoneText(zone),
    timeZoneFrom: from,
    decimalMark: decimals.ok ? decimals.value.mark : '.',
    dateOrder: (order.ok ? order.value.dateOrder : null) ?? null,
  };
  if (!order.ok || !decimals.ok || problems.length > 0) return ok({ ...unreadable(problems), ...written });
  const tickers = tickerBook(importer.exchange, tickerNamesIn(facts.value.settings));
  const { account } = importer;
  const now = context.now > context.clock ? context.now : context.clock;
  const reading = { file, account, zone, decimalMark: decimals.value.mark, tickers, now, ...order.value };
  const rows = shownRows(importer, detection, reading, guess.head.rows.slice(detection.headerIndex + 1));
  return ok({
    problems: [],
    rows,
    events: rows.filter(({ kind }) => kind !== null).length,
    ignored: rows.filter(({ kind, problems: wrong }) => kind === null && wrong.length === 0).length,
    bad: rows.filter(({ problems: wrong }) => wrong.some(({ severity }) => severity === 'error')).length,
    ...written,
  });
};

const noOrder: Pick<ReadContext, 'dateOrder'> = {};

type Writing = Pick<Answer, 'timeZone' | 'timeZoneFrom' | 'decimalMark' | 'dateOrder'>;

/** What was chosen is shown, even where the file cannot be opened. */
function writingSaid({ timeZone, decimalMark = '.', dateOrder }: MappingProfile): Writing {
  const zone = timeZone === undefined ? undefined : parseTimeZone(timeZone);
  return {
    timeZone: timeZoneText(zone ?? utc),
    timeZoneFrom: zone === undefined ? 'assumed' : 'given',
    decimalMark,
    dateOrder: dateOrder ?? null,
  };
}

/** Whether dates can be looked at, whatever else is missing. */
function hasTime({ columns, header }: MappingProfile): boolean {
  return columns.time !== undefined && header.includes(columns.time);
}

function unreadable(problems: readonly ProfileProblem[]): Omit<Answer, keyof Writing> {
  const shown = problems.map((problem) => shownProblem(problem));
  return { problems: shown, rows: [], events: 0, ignored: 0, bad: 0 };
}

/** Looks at every row of the file, as the import will. */
async function inSlices<T>(steps: Generator<number, T>, { signal }: CallContext): Promise<T> {
  const pacer = new Pacer(signal);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pacer.pause();
  return step.value;
}

function shownRows(
  importer: Importer,
  detection: Detection,
  reading: ReadContext,
  rows: readonly Row[],
): ShownRow[] {
  const shown = new Map<number, ShownRow>();
  const at = (line: number, raw: string): ShownRow => {
    const known = shown.get(line) ?? { line, raw, time: null, kind: null, words: '', problems: [] };
    shown.set(line, known);
    return known;
  };
  const sink: Sink = {
    event: (_, draft) =>
      void Object.assign(at(draft.line, draft.raw), {
        time: toIso(draft.time),
        kind: draft.kind,
        words: eventWords(draft),
      }),
    ignored: (rule, line, raw) =>
      void Object.assign(at(line, raw), { words: `Left out: ${ignoreWords[rule]}` }),
    problem: ({ severity, failure: { message, fix }, line, raw }) =>
      void at(line, raw).problems.push({ severity, message, fix }),
    price: () => {},
    observation: () => {},
    account: () => {},
  };
  const reader = importer.open(detection, reading, withoutRowsInDoubt(sink, reading.tickers, reading.file));
  for (const { cells, line, raw } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    reader.row(cells, line, raw);
  }
  reader.end();
  return [...shown.values()];
}
