/** Files → uploads → preview → stored, for `import` and `prices import`. */
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { countOf, countText, quantityText } from './numbers.ts';
import { plain, table } from './table.ts';
import { upload } from './upload.ts';
import { textOption, wrongUsage, type Calls, type Report, type VerbContext } from './verb.ts';

type Preview = CallAnswer<'imports.preview'>;
type Files = CallInput<'imports.preview'>['files'];

/** The options that both verbs have. */
export const importOptions = {
  account: { type: 'string', help: 'the account the rows belong to, where the file does not say' },
  'time-zone': { type: 'string', help: 'the zone of times without one, such as UTC or Europe/Berlin' },
  'dry-run': { type: 'boolean', help: 'show what would arrive; store nothing' },
  'skip-bad-rows': { type: 'boolean', help: 'store the good rows of a file that has bad ones' },
} as const;

export async function importNamedFiles(
  context: VerbContext,
  format: string | undefined,
): Promise<Result<Report>> {
  if (context.positionals.length === 0) return wrongUsage('FILE', 'say which file');
  const calls = await context.openLedger();
  if (!calls.ok) return calls;
  const files = await uploadAll(context, calls.value, format);
  if (!files.ok) return files;
  const preview = await calls.value.call('imports.preview', { files: files.value });
  if (!preview.ok) return preview;
  if (context.options['dry-run'] === true)
    return ok({ document: preview.value, text: () => previewText(preview.value) });

  for (const problem of problemLines(preview.value)) context.terminal.say(problem);
  const skipBadRows = context.options['skip-bad-rows'] === true;
  const stored = await calls.value.call('imports.confirm', { files: files.value, skipBadRows });
  return stored.ok ? ok({ document: stored.value, text: () => storedText(stored.value) }) : stored;
}

async function uploadAll(
  context: VerbContext,
  calls: Calls,
  format: string | undefined,
): Promise<Result<Files>> {
  const account = textOption(context, 'account');
  const timeZone = textOption(context, 'time-zone');
  const files: Files = [];
  for (const path of context.positionals) {
    const id = await upload(calls, path);
    if (!id.ok) return id;
    files.push({
      upload: id.value,
      ...(format === undefined ? {} : { format }),
      ...(account === undefined ? {} : { account }),
      ...(timeZone === undefined ? {} : { timeZone }),
    });
  }
  return ok(files);
}

function previewText(preview: Preview): string {
  return [
    'Nothing was stored: this is what would arrive.',
    table(
      preview.files,
      [
        { title: 'File', cell: (row) => row.file },
        { title: 'Format', cell: (row) => row.formatName ?? 'not known' },
        { title: 'Account', cell: (row) => row.account ?? '-' },
        {
          title: 'Time zone',
          cell: (row) => (row.timeZone === null ? '-' : `${row.timeZone} (${row.timeZoneFrom})`),
        },
        { title: 'New', cell: (row) => countText(row.new), right: true },
        { title: 'Already here', cell: (row) => countText(row.already), right: true },
        { title: 'Identical, kept', cell: (row) => countText(row.identicalKept), right: true },
      ],
      'No files.',
    ),
    ...preview.files.map(
      ({ file, byKind }) =>
        `${plain(file)}: ${byKind.map(({ kind, count }) => countOf(count, kind, kind)).join(', ')}`,
    ),
    table(
      preview.balances,
      [
        { title: 'Account', cell: (row) => row.account },
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Before', cell: (row) => quantityText(row.before), right: true },
        { title: 'After', cell: (row) => quantityText(row.after), right: true },
      ],
      'No balance would change.',
    ),
    ...problemLines(preview),
  ].join('\n\n');
}

/** Each cause once, with the lines it stands in. */
function problemLines({ files }: Preview): string[] {
  return files.flatMap(({ file, problems }) =>
    problems.map(({ severity, message, fix, rows, count }) => {
      const lines = rows.slice(0, 10).map((row) => row.line);
      const more = count > lines.length ? ` and ${countText(count - lines.length)} more` : '';
      const where =
        lines.length === 0
          ? ''
          : `, ${lines.length === 1 && more === '' ? 'line' : 'lines'} ${lines.join(', ')}${more}`;
      return `${plain(file)}${where}: ${severity}: ${plain(message)}\n  ${plain(fix)}`;
    }),
  );
}

function storedText({
  batches,
  added,
  already,
  identicalKept,
  skippedRows,
}: CallAnswer<'imports.confirm'>): string {
  const counts = [
    `${countText(added)} new`,
    `${countText(already)} already here`,
    `${countOf(identicalKept, 'identical row')} kept`,
    `${countOf(skippedRows, 'row')} skipped`,
  ].join(' · ');
  const undo = batches.map(({ id, file }) => `  ${plain(file)}: hedgerow imports undo ${id}`);
  return undo.length === 0 ? counts : `${counts}\nTo take it back:\n${undo.join('\n')}`;
}
