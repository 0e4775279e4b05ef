/** A ticker that stands for several coins: its rows wait until the user has named it, once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tickerHandlers } from '../../../src/main/core/services/tickers/ticker-handlers.ts';
import { type ImportDesk, must, openDesk, spotFile } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const file = spotFile(
  '2023-05-01 10:00:00,HOTUSDT,BUY,0.002,1000HOT,2USDT,0USDT',
  '2023-05-01 10:00:01,BTCUSDT,BUY,28000,0.001BTC,28USDT,0USDT',
);
const name = (
  exchange: string,
  ticker: string,
  asset: string | null,
): ReturnType<(typeof tickerHandlers)['tickers.name']> =>
  tickerHandlers['tickers.name']({ exchange, ticker, asset }, desk.context());

it('keeps its rows back, takes the name, and forgets it again', async () => {
  const before = desk.ledger.hash();
  const upload = desk.upload(file);
  const [first] = (await desk.preview({ upload })).files;
  expect(first?.problems.map(({ code, count }) => [code, count])).toEqual([['import/ticker-in-doubt', 1]]);
  expect(first?.new).toBe(1);
  expect(await name('binance', 'HOT', 'HOT')).toMatchObject({ ok: true });
  const [second] = (await desk.preview({ upload })).files;
  expect(second?.problems).toEqual([]);
  expect(second?.new).toBe(2);
  expect(must(await tickerHandlers['tickers.read']({}, desk.context())).named).toEqual([
    { exchange: 'Binance', ticker: 'HOT', asset: 'HOT' },
  ]);
  expect(await name('Binance', 'HOT', null)).toMatchObject({ ok: true });
  expect(desk.ledger.hash()).toBe(before);
});

it('refuses an exchange that no file comes from', async () => {
  const refused = await name('Mt. Gox', 'HOT', 'HOLO');
  expect(refused).toMatchObject({ ok: false, failure: { code: 'import/unknown-exchange' } });
});
