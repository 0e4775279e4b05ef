/** Own records in, what the screens show of them out: over a real ledger. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

async function read(): Promise<CallAnswer<'holdings.read'>> {
  return must(await handlers['holdings.read']({}, desk.context()));
}

const header = 'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity';
const buy = (day: string): string => `${header}\n${day} 10:00:00,buy,Kraken,BTC,1,USD,50000\n`;

test('what matching by account means before 2025 is said to those with rows before 2025', async () => {
  await desk.bring(buy('2025-01-01'));
  expect((await read()).assumptions[0]).toBe(
    'Lots are matched inside each account in all years, first in, first out.',
  );
  await desk.bring(buy('2024-12-31'), 'older.csv');
  expect((await read()).assumptions[0]).toMatch(/all years, first in, first out\. Before 2025 .* one pool/u);
});

test('a rebate without a contract counts once: with the futures in their account, as income elsewhere', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Account Kind,Received Asset,Received Quantity',
      '2026-01-01 10:00:00,rebate,Binance Futures,futures,USDT,3',
      '2026-01-02 10:00:00,rebate,Kraken,exchange,USDT,5',
      '',
    ].join('\n'),
  );
  const { years } = must(await handlers['holdings.gains']({}, desk.context()));
  expect(years).toMatchObject([{ year: 2026, otherFuturesGain: '3', income: '5' }]);
});
