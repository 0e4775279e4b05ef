/** From a file's bytes into a real encrypted ledger and out again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { toIso } from '../../../src/shared/time/instant.ts';
import { type ImportDesk, must, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const rows = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => spotRow(from + at));

describe('preview', () => {
  it('shows what would arrive and stores nothing', async () => {
    const before = desk.ledger.hash();
    const file = spotFile(spotRow(1), spotRow(1), spotRow(2), 'not,a,row');
    const { files, balances } = await desk.preview({ upload: desk.upload(file, 'trades.csv') });
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      file: 'trades.csv',
      format: 'binance-spot',
      formatName: 'Binance Spot Trade History',
      account: 'Binance',
      timeZone: 'UTC',
      timeZoneFrom: 'file',
      rows: 4,
      new: 3,
      already: 0,
      identicalKept: 1,
      byKind: [{ kind: 'buy', count: 3 }],
    });
    expect(files[0]?.problems).toMatchObject([
      { code: 'import/row-width', severity: 'error', count: 1, rows: [{ line: 5, raw: 'not,a,row' }] },
    ]);
    expect(files[0]?.sampleRows[0]).toEqual({
      line: 2,
      raw: spotRow(1),
      time: '2025-01-01T00:01:00Z',
      kind: 'buy',
      words: 'Bought 0.001 BTC for 90.001 USDT, fee 0.00001 BNB',
    });
    expect(balances).toEqual([
      { asset: 'BNB', account: 'binance', accountName: 'Binance', before: '0', after: '-0.00003' },
      { asset: 'BTC', account: 'binance', accountName: 'Binance', before: '0', after: '0.003' },
      { asset: 'USDT', account: 'binance', accountName: 'Binance', before: '0', after: '-270.004' },
    ]);
    expect(desk.ledger.hash()).toBe(before);
    expect(await desk.ledger.read.eventCount()).toBe(0);
  });

  it('counts what the ledger has, and what an earlier file of the same preview brings', async () => {
    await desk.bring(spotFile(...rows(0, 5)));
    const first = desk.upload(spotFile(...rows(3, 8)));
    const second = desk.upload(spotFile(...rows(6, 10)));
    const { files, balances } = await desk.preview({ upload: first }, { upload: second });
    expect(files.map(({ new: fresh, already }) => [fresh, already])).toEqual([
      [3, 2],
      [2, 2],
    ]);
    expect(balances.find(({ asset }) => asset === 'BTC')).toMatchObject({ before: '0.005', after: '0.01' });
  });

  it('has every problem of every file at once', async () => {
    const bad = desk.upload('Time,Nothing\n1,2\n', 'unknown.csv');
    const empty = desk.upload('', 'empty.csv');
    const good = desk.upload(spotFile(spotRow(1)));
    const { files } = await desk.preview({ upload: bad }, { upload: empty }, { upload: good });
    expect(files.map(({ format, problems }) => [format, problems.map(({ code }) => code)])).toEqual([
      [null, ['import/unknown-format']],
      [null, ['import/empty-file']],
      ['binance-spot', []],
    ]);
  });

  it('takes the user’s account and time zone', async () => {
    const upload = desk.upload(
      'Time,Pair,Side,Price,Executed,Amount,Fee\n25-07-01 12:00:00,BTCUSDT,BUY,2,1BTC,2USDT,0BNB\n',
    );
    const { files } = await desk.preview({ upload, account: 'Binance (old)', timeZone: 'Europe/Berlin' });
    expect(files[0]).toMatchObject({
      account: 'Binance (old)',
      timeZone: 'Europe/Berlin',
      timeZoneFrom: 'given',
    });
    expect(files[0]?.sampleRows[0]?.time).toBe('2025-07-01T10:00:00Z');
    const { batches } = await desk.confirm({ upload, account: 'Binance (old)', timeZone: 'Europe/Berlin' });
    expect(batches[0]?.account).toBe('binance-old');
    expect((await desk.ledger.read.accounts()).map(({ id, name }) => [id, name])).toEqual([
      ['binance-old', 'Binance (old)'],
    ]);
    const wrong = await desk.preview({ upload: desk.upload(spotFile(spotRow(1))), timeZone: 'Mars/Olympus' });
    expect(wrong.files[0]?.problems[0]?.code).toBe('import/unknown-time-zone');
    const ours = desk.upload('Time,Kind,Account,Asset,Price\n2026-01-01,price,,BTC,1\n');
    const named = await desk.preview({ upload: ours, account: 'Elsewhere' });
    expect(named.files[0]?.problems[0]?.code).toBe('import/account-not-a-choice');
  });
});

describe('confirm', () => {
  it('stores events with their rows; importing again adds nothing and leaves the ledger as it was', async () => {
    const file = spotFile(...rows(0, 20), spotRow(0));
    const first = await desk.bring(file);
    expect(first).toMatchObject({ added: 21, already: 0, identicalKept: 1, skippedRows: 0 });
    expect(first.ledgerHash).toBe(desk.ledger.hash());
    const again = await desk.bring(file, 'under-another-name.csv');
    expect(again).toMatchObject({ added: 0, already: 21, batches: [], ledgerHash: first.ledgerHash });
    expect(await desk.ledger.read.eventCount()).toBe(21);
    const [event] = await desk.ledger.read.events();
    expect(await desk.ledger.read.eventRow(event!.id)).toMatchObject({
      file: 'export.csv',
      line: 2,
      raw: spotRow(0),
    });
  });

  it('keeps the larger count of equal rows of two files, in one confirm or in two', async () => {
    const one = spotFile(spotRow(1), spotRow(1), spotRow(2));
    const other = spotFile(spotRow(1), spotRow(2), spotRow(2), spotRow(2));
    const both = await desk.confirm({ upload: desk.upload(one) }, { upload: desk.upload(other) });
    expect(both).toMatchObject({ added: 5, already: 2 });
    const second = await openDesk();
    await second.bring(other);
    await second.bring(one);
    expect(await second.ledger.read.eventCount()).toBe(5);
    const ids = async (from: ImportDesk): Promise<unknown> =>
      (await from.ledger.read.events()).map(({ id, sequence }) => `${id} ${sequence}`);
    expect(await ids(second)).toEqual(await ids(desk));
    await second.end();
  });

  it('knows a row again in another generation of the export', async () => {
    const moment = '2022-12-24T08:28:33Z';
    const third =
      'Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n' +
      `${moment},Sell,ETH,0.50,USD,1200,600.00,594.00,6.00,Sold 0.5 ETH for 594 USD\n` +
      `${moment},Rewards Income,ETH,0.01,USD,1200,12.00,12.00,0,\n`;
    const fourth =
      'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n' +
      'x1,2022-12-24 08:28:33 UTC,Sell,ETH,-0.5,USD,$1200.00,$600.00,$594.00,$6.00,Sold 0.5 ETH for 594 USD\n' +
      'x2,2022-12-24 08:28:33 UTC,Reward Income,ETH,0.01,USD,$1200.00,$12.00,$12.00,$0.00,\n';
    expect(await desk.bring(third)).toMatchObject({ added: 2 });
    expect(await desk.bring(fourth)).toMatchObject({ added: 0, already: 2 });
    const old =
      'Date(UTC);Market;Type;Price;Amount;Total;Fee;Fee Coin\n2021-01-01 00:00:00;BTCUSDT;BUY;30000.0;0.10;3000;0.0;BNB\n';
    const later = spotFile('2021-01-01 00:00:00,BTCUSDT,BUY,"30,000",0.1BTC,"3,000.00USDT",0BNB');
    expect(await desk.bring(old)).toMatchObject({ added: 1 });
    expect(await desk.bring(later)).toMatchObject({ added: 0, already: 1 });
  });

  it('takes the same rows in two accounts for two trades', async () => {
    await desk.bring(spotFile(spotRow(1)));
    const upload = desk.upload(spotFile(spotRow(1)));
    expect(await desk.confirm({ upload, account: 'Binance of my wife' })).toMatchObject({ added: 1 });
  });

  it('counts a row with two faults once', async () => {
    const upload = desk.upload(spotFile(spotRow(1).replace('BUY', 'HOLD').replace('0.001BTC', 'BTC')));
    const request = { files: [{ upload }], skipBadRows: true };
    const answer = must(await importHandlers['imports.confirm'](request, desk.context()));
    expect(answer).toMatchObject({ added: 0, skippedRows: 1 });
  });

  it('leaves rows that another file states, too, when a file is undone', async () => {
    const two = await desk.bring(spotFile(spotRow(1), spotRow(1)), 'two.csv');
    const three = spotFile(spotRow(1), spotRow(1), spotRow(1));
    await desk.bring(three, 'three.csv');
    await desk.undo(two.batches[0]!.id);
    expect(await desk.ledger.read.eventCount()).toBe(3);
    expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
    expect(await desk.bring(three, 'three.csv')).toMatchObject({ added: 0, already: 3, batches: [] });
    const [left] = await desk.ledger.read.batches();
    expect(left).toMatchObject({ file: 'three.csv', events: 3 });
    await desk.undo(left!.id);
    expect(await desk.ledger.read.eventCount()).toBe(0);
  });

  it('refuses bad rows unless told to leave them out', async () => {
    const before = desk.ledger.hash();
    const upload = desk.upload(
      spotFile(spotRow(1), spotRow(2).replace('0.001BTC', '-0.001BTC'), 'x'),
      'trades.csv',
    );
    const request = { files: [{ upload }], skipBadRows: false };
    const refused = await importHandlers['imports.confirm'](request, desk.context());
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'import/bad-rows', where: { file: 'trades.csv', row: 3 } },
    });
    expect(desk.ledger.hash()).toBe(before);
    const skipped = must(
      await importHandlers['imports.confirm']({ ...request, skipBadRows: true }, desk.context()),
    );
    expect(skipped).toMatchObject({ added: 1, skippedRows: 2 });
    expect(skipped.batches[0]?.skippedRows).toBe(2);
  });

  it('stores nothing of a file beside one that cannot be read', async () => {
    const before = desk.ledger.hash();
    const files = [
      { upload: desk.upload(spotFile(spotRow(1))) },
      { upload: desk.upload('PK\u0003\u0004', 'a.xlsx') },
    ];
    const answer = await importHandlers['imports.confirm']({ files, skipBadRows: true }, desk.context());
    expect(answer).toMatchObject({ ok: false, failure: { code: 'import/zip-damaged' } });
    expect(desk.ledger.hash()).toBe(before);
  });

  it('lets the uploads go', async () => {
    const upload = desk.upload(spotFile(spotRow(1)));
    await desk.confirm({ upload });
    const again = await importHandlers['imports.confirm'](
      { files: [{ upload }], skipBadRows: false },
      desk.context(),
    );
    expect(again).toMatchObject({ ok: false, failure: { code: 'import/upload-unknown' } });
  });
});

describe('prices', () => {
  const file = (price: string): string => `Time,Kind,Account,Asset,Price\n2026-01-01,price,,BTC,${price}\n`;

  it('come once, whatever the file is called', async () => {
    expect(await desk.bring(file('90000'), 'one.csv')).toMatchObject({
      added: 1,
      batches: [{ prices: 1, events: 0 }],
    });
    const hash = desk.ledger.hash();
    expect(await desk.bring(file('90000'), 'two.csv')).toMatchObject({ added: 0, already: 1, batches: [] });
    expect(desk.ledger.hash()).toBe(hash);
  });

  const list = (...days: readonly (readonly [day: string, price: string])[]): string =>
    ['Time,Kind,Account,Asset,Price', ...days.map(([day, price]) => `${day},price,,BTC,${price}`), ''].join(
      '\n',
    );
  const [a, b] = [
    list(['2026-03-01', '61000'], ['2026-03-02', '62000']),
    list(['2026-03-02', '62000'], ['2026-03-03', '63000']),
  ];
  const marks = async (): Promise<string[]> =>
    (await desk.ledger.read.marks()).map(({ time, price, source }) =>
      [toIso(time).slice(5, 10), toText(price), source].join(' '),
    );

  it('of a file stay when another that states them, too, is undone', async () => {
    await desk.bring(b, 'b.csv');
    const alone = desk.ledger.hash();
    await desk.bring(a, 'a.csv');
    const both = desk.ledger.hash();
    for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
    const { batches } = await desk.bring(a, 'a.csv');
    await desk.bring(b, 'b.csv');
    expect(desk.ledger.hash()).toBe(both);
    await desk.undo(batches[0]!.id);
    expect(await marks()).toEqual(['03-02 62000 file b.csv line 2', '03-03 63000 file b.csv line 3']);
    expect(desk.ledger.hash()).toBe(alone);
    expect(await desk.ledger.read.recomputeHash()).toBe(alone);
  });

  it('are the same ledger whatever their file is called and in whatever line they stand', async () => {
    await desk.bring(a, 'a.csv');
    const hash = desk.ledger.hash();
    for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
    await desk.bring(a.replace('\n', '\n\n'), 'other name.csv');
    expect(await marks()).toEqual([
      '03-01 61000 file other name.csv line 3',
      '03-02 62000 file other name.csv line 4',
    ]);
    expect(desk.ledger.hash()).toBe(hash);
  });

  it('that differ for one time are both kept: one counts, whatever came first, and that is said', async () => {
    const hashes: string[] = [];
    for (const order of [
      [file('90000'), file('91000.5')],
      [file('91000.5'), file('90000')],
    ]) {
      const batches = [];
      for (const [at, text] of order.entries()) {
        const preview = await desk.preview({ upload: desk.upload(text, `${at}.csv`) });
        expect(preview.files[0]?.problems.map(({ code }) => code)).toEqual(
          at === 0 ? [] : ['import/price-differs'],
        );
        batches.push((await desk.bring(text, `${at}.csv`)).batches[0]!);
      }
      expect((await desk.ledger.read.marks()).map(({ price }) => toText(price))).toEqual(['91000.5']);
      hashes.push(desk.ledger.hash());
      for (const { id } of batches) await desk.undo(id);
    }
    expect(new Set(hashes).size).toBe(1);
  });
});

it('a file without rows says so and brings nothing', async () => {
  const { files } = await desk.preview({ upload: desk.upload(spotFile()) });
  expect(files[0]).toMatchObject({
    format: 'binance-spot',
    rows: 0,
    problems: [{ code: 'import/no-rows', severity: 'warning', rows: [] }],
  });
  expect(await desk.bring(spotFile())).toMatchObject({ added: 0, batches: [] });
});

it('Binance’s two futures files together: the profit counts once in the balance', async () => {
  const trades = desk.upload(
    'Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID\n' +
      '25-02-03 04:05:06,BTCUSDT,BUY,90000,0.1,9000,3.6USDT,250,true,false,1,1\n',
  );
  const income = desk.upload(
    'Time,Type,Amount,Asset,Symbol,Transaction ID\n' +
      '25-02-03 04:00:00,TRANSFER,1000,USDT,,1\n' +
      '25-02-03 04:05:06,REALIZED_PNL,250,USDT,BTCUSDT,2\n' +
      '25-02-03 04:05:06,COMMISSION,-3.6,USDT,BTCUSDT,2\n' +
      '25-02-03 08:00:00,FUNDING_FEE,-1.4,USDT,BTCUSDT,3\n',
  );
  const alone = await desk.preview({ upload: income });
  expect(alone.balances).toEqual([
    { asset: 'USDT', account: 'binance-futures', accountName: 'Binance Futures', before: '0', after: '1245' },
  ]);
  const both = await desk.preview({ upload: trades }, { upload: income });
  expect(both.balances).toEqual([
    { asset: 'USDT', account: 'binance-futures', accountName: 'Binance Futures', before: '0', after: '1245' },
  ]);
  await desk.confirm({ upload: income });
  const then = await desk.preview({ upload: trades });
  expect(then.balances).toEqual([
    {
      asset: 'USDT',
      account: 'binance-futures',
      accountName: 'Binance Futures',
      before: '1245',
      after: '1245',
    },
  ]);
});

describe('cancelling', () => {
  it('leaves nothing and comes within half a second', async () => {
    const before = desk.ledger.hash();
    const upload = desk.upload(spotFile(...Array.from({ length: 30_000 }, (_, n) => spotRow(n))));
    const abort = new AbortController();
    let cancelledAt = 0;
    const context = desk.context(abort.signal, (phase, done) => {
      if (!phase.startsWith('Reading') || done < 500_000 || abort.signal.aborted) return;
      cancelledAt = performance.now();
      abort.abort();
    });
    const confirm = importHandlers['imports.confirm']({ files: [{ upload }], skipBadRows: false }, context);
    await expect(confirm).rejects.toThrow(/abort/iu);
    expect(performance.now() - cancelledAt).toBeLessThan(500);
    expect(desk.ledger.hash()).toBe(before);
    expect(await desk.ledger.read.eventCount()).toBe(0);
    expect(await desk.confirm({ upload })).toMatchObject({ added: 30_000 });
  });
});

describe('undo', () => {
  it('is exact: import, undo, import gives the same ledger', async () => {
    const file = spotFile(...rows(0, 50), spotRow(3));
    const empty = desk.ledger.hash();
    const first = await desk.bring(file);
    expect(await desk.undo(first.batches[0]!.id)).toBe(51);
    expect(desk.ledger.hash()).toBe(empty);
    expect(await desk.ledger.read.accounts()).toEqual([]);
    const again = await desk.bring(file);
    expect(again.ledgerHash).toBe(first.ledgerHash);
    expect(await desk.ledger.read.recomputeHash()).toBe(first.ledgerHash);
  });

  it('lists what was imported and refuses what was not', async () => {
    await desk.bring(spotFile(...rows(0, 3)), 'one.csv');
    const { batches } = must(await importHandlers['imports.list']({}, desk.context()));
    expect(batches).toMatchObject([
      {
        file: 'one.csv',
        format: 'binance-spot',
        events: 3,
        first: '2025-01-01T00:00:00Z',
        last: '2025-01-01T00:02:00Z',
      },
    ]);
    const undone = await importHandlers['imports.undo']({ batch: '999' }, desk.context());
    expect(undone).toMatchObject({ ok: false, failure: { code: 'ledger/no-such-batch' } });
  });
});

it('without a ledger every call that needs one says so', async () => {
  const session = { ...desk.session, ledger: null };
  const context = { ...desk.context(), session };
  const upload = desk.upload(spotFile(spotRow(1)));
  const answers = [
    await importHandlers['imports.preview']({ files: [{ upload }] }, context),
    await importHandlers['imports.confirm']({ files: [{ upload }], skipBadRows: false }, context),
    await importHandlers['imports.list']({}, context),
    await importHandlers['imports.undo']({ batch: '1' }, context),
  ];
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ledger/locked' } });
});

it.each([
  ['its name says another zone', 'Binance-Spot-Trade-History-202601020000(UTC--6)_x.csv', {}],
  ['another zone is chosen', 'export.csv', { timeZone: 'Asia/Shanghai' }],
])('a file that is there comes in no other time zone: %s', async (_, name, choice) => {
  // The short header states no zone.
  const text = `Time,Pair,Side,Price,Executed,Amount,Fee\n26-01-01 10:00:00,BTCUSDT,BUY,90000,0.01BTC,900USDT,0.00001BNB\n`;
  await desk.bring(text, 'renamed.csv');
  const before = desk.ledger.hash();
  const files = [{ upload: desk.upload(text, name), ...choice }];
  const other = desk.upload(spotFile(spotRow(5)), 'other.csv');
  const preview = await desk.preview({ upload: other }, ...files);
  expect(preview.files.map(({ problems, new: added }) => [problems[0]?.code, added])).toEqual([
    [undefined, 1],
    ['import/file-in-other-zone', 0],
  ]);
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: true }, desk.context());
  expect(answer).toMatchObject({ ok: false, failure: { code: 'import/file-in-other-zone' } });
  expect(desk.ledger.hash()).toBe(before);
});

it('JSON beyond what any history has is refused before it is read', async () => {
  const { files } = await desk.preview({ upload: desk.upload(`[${'{},'.repeat(3_000_000)}{}]`, 'a.json') });
  expect(files[0]?.problems).toMatchObject([{ code: 'import/unknown-json' }]);
});
