import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/errors/failure.ts';
import { newIssues } from './import-files.ts';
import { problemsBeside, refusalOf } from './import-problems.ts';

type Preview = CallAnswer<'imports.preview'>;
type Problem = Preview['files'][number]['problems'][number];
type Issue = CallAnswer<'holdings.read'>['issues'][number];

function problem(message: string, ...lines: number[]): Problem {
  const rows = lines.map((line) => ({ line, raw: '' }));
  return { code: 'x', severity: 'error', message, fix: 'Correct the cell.', rows, count: rows.length };
}

function previewOf(...problems: Problem[]): Preview {
  return { files: [{ file: 'trades.csv', format: null, problems }], balances: [] } as unknown as Preview;
}

const badRows = failure(
  'import/bad-rows',
  { rows: '3 rows', file: 'trades.csv', line: 3, first: 'No number.' },
  { file: 'trades.csv', row: 3 },
);

describe('what the terminal says of bad files', () => {
  it('goes by lines, each cause once, and names the option', () => {
    const preview = previewOf(problem('No time.', 5, 9), problem('No number.', 3, 5));
    expect(problemsBeside(preview, badRows)).toEqual([
      'trades.csv, lines 3, 5: error: No number.\n  Correct the cell.',
      'trades.csv, lines 5, 9: error: No time.\n  Correct the cell.',
    ]);
    const { code, message, fix } = refusalOf(badRows, preview);
    expect(code).toBe('import/bad-rows');
    expect(message).toBe('3 rows cannot be read, as listed above; the first is here. Nothing was imported.');
    expect(fix).toBe('Correct the rows, or add --skip-bad-rows to import without them.');
  });

  it('names the option where other files can be read', () => {
    const unknown = failure('import/unknown-format', { file: 'notes.txt', header: 'a, b' });
    const fileOf = (format: string | null, message: string): unknown => ({
      file: `${format}.csv`,
      format,
      problems: [problem(message)],
    });
    const files = [
      fileOf(null, unknown.message),
      fileOf('koinly', 'x'),
      fileOf(null, 'y'),
      fileOf('okx', 'z'),
    ];
    const preview = { files, balances: [] } as unknown as Preview;
    expect(refusalOf(unknown, preview).fix).toMatch(
      /--skip-unknown to import the other 2 files without them\.$/u,
    );
    const other = failure('ledger/locked', {});
    expect(refusalOf(other, preview)).toBe(other);
  });

  it('speaks of one row as of one', () => {
    const { message } = refusalOf(badRows, previewOf(problem('No time.', 5)));
    expect(message).toBe('1 row cannot be read, as listed above; it is here. Nothing was imported.');
  });

  it('says what the refusal says only there', () => {
    const unknown = failure('import/unknown-format', { file: 'trades.csv', header: 'a, b' });
    const preview = previewOf({ ...problem(unknown.message), code: unknown.code, fix: unknown.fix });
    expect(problemsBeside(preview, unknown)).toEqual([]);
    expect(refusalOf(unknown, preview).fix).toBe(unknown.fix);
  });
});

describe('what an import made wrong', () => {
  const issue = (code: string, event: string, severity: Issue['severity'] = 'error'): Issue => ({
    code,
    severity,
    message: `${code} ${event}`,
    fix: '',
    event,
    asset: 'BTC',
    account: 'k',
  });

  it('is what was not wrong before, whatever its amount; notes are not wrong', () => {
    const [old, more, fresh] = [issue('a', '1'), { ...issue('a', '1'), message: 'more' }, issue('a', '2')];
    expect(newIssues([old], [more, fresh, issue('b', '3', 'note')])).toEqual([fresh]);
  });
});
