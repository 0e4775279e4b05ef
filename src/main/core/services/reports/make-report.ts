import type { ReportKind } from '../../../../shared/domain/report-kind.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { kindWords } from '../../../reports/report-kinds.ts';
import type { Handler } from '../../call-context.ts';
import { paperOf } from './document-of.ts';
import { KINDS } from './possible.ts';
import { reportFiles } from './report-files.ts';
import type { ReportFile } from './report-files.ts';

/** A paper's files, or all papers of a year. Errors: those of `paperOf`. */
export const makeReport: Handler<'reports.make'> = async (asked, context) => {
  const { kind, year, format, byteOrderMark = false } = asked;
  if (kind === 'package') return await makePackage(asked, context);
  const paper = await paperOf(kind, year, context);
  return paper.ok ? ok(copied(await reportFiles(paper.value, format, byteOrderMark, context))) : paper;
};

const makePackage: Handler<'reports.make'> = async ({ year, format, byteOrderMark = false }, context) => {
  if (year === undefined)
    return fail(
      'call/invalid-input',
      { field: 'year', reason: 'a package is of one year: say which' },
      { field: 'year' },
    );
  const files: ReportFile[] = [];
  const notes: string[] = [];
  for (const [done, kind] of KINDS.entries()) {
    context.progress('Making papers', done, KINDS.length);
    context.signal.throwIfAborted();
    const paper = await paperOf(kind, year, context);
    if (!paper.ok) {
      if (paper.failure.code !== 'reports/not-possible') return paper;
      notes.push(`${leftOut(kind)} ${paper.failure.message} ${paper.failure.fix}`);
      continue;
    }
    const made = await reportFiles(paper.value, format, byteOrderMark, context);
    files.push(...made.files.map((file) => ({ ...file, name: `tax-papers-${year}/${file.name}` })));
    notes.push(...made.notes);
  }
  return ok({ files, notes });
};

function leftOut(kind: ReportKind): string {
  return `${kindWords[kind].title} is not in the package:`;
}

function copied({
  files,
  notes,
}: {
  readonly files: readonly ReportFile[];
  readonly notes: readonly string[];
}): {
  files: ReportFile[];
  notes: string[];
} {
  return { files: [...files], notes: [...notes] };
}
