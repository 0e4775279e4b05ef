/** Moves between own accounts: taken by amount and time, changed by the user, gone with what was said. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { toIso } from '../../../src/shared/time/instant.ts';
import { derivedOf } from '../../../src/main/core/derived.ts';
import { readTransactionsHandlers } from '../../../src/main/core/services/holdings/read-transactions.ts';
import { sayCost } from '../../../src/main/core/services/transfers/say-cost.ts';
import { transferHandlers } from '../../../src/main/core/services/transfers/transfer-handlers.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
      '2025-01-01 12:00:00,deposit,Kraken,BTC,2,,',
      '2025-02-01 12:00:00,withdrawal,Kraken,,,BTC,1',
      '2025-02-01 13:00:00,deposit,Ledger,BTC,1,,',
      '2025-02-02 12:00:00,deposit,Trezor,BTC,0.4,,',
    ].join('\n'),
  );
});
afterEach(() => desk.end());

const read = async (): Promise<CallAnswer<'transfers.read'>> =>
  must(await transferHandlers['transfers.read']({}, desk.context()));
const decide = async (
  departure: string,
  arrival: string,
  verdict: 'same' | 'apart' | null,
): ReturnType<(typeof transferHandlers)['transfers.decide']> =>
  await transferHandlers['transfers.decide']({ departure, arrival, asset: 'BTC', verdict }, desk.context());

it('is shown with its reason, changed, and as before when that is taken back', async () => {
  const before = desk.ledger.hash();
  const { pairs, arrivals, departures } = await read();
  expect(pairs.map(({ arrival, by, fee }) => [arrival.accountName, by, fee])).toEqual([
    ['Ledger', 'guess', '0'],
  ]);
  expect(arrivals.map(({ accountName }) => accountName)).toEqual(['Trezor', 'Kraken']);
  expect(departures).toEqual([]);
  const from = pairs[0]?.departure.event ?? '';
  const taken = pairs[0]?.arrival.event ?? '';
  const other = arrivals[0]?.event ?? '';
  must(await decide(from, other, 'same'));
  const changed = await read();
  expect(changed.pairs.map(({ arrival, by }) => [arrival.accountName, by])).toEqual([['Trezor', 'said']]);
  expect(changed.pairs[0]?.fee).toBe('0.6');
  must(await decide(from, taken, 'same'));
  expect((await read()).pairs.map(({ arrival, by }) => [arrival.accountName, by])).toEqual([
    ['Ledger', 'said'],
  ]);
  must(await decide(from, taken, 'apart'));
  const apart = await read();
  expect(apart.pairs).toEqual([]);
  expect(apart.departures[0]?.couldBe.map(({ accountName }) => accountName)).toContain('Trezor');
  must(await decide(from, taken, null));
  expect(desk.ledger.hash()).toBe(before);
});

it('the list of transactions names the account on the other side, and finds it', async () => {
  const words = async (search: string): Promise<readonly string[]> => {
    const request = { offset: 0, limit: 10, search };
    const { rows } = must(await readTransactionsHandlers['holdings.transactions'](request, desk.context()));
    return rows.map((row) => row.words);
  };
  expect(await words('')).toEqual([
    'Received 0.4 BTC from elsewhere',
    'Received 1 BTC from Kraken',
    'Sent 1 BTC to Ledger',
    'Received 2 BTC from elsewhere',
  ]);
  expect(await words('to ledger')).toEqual(['Sent 1 BTC to Ledger']);
  expect(await words('kraken')).toContain('Received 1 BTC from Kraken');
});

it('refuses a side that is not there, and stores nothing', async () => {
  const before = desk.ledger.hash();
  expect(await decide('nothing-0', 'nothing-1', 'same')).toMatchObject({
    ok: false,
    failure: { code: 'transfers/no-such-side' },
  });
  expect(desk.ledger.hash()).toBe(before);
});

it('what arrived from nowhere gets a cost and a date, which can be taken back', async () => {
  const before = desk.ledger.hash();
  const arrival = (await read()).arrivals.find(({ accountName }) => accountName === 'Trezor')?.event ?? '';
  const cost = { arrival, cost: '20000', acquired: '2021-03-14' };
  const { batch } = must(await sayCost(cost, desk.context()));
  expect((await read()).arrivals.map(({ accountName }) => accountName)).toEqual(['Kraken']);
  const { lots } = must(await derivedOf(desk.context()));
  const lot = lots.openLots.find(({ account }) => account === 'trezor');
  expect(lot === undefined ? null : [toText(lot.costBasis ?? zeroMoney), toIso(lot.acquired)]).toEqual([
    '20000',
    '2021-03-14T00:00:00Z',
  ]);
  expect(await sayCost(cost, desk.context())).toMatchObject({
    ok: false,
    failure: { code: 'transfers/cost-known' },
  });
  await desk.undo(batch);
  expect(desk.ledger.hash()).toBe(before);
});

it('a guess among equals says so, and the other row names what it could be', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
      '2025-05-01 08:00:00,withdrawal,Kraken,,,BTC,0.2',
      '2025-05-01 09:00:00,withdrawal,Kraken,,,BTC,0.2',
      '2025-05-01 09:41:00,deposit,Ledger,BTC,0.2,,',
      '2025-05-02 10:00:00,deposit,Trezor,USDT,100,,',
    ].join('\n'),
  );
  const { pairs, departures, arrivals } = await read();
  const guessed = pairs.find(({ arrival }) => arrival.time === '2025-05-01T09:41:00Z');
  expect(guessed).toMatchObject({ by: 'guess', departure: { time: '2025-05-01T09:00:00Z' } });
  expect(guessed?.why).toContain('Another row of the same amount would fit as well');
  const other = departures.find(({ time }) => time === '2025-05-01T08:00:00Z');
  expect(other?.couldBe.map(({ time }) => time)).toContain('2025-05-01T09:41:00Z');
  const money = arrivals.find(({ asset }) => asset === 'USDT')?.event ?? '';
  expect(await sayCost({ arrival: money, cost: '90', acquired: '2024-01-01' }, desk.context())).toMatchObject(
    {
      ok: false,
      failure: { code: 'transfers/no-cost-needed' },
    },
  );
});

it('more never arrives than left: what a row could be fits its amount', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
      '2025-06-01 08:00:00,withdrawal,Kraken,,,BTC,0.005',
      '2025-06-08 08:00:00,withdrawal,Kraken,,,BTC,0.3',
      '2025-06-09 09:00:00,deposit,Trezor,BTC,0.25,,',
    ].join('\n'),
  );
  const { departures, arrivals } = await read();
  const at = (time: string) => (one: { readonly time: string }) => one.time === `2025-06-0${time}Z`;
  expect(arrivals.find(at('9T09:00:00'))?.couldBe.map(({ quantity }) => quantity)).toEqual(['0.3']);
  expect(departures.find(at('1T08:00:00'))?.couldBe).toEqual([]);
  expect(departures.find(at('8T08:00:00'))?.couldBe.map(({ quantity }) => quantity)).toEqual(['0.25']);
});
