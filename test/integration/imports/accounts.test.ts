/** What an account is follows from what files say of it, in whatever order they come and go. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { accountId } from '../../../src/shared/domain/account.ts';
import { runs } from '../../runs.ts';
import { type ImportDesk, must, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
let empty: string;
beforeAll(async () => {
  desk = await openDesk();
  empty = desk.ledger.hash();
});
afterEach(() => undoAll());
afterAll(() => desk.end());

/** A deposit of its own, in an account as the file calls it. */
function deposit(at: string, name: string, kind: string): string {
  return `Time,Kind,Account,Account Kind,Received Asset,Received Quantity\n${at},deposit,${name},${kind},BTC,1\n`;
}

/** A file with the choice that comes with it. */
interface Part {
  readonly file: string;
  readonly text: string;
  readonly account?: string;
}

const wallet: Part = { file: 'a.csv', text: deposit('2025-01-01T00:00:00Z', 'My Wallet', 'wallet') };
const exchange: Part = { file: 'b.csv', text: deposit('2025-01-02T00:00:00Z', 'my wallet', 'exchange') };
const guessed: Part = { file: 'c.csv', text: deposit('2025-01-03T00:00:00Z', 'MY wallet', '') };
const chosen: Part = { file: 'd.csv', text: spotFile(spotRow(1)), account: 'my-wallet!' };
const futures: Part = {
  file: 'e.csv',
  text: 'Time,Kind,Account,Account Kind,Received Asset,Received Quantity,Reason\n2025-01-04T00:00:00Z,deposit,Binance,futures,USDT,1,\n',
};
const known: Part = { file: 'f.csv', text: spotFile(spotRow(2)) };
const parts = [wallet, exchange, guessed, chosen, futures, known];

async function bring({ file, text, account }: Part): Promise<void> {
  const choice = account === undefined ? {} : { account };
  await desk.confirm({ upload: desk.upload(text, file), ...choice });
}

async function undoAll(): Promise<void> {
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
}

async function accountsNow(): Promise<readonly string[]> {
  const accounts = await desk.ledger.read.accounts();
  return accounts.map(({ id, name, kind, venue }) => `${id}: ${name}, ${kind}, ${venue ?? '-'}`);
}

/** Cases: what the files say → what the account is. */
it.each([
  [[wallet], 'my-wallet: My Wallet, wallet, -'],
  [[exchange], 'my-wallet: my wallet, exchange, my wallet'],
  [[wallet, exchange], 'my-wallet: My Wallet, exchange, My Wallet'],
  [[exchange, wallet], 'my-wallet: My Wallet, exchange, My Wallet'],
  [[guessed, exchange], 'my-wallet: MY wallet, exchange, MY wallet'],
  [[exchange, guessed], 'my-wallet: MY wallet, exchange, MY wallet'],
  [[wallet, chosen], 'my-wallet: my-wallet!, wallet, -'],
  [[chosen, guessed], 'my-wallet: my-wallet!, exchange, Binance'],
  [[futures], 'binance: Binance, exchange, Binance'],
  [[known, futures], 'binance: Binance, exchange, Binance'],
] as const)('case %#', async (files, account) => {
  for (const one of files) await bring(one);
  expect(await accountsNow()).toEqual([account]);
  expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
});

it('in any order, with any undo in between, the ledger is that of the files that stay', async () => {
  let state = 5;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const hashOf = new Map<string, string>();
  for (let run = 0; run < runs(40, 10); run++) {
    for (const part of parts.toSorted(() => draw(3) - 1).slice(0, 2 + draw(5))) await bring(part);
    for (let undone = draw(3); undone > 0; undone--) {
      const batches = await desk.ledger.read.batches();
      await desk.undo(batches[draw(batches.length)]!.id);
      if (batches.length === 1) break;
    }
    const left = (await desk.ledger.read.batches()).map(({ file }) => file).toSorted();
    const hash = desk.ledger.hash();
    expect([left, hashOf.get(left.join()) ?? hash]).toEqual([left, hash]);
    hashOf.set(left.join(), hash);
    expect(await desk.ledger.read.recomputeHash()).toBe(hash);
    await undoAll();
    expect(desk.ledger.hash()).toBe(empty);
    expect(await accountsNow()).toEqual([]);
  }
}, 60_000);

it('one file says the same of its accounts as its parts', async () => {
  const rows = [
    '2025-01-01T00:00:00Z,deposit,b Wallet,wallet,BTC,1',
    '2025-01-02T00:00:00Z,deposit,B wallet,,BTC,1',
    '2025-01-03T00:00:00Z,deposit,b wallet,exchange,BTC,1',
  ];
  const file = (some: readonly string[]): string =>
    ['Time,Kind,Account,Account Kind,Received Asset,Received Quantity', ...some, ''].join('\n');
  await desk.bring(file(rows), 'whole.csv');
  const whole = [desk.ledger.hash(), await accountsNow()];
  await undoAll();
  for (const row of rows.toReversed()) await desk.bring(file([row]), 'part.csv');
  expect([desk.ledger.hash(), await accountsNow()]).toEqual(whole);
  expect(whole[1]).toEqual(['b-wallet: B wallet, exchange, B wallet']);
});

it('warns where two files, or a file and Hedgerow, state different kinds of one account; a guess contradicts nobody', async () => {
  const warned = async ({ file, text }: Part): Promise<readonly string[]> => {
    const { files } = await desk.preview({ upload: desk.upload(text, file) });
    return (files[0]?.problems ?? []).map(({ code, severity, message }) => `${severity} ${code} ${message}`);
  };
  await bring(wallet);
  expect(await warned(guessed)).toEqual([]);
  expect(await warned(exchange)).toEqual([
    expect.stringContaining('"my wallet" is an exchange account in "b.csv" and a wallet in "a.csv"'),
  ]);
  expect(await warned(futures)).toEqual([
    expect.stringContaining('"Binance" is a futures account in "e.csv" and an exchange account for Hedgerow'),
  ]);
});

it('what the user saved counts before all files, and outlives them', async () => {
  const own = {
    id: accountId('my-wallet'),
    name: 'Safe',
    kind: 'wallet',
    venue: null,
    country: 'CH',
  } as const;
  const other = await openDesk();
  try {
    must(await other.ledger.write.saveAccount(own, other.context().clock));
    const saved = other.ledger.hash();
    await other.bring(exchange.text, exchange.file);
    expect(await other.ledger.read.accounts()).toEqual([own]);
    const [batch] = await other.ledger.read.batches();
    must(await importHandlers['imports.undo']({ batch: batch!.id }, other.context()));
    expect(other.ledger.hash()).toBe(saved);
  } finally {
    await other.end();
  }
});

it('imports and balances have the names of accounts beside their ids', async () => {
  const { balances } = await desk.preview({ upload: desk.upload(wallet.text, wallet.file) });
  expect(balances).toEqual([
    { asset: 'BTC', account: 'my-wallet', accountName: 'My Wallet', before: '0', after: '1' },
  ]);
  const { batches } = await desk.bring(wallet.text, wallet.file);
  const names = {
    account: 'my-wallet',
    accountName: 'My Wallet',
    accounts: [{ id: 'my-wallet', name: 'My Wallet' }],
  };
  expect(batches).toMatchObject([names]);
  expect(must(await importHandlers['imports.list']({}, desk.context())).batches).toMatchObject([names]);
});
