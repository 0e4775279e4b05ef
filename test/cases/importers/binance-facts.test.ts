/**
 * Facts of the samples of Binance's exports, where they are present: what the collection states beside each file.
 * Sums of a statement are by wallet there; here all wallets of the spot account are one, and rows within it do not count.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/shared/num/parse.ts';
import { absolute, add, isZero } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroQuantity, type Quantity } from '../../../src/shared/num/types.ts';
import { epochMs, instantFromIso, toIso } from '../../../src/shared/time/instant.ts';
import { readText, type ReadText } from '../../../src/main/importers/read-text.fixture.ts';
import { assembled } from './assembled.fixture.ts';
import { otherFacts, type RotkiFact, swapSums } from './facts/rotki-swap-facts.ts';

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

  it.each(['transaction_history_rotki_part1', 'transaction_history_rotki_part2_multifill'])(
    '%s: what was traded each second is what the facts come to',
    (name) => {
      const { facts } = JSON.parse(text(`${name}.expected.json`)) as { facts: readonly RotkiFact[] };
      const { stated, found } = swapSums(facts, assembled(read(name)));
      expect(stated.length).toBeGreaterThan(10);
      expect(found).toEqual(stated);
    },
  );

  it('everything else that a fact names is a row that counts, or one within the account', () => {
    const name = 'transaction_history_rotki_part1';
    const { facts } = JSON.parse(text(`${name}.expected.json`)) as { facts: readonly RotkiFact[] };
    const file = read(name);
    const counted = file.drafts.flatMap(({ time, legs }) =>
      legs.map((leg) => `${epochMs(time) / 1000} ${leg.asset} ${toText(absolute(leg.quantity))}`),
    );
    const lines = text(`${name}.csv`).split('\n');
    const within = file.ignored.map((one) => {
      const cells = (lines[Number(one.split(' ')[0]) - 1] ?? '').split(',');
      const second = epochMs(instantFromIso(`${(cells[1] ?? '').replace(' ', 'T')}Z`)) / 1000;
      return `${second} ${cells[4] ?? ''} ${toText(absolute(quantity(cells[5] ?? '')))}`;
    });
    expect(otherFacts(facts).filter((fact) => !counted.includes(fact) && !within.includes(fact))).toEqual([]);
  });

  it('operations of many users: the rows of each event come to what the facts say', () => {
    const events = assembled(read('transaction_history_operations_composite')).map(
      ({ time, kind, legs }) =>
        `${toIso(time)} ${kind} ${legs.map((leg) => `${toText(leg.quantity)} ${leg.asset}${leg.role === 'fee' ? ' fee' : ''}`).join(', ')}`,
    );
    expect(events).toEqual(
      expect.arrayContaining([
        '2021-01-05T02:37:59Z buy 327.16 USDT, -404.36976 EUR, -20 EUR fee',
        '2022-01-01T10:56:29Z swap 76.6597 ETH, -13 BTC, -0.00011168 BNB fee',
        '2022-02-26T05:48:48Z rebate 0.00066906 BNB',
        '2022-02-26T05:48:48Z rebate 0.00006234 BNB',
        '2020-12-02T13:20:22Z swap 3.26 BETH, -3.26 ETH',
        '2021-06-25T14:11:52Z buy 4324216 SHIB, -32.17216704 USDT, -4324.22 SHIB fee',
        '2021-07-12T19:28:23Z sell 85.18238417 BUSD, -0.002579 BTC, -0.08518238 BUSD fee',
        '2022-01-21T05:27:49Z deposit 1471.5 CZK',
        '2022-01-21T05:27:51Z buy 0.02339931 ETH, -1471.5 CZK',
        '2023-03-15T12:30:56Z deposit 9810 CZK',
        '2023-03-15T12:30:57Z buy 420.42422437 BUSD, -9810 CZK',
        '2022-01-15T16:15:42Z swap 0.183 KSM, -0.0011895 BTC, -0.000183 KSM fee',
        '2022-01-15T16:15:42Z income 0.0000183 KSM',
        '2020-11-28T00:59:18Z income 0.00000038 BTC',
      ]),
    );
  });
});
