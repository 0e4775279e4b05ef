/**
 * Facts of the samples of Binance's exports, where they are present: what the collection states beside each file.
 * Sums of a statement are by wallet there; here all wallets of the spot account are one, and rows within it do not count.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/shared/num/parse.ts';
import { add, isZero } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroQuantity, type Quantity } from '../../../src/shared/num/types.ts';
import { readText, type ReadText } from '../../../src/main/importers/read-text.fixture.ts';

const samples = join(import.meta.dirname, '../../../../shared/facts/csv/samples/binance');
const arePresent = existsSync(samples);
if (!arePresent) console.warn('Samples of Binance are not here (../shared/facts/csv/samples): skipped.');

function text(name: string): string {
  return readFileSync(join(samples, name), 'utf8');
}

function read(name: string): ReadText {
  return readText(text(`${name}.csv`), { file: `${name}.csv` });
}

class Sums {
  readonly #sums = new Map<string, Quantity>();

  add(key: string, amount: Quantity): void {
    this.#sums.set(key, add(this.#sums.get(key) ?? zeroQuantity, amount));
  }

  get all(): Readonly<Record<string, string>> {
    const some = [...this.#sums].filter(([, sum]) => !isZero(sum)).map(([key, sum]) => [key, toText(sum)]);
    return Object.fromEntries(some);
  }
}

/** "USD-M Futures USDT" → "binance-futures USDT". */
function accountOf(walletAndCoin: string): string {
  const at = walletAndCoin.lastIndexOf(' ');
  const isFutures = walletAndCoin.slice(0, at).endsWith('Futures');
  return `${isFutures ? 'binance-futures' : 'binance'} ${walletAndCoin.slice(at + 1)}`;
}

/** What ignored rows state, by account: they are parts of the stated sums, and of no balance. */
function ignoredOf({ ignored }: ReadText, name: string): readonly (readonly [string, Quantity])[] {
  const lines = text(`${name}.csv`).split('\n');
  return ignored.map((one) => {
    const cells = (lines[Number(one.split(' ')[0]) - 1] ?? '').replaceAll('"', '').split(',');
    return [accountOf(`${cells[2] ?? ''} ${cells[4] ?? ''}`), quantity(cells[5] ?? '')] as const;
  });
}

describe.skipIf(!arePresent)('facts of the samples of Binance', () => {
  it.each([
    'transaction_history_rotki_part1',
    'transaction_history_rotki_part2_multifill',
    'transaction_history_same_events',
    'transaction_history_usdt_futures_2021',
  ])('%s: the balances change as stated', (name) => {
    const { sums } = JSON.parse(text(`${name}.sums.expected.json`)) as { sums: Record<string, string> };
    const statedSums = new Sums();
    for (const [wallet, sum] of Object.entries(sums)) statedSums.add(accountOf(wallet), quantity(sum));
    const found = new Sums();
    const file = read(name);
    for (const { legs } of file.drafts)
      for (const { account, asset, quantity: amount } of legs) found.add(`${account} ${asset}`, amount);
    for (const [key, amount] of ignoredOf(file, name)) found.add(key, amount);
    expect(found.all).toEqual(statedSums.all);
  });

  it('orders with fills: totals and fees are the sums of fills, not what the order says', () => {
    const { drafts } = read('order_history_nested_2020');
    const legsOf = (from: number, to: number): Sums => {
      const sums = new Sums();
      for (const { legs } of drafts.slice(from, to))
        for (const { asset, quantity: amount, role } of legs) sums.add(`${asset} ${role}`, amount);
      return sums;
    };
    expect(legsOf(0, 1).all).toEqual({
      'BNB fee': '-0.01612653',
      'BTC principal': '0.0416',
      'USDT principal': '-259.433824',
    });
    expect(legsOf(1, 3).all).toEqual({
      'BNB fee': '-0.05517591',
      'BTC principal': '-0.1409',
      'USDT principal': '831.96605599',
    });
  });

  it('an order that Excel has damaged', () => {
    expect(read('order_history_nested_2021_excel').events).toEqual([
      '4 2021-11-01T06:01:00Z sell: +299.98494 USDT, -0.071 ETH, -0.11999397 USDT fee',
    ]);
  });

  it('positions: two closed, one open; the profit is gross', () => {
    const { drafts, ignored } = read('um_futures_position_history_2026');
    expect([drafts.length, ignored.length]).toEqual([2, 1]);
    expect(drafts[0]?.legs.map(({ quantity: amount, role }) => `${toText(amount)} ${role}`)).toEqual([
      '0.05239999 profit',
    ]);
  });
});
