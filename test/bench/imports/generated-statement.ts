import { generator } from '../generator.ts';

const operations = [
  ['Deposit', 1],
  ['Withdraw', -1],
  ['Funding Fee', -1],
  ['Distribution', 1],
  ['Simple Earn Flexible Interest', 1],
  ['Referral Kickback', 1],
] as const;

/** Two million rows end before today. */
const msPerRow = 60_000;

/** A Binance account statement of any length, seeded: trades of three rows each, and single rows of many kinds. */
export function* generatedStatement(rows: number, seed = 11): Generator<string> {
  const random = generator(seed);
  yield 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n';
  const start = Date.parse('2022-01-02T00:00:00Z');
  for (let row = 0; row < rows;) {
    const time = new Date(start + row * msPerRow).toISOString().slice(0, 19).replace('T', ' ');
    const amount = (random() * 10 + 0.00001).toFixed(8);
    const line = (account: string, operation: string, coin: string, change: string): string =>
      `123456789,${time},${account},${operation},${coin},${change},""\n`;
    if (random() < 0.5 && row + 3 <= rows) {
      yield line('Spot', 'Buy', 'BTC', amount);
      yield line('Spot', 'Transaction Related', 'USDT', `-${(Number(amount) * 30_000).toFixed(8)}`);
      yield line('Spot', 'Fee', 'BNB', `-${(random() / 100 + 0.00001).toFixed(8)}`);
      row += 3;
    } else {
      const [operation, sign] = operations[Math.floor(random() * operations.length)] ?? operations[0];
      const account = operation === 'Funding Fee' ? 'USDT-Futures' : 'Spot';
      yield line(account, operation, 'USDT', sign < 0 ? `-${amount}` : amount);
      row += 1;
    }
  }
}
