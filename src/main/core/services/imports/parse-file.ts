/** An uploaded file, read whole: its events in order and known again, its prices, and all that is wrong with it. */
import { createHash } from 'node:crypto';
import { type Account, accountSlug } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { fail, failure, ok, type Result } from '../../../../shared/errors/failure.ts';
import { epochMs, type Instant } from '../../../../shared/time/instant.ts';
import { parseTimeZone } from '../../../../shared/time/time-zone.ts';
import type { DateOrder } from '../../../importers/cells/date-order.ts';
import type { ZoneFact } from '../../../importers/importer.ts';
import { openExport, type OpenedExport, readRows } from '../../../importers/read-export.ts';
import type { CallContext } from '../../call-context.ts';
import type { UploadedFile } from '../../uploads.ts';
import { CollectedRows } from './collected-rows.ts';
import { withKnownReplaced } from './known-replaced.ts';
import { pricesInCurrency } from './market-prices.ts';
import { tickerNamesIn } from '../tickers/ticker-names.ts';
import { Pacer } from './pacer.ts';
import type { ParsedFile } from './parsed-file.ts';

/** What the user may decide about a file. */
export interface FileChoice {
  readonly format?: string | undefined;
  /** A name, or an id. */
  readonly account?: string | undefined;
  readonly timeZone?: string | undefined;
  /** What the rows are of, for market files that do not say it. */
  readonly market?: string | undefined;
  /** Of dates such as 01/02/2025, where no row of the file tells. */
  readonly dateOrder?: DateOrder | undefined;
}

const dayMs = 86_400_000;

/** The last reading of each upload, so that confirming reads no file that the preview has read; gone with the upload. */
const lastReading = new WeakMap<UploadedFile, { readonly choice: string; readonly parsed: ParsedFile }>();

/**
 * Errors: those of `openExport` and `readRows`, `import/unknown-time-zone`, `import/account-not-a-choice`; what is wrong
 * with rows is part of the answer. Throws when the call is cancelled.
 */
export async function parseFile(
  upload: UploadedFile,
  choice: FileChoice,
  context: CallContext,
): Promise<Result<ParsedFile>> {
  const day = Math.floor(epochMs(presentOf(context)) / dayMs);
  // Which corrections name events that there are depends on the ledger.
  const ledgerHash = context.session.ledger?.hash();
  const choiceKey = JSON.stringify([
    choice.format,
    choice.account,
    choice.timeZone,
    choice.market,
    choice.dateOrder,
    day,
    ledgerHash,
  ]);
  const last = lastReading.get(upload);
  if (last?.choice === choiceKey) return ok(last.parsed);
  const parsed = await readFile(upload, choice, context);
  if (parsed.ok) lastReading.set(upload, { choice: choiceKey, parsed: parsed.value });
  return parsed;
}

/** Rows may be as late as the clock, or as the day that a sample ledger calls today. */
function presentOf({ now, clock }: CallContext): Instant {
  return now > clock ? now : clock;
}

async function readFile(
  upload: UploadedFile,
  choice: FileChoice,
  context: CallContext,
): Promise<Result<ParsedFile>> {
  const opened = openExport(upload.file, upload.bytes, choice.format, marketOf(choice));
  if (!opened.ok) return opened;
  const account = chosenAccount(opened.value, choice.account);
  if (!account.ok) return account;
  const zone = chosenZone(opened.value, choice.timeZone);
  if (!zone.ok) return zone;
  const pacer = new Pacer(context.signal);
  const found = new CollectedRows(opened.value.importer, account.value.id);
  const { bytes, file } = upload;
  const steps = readRows(
    opened.value,
    {
      account: account.value,
      zone: zone.value.zone,
      now: presentOf(context),
      tickerNames: tickerNamesIn((await context.session.ledger?.read.settings()) ?? new Map()),
      ...(choice.dateOrder !== undefined && { dateOrder: choice.dateOrder }),
    },
    found,
  );
  const digest = createHash('sha256');
  let done = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    digest.update(bytes.subarray(done, step.value));
    done = step.value;
    context.progress(`Reading ${file}`, done, opened.value.bytes.length);
    await pacer.pause();
  }
  if (!step.value.ok) return step.value;
  // What was read of a file in JSON is a table made of it: its length is another.
  digest.update(bytes.subarray(done));
  const { rows } = step.value.value;
  if (rows === 0) found.problems.addOfFile(failure('import/no-rows', { file }, { file }));
  const { events: read, identicalKept } = await found.inOrder(pacer);
  const { problems } = found;
  const { ledger } = context.session;
  const prices = pricesInCurrency(found.prices, await currencyOf(context), file, problems);
  const events = ledger === null ? read : await withKnownReplaced(read, ledger.read, problems);
  return ok({
    opened: opened.value,
    account: account.value,
    zone: zone.value,
    fileHash: digest.digest('hex'),
    rows,
    events,
    prices,
    observations: found.observations,
    accounts: accountsOf(opened.value, account.value, found.accounts),
    problems,
    identicalKept,
  });
}

/** A market as its data is kept: "btc" is the asset BTC, what holds a colon is a venue's. */
function marketOf({ market }: FileChoice): string | undefined {
  const text = market?.trim() ?? '';
  if (text === '') return undefined;
  return text.includes(':') ? text : text.toUpperCase();
}

async function currencyOf({ session }: CallContext): Promise<AssetId> {
  const profile = (await session.ledger?.read.profile()) ?? null;
  return profile?.currency ?? assetId('USD');
}

function chosenAccount({ importer, file }: OpenedExport, name: string | undefined): Result<Account> {
  const { account, accountIsChoice } = importer;
  if (name === undefined || name === '' || name === account.id || name === account.name) return ok(account);
  if (!accountIsChoice) return fail('import/account-not-a-choice', { file }, { file });
  return ok({ ...account, id: accountSlug(name), name });
}

function chosenZone({ detection, file }: OpenedExport, text: string | undefined): Result<ZoneFact> {
  if (text === undefined || text === '') return ok(detection.zone);
  const zone = parseTimeZone(text);
  if (zone === undefined) return fail('import/unknown-time-zone', { zone: text }, { file });
  return ok({ zone, from: 'given' });
}

/** A file whose rows name their accounts has its own only where no row names one. */
function accountsOf(
  { importer }: OpenedExport,
  account: Account,
  named: readonly Account[],
): readonly Account[] {
  if (importer.accountIsChoice) return [account];
  return named.length === 0 ? [account] : named;
}
