/** Market data by the terminal: files, typed numbers and a pasted book; each answer in the contract's own shape. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '../../src/shared/contract/contract.ts';
import { clockAt, quickLedger, temporaryFolder, WarmHedgerow, type Ran } from './hedgerow.ts';

const folder = temporaryFolder();
const env = { HEDGEROW_DATA_FOLDER: folder, ...clockAt('2026-11-22T12:00:00Z') };
const BTC = 'binance-um:BTCUSDT';
/** What is typed is typed an hour before. */
const time = '2026-11-22T11:00:00Z';
let ledger: string;
let warm: WarmHedgerow;
const run = (...args: string[]): Promise<Ran> => warm.run([...args, '--ledger', ledger]);

async function words(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect(stdout).not.toMatch(/undefined|NaN|\[object|null/u);
  return stdout.replaceAll(/\s+/gu, ' ');
}

beforeAll(async () => {
  ledger = await quickLedger(folder);
  warm = new WarmHedgerow(env);
});
afterAll(() => warm.end());

it('files, numbers and a book come in, and are read back', async () => {
  const file = join(folder, 'BTCUSDT-fundingRate-2026-11.csv');
  const times = [1, 2, 3].map(
    (n) => Date.parse(`2026-11-2${n === 3 ? 2 : n}T0${n === 3 ? 8 : 0}:00:00Z`) + 5,
  );
  const rows = times.map((paid) => `${paid},8,0.0001`);
  writeFileSync(file, ['calc_time,funding_interval_hours,last_funding_rate', ...rows, ''].join('\n'));
  expect((await run('import', file)).code).toBe(0);
  expect(await words('market', 'series')).toMatch(/binance-um:BTCUSDT .* Funding rate 3 /u);

  const typed = await words(
    'market',
    'set',
    BTC,
    'funding=0.05%/8h',
    'bid=64990',
    'ask=65010',
    'depth-bid=120coins@1%',
    '--time',
    time,
  );
  expect(typed).toContain('0.05 % for 8 hours, which is 54.75 % a year');
  expect(typed).toContain('Stored 4 values.');
  expect(await words('market', BTC)).toMatch(/Funding rate: 0\.05 % .* Against fixed thresholds: extreme\./u);

  expect(await words('market', 'history', BTC, 'funding-rate')).toMatch(/4 of 4 values .* 0\.0500 %/u);

  const book = join(folder, 'book.txt');
  writeFileSync(book, 'bids\n64990 2\n64900 5\nasks\n65010 2\n');
  expect(await words('market', 'book', BTC, book, '--time', time)).toContain(
    '2 levels of bids, 7 coins in all',
  );
  const cost = await words('market', 'slippage', BTC, 'sell', '--quantity', '4');
  expect(cost).toContain('About 0.085 %, by walking the book.');
  expect(cost).toContain('No daily volume');
  const answer = await run('market', 'slippage', BTC, 'sell', '--quantity', '4', '--json');
  const { tickets } = contract['market.slippage'].output.parse(JSON.parse(answer.stdout));
  expect(tickets.find(({ asked }) => asked)?.coins).toBe('4');
  expect(await words('market', 'book', BTC, '--drop')).toContain('Forgotten.');
});

it.each([
  [['market', 'set'], 'OF'],
  [['market', 'set', BTC], 'NAME=VALUE'],
  [['market', 'set', BTC, 'funding=0.01/8h'], 'funding'],
  [['market', 'set', BTC, 'volume=5'], 'volume'],
  [['market', 'set', BTC, 'mood=5'], 'mood'],
  [['market', 'history', BTC, 'mood'], 'MEASURE'],
  [['market', 'book'], 'CONTRACT'],
  [['market', 'slippage', BTC, 'hold'], 'side'],
])('%j names the field %s', async (args, field) => {
  const { code, stderr } = await run(...args);
  expect([code, stderr.includes(field)]).toEqual([2, true]);
});
