/** Moves between own accounts: taken by amount and time, changed by the user, gone with what was said. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
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

it('refuses a side that is not there, and stores nothing', async () => {
  const before = desk.ledger.hash();
  expect(await decide('nothing-0', 'nothing-1', 'same')).toMatchObject({
    ok: false,
    failure: { code: 'transfers/no-such-side' },
  });
  expect(desk.ledger.hash()).toBe(before);
});
