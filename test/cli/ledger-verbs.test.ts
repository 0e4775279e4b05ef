/** Every verb over one real ledger with the sample's exports: `--json` is the contract's own shape, text is for people. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/main/ledger/open/connect.ts';
import { contract, type CallName } from '../../src/shared/contract/contract.ts';
import { keyOf } from '../integration/ledger/ledger.fixture.ts';
import {
  clockAt,
  documentOf,
  hedgerow,
  onSampleDay,
  passphrase,
  quickLedger,
  sample,
  sampleDay,
  sampleExports,
  temporaryFolder,
  WarmHedgerow,
  type Ran,
} from './hedgerow.ts';

const folder = temporaryFolder();
/** Of own records. */
const ownHeader = 'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity';
const env = { HEDGEROW_DATA_FOLDER: folder };
let ledger: string;

/** Over one core that stays; the program itself stores what is in the ledger at first. */
let warm: WarmHedgerow;

/** A verb on the test's ledger, on the sample's last day. */
function run(...args: string[]): Promise<Ran> {
  return warm.run([...args, '--ledger', ledger, '--as-of', sampleDay]);
}

/** A verb that stores, on that day by the core's own clock. */
function store(...args: string[]): Promise<Ran> {
  return warm.run([...args, '--ledger', ledger]);
}

/** An empty ledger of one test's own, over a core of its own; what it was asked for ends with the test. */
async function ownLedger(
  onTestFinished: (end: () => void) => void,
): Promise<(...args: string[]) => Promise<Ran>> {
  const own = await quickLedger(temporaryFolder());
  const core = new WarmHedgerow(env);
  onTestFinished(() => core.end());
  return (...args) => core.run([...args, '--ledger', own]);
}

function answerOf<Name extends CallName>(
  name: Name,
  ran: Ran,
): ReturnType<(typeof contract)[Name]['output']['parse']> {
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return contract[name].output.parse(documentOf(ran)) as ReturnType<
    (typeof contract)[Name]['output']['parse']
  >;
}

beforeAll(async () => {
  ledger = await quickLedger(folder);
  for (const args of [
    ['import', ...sampleExports],
    ['profile', 'set', sample('profile.json')],
    ['policy', 'set', sample('policy.json')],
  ]) {
    const { code, stderr } = await hedgerow([...args, '--ledger', ledger], {
      env: { ...env, ...onSampleDay },
    });
    // Of one of the files the time zone is only assumed, which is said.
    if (code !== 0) throw new Error(`${args[0]}: ${stderr}`);
  }
  // Records are kept in the order of their times.
  warm = new WarmHedgerow({ ...env, ...clockAt('2026-11-20T22:10:00Z') });
});
afterAll(() => warm.end());

