/** The watch over so many legs, over a real encrypted ledger whose fills were adopted as legs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId, type Account } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { price, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs, instantFromIso } from '../../../src/shared/time/instant.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { storedFill } from '../lots/generated-fills.ts';
import { elapsed, median } from '../measured.ts';
import { stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { bareFactors, bareLegs, bareStress } from './bare-stress.ts';
import { generatedLegs } from './generated-legs.ts';

const now = instantFromIso('2026-11-20T20:00:00Z');
const DAY_MS = 86_400_000;
const COINS = ['BTC', 'ETH', 'SOL'] as const;
const PRICES = { BTC: '100000', ETH: '3000', SOL: '150' } as const;

/** Each answer is the first of its day: nothing that an earlier one made is there. */
export async function monitorStep(count: number, runs: number): Promise<Step> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    const options = {
      path: join(folder, 'bench.hedgerow'),
      passphrase: 'a benchmark',
      now,
      kdfCost: trivialKdfCost,
    };
    const { ledger } = value(await createLedger(options));
    await fill(ledger, count);
    const session = {
      ledger,
      dataFolder: folder,
      uploads: new UploadStore(),
      cache: new Map<string, unknown>(),
    };
    const contextOf = (day: number): CallContext => {
      const at = instantFromEpochMs(Date.UTC(2026, 10, 20, 20) + day * DAY_MS);
      return {
        session,
        now: at,
        clock: at,
        signal: new AbortController().signal,
        progress: () => undefined,
        leave: () => undefined,
      };
    };
    value(await handlers['hedge.adopt']({ exitDate: '2027-06-30' }, contextOf(0)));
    const legs = bareLegs(generatedLegs(count));
    const factors = bareFactors([]).concat([[10n ** 18n]]);
    const times: number[] = [];
    const floors: number[] = [];
    for (let run = 0; run < runs; run++) {
      const context = contextOf(run + 1);
      value(await handlers['holdings.read']({}, context)); // the screen before has made positions and holdings
      const [ms, answer] = await elapsed(async () => value(await handlers['monitor.read']({}, context)));
      if (answer.rows.length !== count) throw new Error(`${answer.rows.length} rows of ${count}`);
      const [floorMs] = await elapsed(() => bareStress(legs, 4, factors));
      times.push(ms);
      floors.push(floorMs);
    }
    await ledger.close();
    return stepOf(
      'monitor: every leg with its figures, first of the day',
      count,
      median(times),
      median(floors),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One fill opens each position; as many accounts as it takes. */
async function fill(ledger: Ledger, count: number): Promise<void> {
  const accounts = Array.from({ length: Math.ceil(count / COINS.length) }, (_, number): Account => ({
    id: accountId(`futures-${number + 1}`),
    name: `Futures ${number + 1}`,
    kind: 'futures',
    venue: 'Binance',
    country: null,
  }));
  const [first] = accounts;
  if (first === undefined) throw new Error('no account');
  const transaction = await ledger.write.beginImport();
  value(transaction.storeAccounts(accounts));
  const file = {
    file: 'legs.csv',
    fileHash: '00'.repeat(32),
    format: 'binance-um-trades',
    account: first.id,
  };
  value(transaction.startFile({ ...file, importedAt: now, skippedRows: 0, alreadyRows: 0 }));
  const events = Array.from({ length: count }, (_, number) => opening(number, accounts));
  value(transaction.store(events.map(storedFill)));
  value(await transaction.commit());
  const marks = COINS.map((coin) => ({
    of: assetId(coin),
    time: now,
    price: price(PRICES[coin]),
    source: 'typed',
  }));
  value(await ledger.write.savePrices(marks, now));
}

function opening(number: number, accounts: readonly Account[]): LedgerEvent {
  const coin = COINS[number % COINS.length] ?? 'BTC';
  const account = accounts[Math.floor(number / COINS.length)]?.id ?? accountId('futures-1');
  return {
    id: `opening-${number}` as EventId,
    time: instantFromEpochMs(Date.UTC(2026, 9, 1) + number * 60_000),
    sequence: number,
    kind: 'futures-fill',
    legs: [{ account, asset: assetId('USDT'), quantity: quantity('50000'), role: 'principal' }],
    fill: {
      account,
      contract: contractId('binance-um', `${coin}USDT`),
      positionSide: 'one-way',
      side: 'sell',
      quantity: quantity('0.5'),
      price: price(PRICES[coin]),
    },
    source: { file: 'legs.csv', line: number + 1, format: 'bench' },
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
