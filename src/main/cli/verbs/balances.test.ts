import { expect, test } from 'vitest';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/errors/failure.ts';
import type { Calls, VerbContext } from '../verb.ts';
import { balances } from './balances.ts';

type Balance = CallAnswer<'holdings.balanceCheck'>['balances'][number];

function balance(accountName: string, asset: string, more: Partial<Balance> = {}): Balance {
  return {
    account: accountName.toLowerCase(),
    accountName,
    asset,
    computed: '1',
    stated: null,
    compared: 0,
    differs: null,
    belowZero: null,
    paidFromOutside: null,
    ...more,
  };
}

function place(
  file: string,
  line: number,
  time = '2025-01-01T00:00:00Z',
): Record<'event' | 'file' | 'time', string> & { line: number } {
  return { event: `${file}${line}`, file, line, time };
}

const belowZero = { ...place('b.csv', 4, '2025-02-01T00:00:00Z'), balance: '-2' };
const differs = { ...place('k.csv', 3), stated: '5', computed: '4', difference: '1' };

/** What `balances --check` prints of these, and whether it ends with 0. */
async function checked(...found: Balance[]): Promise<{ text: string; isFine: boolean }> {
  const answer = {
    asOf: '2026-11-20',
    holds: found.every((one) => one.differs === null && one.belowZero === null),
    balances: found,
  };
  const calls = { call: async () => ok(answer) } as unknown as Calls;
  const context = { options: { check: true }, openLedger: async () => ok(calls) } as unknown as VerbContext;
  const ran = await balances.run(context);
  if (!ran.ok) throw new Error(ran.failure.code);
  expect(ran.value.document).toBe(answer);
  return { text: ran.value.text(), isFine: ran.value.isFine !== false };
}

test('every account and asset with its first wrong line, the earliest first, and the whole table', async () => {
  const { text, isFine } = await checked(
    balance('Binance', 'BTC', { belowZero }),
    balance('Kraken', 'EUR', { differs, compared: 1 }),
    balance('Kraken', 'SOL'),
  );
  expect(isFine).toBe(false);
  expect(text).toContain('2 balances of 3 cannot be right');
  const [first, second] = [
    'In line 3 of "k.csv" the file states 5 EUR',
    'After line 4 of "b.csv" "Binance" holds -2 BTC',
  ];
  expect(text.indexOf(first)).toBeGreaterThan(0);
  expect(text.indexOf(second)).toBeGreaterThan(text.indexOf(first));
  expect(text).toMatch(/Kraken +SOL .*nothing to compare with/u);
  expect(text).toMatch(/Binance +BTC .*below zero/u);
});

test('money that comes from a bank or a card is said, and is no fault', async () => {
  const { text, isFine } = await checked(
    balance('Coinbase', 'USD', { computed: '-500', paidFromOutside: belowZero }),
  );
  expect(isFine).toBe(true);
  expect(text).toContain('none ever went below zero');
  expect(text).toMatch(/Coinbase +USD .*paid from outside/u);
});
