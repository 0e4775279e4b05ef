/** What is wrong with files that come in, in the words of the terminal. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/errors/failure.ts';
import { wordsFor } from '../../shared/errors/words-for.ts';
import { countOf, countText } from './numbers.ts';
import { plain } from './table.ts';

type Preview = CallAnswer<'imports.preview'>;
type PreviewFile = Preview['files'][number];
type Problem = PreviewFile['problems'][number];

/** Each cause once, with the lines it stands in, in the order of the lines. */
export function problemLines({ files }: Preview): string[] {
  return files.flatMap(({ file, problems }) =>
    problems.toSorted((a, b) => firstLineOf(a) - firstLineOf(b)).map((problem) => problemText(file, problem)),
  );
}

/**
 * What is said beside a refused import: all problems, without the one that the refusal itself is about.
 * A file that cannot be read at all is refused in the words that its preview has.
 */
export function problemsBeside(preview: Preview, refusal: Failure | null): string[] {
  if (refusal === null) return problemLines(preview);
  const files = preview.files.map((one) => ({
    ...one,
    problems: one.problems.filter(({ message }) => message !== refusal.message),
  }));
  return problemLines({ ...preview, files });
}

/** A refusal for its bad rows, after they were listed: without the words of the first again, and with this program's option. */
export function refusalOf(refusal: Failure, preview: Preview): Failure {
  const readable = preview.files.filter(({ format }) => format !== null).length;
  if (refusal.code !== 'import/bad-rows')
    return readable === 0 ? refusal : withoutUnread(refusal, readable, preview);
  const bad = new Set(
    preview.files.flatMap(({ file, problems }) =>
      problems
        .filter(({ severity }) => severity === 'error')
        .flatMap(({ rows }) => rows.map(({ line }) => `${line} ${file}`)),
    ),
  ).size;
  return {
    ...refusal,
    message: `${countOf(bad, 'row')} cannot be read, as listed above; ${bad === 1 ? 'it' : 'the first'} is here. Nothing was imported.`,
    fix: `Correct the ${bad === 1 ? 'row' : 'rows'}, or add --skip-bad-rows to import without ${bad === 1 ? 'it' : 'them'}.`,
  };
}

/** A refusal for a file that cannot be read, where others can: with this program's option. */
function withoutUnread(refusal: Failure, readable: number, { files }: Preview): Failure {
  const unread = files.filter(({ format }) => format === null);
  const isAboutOne = unread.some(({ problems }) =>
    problems.some(({ message }) => message === refusal.message),
  );
  if (!isAboutOne) return refusal;
  const others = readable === 1 ? 'the other file' : `the other ${countOf(readable, 'file')}`;
  return {
    ...refusal,
    fix: `${refusal.fix} Or add --skip-unknown to import ${others} without ${unread.length === 1 ? 'it' : 'them'}.`,
  };
}

/** Rows come in the order of the file; what concerns a file as a whole comes before them. */
function firstLineOf({ rows }: Problem): number {
  return rows[0]?.line ?? 0;
}

function problemText(file: string, problem: Problem): string {
  const { severity, message, fix, rows, count } = problem;
  const lines = rows.slice(0, 10).map((row) => row.line);
  const more = count > lines.length ? ` and ${countText(count - lines.length)} more` : '';
  const where =
    lines.length === 0
      ? ''
      : `, ${lines.length === 1 && more === '' ? 'line' : 'lines'} ${lines.join(', ')}${more}`;
  return `${plain(file)}${where}: ${severity}: ${plain(message)}\n  ${plain(wordsFor('terminal', fix))}`;
}
