import { describe, expect, it } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { readText } from '../read-text.fixture.ts';
import { tickerAliases, tickersInDoubt } from './ticker-aliases.ts';
import { tickerBook } from './ticker-book.ts';

const early = instantFromIso('2022-01-01T00:00:00Z');
const late = instantFromIso('2023-01-01T00:00:00Z');

describe('a ticker stands for', () => {
  it.each([
    ['Binance', 'LUNA', early, 'LUNC'],
    ['Binance', 'LUNA', late, 'LUNA'],
    ['Kraken', 'LUNA', late, 'LUNC'],
    ['Kraken', 'LUNA2', late, 'LUNA'],
    ['Kraken', 'xxbt', late, 'BTC'],
    ['Binance', 'XXBT', late, 'XXBT'],
    ['Bitfinex', 'UDC', late, 'USDC'],
    ['Bitfinex', 'LUNA', late, 'LUNC'],
    ['OKX', 'BTT', early, 'BTTOLD'],
    ['OKX', 'BCHN', early, 'BCH'],
    ['Bitfinex', 'UST', early, 'USDT'],
    ['Bitfinex', 'UST', late, 'USDT'],
    ['Binance', 'UST', early, 'USTC'],
    ['Binance', 'BCC', instantFromIso('2018-01-01T00:00:00Z'), 'BCH'],
    ['OKX', 'btc', late, 'BTC'],
  ])('%s %s at %s: %s', (exchange, ticker, time, asset) => {
    expect(tickerBook(exchange).asset(ticker, time)).toBe(asset);
  });

  it('what the user says, before any table', () => {
    const book = tickerBook('Binance', new Map([['Binance|LUNA', assetId('MOON')]]));
    expect(book.asset('luna', early)).toBe('MOON');
    expect(tickerBook('OKX', new Map([['Binance|LUNA', assetId('MOON')]])).asset('LUNA', late)).toBe('LUNA');
  });
});

it('a name that answers a doubt holds as long as the doubt, also beside the table', () => {
  const names = new Map([
    ['Gemini|UST', assetId('USDT')],
    ['Gemini|BTT', assetId('BTTC')],
    ['Gemini|HOT', assetId('HOLO')],
  ]);
  const book = tickerBook('Gemini', names);
  expect([early, late, early].map((time) => book.asset('UST', time))).toEqual(['USTC', 'USDT', 'USTC']);
  expect([late, early].map((time) => book.asset('BTT', time))).toEqual(['BTTC', 'BTTOLD']);
  expect([early, late].map((time) => book.asset('HOT', time))).toEqual(['HOLO', 'HOLO']);
});

describe('a ticker is in doubt', () => {
  it('where it stands for several coins and no line tells which', () => {
    expect(tickerBook('OKX').doubtAbout(assetId('UST'), late)?.couldBe).toHaveLength(2);
    expect(tickerBook('OKX').doubtAbout(assetId('UST'), early)).toBeNull();
    expect(tickerBook('Bitfinex').doubtAbout(assetId('UST'), late)).toBeNull();
    expect(tickerBook('OKX').doubtAbout(assetId('BTC'), late)).toBeNull();
  });

  it('until it is named, be it as itself', () => {
    const named = tickerBook('OKX', new Map([['OKX|UST', assetId('UST')]]));
    expect(named.doubtAbout(assetId('UST'), late)).toBeNull();
  });

  it('and then its rows are kept back, not guessed', () => {
    const lines = [
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      '2023-05-01 10:00:00,HOTUSDT,BUY,0.002,1000HOT,2USDT,0USDT',
      '2023-05-01 10:00:01,BTCUSDT,BUY,28000,0.001BTC,28USDT,0USDT',
    ];
    const read = readText(lines.join('\n'));
    expect(read.events).toHaveLength(1);
    expect(read.problemLines).toEqual(['2 error import/ticker-in-doubt']);
    expect(read.problems[0]?.failure.message).toContain('Holo (HOLO) or Hydro Protocol (HYDRO-PROTOCOL)');
  });
});

it('every line of the tables has a source, and none stands for itself', () => {
  for (const { source } of [...tickerAliases, ...tickersInDoubt]) expect(source.length).toBeGreaterThan(10);
  for (const { ticker, asset } of tickerAliases) expect(ticker).not.toBe(asset);
  for (const { ticker } of [...tickerAliases, ...tickersInDoubt]) expect(ticker).toBe(ticker.toUpperCase());
});
