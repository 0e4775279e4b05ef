/**
 * `npm run bench -- --import`: a million fills and a million rows of an account statement, from file to encrypted ledger,
 * beside a streaming parse and bare prepared inserts of the same rows; then twice as many. Processor time, each measured
 * in a process of its own.
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
  readonly longestWaitMs: number;
}

function run(...args: readonly string[]): Record<string, number> {
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--cpu-prof'));
  const out = execFileSync(process.execPath, [...flags, script, ...args], { encoding: 'utf8' });
  return out.trim() === '' ? {} : (JSON.parse(out) as Record<string, number>);
}

function measured(folder: string, kind: string, rows: number): Measured {
  const path = join(folder, `${kind}-${rows}.csv`);
  run('make', path, kind, String(rows));
  const floor = run('floor', path);
  const imported = run('import', path);
  rmSync(path);
  const importMs = Math.round(imported['cpu'] ?? Number.NaN);
  const floorMs = Math.round(floor['cpu'] ?? Number.NaN);
  const ratio = Number((importMs / floorMs).toFixed(2));
  const peakMb = Math.round(imported['peakMb'] ?? Number.NaN);
  return {
    kind,
    rows,
    importMs,
    floorMs,
    ratio,
    peakMb,
    longestWaitMs: Math.round(imported['longestWait'] ?? 0),
  };
}

/** In: how many rows; each kind is measured with as many and with twice as many. */
export function importBench(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    const all: Measured[] = [];
    for (const kind of ['fills', 'statement']) {
      const once = measured(folder, kind, rows);
      const twice = measured(folder, kind, 2 * rows);
      all.push(once, twice);
      console.log(
        `${kind}: twice the rows take ${(twice.importMs / once.importMs).toFixed(2)} times as long`,
      );
    }
    console.table(all);
    console.log(JSON.stringify({ imports: all }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
