/**
 * A small ledger that never changes: files of our own making in documented layouts, and what the user decides. Its content
 * hash is pinned, and its full exports are kept as older programs made them.
 */
import { assetId } from '../../../src/shared/domain/asset.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { type ImportDesk, must, spotFile, spotRow } from './import-desk.fixture.ts';

/** In the order in which they come; the second spot file repeats a row of the first, and has it twice. */
export const fixedFiles: readonly (readonly [file: string, text: string])[] = [
  ['spot.csv', spotFile(spotRow(1), spotRow(2))],
  ['spot-again.csv', spotFile(spotRow(2), spotRow(2), spotRow(3))],
  [
    'statement.csv',
    [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      '1,2025-02-03 04:05:06,Spot,Deposit,ETH,2,""',
      '1,2025-02-04 04:05:06,Spot,Strange Thing,ETH,1.5,""',
      '1,2025-02-05 04:05:06,Spot,Strange Thing,ETH,0.25,""',
      '',
    ].join('\n'),
  ],
  [
    'perpetuals.csv',
    [
      'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
      '77,2025-05-02 01:00:00,ETHUSDT,SELL,1850.5,3,5551.5,2.2206 USDT,0,false,false,1001,2001',
      '77,2025-05-03 01:00:00,ETHUSDT,BUY,1800.5,3,5401.5,2.1606 USDT,150,true,false,1002,2002',
      '',
    ].join('\n'),
  ],
  [
    'own.csv',
    [
      'Kind,Account,Time(UTC+02:00),Sent Quantity,Sent Asset,Received Quantity,Received Asset,To Account,Reason,Account Kind',
      'buy,Kraken,2025-01-02 03:04:05,4000,USD,0.1,BTC,,,exchange',
      'transfer,Kraken,2025-01-03 03:04:05,0.1,BTC,0.0999,BTC,Ledger Nano,,',
      'income,Kraken,2025-01-04 03:04:05,,,0.5,DOT,,staking,',
      'spend,Ledger Nano,2025-01-05 03:04:05,0.01,BTC,,,,,wallet',
      '',
    ].join('\n'),
  ],
  ['prices.csv', ['Date,Asset,Price', '2025-01-04,DOT,7.25', '2025-02-03,ETH,2700.5', ''].join('\n')],
  // The one with more digits is in force, and of equally many the larger one.
  ['other-prices.csv', ['Date,Asset,Price', '2025-01-04,DOT,7.35', '2025-02-03,ETH,2700.45', ''].join('\n')],
  [
    'market.csv',
    [
      'Time,Of,Measure,Value,Hours,Level',
      '2025-05-02 08:00:00,binance:ETHUSDT,funding-rate,0.01%,8,',
      '2025-05-02 08:00:00,binance:ETHUSDT,depth,"1,250.5",,-1',
      '2025-05-02,coinmarketcap,fear-greed,40,24,',
      '',
    ].join('\n'),
  ],
  // That of the shorter span is in force.
  [
    'other-market.csv',
    [
      'Time,Of,Measure,Value,Hours,Level',
      '2025-05-02 08:00:00,binance:ETHUSDT,funding-rate,0.009%,4,',
      '2025-05-02,coinmarketcap,fear-greed,45,48,',
      '',
    ].join('\n'),
  ],
];

/** Of rows of the statement one counts twice, one not at all. */
export async function decideFixed({ ledger, context }: ImportDesk): Promise<void> {
  const [first, second] = (await ledger.read.events()).filter(({ kind }) => kind === 'balance-change');
  const decisions = [
    { event: first?.id ?? '', choice: 'in' as const, copies: 2, why: 'it came twice' },
    { event: second?.id ?? '', choice: 'out' as const, why: 'not mine' },
  ];
  must(await importHandlers['imports.decide']({ decisions }, context()));
}

/** A price that counts before that of a file, and a setting. */
export async function typeFixed({ ledger }: ImportDesk): Promise<void> {
  const time = instantFromIso('2025-01-04T00:00:00Z');
  const mark = { of: assetId('DOT'), time, price: price('7.3'), source: 'typed' };
  must(await ledger.write.savePrices([mark], time));
  must(await ledger.write.saveSetting('fixed', '{"is":1}', time));
}
