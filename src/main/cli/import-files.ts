/** Files → uploads → preview → stored, for `import` and `prices import`. */
import { access, constants } from 'node:fs/promises';
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { EVENT_KINDS } from '../../shared/domain/event.ts';
import { FULL_EXPORT } from '../../shared/domain/full-export.ts';
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { problemLines, problemsBeside, refusalOf } from './import-problems.ts';
import { issuesText } from './issues.ts';
import { linesText } from './lines-text.ts';
import { countOf, countText, quantityText } from './numbers.ts';
import { plain, table } from './table.ts';
import { upload } from './upload.ts';
import { zoneText } from './zone-text.ts';
import { textOption, wrongUsage, type Calls, type Report, type VerbContext } from './verb.ts';

type Preview = CallAnswer<'imports.preview'>;
type Files = CallInput<'imports.preview'>['files'];
type Issues = CallAnswer<'holdings.read'>['issues'];

/** The options that both verbs have. */
export const importOptions = {
  account: { type: 'string', help: 'the account the rows belong to, where the file does not say' },
  'time-zone': { type: 'string', help: 'the zone of times without one, such as UTC or Europe/Berlin' },
  market: {
    type: 'string',
    help: 'what the rows of market data are of, such as binance-um:BTCUSDT, where the file does not say',
  },
  'date-order': {
    type: 'string',
    help: 'day-first or month-first, for dates such as 01/02/2025 where no row of the file tells',
  },
  'decimal-mark': {
    type: 'string',
    help: 'point or comma, for numbers such as 1,234 where no cell of the file tells',
  },
  'as-other-rows': {
    type: 'boolean',
    help: 'take rows in that look like those of another file which a spreadsheet has saved anew',
  },
  'dry-run': { type: 'boolean', help: 'show what would arrive; store nothing' },
  'skip-unknown': {
    type: 'boolean',
    help: 'import the files, or those of an archive, that can be read; leave the others out and say which',
  },
  'skip-bad-rows': { type: 'boolean', help: 'store the good rows of a file that has bad ones' },
} as const;

/** In: `onlyPrices`, whether files with anything else than prices and market data are refused. */
export async function importNamedFiles(
  context: VerbContext,
  format: string | undefined,
  onlyPrices = false,
): Promise<Result<Report>> {
  if (context.positionals.length === 0) return wrongUsage('FILE', 'say which file');
  const calls = await context.openLedger();
  if (!calls.ok) return calls;
  const files = await uploadAll(context, calls.value, format);
  if (!files.ok) return files;
  const preview = await calls.value.call('imports.preview', { files: files.value });
  if (!preview.ok) return preview;
  const other = onlyPrices ? fileWithEvents(preview.value) : undefined;
  if (other !== undefined) return fail('import/not-prices', { file: other }, { file: other });
  if (context.options['dry-run'] === true)
    return ok({ document: preview.value, text: () => previewText(preview.value) });

  const wanted =
    context.options['skip-unknown'] === true ? readable(files.value, preview.value) : files.value;
  return await store(context, calls.value, wanted, preview.value);
}

async function store(
  context: VerbContext,
  calls: Calls,
  files: Files,
  preview: Preview,
): Promise<Result<Report>> {
  // The document for programs is the call's answer alone: they need not wait for what only people read.
  const forPeople = context.options['json'] !== true;
  const before = forPeople ? await issuesIn(calls) : [];
  const skipBadRows = context.options['skip-bad-rows'] === true;
  const stored = await calls.call('imports.confirm', { files, skipBadRows });
  for (const problem of problemsBeside(preview, stored.ok ? null : stored.failure))
    context.terminal.say(problem);
  if (!stored.ok) return { ok: false, failure: refusalOf(stored.failure, preview) };
  const found = forPeople ? newIssues(before, await issuesIn(calls)) : [];
  const leftOut = forPeople ? filesLeftOut(preview, stored.value) : [];
  return ok({
    document: stored.value,
    text: () => [storedText(stored.value, found), ...leftOut].join('\n\n'),
  });
}

const eventKinds: ReadonlySet<string> = new Set(EVENT_KINDS);

/** The first file that brings trades, deposits or the like; a full export brings a whole ledger. */
function fileWithEvents({ files }: Preview): string | undefined {
  return files.find(
    ({ format, byKind }) => format === FULL_EXPORT || byKind.some(({ kind }) => eventKinds.has(kind)),
  )?.file;
}

/** What the report ends with where files were left out: nobody should have to look for it among the problems. */
function filesLeftOut(preview: Preview, { files }: CallAnswer<'imports.confirm'>): readonly string[] {
  const brought = new Set(files.map(({ upload }) => upload));
  const left = preview.files.filter(({ upload, format }) => format === null && !brought.has(upload));
  if (left.length === 0) return [];
  return [
    `Left out, because ${left.length === 1 ? 'it' : 'they'} cannot be read: ${left.map(({ file }) => plain(file)).join(', ')}`,
  ];
}

