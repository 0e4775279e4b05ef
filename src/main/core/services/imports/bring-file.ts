/** A file's rows → the running import. Nothing of them stays unless that is committed. */
import { createHash } from 'node:crypto';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { failure, ok, type Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { type Instant, toIso } from '../../../../shared/time/instant.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { RowProblem } from '../../../importers/importer.ts';
import { type ReadOutcome, readRows } from '../../../importers/read-export.ts';
import type { ImportTransaction } from '../../../ledger/import-transaction.ts';
import type { CallContext } from '../../call-context.ts';
import { canonicalLines, type LineCounts } from './line-book.ts';
import { tickerNamesIn } from '../tickers/ticker-names.ts';
import { ArrivingFile } from './arriving-file.ts';
import type { ArrivingPrice } from './arriving-rows.ts';
import { pricesInCurrency } from './market-prices.ts';
import { zoneMatters } from './zone-matters.ts';
import { checkOverlap } from './check-overlap.ts';
import type { OpenedUpload } from './open-upload.ts';
import type { Pacer } from './pacer.ts';

/** All that one file turned out to say, and what became of it. */
export interface BroughtFile {
  readonly file: ArrivingFile;
  /** Rows below the header. */
  readonly rows: number;
  readonly lines: LineCounts;
  /** Rows that equal an earlier one of the file. */
  readonly identicalKept: number;
  readonly decimals: ReadOutcome['decimals'];
}

/** What the files of one import share. */
export interface Import {
  readonly transaction: ImportTransaction;
  readonly pacer: Pacer;
}

/**
 * Errors: those of `readRows`, and the ledger's; what is wrong with rows is told in the file's problems. Throws when the
 * call is cancelled.
 */
export async function bringFile(
  of: OpenedUpload,
  to: Import,
  context: CallContext,
): Promise<Result<BroughtFile>> {
  const fileHash = await hashOf(of.upload.bytes, to.pacer);
  const arriving = new ArrivingFile(of, to.transaction, fileHash, context.clock);
  const started = arriving.start();
  if (!started.ok) return started;
  const read = await readInto(arriving, to, context);
  if (!read.ok) return read;
  const { rows, lines: total, decimals } = read.value;
  const { problems, lines } = arriving.found;
  const { file } = of.upload;
  if (rows === 0) problems.addOfFile(failure('import/no-rows', { file }, { file }));
  const checked = await checkOverlap(arriving, read.value, to);
  if (!checked.ok) return checked;
  const { zone } = of.zone;
  const isOpen = of.zone.from === 'assumed' && arriving.report.added > 0;
  if (isOpen && zoneMatters(of))
    problems.addOfFile(failure('import/zone-assumed', { file, zone: timeZoneText(zone) }, { file }));
  const prices = await bringPrices(arriving, to, context);
  if (!prices.ok) return prices;
  const counts = lines.counts(total);
  const noted = to.transaction.noteLines(canonicalLines(counts), {
    skipped: problems.badRows,
    already: arriving.report.already,
  });
  if (!noted.ok) return noted;
  const identicalKept = to.transaction.identicalRows();
  return ok({ file: arriving, rows, lines: counts, identicalKept, decimals });
}

/** About ten milliseconds of reading and storing: what others wait for between slices. */
const sliceBytes = 32 * 1024;

async function readInto(
  arriving: ArrivingFile,
  { pacer }: Import,
  context: CallContext,
): Promise<Result<ReadOutcome>> {
  const { opened, account, zone, choice } = arriving.of;
  const settings = (await context.session.ledger?.read.settings()) ?? new Map<string, string>();
  const steps = readRows(
    opened,
    {
      account,
      zone: zone.zone,
      now: presentOf(context),
      tickerNames: tickerNamesIn(settings),
      ...(choice.dateOrder !== undefined && { dateOrder: choice.dateOrder }),
      ...(choice.decimalMark !== undefined && { decimalMark: choice.decimalMark }),
    },
    arriving.found,
    sliceBytes,
    arriving.found.lines,
  );
  for (let step = steps.next(); ; step = steps.next()) {
    const stored = arriving.storeSlice();
    if (!stored.ok) return stored;
    if (step.done === true) {
      const ended = arriving.end();
      return step.value.ok && !ended.ok ? ended : step.value;
    }
    const { rows } = arriving.found.lines;
    context.progress(`Reading ${opened.file}`, step.value, opened.bytes.length, rows);
    await pacer.pause();
  }
}

/** Rows may be as late as the clock, or as the day that a sample ledger calls today. */
function presentOf({ now, clock }: CallContext): Instant {
  return now > clock ? now : clock;
}

async function bringPrices(
  { found, of, report }: ArrivingFile,
  { transaction, pacer }: Import,
  context: CallContext,
): Promise<Result<void>> {
  const { ledger } = context.session;
  if (found.prices.length === 0 || ledger === null) return ok(undefined);
  const kept = pricesInCurrency(found.prices, await currencyOf(context), of.opened.file, found.problems);
  const keptOnes = new Set(kept);
  for (const [at, price] of found.prices.entries()) {
    if (at % 1000 === 0) await pacer.pause();
    if (!keptOnes.has(price)) {
      found.lines.ignored('other-money', price.line);
      continue;
    }
    const stored = transaction.storePrices([price.mark]);
    if (!stored.ok) return stored;
    const [{ isNew, other } = { isNew: false, other: null }] = stored.value;
    if (isNew) found.lines.imported(price.line);
    else found.lines.already(price.line);
    if (isNew && other !== null) found.problem(differs(price, other));
    report.price(price, isNew);
  }
  return ok(undefined);
}

/** Two prices for one time: both are kept, one counts, and that is said. */
function differs({ mark, line, raw }: ArrivingPrice, other: PriceMark): RowProblem {
  const told = failure('import/price-differs', {
    of: mark.of,
    time: toIso(mark.time),
    price: toText(mark.price),
    other: toText(other.price),
    source: other.source,
  });
  return { severity: 'warning', failure: told, cause: told.code, line, raw };
}

async function currencyOf({ session }: CallContext): Promise<AssetId> {
  const profile = (await session.ledger?.read.profile()) ?? null;
  return profile?.currency ?? assetId('USD');
}

const hashedAtOnce = 4 * 1024 * 1024;

/** SHA-256, hex. */
async function hashOf(bytes: Uint8Array, pacer: Pacer): Promise<string> {
  const digest = createHash('sha256');
  for (let at = 0; at < bytes.length; at += hashedAtOnce) {
    digest.update(bytes.subarray(at, at + hashedAtOnce));
    await pacer.pause();
  }
  return digest.digest('hex');
}
