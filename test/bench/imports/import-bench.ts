/**
 * `npm run bench -- --import`: a million fills and a million rows of an account statement, from file to encrypted ledger,
 * beside a streaming parse and bare prepared inserts of the same rows; then twice as many. Processor time; the import is
 * that of the built core in a process of its own, and so is the floor. After it the first screen, with which others wait.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'measure-import.ts');

interface Measured {
  readonly kind: string;
  readonly rows: number;
  readonly importMs: number;
  readonly floorMs: number;
  readonly ratio: number;
  readonly peakMb: number;
  /** Of a short call that was asked all the while: by the clock, so that others on the machine count. */
  readonly longestWaitMs: number;
  readonly usualWaitMs: number;
  /** The longest piece of work without a turn for others, of the main thread's processor time. */
  readonly longestPieceMs: number;
}

/** The first screen over what was imported. */
interface MeasuredScreen {
  readonly kind: string;
  readonly rows: number;
  readonly screenMs: number;
  readonly peakMb: number;
  readonly longestWaitMs: number;
  readonly usualWaitMs: number;
  readonly longestPieceMs: number;
}

function run(...args: readonly string[]): Record<string, number> {
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--cpu-prof'));
  const out = execFileSync(process.execPath, [...flags, script, ...args], { encoding: 'utf8' });
  return out.trim() === '' ? {} : (JSON.parse(out) as Record<string, number>);
}

function measured(
  folder: string,
  kind: string,
  rows: number,
  more: readonly string[],
): [Measured, MeasuredScreen] {
  const path = join(folder, `${kind}-${rows}.csv`);
  run('make', path, kind, String(rows));
  const floor = run('floor', path);
  const imported = run('import', path, ...more);
  rmSync(path);
  const whole = (name: string): number => Math.round(imported[name] ?? Number.NaN);
  const [importMs, floorMs] = [whole('cpu'), Math.round(floor['cpu'] ?? Number.NaN)];
  const ratio = Number((importMs / floorMs).toFixed(2));
  return [
    {
      kind,
      rows,
      importMs,
      floorMs,
      ratio,
      peakMb: whole('peakMb'),
      longestWaitMs: whole('longestWait'),
      usualWaitMs: whole('usualWait'),
      longestPieceMs: whole('longestCpu'),
    },
    {
      kind,
      rows,
      screenMs: whole('screenCpu'),
      peakMb: whole('screenPeakMb'),
      longestWaitMs: whole('screenLongestWait'),
      usualWaitMs: whole('screenUsualWait'),
      longestPieceMs: whole('screenLongestCpu'),
    },
  ];
}

/** In: how many rows; each kind is measured with as many and with twice as many. */
export function importBench(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    const all: Measured[] = [];
    const screens: MeasuredScreen[] = [];
    for (const kind of ['fills', 'statement']) {
      const [once, screen] = measured(folder, kind, rows, ['screen']);
      // The first screen of twice a million would need more memory than a process gets.
      const [twice] = measured(folder, kind, 2 * rows, []);
      all.push(once, twice);
      console.log(JSON.stringify([once, twice, screen]));
      screens.push(screen);
      console.log(
        `${kind}: twice the rows take ${(twice.importMs / once.importMs).toFixed(2)} times as long`,
      );
    }
    console.table(all);
    console.table(screens);
    console.log(JSON.stringify({ imports: all, screens }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