describe('reading', () => {
  it.each<[string[], CallName]>([
    [['holdings'], 'holdings.read'],
    [['balances'], 'holdings.read'],
    [['balances', '--check'], 'holdings.balanceCheck'],
    [['imports', 'reconcile'], 'imports.reconcile'],
    [['imports', 'coverage'], 'imports.coverage'],
    [['imports', 'review', '--limit', '5'], 'imports.review'],
    [['lots'], 'holdings.lots'],
    [['lots', '--asset', 'btc'], 'holdings.lots'],
    [['lots', '--soon', '--limit', '5'], 'holdings.lots'],
    [['lots', '--term', 'long', '--account', 'binance', '--ids'], 'holdings.lots'],
    [['gains'], 'holdings.gains'],
    [['gains', '--asset', 'btc', '--account', 'binance', '--sources'], 'holdings.gains'],
    [['gains', '--year', '2025', '--compare'], 'holdings.methods'],
    [['gains', '--year', '2025'], 'holdings.gains'],
    [['transactions', '--asset', 'sol', '--limit', '5'], 'holdings.transactions'],
    [
      ['transactions', '--account', 'binance', '--from', '2026-01-01', '--to', '2026-03-31', '--ids'],
      'holdings.transactions',
    ],
    [['transactions', '--not-counted'], 'holdings.transactions'],
    [['imports'], 'imports.list'],
    [['prices'], 'prices.read'],
    [['prices', 'missing'], 'prices.read'],
    [['profile'], 'plan.profile'],
    [['policy'], 'policy.read'],
    [['policy', '--drift'], 'policy.drift'],
    [['policy', 'log'], 'policy.log'],
    [['contracts', 'xbt', '--us'], 'contracts.list'],
    [['contracts', '--today', '--underlying', 'BTC'], 'targets.contracts'],
    [['contracts', 'show', 'cme:MBT'], 'contracts.read'],
    [['market'], 'market.readings'],
    [['market', 'series'], 'market.series'],
    [['market', 'book', 'binance-um:BTCUSDT'], 'market.book'],
    [['market', 'slippage', 'binance-um:BTCUSDT', 'sell', '--notional', '50000'], 'market.slippage'],
    [['hedge', 'plan'], 'targets.overlay'],
    [['hedge', 'plan', '--contract', 'BTC=cme:MBT-202612', '--rounding', 'floor'], 'targets.overlay'],
    [['hedge', 'legs'], 'hedge.legs'],
    [['exit', 'plan', '--horizon', '2027-06-30', '--seconds', '2'], 'exit.plan'],
    [['exit', 'calendar'], 'calendar.read'],
    [['exit', 'list'], 'exit.list'],
    [['exit', 'scenarios'], 'scenarios.list'],
    [['project'], 'plan.projection'],
    [['project', '--years', '2'], 'plan.projection'],
    [['project', '--income', '2027=90000', '--price', 'BTC=+20%@2027-06-30'], 'plan.whatIf'],
    [['project', '--sell', 'BTC:0.1@2027-02-01=90000', '--election', 'funding=when-paid'], 'plan.whatIf'],
    [['project', '--status', 'marriedJoint', '--inflation', '2.5%', '--discount', '4%'], 'plan.whatIf'],
    [['explain', 'holding:BTC'], 'holdings.explain'],
  ])('%j prints what %s answers', async (args, name) => {
    answerOf(name, await run(...args, '--json'));
    const people = await run(...args);
    expect([people.code, people.stderr]).toEqual([0, '']);
    expect(people.stdout).not.toMatch(/undefined|NaN|\[object|null/u);
  });

  it.each([
    ['holdings'],
    ['lots'],
    ['lots --soon --ids'],
    ['gains'],
    ['gains --year 2025 --compare'],
    ['transactions --asset btc --limit 20'],
  ])('%s fits into 100 columns', async (line) => {
    const { stdout } = await run(...line.split(' '));
    expect(stdout.split('\n').filter((one) => one.length > 100)).toEqual([]);
  });

  it('elections fits, too, with lots named for sales', async ({ onTestFinished }) => {
    const at = await ownLedger(onTestFinished);
    const file = join(folder, 'many-lots.csv');
    const buys = Array.from(
      { length: 9 },
      (_, n) => `2026-03-0${n + 1} 10:00:00,buy,A Long Name,BTC,1,USD,9`,
    );
    writeFileSync(file, [ownHeader, ...buys, ''].join('\n'));
    expect((await at('import', file)).code).toBe(0);
    const { lots } = answerOf('holdings.lots', await at('lots', '--json'));
    const named = lots.map(({ lot }) => `${lot}=0.12345678`);
    const made = await at('lots', 'identify', lots[0]?.account ?? '', 'BTC', ...named);
    expect([made.code, made.stderr]).toEqual([0, '']);
    const { stdout } = await at('elections');
    expect(stdout).toMatch(/0\.12345678 of\s+2026-03-09/u);
    expect(stdout.split('\n').filter((one) => one.length > 100)).toEqual([]);
  });

  it('sums add, and say what has no price, what no lot shows and what rests on an assumed cost', async ({
    onTestFinished,
  }) => {
    const at = await ownLedger(onTestFinished);
    const file = join(folder, 'odd.csv');
    const rows = [
      '2025-03-01 10:00:00,deposit,Kraken,BTC,1,,',
      '2025-03-02 10:00:00,buy,Kraken,BTC,1,USD,50000',
      '2025-03-03 10:00:00,buy,Kraken,DOGE,10,USD,7',
      '2025-04-01 10:00:00,sell,Kraken,USD,30000,BTC,0.5',
      '2025-04-02 10:00:00,sell,Kraken,USD,2000,ETH,1',
    ];
    writeFileSync(file, [ownHeader, ...rows, ''].join('\n'));
    expect((await at('import', file)).code).toBe(0);
    const worded = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await at(...args);
      expect([code, stderr]).toEqual([0, '']);
      return stdout.replaceAll(/\s+/gu, ' ');
    };
    expect(await worded('lots')).toContain(
      'All together cost 50,007.00*. None has a price, so what they are worth is not known.',
    );
    expect((await at('prices', 'set', 'BTC=60000', 'ETH=3000')).code).toBe(0);
    const lots = await worded('lots');
    expect(lots).toContain('All together cost 50,000.00*, worth 90,000.00: +40,000.00*.');
    expect(lots).toContain('Without a price, and not in these sums: cost 7.00.');
    expect(lots).toContain('it counts as having cost nothing');
    const held = await worded('holdings');
    expect(held).toContain('Without a price, and not in these sums: cost 7.00.');
    expect(held).toContain('In the worth, but not in the gain: -3,000.00 of units that no lot shows.');
    expect(held).toMatch(/ETH 0\.00 \S+ \S+ nothing is held/u);
    const profile = JSON.parse(readFileSync(sample('profile.json'), 'utf8')) as object;
    const details = join(folder, 'details.json');
    writeFileSync(details, JSON.stringify(profile));
    expect((await at('profile', 'set', details)).code).toBe(0);
    const project = await worded('project');
    expect(project).toContain('2025*');
    expect(project).toContain('The gains of 2025 rest on coins whose cost is assumed to be zero.');
    expect(project).toContain('ETH more left');
    expect(await worded('gains', '--year', '2025', '--compare')).toMatch(
      /As it is on record .*\+30,000\.00\*/u,
    );
    expect(await worded('gains')).toContain('gain +30,000.00*.');

    expect((await at('elections', 'set', 'unknown-cost', 'left-out')).code).toBe(0);
    for (const verb of ['lots', 'holdings', 'gains', 'project', 'gains --year 2025 --compare']) {
      const words = await worded(...verb.split(' '));
      expect(words).toContain('left out of the gains');
      expect(words).not.toMatch(/(?:it counts|they count) as having cost nothing|assumed to be zero/u);
    }
  });

  it('refuses what cannot be compared or is no term', async () => {
    expect((await run('gains', '--compare')).code).toBe(2);
    expect((await run('lots', '--term', 'medium')).code).toBe(2);
  });

  it.each([['lots'], ['hedge plan']])('%s prints the same bytes for the same question', async (verb) => {
    const [one, two] = [await run(...verb.split(' '), '--json'), await run(...verb.split(' '), '--json')];
    expect(one.stdout).toBe(two.stdout);
  });

  it('rebalance shows the drift, and the ways back side by side', async () => {
    const ran = await run('rebalance', '--exit', '2027-01-15', '--without-mix', '--json');
    const { drift, alternatives } = documentOf(ran) as { drift: unknown; alternatives: unknown };
    contract['policy.drift'].output.parse(drift);
    contract['rebalance.alternatives'].output.parse(alternatives);
  });

  it('verify opens the ledger and checks its records', async () => {
    const { status, records } = documentOf(await run('verify', '--json')) as {
      status: unknown;
      records: unknown;
    };
    expect(contract['ledger.status'].output.parse(status).state).toBe('open');
    expect(contract['plan.records'].output.parse(records).intact).toBe(true);
  });

  it('verify says so, and ends with 1, where something was changed behind the ledger’s back', async () => {
    const own = await quickLedger(temporaryFolder());
    const at = (...args: string[]): Promise<Ran> => hedgerow([...args, '--ledger', own], { env });
    expect((await at('prices', 'set', 'BTC=104300')).code).toBe(0);
    expect((await at('verify')).stdout).toContain('computed anew');
    const database = connect(own, await keyOf(own));
    database.exec("UPDATE mark SET price = '104301'");
    database.close();
    const ran = await at('verify', '--json');
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({ code: 'ledger/tampered' });
  });

  it('shows figures as people write them', async () => {
    const { stdout } = await run('holdings');
    expect(stdout).toMatch(/^BTC +1\.\d+ +\d{2,3},\d{3}\.\d\d /mu);
    expect(stdout).toContain(`Holdings on ${sampleDay}`);
  });

  it('refuses a price of what is not in the plan, naming it', async () => {
    const ran = await run('exit', 'plan', '--price', 'ZZZ=+10%', '--json');
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      message: expect.stringContaining('names ZZZ, which the plan neither sells, buys nor hedges'),
      where: { field: 'prices.0' },
    });
  });

  it('refuses a date that is none, naming it', async () => {
    const ran = await hedgerow(['holdings', '--ledger', ledger, '--as-of', '2026-02-30', '--json'], { env });
    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ where: { field: 'as-of' } });
  });
});

