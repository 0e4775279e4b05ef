/** What could not be valued: named with asset and time, written as a table, filled in, and imported back. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { pricesHandlers } from '../../../src/main/core/services/prices/prices.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity,Reason',
      '2025-01-01 12:00:00,buy,Kraken,ETH,10,USD,30000,',
      '2025-02-01 12:00:00,swap,Kraken,PEPE,1000,ETH,1,',
      '2025-03-01 12:00:00,income,Kraken,DOT,5,,,staking',
      '2025-04-01 12:00:00,buy,Kraken,BTC,0.1,USDT,9000,',
    ].join('\n'),
  );
});
afterEach(() => desk.end());

const read = async (): Promise<CallAnswer<'prices.read'>> =>
  must(await pricesHandlers['prices.read']({}, desk.context()));

it('a table of them is filled in and imported back; what is left open is no price', async () => {
  const { missingAt } = await read();
  expect(missingAt.map(({ asset, time }) => `${asset} ${time}`)).toEqual([
    'PEPE 2025-02-01T12:00:00Z',
    'DOT 2025-03-01T12:00:00Z',
  ]);
  const { content, rows } = must(await pricesHandlers['prices.missingFile']({}, desk.context()));
  expect(rows).toBe(2);
  const filled = content.replace('PEPE,,', 'PEPE,3.1005,');
  expect(filled).not.toBe(content);
  expect(await desk.bring(filled, 'missing.csv')).toMatchObject({ added: 1, skippedRows: 0 });
  expect((await read()).missingAt.map(({ asset }) => asset)).toEqual(['DOT']);
});

it('"at par" is switched off and on, and nothing stays behind', async () => {
  const before = desk.ledger.hash();
  expect((await read()).stablecoinsAtPar).toBe(true);
  must(await pricesHandlers['prices.assume']({ stablecoinsAtPar: false }, desk.context()));
  const off = await read();
  expect(off.stablecoinsAtPar).toBe(false);
  expect(off.missingAt.map(({ asset }) => asset)).toContain('USDT');
  must(await pricesHandlers['prices.assume']({ stablecoinsAtPar: true }, desk.context()));
  expect(desk.ledger.hash()).toBe(before);
});
