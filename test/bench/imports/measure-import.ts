/**
 * One measurement in a process of its own, as `import-bench.ts` starts it: `make` writes the file, `import` and `floor` read
 * it. Prints one line of JSON. Times are of the processor, so that others on the machine do not count.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { upload } from '../../../src/main/cli/upload.ts';
import type { Calls } from '../../../src/main/cli/verb.ts';
import { ArrivingRows, arrivingRow } from '../../../src/main/core/services/imports/arriving-rows.ts';
import { rowHasher } from '../../../src/main/core/services/imports/identify.ts';
import { openUpload } from '../../../src/main/core/services/imports/open-upload.ts';
import { readRows } from '../../../src/main/importers/read-export.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { bareRows, emptyFile, insertStatement } from '../floors.ts';
import { generatedExport } from '../generated-export.ts';
import { generatedStatement } from './generated-statement.ts';
import { MeasuredCore } from './measured-core.ts';

const now = instantFromIso('2026-11-20T20:00:00Z');
const [what, path = '', kind, rowsText] = process.argv.slice(2);

/** In pieces: the memory that is measured is the import's own. */
function makeFile(): void {
  const rows = Number(rowsText);
  writeFileSync(path, kind === 'fills' ? generatedExport(rows) : '');
  if (kind === 'fills') return;
  let piece: string[] = [];
  for (const line of generatedStatement(rows)) {
    if (piece.push(line) < 10_000) continue;
    appendFileSync(path, piece.join(''));
    piece = [];
  }
  appendFileSync(path, piece.join(''));
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** From the file into a new ledger of the built core; then the first screen over what came. */
async function measureImport(folder: string): Promise<Record<string, number>> {
  const core = new MeasuredCore(folder);
  try {
    await core.call('ledger.create', { path: join(folder, 'bench.hedgerow'), passphrase: 'of a benchmark' });
    const known = await upload(
      { call: async (name, input) => ({ ok: true, value: await core.call(name, input) }) } as Calls,
      path,
    );
    const id = valueOf(known);
    const imported = await core.watched(() =>
      core.call('imports.confirm', { files: [{ upload: id }], skipBadRows: false }),
    );
    const figures = {
      cpu: imported.cpuMs,
      added: imported.value.added,
      peakMb: imported.peakMb,
      longestWait: imported.longestWaitMs,
      usualWait: imported.usualWaitMs,
      longestCpu: imported.longestCpuMs,
    };
    if (kind !== 'screen') return figures;
    const screen = await core.watched(() => core.call('holdings.read', {}));
    return {
      ...figures,
      screenCpu: screen.cpuMs,
      screenPeakMb: screen.peakMb,
      screenLongestWait: screen.longestWaitMs,
      screenUsualWait: screen.usualWaitMs,
      screenLongestCpu: screen.longestCpuMs,
    };
  } finally {
    core.end();
  }
}

/** The text parsed in pieces and thrown away; and the same rows by one prepared statement, in slices of one transaction. */
async function measureFloor(folder: string): Promise<Record<string, number>> {
  const bytes = readFileSync(path);
  const file = await emptyFile(join(folder, 'floor.hedgerow'));
  let parse = 0;
  let cells = 0;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, bytes.indexOf('\n', at + 1024 * 1024) + 1 || bytes.length);
    const from = cpuMs();
    Papa.parse<string[]>(bytes.subarray(at, end).toString(), {
      step: ({ data }) => void (cells += data.length),
    });
    parse += cpuMs() - from;
    at = end;
  }
  const of = valueOf(openUpload({ id: 'floor', file: 'floor.csv', bytes }, {}, []));
  const found = new ArrivingRows(rowHasher(of.opened, of.account.id));
  const insert = insertStatement(file);
  let store = 0;
  const from = cpuMs();
  file.database.exec('BEGIN');
  store += cpuMs() - from;
  const steps = readRows(of.opened, { account: of.account, zone: of.zone.zone, now }, found);
  for (let step = steps.next(); ; step = steps.next()) {
    const bare = bareRows(
      found.drafts.map((draft) => arrivingRow(draft, 'floor.csv', of.opened.importer.id, false)),
    );
    found.drafts.length = 0;
    const begun = cpuMs();
    for (const row of bare) insert.run(...row);
    store += cpuMs() - begun;
    if (step.done === true) break;
  }
  const begun = cpuMs();
  file.database.exec('COMMIT');
  store += cpuMs() - begun;
  file.database.close();
  return { cpu: parse + store, parse, store, cells };
}

function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
try {
  if (what === 'make') makeFile();
  else console.log(JSON.stringify(await (what === 'floor' ? measureFloor(folder) : measureImport(folder))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
