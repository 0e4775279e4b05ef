import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { REPORT_FORMATS, REPORT_KINDS } from '../../../shared/domain/report-kind.ts';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import {
  reportOf,
  textOption,
  wrongUsage,
  type Calls,
  type Report,
  type Verb,
  type VerbContext,
} from '../verb.ts';

type List = CallAnswer<'reports.list'>;
type Made = CallAnswer<'reports.make'>;
type Asked = CallInput<'reports.make'>;

export const report: Verb = {
  summary:
    'forms and documents as files: Form 8949, Schedule D, Form 6781, worksheets, the memo for an accountant',
  usage: '[KIND [--year YEAR] [--format csv|json|pdf] --out FILE|FOLDER/|-]',
  example: 'report form-8949 --year 2025 --format pdf --out form-8949-2025.pdf',
  options: {
    year: { type: 'string', help: 'the tax year; papers of the whole ledger take none' },
    format: { type: 'string', help: 'csv, json or pdf (default: by the ending of --out, else csv)' },
    out: { type: 'string', help: 'the file to write; a folder (ending in /) for a file each; - for stdout' },
    force: { type: 'boolean', help: 'overwrite files that are there' },
    bom: { type: 'boolean', help: 'CSV: begin with a byte order mark, so that Excel reads UTF-8' },
  },
  run: async (context) => {
    const [kind, stray] = context.positionals;
    if (stray !== undefined) return wrongUsage(stray, 'one kind is enough');
    if (kind === undefined) return await reportOf(await context.openLedger(), 'reports.list', {}, listText);
    const asked = askedOf(kind, context);
    if (!asked.ok) return asked;
    const calls = await context.openLedger();
    return calls.ok
      ? await made(asked.value, textOption(context, 'out') ?? '-', calls.value, context)
      : calls;
  },
};

function askedOf(given: string, context: VerbContext): Result<Asked> {
  const kind = [...REPORT_KINDS, 'package' as const].find((known) => known === given);
  if (kind === undefined) return wrongUsage('kind', `expected one of ${REPORT_KINDS.join(', ')}, package`);
  const year = textOption(context, 'year');
  if (year !== undefined && !/^\d{4}$/u.test(year)) return wrongUsage('year', 'expected a year such as 2025');
  const out = textOption(context, 'out');
  const format = formatOf(textOption(context, 'format'), out);
  if (format === undefined) return wrongUsage('format', `expected one of ${REPORT_FORMATS.join(', ')}`);
  if (out === undefined && (kind === 'package' || format === 'pdf'))
    return wrongUsage('out', 'say where it goes: --out FILE, or a folder for a package');
  if (kind === 'package' && !isFolder(out ?? ''))
    return wrongUsage('out', 'a package is a folder of files: --out FOLDER/');
  return ok({
    kind,
    format,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(context.options['bom'] === true ? { byteOrderMark: true } : {}),
  });
}

function formatOf(given: string | undefined, out: string | undefined): Asked['format'] | undefined {
  const name = given ?? /\.(csv|json|pdf)$/u.exec(out ?? '')?.[1] ?? 'csv';
  return REPORT_FORMATS.find((known) => known === name);
}

function isFolder(out: string): boolean {
  return out.endsWith('/') || out.endsWith('\\');
}

async function made(asked: Asked, out: string, calls: Calls, context: VerbContext): Promise<Result<Report>> {
  const targets = isFolder(out) ? null : out;
  if (targets !== null && targets !== '-' && existsSync(targets) && context.options['force'] !== true)
    return taken(targets);
  const answer = await calls.call('reports.make', asked);
  if (!answer.ok) return answer;
  for (const note of answer.value.notes) context.terminal.say(note);
  if (out === '-')
    return ok({ document: answer.value, text: () => joined(answer.value).toString('utf8').trimEnd() });
  return targets === null ? await inFolder(answer.value, out, context) : await inFile(answer.value, targets);
}

function taken(file: string): Result<never> {
  return wrongUsage('out', `${file} is there already; --force overwrites it. Nothing was written`);
}

/** The sections of a paper one after the other, an empty line between. */
function joined({ files }: Made): Buffer {
  const parts = files.map(({ encoding, content }) =>
    Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
  );
  return Buffer.concat(parts.flatMap((part, place) => (place === 0 ? [part] : [Buffer.from('\r\n'), part])));
}

async function inFile(answer: Made, file: string): Promise<Result<Report>> {
  const written = await write(file, joined(answer));
  return written.ok ? ok(writtenReport([resolve(file)], answer)) : written;
}

async function inFolder(answer: Made, folder: string, context: VerbContext): Promise<Result<Report>> {
  const files = answer.files.map((file) => ({ file, path: join(folder, file.name) }));
  const there = files.find(({ path }) => existsSync(path));
  if (there !== undefined && context.options['force'] !== true) return taken(there.path);
  for (const { file, path } of files) {
    const written = await write(
      path,
      Buffer.from(file.content, file.encoding === 'base64' ? 'base64' : 'utf8'),
    );
    if (!written.ok) return written;
  }
  return ok(
    writtenReport(
      files.map(({ path }) => resolve(path)),
      answer,
    ),
  );
}

async function write(path: string, bytes: Buffer): Promise<Result<void>> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return ok(undefined);
  } catch {
    return fail(
      'call/invalid-input',
      { field: 'out', reason: `${path} cannot be written` },
      { field: 'out' },
    );
  }
}

function writtenReport(paths: readonly string[], { notes }: Made): Report {
  return {
    document: { files: paths, notes },
    text: () => [`Wrote ${countOf(paths.length, 'file')}:`, ...paths.map((path) => `  ${path}`)].join('\n'),
  };
}

function listText({ asOf, years, kinds, brokerForms }: List): string {
  const missing = kinds.flatMap(({ kind, missing: found }) => found.map((one) => ({ kind, ...one })));
  return [
    `Papers that can be made, as of ${asOf}`,
    table(
      kinds,
      [
        { title: 'Kind', cell: (row) => row.kind },
        { title: 'Years', cell: (row) => (row.perYear ? yearsText(row.years) : 'whole ledger') },
        { title: 'What it is', cell: (row) => row.title },
      ],
      'None.',
    ),
    `"package" makes all papers of a year. Years with anything in them: ${yearsText(years)}.`,
    ...missing.map(({ kind, year, text, fix }) =>
      paragraph(`- ${kind} of ${year ?? 'any year'}: ${text} ${fix}`, 2),
    ),
    'Boxes of Form 8949 by account ("report broker" sets one)',
    table(
      brokerForms.flatMap(({ year, accounts }) => accounts.map((account) => ({ year, ...account }))),
      [
        { title: 'Year', cell: (row) => String(row.year) },
        { title: 'Account', cell: (row) => row.account },
        { title: 'Form', cell: (row) => row.form },
        { title: 'Why', cell: (row) => row.why },
      ],
      'No sales yet.',
    ),
  ].join('\n\n');
}

function yearsText(years: readonly number[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '-';
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${first} to ${last}` : years.join(', ');
}