describe('importing', () => {
  it('adds nothing the second time, and stores nothing in a dry run', async () => {
    const dry = answerOf('imports.preview', await run('import', ...sampleExports, '--dry-run', '--json'));
    expect(dry.files.map((file) => file.new)).toEqual(sampleExports.map(() => 0));
    const stored = answerOf('imports.confirm', await store('import', ...sampleExports, '--json'));
    expect(stored.added).toBe(0);
    expect(stored.already).toBeGreaterThan(1000);
  });

  it('shows every problem of a file at once, with lines and what to do, and stores none of it', async () => {
    const file = join(folder, 'broken.csv');
    const lines = readFileSync(sample('binance-spot-trades.csv'), 'utf8').split('\n');
    const broken = lines
      .slice(0, 6)
      .map((line, n) => (n === 2 || n === 4 ? line.replace(/^"?[^,]*/u, 'yesterday') : line));
    writeFileSync(file, broken.join('\n'));
    const ran = await store('import', file);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/broken\.csv, lines? 3, 5/u);
  });

  it('ends with 1 after --check where more left an account than arrived', async ({ onTestFinished }) => {
    const at = await ownLedger(onTestFinished);
    const lines = readFileSync(sample('binance-spot-trades.csv'), 'utf8').trimEnd().split('\n');
    const file = join(folder, 'sales.csv');
    writeFileSync(file, [lines[0], ...lines.filter((line) => line.includes('SELL'))].join('\n'));
    expect((await at('import', file)).code).toBe(0);
    const ran = await at('balances', '--check', '--json');
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      holds: false,
      balances: expect.arrayContaining([
        expect.objectContaining({
          belowZero: expect.objectContaining({ file: 'sales.csv', line: expect.any(Number) }),
        }),
      ]),
    });
    expect((await at('balances')).code).toBe(0);
  });

  it('says what the rows make wrong, where, and only the first time', async ({ onTestFinished }) => {
    const at = await ownLedger(onTestFinished);
    const file = join(folder, 'sold-too-much.csv');
    writeFileSync(
      file,
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity\n2026-03-01T00:00:00Z,sell,My Kraken,USD,30000,BTC,0.5\n',
    );
    const first = await at('import', file);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      '0.5 BTC more left "My Kraken" than the files show arriving there (sold-too-much.csv, line 2).',
    );
    expect((await at('import', file)).stdout).not.toContain('more left');
  });

  it('names a file that cannot be read', async () => {
    const ran = await store('import', join(folder, 'absent.csv'));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('absent.csv');
  });

  it('takes an import back', async () => {
    const file = join(folder, 'more.csv');
    const lines = readFileSync(sample('binance-spot-trades.csv'), 'utf8').split('\n');
    writeFileSync(file, `${lines[0]}\n${lines[1]?.replaceAll('2023', '2022')}\n`);
    const before = (documentOf(await run('verify', '--json')) as { status: { ledgerHash: string } }).status
      .ledgerHash;
    const { batches } = answerOf('imports.confirm', await store('import', file, '--json'));
    const removed = answerOf(
      'imports.undo',
      await store('imports', 'undo', String(batches[0]?.id), '--json'),
    );
    expect(removed.removed).toBe(1);
    const after = (documentOf(await run('verify', '--json')) as { status: { ledgerHash: string } }).status
      .ledgerHash;
    expect(after).toBe(before);
    expect((await store('imports', 'undo', 'never-was')).code).toBe(1);
  });
});

