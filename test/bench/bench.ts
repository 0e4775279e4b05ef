/**
 * `npm run bench`: import, lots, open and first screen over generated exports, each beside its floor of the same run.
 *
 * Prints a table, then the same figures as one JSON document. `-- --rows 1000,10000 --runs 3` changes the sizes.
 * `-- --lots` measures matching and the screens made of lots instead, `-- --futures` fills into positions, both over a
 * hundred thousand and a million fills; `-- --tax` ten tax years against matching alone, and what-ifs; `-- --exit` exit plans
 * against HiGHS alone; `--import` a million rows from file to ledger. `-- plan-quality`: what simple rules cost above the plan.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coreFlags } from '../../src/main/core/core-flags.ts';
import { derivedOf } from '../../src/main/core/derived.ts';
import { handlers } from '../../src/main/core/handlers.ts';
import type { CallContext } from '../../src/main/core/call-context.ts';
import type { Session } from '../../src/main/core/session.ts';
import { UploadStore } from '../../src/main/core/uploads.ts';
import { readRows } from '../../src/main/importers/read-export.ts';
import {
  type ArrivingDraft,
  ArrivingRows,
  arrivingRow,
} from '../../src/main/core/services/imports/arriving-rows.ts';
import { rowHasher } from '../../src/main/core/services/imports/identify.ts';
import { openUpload } from '../../src/main/core/services/imports/open-upload.ts';
import type { ArrivingRow } from '../../src/main/ledger/import-transaction.ts';
import { standardKdfCost } from '../../src/main/ledger/keys/kdf-cost.ts';
import { passphraseKey } from '../../src/main/ledger/keys/passphrase-key.ts';
import { connect } from '../../src/main/ledger/open/connect.ts';
import { createLedger } from '../../src/main/ledger/open/create-ledger.ts';
import { openLedger } from '../../src/main/ledger/open/open-ledger.ts';
import type { Result } from '../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';
import { bareFifo, bareRows, bareTrades, emptyFile, insertAlone, parseAlone, readAlone } from './floors.ts';
import { exitBench } from './exit/exit-bench.ts';
import { planQuality } from './exit/plan-quality.ts';
import { generatedExport } from './generated-export.ts';
import { futuresBench } from './futures/futures-bench.ts';
import { hedgeBench } from './futures/hedge-bench.ts';
import { importBench as largeImports } from './imports/import-bench.ts';
import { lotsBench } from './lots/lots-bench.ts';
import { taxBench } from './tax/tax-bench.ts';
import { median, timed } from './measured.ts';
import { growthOf, printDocument, printTable, stepOf } from './report.ts';
import type { Step } from './report.ts';

const passphrase = 'the passphrase of a benchmark';
const now = instantFromIso('2026-11-20T20:00:00Z');

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

function session(folder: string): Session {
  return { ledger: null, dataFolder: folder, uploads: new UploadStore(), cache: new Map() };
}

function contextOf(of: Session): CallContext {
  return {
    session: of,
    now,
    clock: now,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
}

/** The same rows as the import stores, for the floor. */
function rowsOf(bytes: Uint8Array): ArrivingRow[] {
  const of = value(openUpload({ id: 'floor', file: 'floor.csv', bytes }, {}));
  const found = new ArrivingRows(rowHasher(of.opened, of.account.id));
  const steps = readRows(of.opened, { account: of.account, zone: of.zone.zone, now }, found);
  while (steps.next().done !== true);
  return found.drafts.map((draft: ArrivingDraft) =>
    arrivingRow(draft, 'floor.csv', of.opened.importer.id, false),
  );
}

