/** What a file is, and what the user decided about it: all that is settled before its first row is read. */
import { type Account, accountSlug } from '../../../../shared/domain/account.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { parseTimeZone, type TimeZone } from '../../../../shared/time/time-zone.ts';
import type { DateOrder } from '../../../importers/cells/date-order.ts';
import type { DecimalMark, Importer, ZoneFact } from '../../../importers/importer.ts';
import { openExport, type OpenedExport } from '../../../importers/read-export.ts';
import type { ZoneFrom } from '../../../ledger/batch.ts';
import { usesZone } from './zone-matters.ts';
import type { UploadedFile } from '../../uploads.ts';

/** What the user may decide about a file. */
export interface FileChoice {
  readonly format?: string | undefined;
  /** A name, or an id. */
  readonly account?: string | undefined;
  /** Not rows of another file that a spreadsheet has saved anew, although they look like that. */
  readonly asOtherRows?: boolean | undefined;
  readonly timeZone?: string | undefined;
  /** What the rows are of, for market files that do not say it. */
  readonly market?: string | undefined;
  /** Of dates such as 01/02/2025, where no row of the file tells. */
  readonly dateOrder?: DateOrder | undefined;
  /** Of numbers such as 1,234, where no cell of the file tells. */
  readonly decimalMark?: DecimalMark | undefined;
}

export interface OpenedUpload {
  readonly upload: UploadedFile;
  readonly choice: FileChoice;
  readonly opened: OpenedExport;
  readonly account: Account;
  /** Of times that carry no zone of their own. */
  readonly zone: { readonly zone: TimeZone; readonly from: ZoneFrom };
}

/**
 * In: `own`, importers of the user's own mappings.
 * Errors: those of `openExport`, `import/unknown-time-zone`, `import/account-not-a-choice`.
 */
export function openUpload(
  upload: UploadedFile,
  choice: FileChoice,
  own: readonly Importer[] = [],
): Result<OpenedUpload> {
  const opened = openExport(upload.file, upload.bytes, choice.format, marketOf(choice), own);
  if (!opened.ok) return opened;
  const account = chosenAccount(opened.value, choice.account);
  if (!account.ok) return account;
  const zone = chosenZone(opened.value, choice.timeZone);
  if (!zone.ok) return zone;
  const of = { choice, opened: opened.value, account: account.value };
  const isUnused = zone.value.from === 'assumed' && !usesZone(of);
  return ok({ upload, ...of, zone: isUnused ? { ...zone.value, from: 'unused' } : zone.value });
}

/** A market as its data is kept: "btc" is the asset BTC, what holds a colon is a venue's. */
function marketOf({ market }: FileChoice): string | undefined {
  const text = market?.trim() ?? '';
  if (text === '') return undefined;
  return text.includes(':') ? text : text.toUpperCase();
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