describe('storing', () => {
  const storing = (...args: string[]): Promise<Ran> => store(...args, '--json');

  it('prices', async () => {
    const time = '2026-11-20T21:00:00Z';
    const { stored } = answerOf(
      'prices.set',
      await store('prices', 'set', 'btc=104300.50', 'ETH=2715', '--time', time, '--json'),
    );
    expect(stored).toBe(2);
    const { prices } = answerOf('prices.read', await run('prices', '--json'));
    expect(prices.find(({ of }) => of === 'BTC')).toMatchObject({ price: '104300.5', time });
  });

  it.each([
    [['prices', 'set', 'btc=1']],
    [['hedge', 'plan', '--save', '--exit', '2027-01-15']],
    [['import', sampleExports[0] ?? '']],
    [['profile', 'set', sample('profile.json')]],
  ])('nothing as of another day: %j', async (args) => {
    const hash = async (): Promise<string> =>
      (documentOf(await run('verify', '--json')) as { status: { ledgerHash: string } }).status.ledgerHash;
    const before = await hash();
    const ran = await run(...args, '--json');
    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ code: 'call/invalid-input', where: { field: 'as-of' } });
    expect(await hash()).toBe(before);
  });

  it('a policy or profile only if its shape is right, naming the field', async () => {
    const file = join(folder, 'policy.json');
    writeFileSync(
      file,
      JSON.stringify({ targets: [{ asset: 'BTC', share: '1' }], absoluteBand: null, relativeBand: null }),
    );
    const ran = await store('policy', 'set', file, '--json');
    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ where: { field: expect.stringMatching(/^targets\.0\./u) } });
  });

  const uncertain = 'data-age,margin-overnight,costs,tax,uncertain';

  it('an overlay as a plan with its record', async () => {
    const plan = answerOf(
      'targets.saveOverlay',
      await store('hedge', 'plan', '--save', '--exit', '2027-01-15', '--acknowledge', uncertain, '--json'),
    );
    const { plans } = answerOf('hedge.legs', await run('hedge', 'legs', '--json'));
    expect(plans.map(({ plan: id }) => id)).toContain(plan.id);
    expect((await run('hedge', 'legs')).stdout).toContain(plan.id);
    const step = plan.steps[0]?.id ?? '';
    answerOf('plan.markStep', await store('hedge', 'step', plan.id, step, '--json'));
    expect((await run('hedge', 'legs')).stdout).toContain('[x]');
    answerOf('plan.markStep', await store('hedge', 'step', plan.id, step, '--undo', '--json'));
    expect((await run('hedge', 'legs')).stdout).not.toContain('[x]');
    expect((await store('hedge', 'step', plan.id, 'no-such-step')).code).toBe(1);
    const { records } = documentOf(await run('verify', '--json')) as { records: unknown };
    expect(contract['plan.records'].output.parse(records)).toMatchObject({ intact: true });
  });

  it('what is open as a plan, and watches a hedge', async () => {
    const { plan } = answerOf('hedge.adopt', await storing('hedge', 'adopt', '--exit', '2027-01-15'));
    const leg = plan.legs.find(({ asset }) => asset === 'ETH')?.leg ?? '';
    const { rows } = answerOf('monitor.read', await run('monitor', '--json'));
    const row = rows.find((one) => one.leg === leg);
    expect(row?.state).toBe('opened');
    expect((await run('monitor')).stdout).toContain(leg);
    expect((await run('monitor', leg)).stdout).toContain('Ratio:');
    const limits = answerOf(
      'monitor.setThresholds',
      await storing('monitor', leg, '--set', 'ratio=0.05,checkDays=3'),
    );
    expect(limits.thresholds).toMatchObject({ ratio: '0.05', checkDays: 3 });
    expect((await run('monitor', leg, '--set', 'ratio')).code).toBe(2);
    const position = row?.position ?? '';
    answerOf('hedge.setMargin', await storing('hedge', 'margin', position, 'isolated', '--margin', '900'));
    answerOf('hedge.close', await run('hedge', 'close', plan.plan, '--json'));
    answerOf('hedge.checklist', await run('hedge', 'checklist', plan.plan, '--json'));
    expect((await run('hedge', 'checklist')).stdout).toContain('[x] 1. Target and deviation');
    answerOf('hedge.checks', await run('hedge', 'check', '--json'));
    const typed = await run('hedge', 'check', 'btc', 'cme:MBT', 'sell', '0.3', '--meant', '0.3');
    expect(typed.stdout).toContain('BTC entered as contracts');
    const off = answerOf('hedge.unlink', await storing('hedge', 'unlink', leg));
    expect(off.leg.state).toBe('planned');
    answerOf('hedge.linkable', await run('hedge', 'link', leg, '--json'));
    const back = answerOf('hedge.link', await storing('hedge', 'link', leg, '--all'));
    expect(back.leg.state).toBe('opened');
    expect(documentOf(await storing('hedge', 'link', leg, '--all'))).toMatchObject({
      code: 'hedge/nothing-to-link',
    });
    answerOf('targets.dropPlan', await storing('hedge', 'drop', plan.plan));
  });

  it('a plan dropped, once, with a record of its own', async () => {
    const plan = answerOf(
      'targets.saveOverlay',
      await storing('hedge', 'plan', '--save', '--exit', '2027-01-15', '--acknowledge', uncertain),
    );
    const { record } = answerOf('targets.dropPlan', await storing('hedge', 'drop', plan.id));
    expect(record.sequence).toBeGreaterThan(plan.record.sequence);
    expect((await run('hedge', 'legs')).stdout).not.toContain(plan.id);
    const again = await store('hedge', 'drop', plan.id, '--json');
    expect([again.code, documentOf(again)]).toMatchObject([1, { code: 'targets/no-such-plan' }]);
    expect((await store('hedge', 'drop')).code).toBe(2);
  });
});