/** Those that can be read, those of archives by themselves; all where none can: then the import says why. */
function readable(files: Files, preview: Preview): Files {
  // The choices are the same for all files of one command.
  const [choice] = files;
  const known = preview.files.filter(({ format }) => format !== null);
  if (choice === undefined || known.length === 0) return files;
  return known.map(({ upload }) => ({ ...choice, upload }));
}

/** What the ledger has against its own facts; nothing where it cannot say. */
async function issuesIn(calls: Calls): Promise<Issues> {
  const holdings = await calls.call('holdings.read', {});
  return holdings.ok ? holdings.value.issues : [];
}

/** What is wrong after an import and was not before. Amounts may have changed: the same thing of the same event is not new. */
export function newIssues(before: Issues, after: Issues): Issues {
  const key = ({ code, event, asset, account }: Issues[number]): string =>
    JSON.stringify([code, event, asset, account]);
  const known = new Set(before.map(key));
  return after.filter((issue) => issue.severity !== 'note' && !known.has(key(issue)));
}

async function uploadAll(
  context: VerbContext,
  calls: Calls,
  format: string | undefined,
): Promise<Result<Files>> {
  const account = textOption(context, 'account');
  const timeZone = textOption(context, 'time-zone');
  const market = textOption(context, 'market');
  // The contract says which orders there are.
  const dateOrder = textOption(context, 'date-order') as Files[number]['dateOrder'];
  const decimalMark = markOf(textOption(context, 'decimal-mark'));
  if (decimalMark === null) return wrongUsage('--decimal-mark', 'say point or comma');
  const missing = await unreadablePaths(context.positionals);
  if (missing.length > 0)
    return wrongUsage(
      missing.join(', '),
      missing.length === 1 ? 'the file cannot be read' : 'the files cannot be read',
    );
  const files: Files = [];
  for (const path of context.positionals) {
    const id = await upload(calls, path);
    if (!id.ok) return id;
    files.push({
      upload: id.value,
      ...(format === undefined ? {} : { format }),
      ...(account === undefined ? {} : { account }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(market === undefined ? {} : { market }),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(context.options['as-other-rows'] === true ? { asOtherRows: true } : {}),
      ...(decimalMark === undefined ? {} : { decimalMark }),
    });
  }
  return ok(files);
}

/** null where it is neither. */
function markOf(text: string | undefined): Files[number]['decimalMark'] | null {
  if (text === undefined) return undefined;
  if (text === 'point' || text === '.') return '.';
  return text === 'comma' || text === ',' ? ',' : null;
}

/** All that are missing are told of at once. */
async function unreadablePaths(paths: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const path of paths) {
    const isReadable = await access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (!isReadable) missing.push(path);
  }
  return missing;
}

function previewText(preview: Preview): string {
  return [
    'Nothing was stored: this is what would arrive.',
    table(
      preview.files,
      [
        { title: 'File', cell: (row) => row.file },
        { title: 'Format', cell: (row) => row.formatName ?? 'not known' },
        { title: 'Account', cell: (row) => row.account ?? row.market ?? '-' },
        {
          title: 'Time zone',
          cell: (row) => zoneText(row.timeZone, row.timeZoneFrom) ?? '-',
        },
        { title: 'New', cell: (row) => countText(row.new), right: true },
        { title: 'Already here', cell: (row) => countText(row.already), right: true },
        { title: 'Identical, kept', cell: (row) => countText(row.identicalKept), right: true },
      ],
      'No files.',
    ),
    ...preview.files
      .filter(({ format }) => format !== null)
      .map(({ file, byKind, lines }) => {
        const kinds = byKind.map(({ kind, count }) => countOf(count, kind, kind)).join(', ');
        return `${plain(file)}: ${kinds}\n  ${linesText(lines)}`;
      }),
    table(
      preview.balances,
      [
        { title: 'Account', cell: (row) => row.accountName },
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Before', cell: (row) => quantityText(row.before), right: true },
        { title: 'After', cell: (row) => quantityText(row.after), right: true },
      ],
      'No balance would change.',
    ),
    ...problemLines(preview),
  ].join('\n\n');
}

function storedText(
  { batches, files, added, already, identicalKept, skippedRows }: CallAnswer<'imports.confirm'>,
  found: Issues,
): string {
  const counts = [
    `${countText(added)} new`,
    `${countText(already)} already here`,
    `${countOf(identicalKept, 'identical row')} kept`,
    `${countOf(skippedRows, 'row')} skipped`,
  ].join(' · ');
  const undo = batches.map(({ id, file, timeZone, timeZoneFrom }) => {
    const zone = zoneText(timeZone, timeZoneFrom);
    const read = zone === null ? '' : `, times read in ${zone}`;
    return `  ${plain(file)}${read}: hedgerow imports undo ${id}`;
  });
  const lines = files.map((one) => `  ${plain(one.file)}, ${linesText(one.lines)}`);
  const report = [counts, ...lines].join('\n');
  const stored = undo.length === 0 ? report : `${report}\nTo take it back:\n${undo.join('\n')}`;
  return found.length === 0
    ? stored
    : [stored, 'With these rows in the ledger:', ...issuesText(found)].join('\n\n');
}
