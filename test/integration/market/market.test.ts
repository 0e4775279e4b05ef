/** Market files into a real ledger, and what the calls say of them: nothing reads ahead, nothing unknown is a zero. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallInput, CallName } from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import type { Handler } from '../../../src/main/core/call-context.ts';
import { pricesHandlers } from '../../../src/main/core/services/prices/prices.ts';
import { marketHandlers } from '../../../src/main/core/services/market/market-handlers.ts';
import { type ImportDesk, must, openDesk } from '../imports/import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

type MarketCall = CallName & keyof typeof marketHandlers;
const BTC = 'binance-um:BTCUSDT';
const DAY_MS = 86_400_000;
const nowMs = Date.parse('2026-11-22T12:00:00Z');

async function result<Name extends MarketCall>(
  name: Name,
  input: CallInput<Name>,
  at?: string,
): Promise<Result<CallAnswer<Name>>> {
  const handler = marketHandlers[name] as unknown as Handler<Name>;
  const context = desk.context();
  const request = contract[name].input.parse(input) as Parameters<Handler<Name>>[0];
  return await handler(request, at === undefined ? context : { ...context, now: instantFromIso(at) });
}

async function call<Name extends MarketCall>(
  name: Name,
  input: CallInput<Name>,
  at?: string,
): Promise<CallAnswer<Name>> {
  return contract[name].output.parse(must(await result(name, input, at))) as CallAnswer<Name>;
}

const klineHeader =
  'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore';
/** Whole days up to yesterday; the close swings by 1 % up and down, 1 000 coins a day. */
function dailyKlines(days: number): string {
  const first = Math.floor(nowMs / DAY_MS) - days;
  const rows = Array.from({ length: days }, (_, at) => {
    const open = (first + at) * DAY_MS;
    const close = at % 2 === 0 ? '60000' : '60600';
    return `${open},${close},${close},${close},${close},1000,${open + DAY_MS - 1},60000000,9,1,1,0`;
  });
  return [klineHeader, ...rows].join('\n');
}
/** Three payments a day; the last one is the highest. */
function funding(payments: number): string {
  const last = Math.floor(nowMs / (DAY_MS / 3)) * (DAY_MS / 3);
  const rows = Array.from({ length: payments }, (_, at) => {
    const time = last - (payments - 1 - at) * (DAY_MS / 3) + 7;
    return `${time},8,${at === payments - 1 ? '0.0006' : (0.00005 + (at % 10) / 1e5).toFixed(8)}`;
  });
  return ['calc_time,funding_interval_hours,last_funding_rate', ...rows].join('\n');
}

