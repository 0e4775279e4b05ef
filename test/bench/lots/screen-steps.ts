/** What the screens wait for, over a real encrypted ledger: the first answer, the next ones, the first after an edit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import type { Session } from '../../../src/main/core/session.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import type { ArrivingRow } from '../../../src/main/ledger/import-transaction.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { elapsed, median } from '../measured.ts';
import { stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { ASSETS, fillAccounts, generatedFills, storedFill } from './generated-fills.ts';

const now = instantFromIso('2026-11-20T20:00:00Z');
/** Answers after the first that are measured, of each call. */
const WARM = 7;

interface Screen {
  readonly words: string;
  readonly ask: (context: CallContext) => Promise<Result<unknown>>;
}

const screens: readonly Screen[] = [
  { words: 'holdings', ask: (context) => handlers['holdings.read']({}, context) },
  {
    words: 'lots, a page',
    ask: (context) => handlers['holdings.lots']({ offset: 200, limit: 100 }, context),
  },
  {
    words: 'lots, one asset in one account',
    ask: (context) =>
      handlers['holdings.lots']({ asset: 'COIN7', account: 'account-2', limit: 100 }, context),
  },
  {
    words: 'lots, the countdown',
    ask: (context) => handlers['holdings.lots']({ order: 'countdown', limit: 100 }, context),
  },
  {
    words: 'gains, a page of a year',
    ask: (context) => handlers['holdings.gains']({ year: 2025, offset: 100, limit: 100 }, context),
  },
  {
    words: 'transactions, a page',
    ask: (context) => handlers['holdings.transactions']({ offset: 100, limit: 100 }, context),
  },
  {
    words: 'transactions, one asset in one account',
    ask: (context) =>
      handlers['holdings.transactions'](
        { offset: 0, limit: 100, asset: 'COIN7', account: 'account-2' },
        context,
      ),
  },
  {
    words: 'transactions, a search',
    ask: (context) =>
      handlers['holdings.transactions']({ offset: 0, limit: 100, search: `sold coin${unlike()}` }, context),
  },
];

let asked = 0;
/** Another search each time, so that none is remembered. */
function unlike(): number {
  return (asked++ % ASSETS) + 1;
}

export async function screenSteps(count: number): Promise<readonly Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    const path = join(folder, 'bench.hedgerow');
    const options = { path, passphrase: 'a benchmark', now, kdfCost: trivialKdfCost };
    const { ledger } = value(await createLedger(options));
    const steps = await stepsOver(ledger, folder, count);
    await ledger.close();
    return steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stepsOver(ledger: Ledger, folder: string, count: number): Promise<readonly Step[]> {
  // The fills that are not there yet are what the edit brings in.
  const rows = generatedFills(count + 2).map(storedFill);
  await store(ledger, rows.slice(0, count), 'first.csv');
  await setPrices(ledger, 0);
  const session: Session = { ledger, dataFolder: folder, uploads: new UploadStore(), cache: new Map() };
  const context = {
    session,
    now,
    clock: now,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  const steps = [await firstScreen('first screen after opening', count, context)];
  for (const screen of screens) steps.push(...(await answersOf(screen, count, context)));
  await setPrices(ledger, 1);
  steps.push(await firstScreen('first screen after a price', count, context));
  steps.push(await everyScreen('every screen after a price', count, context));
  await store(ledger, rows.slice(count, count + 1), 'second.csv');
  steps.push(await firstScreen('first screen after a row at the end', count, context));
  steps.push(await everyScreen('every screen after a row at the end', count, context));
  const [methodsMs] = await elapsed(async () =>
    value(await handlers['holdings.methods']({ year: 2025 }, context)),
  );
  steps.push(stepOf('methods of 2025 side by side, one call', count, methodsMs));
  const peak = Math.round(process.memoryUsage.rss() / 2 ** 20);
  console.log(`${count.toLocaleString('en')} events: ${peak} MB in memory`);
  return steps;
}

async function answersOf(
  { words, ask }: Screen,
  count: number,
  context: CallContext,
): Promise<readonly Step[]> {
  const [firstMs] = await elapsed(async () => value(await ask(context)));
  const warm: number[] = [];
  for (let number = 0; number < WARM; number++) {
    const [ms] = await elapsed(async () => value(await ask(context)));
    warm.push(ms);
  }
  return [stepOf(`${words}: first`, count, firstMs), stepOf(`${words}: next`, count, median(warm))];
}

async function firstScreen(words: string, count: number, context: CallContext): Promise<Step> {
  const [ms] = await elapsed(async () => value(await handlers['holdings.read']({}, context)));
  return stepOf(words, count, ms);
}

async function everyScreen(words: string, count: number, context: CallContext): Promise<Step> {
  const [ms] = await elapsed(async () => {
    for (const { ask } of screens) value(await ask(context));
  });
  return stepOf(words, count, ms);
}

async function store(ledger: Ledger, rows: readonly ArrivingRow[], file: string): Promise<void> {
  const transaction = await ledger.write.beginImport();
  value(transaction.storeAccounts(fillAccounts));
  value(
    transaction.startFile({
      file,
      fileHash: '00'.repeat(32),
      format: 'binance-spot',
      account: fillAccounts[0]!.id,
      importedAt: now,
      skippedRows: 0,
      alreadyRows: 0,
    }),
  );
  for (let at = 0; at < rows.length; at += 1000) value(transaction.store(rows.slice(at, at + 1000)));
  value(await transaction.commit());
}

async function setPrices(ledger: Ledger, of: number): Promise<void> {
  const marks = Array.from({ length: ASSETS }, (_, number) => ({
    of: assetId(`COIN${number + 1}`),
    time: now,
    price: price(String(100 + number + of)),
    source: 'typed',
  }));
  value(await ledger.write.savePrices(marks, now));
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