/** One run at one size: the milliseconds of every step and of every floor. */
async function run(rows: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    return await runIn(folder, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, rows: number): Promise<Record<string, number>> {
  const text = generatedExport(rows);
  const bytes = Buffer.from(text);
  const path = join(folder, 'bench.hedgerow');
  const used = session(folder);
  const context = contextOf(used);
  const created = value(await createLedger({ path, passphrase, now }));
  used.ledger = created.ledger;
  used.uploads.appendBytes('bench-upload', 'generated.csv', bytes, true);

  const [importMs] = await timed(async () =>
    value(
      await handlers['imports.confirm']({ files: [{ upload: 'bench-upload' }], skipBadRows: false }, context),
    ),
  );
  const [lotsMs, derived] = await timed(async () => {
    const result = value(await derivedOf(context));
    if (result.lots.issues.some(({ severity }) => severity === 'error'))
      throw new Error('the bench ledger is not clean');
    return result;
  });
  const trades = bareTrades(derived.events);
  await used.ledger.close();

  const [openMs, opened] = await timed(async () => value(await openLedger({ path, passphrase })));
  const fresh = session(folder);
  fresh.ledger = opened.ledger;
  const [screenMs] = await timed(async () => value(await handlers['holdings.read']({}, contextOf(fresh))));
  await opened.ledger.close();

  const bare = bareRows(rowsOf(bytes));
  const floor = await emptyFile(join(folder, 'floor.hedgerow'));
  const [parseMs] = await timed(() => parseAlone(text));
  const [insertMs] = await timed(() => insertAlone(floor, bare));
  const [readMs] = await timed(() => readAlone(floor));
  const [fifoMs] = await timed(() => bareFifo(trades));
  floor.database.close();
  const [kdfMs] = await timed(async () =>
    passphraseKey(passphrase, { name: 'argon2id', salt: '11'.repeat(16), ...standardKdfCost }),
  );
  const [bareOpenMs] = await timed(() => {
    const database = connect(floor.path, Buffer.from(floor.key));
    database.pragma('quick_check');
    database.close();
  });
  return { importMs, lotsMs, openMs, screenMs, parseMs, insertMs, readMs, fifoMs, kdfMs, bareOpenMs };
}

function stepsOf(rows: number, runs: readonly Record<string, number>[]): readonly Step[] {
  const of = (name: string): number => median(runs.map((one) => one[name] ?? Number.NaN));
  const step = (name: string, ms: number, floorMs: number): Step => stepOf(name, rows, ms, floorMs);
  return [
    step('import: file to encrypted ledger', of('importMs'), of('parseMs') + of('insertMs')),
    step('lots: encrypted ledger to lots', of('lotsMs'), of('readMs') + of('fifoMs')),
    step(
      'import and lots, from file to lots',
      of('importMs') + of('lotsMs'),
      of('parseMs') + of('insertMs') + of('fifoMs'),
    ),
    step('open with the passphrase', of('openMs'), of('kdfMs') + of('bareOpenMs')),
    step('first screen after opening', of('screenMs'), of('readMs') + of('fifoMs')),
  ];
}

if (!coreFlags.every((flag) => process.execArgv.includes(flag)))
  throw new Error('Start it by `npm run bench`.');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    runs: { type: 'string', default: '3' },
    lots: { type: 'boolean', default: false },
    futures: { type: 'boolean', default: false },
    import: { type: 'boolean', default: false },
    tax: { type: 'boolean', default: false },
    exit: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
if (positionals.includes('plan-quality')) await planQuality();
else if (options.import) largeImports(Number(options.rows ?? 1_000_000));
else if (options.futures) {
  await futuresBench(sizesOf(options.rows ?? '100000,1000000'), runs);
  await hedgeBench(runs);
} else if (options.exit) await exitBench(sizesOf(options.rows ?? '100,300,1000,5000'), runs);
else if (options.tax) await taxBench(sizesOf(options.rows ?? '100000,1000000'), runs);
else if (options.lots) await lotsBench(sizesOf(options.rows ?? '100000,1000000'), runs);
else await importBench(sizesOf(options.rows ?? '1000,10000,100000'), runs);

function sizesOf(text: string): readonly number[] {
  return text.split(',').map(Number);
}

async function importBench(sizes: readonly number[], count: number): Promise<void> {
  const steps: Step[] = [];
  await run(Math.min(...sizes)); // a warm-up that is not counted
  for (const rows of sizes) {
    const times: Record<string, number>[] = [];
    for (let number = 0; number < count; number += 1) times.push(await run(rows));
    steps.push(...stepsOf(rows, times));
  }
  console.log(`Medians of ${count} runs, Node ${process.version}, ${availableParallelism()} cores.`);
  console.log(
    'Floors: papaparse alone, the same rows by one prepared INSERT, bare reading, bare bigint FIFO, Argon2id + bare open.',
  );
  printTable(steps);
  const growth = growthOf(steps);
  for (const { step, from, to, exponent } of growth)
    console.log(`${step}: grows with n^${exponent} from ${from} to ${to} rows`);
  printDocument(count, steps, growth);
}