describe('importing', () => {
  it('a preview says what would arrive and of which market; twice adds nothing; an undo takes it back', async () => {
    const upload = desk.upload(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv');
    const { files } = await desk.preview({ upload });
    expect(files[0]).toMatchObject({
      format: 'binance-klines',
      market: BTC,
      new: 160,
      already: 0,
      problems: [],
    });
    expect(files[0]?.byKind).toEqual(
      expect.arrayContaining([
        { kind: 'close', count: 40 },
        { kind: 'volume', count: 40 },
        { kind: 'price', count: 40 },
      ]),
    );
    const { batches, added } = await desk.confirm({ upload });
    expect([added, batches[0]?.observations, batches[0]?.prices]).toEqual([160, 120, 40]);
    expect(await desk.bring(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv')).toMatchObject({
      added: 0,
      already: 160,
    });
    expect((await call('market.series', {})).series).toHaveLength(3);
    await desk.undo(batches[0]?.id ?? '');
    expect((await call('market.series', {})).series).toEqual([]);
  });

  it('values that two files state stay with the second where the first is undone', async () => {
    const first = desk.upload(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv');
    const { batches } = await desk.confirm({ upload: first });
    expect(await desk.bring(dailyKlines(30), 'BTCUSDT-1d-2026-11.csv')).toMatchObject({ added: 0 });
    await desk.undo(batches[0]?.id ?? '');
    expect((await call('market.series', {})).series.map(({ count, sources }) => [count, sources])).toEqual(
      Array(3).fill([30, ['BTCUSDT-1d-2026-11.csv']]),
    );
    expect(await desk.bring(dailyKlines(30), 'BTCUSDT-1d-2026-11.csv')).toMatchObject({ added: 0 });
  });

  it('a file that does not say its market is read once the user has said it', async () => {
    const upload = desk.upload(dailyKlines(2), 'prices.csv');
    expect((await desk.preview({ upload })).files[0]?.problems[0]?.code).toBe('import/market-unknown');
    const { files } = await desk.preview({ upload, market: 'binance-spot:BTCUSDT' });
    expect(files[0]).toMatchObject({ market: 'binance-spot:BTCUSDT', problems: [] });
    await desk.confirm({ upload, market: 'binance-spot:BTCUSDT' });
    const prices = must(await pricesHandlers['prices.read']({}, desk.context()));
    expect(prices.prices).toMatchObject([{ of: 'BTC', price: '60600', time: '2026-11-21T23:59:59.999Z' }]);
  });

  it('closes in other money than the ledger’s are no prices of coins', async () => {
    const { files } = await desk.preview({
      upload: desk.upload(dailyKlines(2), 'x.csv'),
      market: 'binance-spot:ETHBTC',
    });
    expect(files[0]?.problems).toMatchObject([{ code: 'import/price-in-other-money', severity: 'warning' }]);
    expect(files[0]?.byKind.map(({ kind }) => kind)).not.toContain('price');
  });

  it('a JSON file is stored under the hash of its own bytes', async () => {
    const entry = (day: string, value: number): object => ({
      value: String(value),
      value_classification: 'Fear',
      timestamp: String(Date.parse(day) / 1000),
    });
    const content = JSON.stringify({ name: 'Fear and Greed Index', data: [entry('2026-11-21', 20)] });
    const { batches } = await desk.bring(content, 'fng.json');
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
    expect(batches[0]?.fileHash).toBe(Buffer.from(hash).toString('hex'));
    const { subjects } = await call('market.readings', {});
    expect(subjects).toMatchObject([
      {
        of: 'alternative.me',
        kind: 'vendor',
        asset: null,
        readings: [{ value: '20', threshold: { level: 'extreme' } }],
      },
    ]);
  });
});

describe('readings', () => {
  it('funding is ranked against its own year, and a small sample is refused in words', async () => {
    await desk.bring(funding(300), 'BTCUSDT-fundingRate-2026-11.csv');
    const { subjects, note } = await call('market.readings', { of: BTC });
    expect(note).toMatch(/^Context only/u);
    expect(subjects[0]).toMatchObject({ kind: 'contract', asset: 'BTC' });
    expect(subjects[0]?.readings[0]).toMatchObject({
      measure: 'funding-rate',
      value: '0.0006',
      hours: 8,
      perYear: '0.657',
      words: '0.06 % for 8 hours, which is 65.7 % a year: longs pay shorts, so a short hedge receives it.',
      stale: false,
      history: { percentile: '1', sample: 299, mark: 'extreme', end: 'high' },
      threshold: { level: 'extreme', confidence: 'from-knowledge' },
    });
    const early = await call('market.readings', { of: BTC }, '2026-10-12T12:00:00Z');
    const { history } = early.subjects[0]?.readings[0] ?? {};
    expect(history).toMatchObject({ percentile: null, mark: null, needed: 180 });
    expect(history?.sample).toBeLessThan(180);
    expect(history?.words).toBe(
      `No rank: ${history?.sample} earlier values within a year, and 180 are needed.`,
    );
  });

  it('what comes later changes nothing that was said before', async () => {
    await desk.bring(funding(300), 'BTCUSDT-fundingRate-2026-11.csv');
    const before = await call('market.readings', {}, '2026-11-20T12:00:00Z');
    await call('market.type', { of: BTC, funding: { rate: '5', unit: 'bp', hours: 8 } });
    expect(await call('market.readings', {}, '2026-11-20T12:00:00Z')).toEqual(before);
  });

  it('volume is a mean of whole days, volatility of closes; both are said to be old after a day', async () => {
    await desk.bring(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv');
    const { subjects } = await call('market.readings', { asset: 'BTC' });
    const readings = new Map(subjects[0]?.readings.map((one) => [one.measure, one]));
    expect(readings.get('volume')).toMatchObject({ value: '1000', ageHours: 12, stale: false });
    // ln(60600 / 60000) up and down by turns: a standard deviation of about 1 %.
    expect(Number(readings.get('daily-volatility')?.value)).toBeCloseTo(0.01, 3);
    const later = await call('market.readings', { of: BTC }, '2026-11-24T12:00:00Z');
    expect(later.subjects[0]?.readings.every(({ stale }) => stale)).toBe(true);
  });

  it('hours of one file and days of another are not counted twice', async () => {
    await desk.bring(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv');
    const first = Math.floor(nowMs / DAY_MS) * DAY_MS - DAY_MS;
    const rows = Array.from({ length: 24 }, (_, at) => {
      const open = first + at * (DAY_MS / 24);
      return `${open},60000,60000,60000,60000,50,${open + DAY_MS / 24 - 1},3000000,9,1,1,0`;
    });
    await desk.bring([klineHeader, ...rows].join('\n'), 'BTCUSDT-1h-2026-11-21.csv');
    const { subjects } = await call('market.readings', { of: BTC });
    const volume = subjects[0]?.readings.find(({ measure }) => measure === 'volume');
    expect(Number(volume?.value)).toBeCloseTo((29 * 1000 + 24 * 50) / 30, 9);
    const { series } = await call('market.series', {});
    expect(series.map(({ missing }) => missing)).toEqual([0, 0, 0]);
  });

  it('the basis of a dated contract to its fixing', async () => {
    const prices = [
      { of: 'BTC', price: '60000', time: '2026-11-22T10:00:00Z' },
      { of: 'binance-um:BTCUSDT_261225', price: '60600', time: '2026-11-22T10:00:00Z' },
    ];
    must(await pricesHandlers['prices.set']({ prices }, desk.context()));
    const { subjects } = await call('market.readings', { of: 'binance-um:BTCUSDT_261225' });
    const basis = subjects[0]?.readings.find(({ measure }) => measure === 'basis');
    // 1 % over 33 days less two hours.
    expect(Number(basis?.value)).toBeCloseTo((0.01 * 365) / (33 - 2 / 24), 6);
    expect(basis).toMatchObject({
      threshold: { level: 'neutral' },
      hedge: expect.stringMatching(/locks this in/u),
    });
  });

  it('a history is thinned, and never made up', async () => {
    await desk.bring(funding(300), 'BTCUSDT-fundingRate-2026-11.csv');
    const { points, count } = await call('market.history', { measure: 'funding-rate', of: BTC, points: 50 });
    expect([count, points.length, points.at(-1)?.value]).toEqual([300, 50, '0.0006']);
  });

  it('gaps are counted', async () => {
    const lines = funding(30).split('\n');
    await desk.bring(
      lines.filter((_, at) => at !== 5 && at !== 6).join('\n'),
      'BTCUSDT-fundingRate-2026-11.csv',
    );
    const { series } = await call('market.series', {});
    expect(series).toMatchObject([{ count: 28, stepHours: 8, gaps: 1, missing: 2, stale: false }]);
  });
});

describe('typing', () => {
  it('every number comes back in words, and the latest typed one counts', async () => {
    const { echo, stored } = await call('market.type', {
      of: BTC,
      funding: { rate: '0.01', unit: 'percent', hours: 8 },
      bid: '59994',
      ask: '60006',
      depth: [{ side: 'bid', withinPercent: '1.0', size: '6000000', unit: 'money' }],
      volume24h: { amount: '100000', unit: 'coins' },
      openInterest: { amount: '90000', unit: 'coins' },
      accountRatio: '1.4',
    });
    expect(stored).toBe(7);
    expect(echo).toEqual([
      '0.01 % for 8 hours, which is 10.95 % a year: longs pay shorts, so a short hedge receives it.',
      'The middle is 60,000; half the spread is 0.01 % of it, the least that an order at once costs.',
      'Depth up to 1 % below the middle: 100 coins.',
      'Volume of 24 hours: 100,000 coins.',
      'Open interest: 90,000 coins.',
      '1.4 long accounts for each short one.',
    ]);
  });

  it('contracts of fixed dollars are coins at the price', async () => {
    const { echo } = await call('market.type', {
      of: 'binance-cm:BTCUSD_PERP',
      bid: '49990',
      ask: '50010',
      openInterest: { amount: '5000', unit: 'contracts' },
    });
    expect(echo[1]).toBe('Open interest: 10 coins.');
  });

  it.each<[string, CallInput<'market.type'>]>([
    ['a name that is no market', { of: 'nope', funding: { rate: '1', unit: 'bp', hours: 8 } }],
    ['the mood of a contract', { of: BTC, fearGreed: 13 }],
    ['funding of a coin', { of: 'BTC', funding: { rate: '1', unit: 'bp', hours: 8 } }],
  ])('%s is refused, and nothing stored', async (_name, typed) => {
    const answer = await result('market.type', typed);
    expect(answer.ok ? null : answer.failure.code).toBe('call/invalid-input');
  });

  it.each<[string, Partial<CallInput<'market.type'>>]>([
    ['market/nothing-typed', {}],
    ['market/bid-without-ask', { bid: '1' }],
    ['market/bid-above-ask', { bid: '2', ask: '1' }],
    ['market/rate-implausible', { funding: { rate: '10', unit: 'percent', hours: 8 } }],
    ['market/unit-needs-price', { volume24h: { amount: '1', unit: 'money' } }],
    ['call/invalid-input', { fearGreed: 5, time: '2027-01-01T00:00:00Z' }],
  ])('%s', async (code, typed) => {
    const answer = await result('market.type', { of: BTC, ...typed });
    expect(answer.ok ? null : answer.failure.code).toBe(code);
    expect((await call('market.series', {})).series).toEqual([]);
  });
});

describe('what an order costs', () => {
  const book = 'asks\n60010 1\n60100 2\n60400 50\nbids\n59990 1\n59900 2\n59000 3';

  it('walks a pasted book; where depth ends there is no price', async () => {
    const { echo } = await call('market.saveBook', { contract: BTC, unit: 'coins', text: book });
    expect(echo[0]).toBe('3 levels of bids, 6 coins in all, the best at 59,990.');
    const sold = await call('market.slippage', { contract: BTC, side: 'sell', quantity: '3' });
    const asked = sold.tickets.find((one) => one.asked);
    // (59990 + 2 · 59900) ÷ 3 = 59930: 70 below the middle of 60000.
    expect(asked).toMatchObject({
      coins: '3',
      walk: { kind: 'filled', averagePrice: '59930', bound: false },
      from: 'book',
      halfSpread: '0.000166666666666667',
    });
    expect(Number(asked?.cost)).toBeCloseTo(70 / 60_000, 12);
    expect(asked?.stressed?.severe).toMatchObject({ kind: 'cannot-fill', available: '1.2' });
    expect(sold.tickets.find(({ notional }) => notional === '500000')).toMatchObject({
      walk: { kind: 'cannot-fill', available: '6' },
      cost: null,
      costMoney: null,
    });
    expect(sold.missing).toHaveLength(2);
  });

  it('takes the worse of book and square-root estimate, with the band beside', async () => {
    await desk.bring(dailyKlines(40), 'BTCUSDT-1d-2026-10.csv');
    await call('market.saveBook', { contract: BTC, unit: 'coins', text: book });
    const { tickets, missing } = await call('market.slippage', {
      contract: BTC,
      side: 'buy',
      quantity: '10',
    });
    const asked = tickets.find((one) => one.asked);
    // 1 % of a day's volume at 1 % a day: 0.1 %; the book gives (60010 + 2 · 60100 + 7 · 60400) ÷ 10, 0.5 %.
    expect(Number(asked?.impact?.middle)).toBeCloseTo(0.001, 4);
    expect(asked).toMatchObject({ from: 'book', shareOfVolume: '0.01', volumeFlag: 'caution' });
    expect(missing).toEqual([]);
  });

  it('sums by distance are bounds, and are said to be', async () => {
    const depth = [
      { side: 'ask', withinPercent: '1', size: '100', unit: 'coins' },
      { side: 'ask', withinPercent: '2', size: '150', unit: 'coins' },
    ] as const;
    await call('market.type', { of: BTC, bid: '59999', ask: '60001', depth: [...depth] });
    const { tickets } = await call('market.slippage', { contract: BTC, side: 'buy', quantity: '120' });
    const asked = tickets.find((one) => one.asked);
    expect(asked?.walk).toMatchObject({ kind: 'filled', worstPrice: '61200', bound: true });
    expect(asked?.words).toMatch(/^At most 1\.167 %, by the depth\./u);
    expect(asked?.shareOfDepth).toBe('1.2');
    const thin = await call('market.slippage', { contract: BTC, side: 'buy', quantity: '151' });
    expect(thin.sentence).toMatch(/Cannot be filled/u);
  });

  it('compares markets of one coin and says which of the user’s is deepest', async () => {
    await call('market.saveBook', { contract: BTC, unit: 'coins', text: book });
    await call('market.saveBook', {
      contract: 'okx:BTC-USDT-SWAP',
      unit: 'coins',
      text: '{"bids":[["59995","40"]],"asks":[["60005","40"]]}',
    });
    const { venues, deepest } = await call('market.slippage', {
      contract: BTC,
      side: 'sell',
      notional: '60000',
    });
    expect(venues.map(({ contract: one, depth, yours }) => [one, depth, yours])).toEqual([
      ['okx:BTC-USDT-SWAP', '40', false],
      [BTC, '3', false],
    ]);
    expect(deepest).toBeNull();
  });

  it.each([
    ['contracts/unknown', { contract: 'nowhere:X', side: 'buy', quantity: '1' }],
    ['market/size-needed', { contract: BTC, side: 'buy' }],
    ['market/no-price', { contract: BTC, side: 'buy', quantity: '1' }],
  ] as const)('%s', async (code, input) => {
    const answer = await result('market.slippage', input);
    expect(answer.ok ? null : answer.failure.code).toBe(code);
  });

  it.each([
    ['market/book-empty', 'bids\nasks'],
    ['market/book-crossed', 'bid 101 1\nask 100 1'],
    ['market/book-unreadable', 'bids\n100 one'],
    ['market/book-unreadable', '100 1'],
    ['market/book-unreadable', '{"bids": 5}'],
  ])('%s', async (code, text) => {
    const answer = await result('market.saveBook', { contract: BTC, unit: 'coins', text });
    expect(answer.ok ? null : answer.failure.code).toBe(code);
    expect(await call('market.book', { contract: BTC })).toEqual({ book: null });
  });

  it('a book is forgotten', async () => {
    await call('market.saveBook', { contract: BTC, unit: 'coins', text: book });
    await call('market.dropBook', { contract: BTC });
    expect(await call('market.book', { contract: BTC })).toEqual({ book: null });
  });
});
