/** Two hundred legs with fifty fills each: every answer is made of each record and each fill once, not once a leg. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import type { Account } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { price, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { storedFill } from '../../bench/lots/generated-fills.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

const LEGS = 200;
const FILLS = 50;
const COINS = ['BTC', 'ETH'] as const;

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
  const accounts = Array.from({ length: LEGS / COINS.length }, (_, number): Account => {
    const name = `Futures ${number}`;
    return { id: accountId(`futures-${number}`), name, kind: 'futures', venue: 'Binance', country: null };
  });
  const { ledger } = sample.context.session;
  const [first] = accounts;
  if (ledger === null || first === undefined) throw new Error('no ledger');
  const transaction = await ledger.write.beginImport();
  must(transaction.storeAccounts(accounts));
  const file = {
    file: 'legs.csv',
    fileHash: '00'.repeat(32),
    format: 'binance-um-trades',
    account: first.id,
  };
  must(transaction.startFile({ ...file, importedAt: sample.context.now, skippedRows: 0, alreadyRows: 0 }));
  const fills = Array.from({ length: LEGS * FILLS }, (_, number) => fillOf(number, accounts));
  must(transaction.store(fills.map(storedFill)));
  must(await transaction.commit());
});
afterAll(async () => {
  await sample.close();
});

function must<T>(result: Result<T>): void {
  if (!result.ok) throw new Error(result.failure.message);
}

/** Sells 0.5 and buys 0.4 back by turns: what is open is never turned around. */
function fillOf(number: number, accounts: readonly Account[]): LedgerEvent {
  const leg = number % LEGS;
  const sells = Math.floor(number / LEGS) % 2 === 0;
  const coin = COINS[leg % COINS.length] ?? 'BTC';
  const account = accounts[Math.floor(leg / COINS.length)]?.id ?? accountId('futures-0');
  return {
    id: `fill-${number}` as EventId,
    time: instantFromEpochMs(Date.UTC(2026, 9, 1) + number * 60_000),
    sequence: number,
    kind: 'futures-fill',
    legs: [{ account, asset: assetId('USDT'), quantity: quantity('1'), role: 'principal' }],
    fill: {
      account,
      contract: contractId('binance-um', `${coin}USDT`),
      positionSide: 'one-way',
      side: sells ? 'sell' : 'buy',
      quantity: quantity(sells ? '0.5' : '0.4'),
      price: price('3000'),
    },
    source: { file: 'legs.csv', line: number + 1, format: 'test' },
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

// A walk over all fills and records for each leg took 5 to 10 s of each of these.
test('adopting, listing, unlinking and linking them do not grow with legs times fills', async () => {
  const { ask } = sample;
  await ask('holdings.read', {});
  expect(await seconds(() => ask('hedge.adopt', { exitDate: '2027-01-15' }))).toBeLessThan(3);
  const { plans } = await ask('hedge.legs', {});
  expect(plans[0]?.legs).toHaveLength(LEGS + 2);
  const leg = plans[0]?.legs.at(-1)?.leg ?? '';
  await ask('hedge.unlink', { leg });
  expect(await seconds(() => ask('hedge.legs', {}))).toBeLessThan(2);
  const { fills } = await ask('hedge.linkable', { leg });
  expect(fills.length).toBeGreaterThan(0);
  expect(await seconds(() => ask('hedge.link', { leg }))).toBeLessThan(3);
  expect((await ask('hedge.legs', {})).unclaimed).toEqual([]);
});
