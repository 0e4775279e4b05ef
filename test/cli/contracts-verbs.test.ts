/** The catalogue in the terminal, over a real ledger: find, correct, take back, add, check. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract, type CallAnswer, type CallName } from '../../src/shared/contract/contract.ts';
import { documentOf, quickLedger, temporaryFolder, WarmHedgerow, type Ran } from './hedgerow.ts';

const folder = temporaryFolder();
let ledger: string;
let warm: WarmHedgerow;

function run(...args: string[]): Promise<Ran> {
  return warm.run([...args, '--ledger', ledger]);
}

async function answer<Name extends CallName>(name: Name, ...args: string[]): Promise<CallAnswer<Name>> {
  const ran = await run(...args, '--json');
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return contract[name].output.parse(documentOf(ran)) as CallAnswer<Name>;
}

beforeAll(async () => {
  ledger = await quickLedger(folder);
  warm = new WarmHedgerow({ HEDGEROW_DATA_FOLDER: folder });
});
afterAll(() => warm.end());

it('finds by another name and by filters', async () => {
  const { contracts, total } = await answer(
    'contracts.list',
    'contracts',
    'xbt',
    '--venue',
    'cme',
    '--60-40',
  );
  expect(contracts.map(({ id }) => id)).toContain('cme:MBT');
  expect(contracts.length).toBeLessThan(total);
  const people = await run('contracts', 'no-such-thing');
  expect(people.stdout).toContain('No contract fits');
});

it('sets a field, shows it as yours with what it replaces, and takes it back', async () => {
  const tried = await run('contracts', 'set', 'cme:MBT', 'margin=1200/1000', '--dry-run');
  expect(tried.stdout).toContain('1,200 USD initial, 1,000 USD maintenance for each contract');
  expect((await run('contracts', 'set', 'cme:MBT', 'margin=1200/1000')).code).toBe(2);
  const set = await run('contracts', 'set', 'cme:MBT', 'margin=1200/1000', '--source', 'my broker');
  expect([set.code, set.stderr]).toEqual([0, '']);
  expect(set.stdout).toContain('set by you');
  const shown = (await run('contracts', 'show', 'cme:MBT-202612')).stdout;
  expect(shown).toContain('margin: set by you for cme:MBT on');
  expect(shown).toContain('(my broker)');
  expect(shown).not.toMatch(/undefined|NaN|\[object|null/u);
  const { fields } = await answer('contracts.takeBack', 'contracts', 'unset', 'cme:MBT', 'MARGIN');
  expect(fields.find(({ field }) => field === 'margin')?.correction).toBeNull();
});

it('confirms what is open', async () => {
  const ran = await run('contracts', 'confirm', 'binance-um:ETHUSDT', '--source', 'contract page, today');
  expect([ran.code, ran.stdout]).toEqual([0, 'Confirmed. The terms of binance-um:ETHUSDT are verified.\n']);
});

it('refuses a rate without its unit, and says what to write', async () => {
  const ran = await run('contracts', 'set', 'binance-um:BTCUSDT', 'takerFee=0.05', '--source', 'x', '--json');
  expect(ran.code).toBe(1);
  expect(documentOf(ran)).toMatchObject({ code: 'contracts/bad-value' });
  expect((await run('contracts', 'set', 'cme:MBT', 'colour=red', '--source', 'x')).code).toBe(2);
});

it('adds a contract from a file, and removes it', async () => {
  const file = join(folder, 'own.json');
  const terms = {
    venue: 'My broker',
    symbol: 'ABC',
    underlying: 'BTC',
    quote: 'USD',
    settleAsset: 'USD',
    kind: 'dated',
    payoff: 'linear',
    expiry: '2027-06-25',
    source: 'its page',
    multiplier: '0.5',
    quantityUnit: 'contracts',
    quantityStep: '1',
  };
  writeFileSync(file, JSON.stringify(terms));
  const { contract: added } = await answer('contracts.add', 'contracts', 'add', file);
  expect(added).toMatchObject({ id: 'own:ABC', own: true, expiry: '2027-06-25' });
  expect((await answer('contracts.list', 'contracts', '--own')).contracts).toHaveLength(1);
  const again = await run('contracts', 'add', file, '--json');
  expect([again.code, documentOf(again)]).toMatchObject([1, { code: 'contracts/exists' }]);
  writeFileSync(file, JSON.stringify({ ...terms, multiplierr: '1' }));
  const typo = await run('contracts', 'add', file, '--json');
  expect(typo.code).toBe(2);
  expect(typo.stdout).toContain('multiplierr');
  expect(await answer('contracts.remove', 'contracts', 'remove', 'own:ABC')).toMatchObject({
    removed: 'own:ABC',
  });
  expect(documentOf(await run('contracts', 'add', '--schema', '--json'))).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['multiplier', 'source']) as unknown,
  });
});

it('compares with a line of a statement', async () => {
  const line = ['--quantity', '1.2', '--price', '100000', '--value', '120000'];
  expect(await answer('contracts.selfCheck', 'contracts', 'check', 'cme:MBT', ...line)).toMatchObject({
    fits: false,
    verdict: 'unit',
  });
  expect((await run('contracts', 'check', 'cme:MBT', '--quantity', '1')).code).toBe(2);
});
