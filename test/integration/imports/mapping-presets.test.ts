/**
 * Files of the three places that nobody has published a file of, from dropped to stored. Own rows: the words are those of
 * the exchanges' interfaces (formats.md sections 3, 4 and 10), the layouts are presumed.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import type { MappingProfile } from '../../../src/shared/domain/mapping-profile.ts';
import { mappingHandlers } from '../../../src/main/core/services/mapping/mapping-handlers.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

interface Dropped {
  readonly name: string;
  readonly asked: readonly string[];
  readonly rows: readonly string[];
  readonly account: string;
}

/** Drops the file, answers what is asked, stores it, and drops it again. */
async function drop(
  file: string,
  lines: readonly string[],
  answers: Partial<MappingProfile>,
): Promise<Dropped> {
  const text = `${lines.join('\n')}\n`;
  const upload = desk.upload(text, file);
  const [first] = (await desk.preview({ upload })).files;
  expect(first?.format).toBeNull();
  const suggested = must(await mappingHandlers['mapping.suggest']({ upload }, desk.context()));
  const profile = { ...suggested.profile, ...answers } as typeof suggested.profile;
  const preview: CallAnswer<'mapping.preview'> = must(
    await mappingHandlers['mapping.preview']({ upload, profile }, desk.context()),
  );
  expect(preview.problems).toEqual([]);
  must(await mappingHandlers['mapping.save']({ profile }, desk.context()));
  const stored = await desk.confirm({ upload });
  expect(stored.added).toBe(preview.events);
  expect((await desk.bring(text, `again ${file}`)).added).toBe(0);
  return {
    name: profile.name,
    asked: suggested.problems.map(({ field }) => field),
    rows: preview.rows.map(({ words, problems }) =>
      [words, ...problems.map(({ message }) => message)].join(' '),
    ),
    account: profile.account.name,
  };
}

it('WEEX: bills of futures', async () => {
  const lines = [
    'billId,cTime,businessType,symbol,coinName,amount,fillFee,afterAmount',
    '1,1767607200000,transfer_in,,USDT,5000,0,5000',
    '2,1767693600000,position_open_long,cmt_btcusdt,USDT,0,3,4997',
    '3,1767697200000,position_close_long,cmt_btcusdt,USDT,120.5,3.1,5114.4',
    '4,1767700800000,position_funding,cmt_btcusdt,USDT,-0.8,0,5113.6',
    '5,1767704400000,margin_move_out,cmt_btcusdt,USDT,10,0,5113.6',
    '6,1767708000000,order_fill_fee_income,,USDT,0.5,0,5114.1',
  ];
  expect(await drop('weex futures 2026.csv', lines, {})).toEqual({
    name: 'WEEX (unverified)',
    // The balances show that the fee is beside the amount.
    asked: [],
    rows: [
      'Received 5,000 USDT from elsewhere',
      'Paid a futures fee of 3 USDT on BTCUSDT',
      'Profit of 120.5 USDT on BTCUSDT, fee 3.1 USDT',
      'Paid 0.8 USDT of funding on BTCUSDT',
      'Left out: moved within the account: no balance changed',
      'Was given back 0.5 USDT of fees',
    ],
    account: 'WEEX Futures',
  });
});

it('BingX standard futures: closed positions, whose prices show that the profit is net', async () => {
  const lines = [
    'Pair,Type,OpenTime(UTC+8),CloseTime(UTC+8),Quantity,Open Price,Close Price,Realized PNL,Fee,Quote Asset',
    'BTC-USDT,Long,2026-01-05 10:00:00,2026-01-06 10:00:00,0.1,90000,91000,91.9,8.1,USDT',
    'ETH-USDT,Short,2026-01-07 10:00:00,2026-01-08 10:00:00,2,3000,3050,-104.2,4.2,USDT',
  ];
  const dropped = await drop('BingX Standard Futures.csv', lines, {});
  expect(dropped).toEqual({
    name: 'BingX standard futures (unverified)',
    asked: [],
    rows: [
      'Position closed with a profit of 100 USDT on BTC-USDT, fee 8.1 USDT',
      'Position closed with a loss of 100 USDT on ETH-USDT, fee 4.2 USDT',
    ],
    account: 'BingX Futures',
  });
});

it('Coinbase Derivatives: a table made of its statements', async () => {
  const lines = [
    'Trade Date,Contract,Buy/Sell,Contracts,Trade Price,Realized P/L,Commissions & Fees',
    '01/05/2026,BIT-30JAN26-CDE,Buy,3,91000,,1.05',
    '01/15/2026,BIT-30JAN26-CDE,Sell,3,92000,30.00,1.05',
  ];
  expect(await drop('coinbase derivatives jan.csv', lines, { profit: 'gross' })).toEqual({
    name: 'Coinbase Derivatives (unverified)',
    asked: ['profitKind'],
    rows: [
      'Bought 3 BIT-30JAN26-CDE at 91,000, fee 1.05 USD',
      'Sold 3 BIT-30JAN26-CDE at 92,000, profit 30 USD, fee 1.05 USD',
    ],
    account: 'Coinbase Derivatives',
  });
});