describe('the ledger itself', () => {
  // The program opens it from here on.
  beforeAll(() => warm.end());

  it('is made with a recovery key that is shown once, and its passphrase can be changed', async () => {
    const own = join(folder, 'own.hedgerow');
    const at = (args: string[], more: Record<string, string> = {}) =>
      hedgerow([...args, '--ledger', own], { env: { ...env, ...more } });
    const made = answerOf('ledger.create', await at(['init', '--json']));
    expect(made.recoveryKey).toMatch(/^[0-9A-Z-]{20,}$/u);
    expect((await at(['init'])).code).toBe(1);

    answerOf(
      'ledger.changePassphrase',
      await at(['passphrase', '--json'], { HEDGEROW_NEW_PASSPHRASE: 'another four plain words' }),
    );
    const refused = await at(['holdings', '--json']);
    expect(refused.code).toBe(1);
    expect(documentOf(refused)).toMatchObject({ code: 'ledger/wrong-passphrase' });
    expect((await at(['holdings'], { HEDGEROW_PASSPHRASE: 'another four plain words' })).code).toBe(0);

    const lost = {
      HEDGEROW_RECOVERY_KEY: made.recoveryKey,
      HEDGEROW_NEW_PASSPHRASE: 'the third of four plain phrases',
    };
    answerOf('ledger.changePassphrase', await at(['passphrase', '--recovery', '--json'], lost));
    expect((await at(['holdings'], { HEDGEROW_PASSPHRASE: 'the third of four plain phrases' })).code).toBe(0);
  });

  it('is the one opened last where none is named', async () => {
    const elsewhere = { HEDGEROW_DATA_FOLDER: temporaryFolder() };
    const none = await hedgerow(['holdings', '--json'], { env: elsewhere });
    expect(none.code).toBe(1);
    const path = await quickLedger(elsewhere.HEDGEROW_DATA_FOLDER);
    await hedgerow(['verify', '--ledger', path], { env: elsewhere });
    const status = documentOf(await hedgerow(['verify', '--json'], { env: elsewhere })) as {
      status: { path: string };
    };
    expect(status.status.path).toBe(path);
  });

  it('shows no passphrase, not even in an error', async () => {
    const ran = await hedgerow(['holdings', '--ledger', ledger], {
      env: { ...env, HEDGEROW_PASSPHRASE: 'wrong-one-4711' },
    });
    expect(ran.code).toBe(1);
    expect(ran.stdout + ran.stderr).not.toMatch(/4711|horse/u);
    expect(passphrase).toContain('horse');
  });
});

describe('Ctrl-C', () => {
  it('cancels an import with 130 and stores nothing', async () => {
    const file = join(folder, 'long.csv');
    const [header = '', row = ''] = readFileSync(sample('binance-spot-trades.csv'), 'utf8').split('\n');
    writeFileSync(file, [header, ...Array.from({ length: 200_000 }, () => row)].join('\n'));
    const ran = await hedgerow(['import', file, '--ledger', ledger], { env, interruptAfterMs: 1500 });
    expect(ran.stderr).toContain('cancelled');
    expect(ran.code).toBe(130);
    const listed = await hedgerow(['imports', '--ledger', ledger, '--json'], { env });
    const { batches } = answerOf('imports.list', listed);
    expect(batches.map((batch) => batch.file)).not.toContain('long.csv');
  });
});
