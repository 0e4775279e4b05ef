/** The verbs for what is on record about lots, over a ledger with the sample's exports. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type CallAnswer } from '../../src/shared/contract/contract.ts';
import {
  clockAt,
  documentOf,
  quickLedger,
  sample,
  sampleExports,
  temporaryFolder,
  WarmHedgerow,
  type Ran,
} from './hedgerow.ts';

type Lot = CallAnswer<'holdings.lots'>['lots'][number];

const folder = temporaryFolder();
let ledger: string;
let warm: WarmHedgerow;

function run(...args: string[]): Promise<Ran> {
  return warm.run([...args, '--ledger', ledger]);
}

async function elections(): Promise<CallAnswer<'elections.read'>> {
  const ran = await run('elections', '--json');
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return contract['elections.read'].output.parse(documentOf(ran));
}

beforeAll(async () => {
  ledger = await quickLedger(folder);
  warm = new WarmHedgerow({ HEDGEROW_DATA_FOLDER: folder, ...clockAt('2026-11-21T00:01:00Z') });
  const { code, stderr } = await run('import', ...sampleExports);
  if (code !== 0) throw new Error(stderr);
});

afterAll(() => warm.end());

describe('elections', () => {
  it('are listed in words, with what is on record and what to know', async () => {
    const { stdout, code } = await run('elections');
    expect(code).toBe(0);
    expect(stdout).toContain('[x] universal: One list for all accounts until the end of 2024');
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('for a sale that has happened it is too late');
    expect(stdout).not.toMatch(/undefined|NaN|\[object|null/u);
  });

  it('are set by id and value, others refused by name', async () => {
    expect((await run('elections', 'set', 'transfer-fee', 'into-basis')).code).toBe(0);
    expect((await elections()).elections.find(({ id }) => id === 'transfer-fee')).toMatchObject({
      value: 'into-basis',
      madeAt: expect.stringMatching(/^2026-11-21T/u),
    });
    const unknown = await run('elections', 'set', 'moon', 'full', '--json');
    expect([unknown.code, documentOf(unknown)]).toMatchObject([1, { code: 'elections/unknown' }]);
  });
});

describe('tax choices', () => {
  it('are listed by group, with deadlines and what is chosen elsewhere', async () => {
    const { stdout } = await run('elections');
    for (const title of ['HEDGES AND STRADDLES', 'FUTURES', 'LAWS THAT MAY COME', 'Chosen elsewhere'])
      expect(stdout).toContain(title);
    const text = stdout.replaceAll(/\s+/gu, ' ');
    expect(text).toContain('[x] none: Nothing special');
    expect(text).toContain('When: Before the day ends on which a hedge begins');
    expect(text).toContain('section 475(f)');
  });

  it('show what each would change, in words without tax details', async () => {
    const ran = await run('elections', 'effects', 'funding');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('hedgerow profile set FILE');
    const document = documentOf(await run('elections', 'effects', 'funding', '--json'));
    const { elections: effects } = contract['elections.effects'].output.parse(document);
    expect(effects.map(({ id }) => id)).toEqual(['funding']);
  });

  it('are set with dates, and refused after their deadline unless own books show them', async () => {
    const ran = await run('elections', 'set', 'wash-sales-from', '2027-01-01');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('This is not law as of 2026-11-22');
    const late = ['elections', 'set', 'straddle-regime', 'account'];
    const refused = await run(...late, '--json');
    expect([refused.code, documentOf(refused)]).toMatchObject([1, { code: 'elections/too-late' }]);
    expect((await run(...late, '--kept-elsewhere')).code).toBe(0);
    expect((await run('elections')).stdout.replaceAll(/\s+/gu, ' ')).toContain('after 2026-04-15');
    expect((await run('elections', 'set', 'straddle-regime', 'none')).code).toBe(0);
  });

  it.each<[string[], number, RegExp]>([
    [['elections', 'set', 'wash-sales-from', '2027-02-30'], 1, /no date on which/u],
    [['elections', 'set', 'carryback:2026', 'yes'], 1, /nothing to carry back/u],
    [['elections', 'effects', 'moon'], 1, /no choice "moon"/u],
    [['elections', 'identify-straddle'], 2, /hedge legs/u],
    [['elections', 'identify-straddle', 'plan-1-leg-1', 'best'], 2, /none, identified, section-1256d/u],
    [['elections', 'identify-straddle', 'plan-1-leg-1', 'identified'], 1, /no hedge leg "plan-1-leg-1"/u],
  ])('%j is refused by name', async (args, code, words) => {
    const ran = await run(...args);
    expect(ran.code).toBe(code);
    expect(ran.stderr.replaceAll(/\s+/gu, ' ')).toMatch(words);
  });
});

describe('lots order', () => {
  it('holds from now on, in one account or in all', async () => {
    const ran = await run('lots', 'order', 'hifo', '--account', 'BINANCE', '--told-broker');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('highest cost first. What was sold before stays as it was.');
    expect((await elections()).orders.at(-1)).toMatchObject({
      account: 'binance',
      method: 'hifo',
      toldBroker: true,
      keptElsewhere: false,
    });
    expect((await run('elections')).stdout).toContain(
      '- Binance: highest cost first, for sales from 2026-11-2',
    );
  });

  it('from before needs books kept elsewhere', async () => {
    const from = ['--from', '2026-01-01T00:00:00Z'];
    const refused = await run('lots', 'order', 'lifo', ...from, '--json');
    expect([refused.code, documentOf(refused)]).toMatchObject([1, { code: 'elections/order-earlier' }]);
    expect((await run('lots', 'order', 'lifo', ...from, '--kept-elsewhere')).code).toBe(0);
    expect((await elections()).orders.at(-1)).toMatchObject({ keptElsewhere: true, account: null });
  });

  it('takes a day, and says what it takes', async () => {
    const early = await run('lots', 'order', 'lifo', '--from', '2026-01-01', '--json');
    expect([early.code, documentOf(early)]).toMatchObject([
      1,
      { code: 'elections/order-earlier', message: expect.stringContaining('2026-01-01T00:00:00Z') },
    ]);
    for (const from of ['soon', '2026-02-30', '0001-01-01', '2026-13-01T00:00:00Z', '0001-01-01T00:00:00Z']) {
      const wrong = await run('lots', 'order', 'lifo', '--from', from);
      expect([from, wrong.code]).toEqual([from, 2]);
      expect(wrong.stderr).toMatch(/"from".*expected (?:a day|an instant)/su);
    }
  });

  it('lists the accounts that there are', async () => {
    const ran = await run('lots', 'order', 'lifo', '--account', 'Cold', '--json');
    expect([ran.code, documentOf(ran)]).toMatchObject([
      1,
      {
        code: 'elections/account-unknown',
        fix: expect.stringMatching(/binance \(Binance\).*coinbase \(Coinbase\)/u),
      },
    ]);
  });

  it('refuses a method that there is none of, and one that the law does not allow', async () => {
    const best = await run('lots', 'order', 'best');
    expect(best.code).toBe(2);
    expect(best.stderr).toContain('fifo, lifo, hifo, lofo, lowest-tax, specific');
    expect(best.stderr).not.toMatch(/average|section-104/u);
    const average = await run('lots', 'order', 'average', '--json');
    expect([average.code, documentOf(average)]).toMatchObject([1, { code: 'elections/method-not-in-law' }]);
  });
});

describe('lots identify', () => {
  it('takes lots as the list shows them', async () => {
    const ran = await run('lots', '--asset', 'btc', '--json');
    const [lot] = (documentOf(ran) as { lots: Lot[] }).lots;
    const parts = { '': '0.0001', 'lot:': '0.0002' };
    for (const [kind, quantity] of Object.entries(parts)) {
      const named = await run('lots', 'identify', lot!.accountName, 'btc', `${kind}${lot!.lot}=${quantity}`);
      expect([named.code, named.stderr]).toEqual([0, '']);
    }
    expect(lot!.explain).toBe(`lot:${lot!.lot}@${lot!.account}`);
    const third = await run('lots', 'identify', lot!.account, 'btc', `${lot!.explain}=0.0003`);
    expect([third.code, third.stderr]).toEqual([0, '']);
    expect((await elections()).identifications).toMatchObject(
      [...Object.values(parts), '0.0003'].map((quantity) => ({
        account: lot!.account,
        asset: 'BTC',
        lots: [{ lot: lot!.lot, quantity }],
        left: quantity,
      })),
    );
    const elsewhere = await run('lots', 'identify', lot!.account, 'btc', `lot:${lot!.lot}@elsewhere=0.1`);
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toContain('lies in elsewhere');
    const none = await run('lots', 'identify', lot!.account, 'btc', 'no-such-lot=1');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('no-such-lot');
    expect((await run('lots', 'identify', lot!.account, 'btc', 'no-quantity')).code).toBe(2);
  });
});

describe('lots allocate', () => {
  it('is recorded once from a file, and shown', async () => {
    const file = join(folder, 'allocation.json');
    const way = { kind: 'global', accounts: ['binance', 'coinbase'], order: 'fifo' };
    writeFileSync(file, JSON.stringify({ way: { ...way, accounts: ['Binance', 'COINBASE'] } }));
    const ran = await run('lots', 'allocate', file);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('cannot be changed');
    expect((await elections()).allocation?.way).toEqual(way);
    const again = await run('lots', 'allocate', file, '--json');
    expect([again.code, documentOf(again)]).toMatchObject([1, { code: 'elections/allocation-fixed' }]);
    writeFileSync(file, JSON.stringify({ way: { ...way, order: 'by chance' } }));
    const wrong = await run('lots', 'allocate', file, '--json');
    expect([wrong.code, documentOf(wrong)]).toMatchObject([2, { where: { field: 'way.order' } }]);
  });

  it('prints the schema of its file', async () => {
    expect(documentOf(await run('lots', 'allocate', '--schema'))).toMatchObject({ type: 'object' });
  });
});

describe('profile set', () => {
  it('says where the lot method went', async () => {
    const file = join(folder, 'profile.json');
    writeFileSync(file, JSON.stringify({ jurisdiction: 'us', lotMethod: 'hifo' }));
    const ran = await run('profile', 'set', file);
    expect(ran.code).toBe(2);
    expect(ran.stderr.replaceAll(/\s+/gu, ' ')).toMatch(/"lotMethod".*hedgerow lots order METHOD/u);
  });
});

it('every record is in the chain', async () => {
  const { records } = documentOf(await run('verify', '--json')) as { records: unknown };
  const { intact, records: chain } = contract['plan.records'].output.parse(records);
  expect(intact).toBe(true);
  expect(chain.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 4 }, () => 'election'),
    'standing-lot-order',
    'standing-lot-order',
    'lot-identification',
    'lot-identification',
    'lot-identification',
    'basis-allocation',
  ]);
});

describe('explain', () => {
  it('takes the ids that lists show', async () => {
    const { lots } = documentOf(await run('lots', '--json')) as { lots: Lot[] };
    const lot = await run('explain', lots[0]!.lot, '--json');
    expect([lot.code, documentOf(lot)]).toMatchObject([0, { id: `lot:${lots[0]!.lot}` }]);
    const { rows } = documentOf(await run('transactions', '--kind', 'sell', '--json')) as {
      rows: { event: string }[];
    };
    const event = await run('explain', rows[0]!.event, '--json');
    expect([event.code, documentOf(event)]).toMatchObject([0, { id: `event:${rows[0]!.event}` }]);
    const none = await run('explain', 'no-such-thing', '--json');
    expect([none.code, documentOf(none)]).toMatchObject([1, { code: 'explain/unknown' }]);
  });
});

it('a day begins where the taxpayer lives', async () => {
  const file = join(folder, 'here.json');
  const profile = JSON.parse(readFileSync(sample('profile.json'), 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...profile, timeZone: 'America/New_York' }));
  expect((await run('profile', 'set', file)).stderr).toBe('');
  const early = await run('lots', 'order', 'lifo', '--from', '2026-01-01', '--json');
  expect(documentOf(early)).toMatchObject({ message: expect.stringContaining('2026-01-01T05:00:00Z') });
});
