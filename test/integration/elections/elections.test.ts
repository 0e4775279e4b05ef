/** What the taxpayer puts on record about lots, over a real encrypted ledger: what it decides, what it leaves, what is refused. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { derivedOf } from '../../../src/main/core/derived.ts';
import { electionsHandlers } from '../../../src/main/core/services/elections/elections-handlers.ts';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { standingIssues } from '../../../src/main/core/services/standing-issues.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

type Name = keyof typeof electionsHandlers;
type Way = CallInput<'elections.allocate'>['way'];

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  const { intact } = await desk.ledger.read.verifyRecords();
  if (!intact) throw new Error('the chain of records is broken');
  if ((await desk.ledger.read.recomputeHash()) !== desk.ledger.hash()) throw new Error('the hash is wrong');
  await desk.end();
});

const noon = '2026-11-22T12:00:00Z';

/** A call of a day as the dispatcher makes it. */
function at(time: string): CallContext {
  return { ...desk.context(), now: instantFromIso(time), clock: instantFromIso(time) };
}

async function call<N extends Name>(
  name: N,
  input: CallInput<N>,
  time = noon,
): Promise<Result<CallAnswer<N>>> {
  const handler = electionsHandlers[name] as (
    request: unknown,
    context: CallContext,
  ) => Promise<Result<unknown>>;
  const result = await handler(contract[name].input.parse(input), at(time));
  return (result.ok ? { ok: true, value: contract[name].output.parse(result.value) } : result) as Result<
    CallAnswer<N>
  >;
}

async function ask<N extends Name>(name: N, input: CallInput<N>, time = noon): Promise<CallAnswer<N>> {
  return must(await call(name, input, time));
}

/** "code: message" of a call that is refused; the ledger is then what it was. */
async function refusal<N extends Name>(name: N, input: CallInput<N>): Promise<string> {
  const before = desk.ledger.hash();
  const result = await call(name, input);
  expect(desk.ledger.hash()).toBe(before);
  return result.ok
    ? 'not refused'
    : `${result.failure.code}: ${result.failure.message} ${result.failure.fix}`;
}

const header =
  'Time,Kind,Account,Account Kind,Received Asset,Received Quantity,Sent Asset,Sent Quantity,To Account,To Account Kind';
const buy = (time: string, price: number, account = 'Kraken,exchange'): string =>
  `${time},buy,${account},BTC,1,USD,${price},,`;
const sell = (time: string, quantity: string, account = 'Kraken,exchange'): string =>
  `${time},sell,${account},USD,${Number(quantity) * 90_000},BTC,${quantity},,`;

async function bring(...rows: readonly string[]): Promise<void> {
  const upload = desk.upload([header, ...rows, ''].join('\n'), `${rows.join('').length}.csv`);
  const request = { files: [{ upload }], skipBadRows: false };
  // By then everything here has happened.
  must(await importHandlers['imports.confirm'](request, at('2028-01-01T00:00:00Z')));
}

/** Three coins bought in one account for 40, 60 and 100 thousand. */
async function bringPurchases(account?: string): Promise<void> {
  await bring(
    buy('2025-01-10 10:00:00', 40_000, account),
    buy('2025-02-10 10:00:00', 60_000, account),
    buy('2025-03-10 10:00:00', 100_000, account),
  );
}

/** What sales used up, oldest first: "2026-11-25 0.5 of 100000 by hifo". */
async function used(time: string): Promise<string[]> {
  const { lots } = must(await derivedOf(at(time)));
  return lots.disposals.map(({ disposed, quantity, lot, reason }) => {
    const cost = lots.originOf(lot)?.costBasis;
    const date = new Date(Number(disposed)).toISOString().slice(0, 10);
    return `${date} ${toText(quantity)} of ${cost === undefined ? '?' : toText(cost)} by ${reason}`;
  });
}

async function issues(time: string): Promise<string[]> {
  return standingIssues(must(await derivedOf(at(time)))).map(({ code }) => code);
}

/** The id of the lot that was bought for a price. */
async function lotOf(costBasis: string): Promise<string> {
  const { lots } = must(await derivedOf(at(noon)));
  return lots.openLots.find((lot) => toText(lots.originOf(lot.id)!.costBasis) === costBasis)?.id ?? 'none';
}

describe('a standing order', () => {
  test('decides the sales after it, and none before', async () => {
    await bringPurchases();
    await bring(sell('2026-11-20 10:00:00', '0.5'));
    expect(await ask('elections.order', { account: null, method: 'hifo' })).toEqual({
      sequence: 1,
      from: noon,
    });
    await bring(sell('2026-11-22 11:59:59', '0.1'), sell('2026-11-25 10:00:00', '0.25'));
    expect(await used('2026-11-30T00:00:00Z')).toEqual([
      '2026-11-20 0.5 of 40000 by fifo',
      '2026-11-22 0.1 of 40000 by fifo',
      '2026-11-25 0.25 of 100000 by hifo',
    ]);
    expect((await ask('elections.read', {})).orders).toMatchObject([
      {
        account: null,
        method: 'hifo',
        from: noon,
        words: 'all accounts without an order of their own: highest cost first, for sales from 2026-11-22',
      },
    ]);
    expect(await issues('2026-11-30T00:00:00Z')).toEqual(['profile/no-time-zone']);
  });

  test('of one account goes before that for all', async () => {
    await bringPurchases();
    await ask('elections.order', { account: 'kraken', method: 'lifo' });
    await ask('elections.order', { account: null, method: 'hifo' });
    await bring(sell('2026-11-25 10:00:00', '0.25'));
    expect(await used('2026-11-30T00:00:00Z')).toEqual(['2026-11-25 0.25 of 100000 by lifo']);
  });

  test('from before counts only where books kept elsewhere show it, and then says so', async () => {
    await bringPurchases();
    await bring(sell('2026-11-20 10:00:00', '0.5'));
    const order = { account: null, method: 'hifo', from: '2026-01-01T00:00:00Z' } as const;
    expect(await refusal('elections.order', order)).toMatch(
      /^elections\/order-earlier: .*2026-01-01T00:00:00Z has passed. Nothing was recorded/u,
    );
    expect(await ask('elections.order', { ...order, keptElsewhere: true })).toMatchObject({
      from: order.from,
    });
    expect(await used(noon)).toEqual(['2026-11-20 0.5 of 100000 by hifo']);
    expect(await issues(noon)).toEqual(['lots/order-kept-elsewhere', 'profile/no-time-zone']);
  });

  test('that the exchange was not told of does not count there from 2027, in a wallet it does', async () => {
    await bringPurchases();
    await bringPurchases('Nano,wallet');
    await ask('elections.order', { account: null, method: 'hifo' });
    await bring(
      sell('2026-12-31 23:59:59', '0.1'),
      sell('2027-01-01 00:00:00', '0.2'),
      sell('2027-01-02 00:00:00', '0.3', 'Nano,wallet'),
    );
    const later = '2027-02-01T00:00:00Z';
    expect(await used(later)).toEqual([
      '2026-12-31 0.1 of 100000 by hifo',
      '2027-01-01 0.2 of 40000 by fifo',
      '2027-01-02 0.3 of 100000 by hifo',
    ]);
    expect(await issues(later)).toEqual(['lots/broker-not-told', 'profile/no-time-zone']);
    await ask('elections.order', { account: 'kraken', method: 'hifo', toldBroker: true }, later);
    await bring(sell('2027-02-02 00:00:00', '0.4'));
    expect((await used('2027-03-01T00:00:00Z')).at(-1)).toBe('2027-02-02 0.4 of 100000 by hifo');
  });

  test('is refused for a method that the law does not allow and for an account that is not there', async () => {
    await bringPurchases();
    for (const method of ['average', 'section-104'] as const)
      expect(await refusal('elections.order', { account: null, method })).toMatch(
        /^elections\/method-not-in-law: .*fifo, lifo, hifo, lofo, lowest-tax, specific/u,
      );
    expect(await refusal('elections.order', { account: 'mtgox', method: 'hifo' })).toMatch(
      /^elections\/account-unknown: .*"mtgox".*kraken/u,
    );
  });

  test('is not recorded by a clock that was set back behind the last record', async () => {
    await ask('elections.order', { account: null, method: 'hifo' });
    const early = await call('elections.order', { account: null, method: 'fifo' }, '2026-11-22T11:00:00Z');
    expect(early).toMatchObject({ ok: false, failure: { code: 'ledger/record-before-last' } });
  });
});

describe('an identification', () => {
  test('decides the sales after it until it is used up; for one that has happened it is too late', async () => {
    await bringPurchases();
    await bring(sell('2026-11-20 10:00:00', '0.5'));
    const [second, third] = [await lotOf('60000'), await lotOf('100000')];
    const answer = await ask('elections.identify', {
      account: 'kraken',
      asset: 'BTC',
      lots: [
        { lot: second, quantity: '0.3' },
        { lot: third, quantity: '0.2' },
      ],
    });
    expect(answer).toEqual({ sequence: 1, recordedAt: noon });
    await bring(sell('2026-11-22 11:00:00', '0.1'), sell('2026-11-25 10:00:00', '0.4'));
    await bring(sell('2026-11-26 10:00:00', '0.25'));
    const later = '2026-11-30T00:00:00Z';
    expect(await used(later)).toEqual([
      '2026-11-20 0.5 of 40000 by fifo',
      '2026-11-22 0.1 of 40000 by fifo',
      '2026-11-25 0.3 of 60000 by identified',
      '2026-11-25 0.1 of 100000 by identified',
      '2026-11-26 0.1 of 100000 by identified',
      '2026-11-26 0.15 of 40000 by fifo',
    ]);
    const { identifications, notes } = await ask('elections.read', {}, later);
    expect(identifications).toMatchObject([
      { sequence: 1, accountName: 'Kraken', left: '0', sales: [expect.any(String), expect.any(String)] },
    ]);
    expect(notes).toContain(
      'An identification counts for sales after this moment; for a sale that has happened it is too late, and the method in force decides.',
    );
  });

  test('is of lots that the account holds, and not of those that another one keeps', async () => {
    await bringPurchases();
    await bringPurchases('Nano,wallet');
    const first = await lotOf('40000');
    const named = (lot: string, quantity: string, account: string): CallInput<'elections.identify'> => ({
      account,
      asset: 'BTC',
      lots: [{ lot, quantity }],
    });
    const holder = must(await derivedOf(at(noon))).lots.originOf(first as never)!.account;
    const other = holder === 'kraken' ? 'nano' : 'kraken';
    expect(await refusal('elections.identify', named(first, '0.1', other))).toContain(
      `elections/lot-not-held: The lot "${first}"`,
    );
    expect(await refusal('elections.identify', named('no-such-lot', '0.1', holder))).toContain(
      '"no-such-lot"',
    );
    expect(await refusal('elections.identify', { ...named(first, '0.1', holder), asset: 'ETH' })).toContain(
      'elections/lot-not-held',
    );
    expect(await refusal('elections.identify', named(first, '1.1', holder))).toContain(
      'holds 1, and 0 of them',
    );
    const lot = { lot: first, quantity: '0.1' };
    expect(
      await refusal('elections.identify', { account: holder, asset: 'BTC', lots: [lot, lot] }),
    ).toContain('named twice');
    await ask('elections.identify', named(first, '0.75', holder));
    expect(await refusal('elections.identify', named(first, '0.26', holder))).toMatch(
      new RegExp(`^elections/lot-held-less: Of the lot "${first}" you name 0.26 .*0.75 of them`, 'u'),
    );
    await ask('elections.identify', named(first, '0.25', holder));
    for (const quantity of ['0', '-1'])
      expect(await refusal('elections.identify', named(first, quantity, holder))).toContain(
        'lots.0.quantity',
      );
  });

  test('decides swaps too, and spending not', async () => {
    await bringPurchases();
    const lot = await lotOf('100000');
    await ask('elections.identify', { account: 'kraken', asset: 'BTC', lots: [{ lot, quantity: '0.5' }] });
    await bring(
      '2026-11-24 10:00:00,spend,Kraken,exchange,,,BTC,0.1,,',
      '2026-11-25 10:00:00,swap,Kraken,exchange,ETH,10,BTC,0.3,,',
    );
    expect(await used('2026-11-30T00:00:00Z')).toEqual([
      '2026-11-24 0.1 of 40000 by fifo',
      '2026-11-25 0.3 of 100000 by identified',
    ]);
  });

  test('that the exchange was not told of waits from 2027', async () => {
    await bringPurchases();
    const lot = await lotOf('100000');
    await ask('elections.identify', { account: 'kraken', asset: 'BTC', lots: [{ lot, quantity: '0.5' }] });
    await bring(sell('2027-01-15 10:00:00', '0.1'));
    const later = '2027-02-01T00:00:00Z';
    expect(await used(later)).toEqual(['2027-01-15 0.1 of 40000 by fifo']);
    expect(await issues(later)).toContain('lots/broker-not-told');
  });
});

describe('the allocation of 2025', () => {
  /** One coin bought at the exchange, one in the wallet, half of the first moved there before 2025. */
  async function bringEarly(): Promise<void> {
    await bring(
      buy('2024-01-10 10:00:00', 40_000),
      buy('2024-02-10 10:00:00', 60_000, 'Nano,wallet'),
      '2024-03-10 10:00:00,transfer,Kraken,exchange,,,BTC,0.5,Nano,wallet',
      buy('2025-03-10 10:00:00', 100_000),
    );
  }

  test('is not recorded where it would change nothing, and says so where it comes to that', async () => {
    await bringEarly();
    const way: Way = { kind: 'global', accounts: ['kraken', 'nano'], order: 'hifo' };
    const choose = (value: string): Promise<unknown> =>
      ask('elections.save', { id: 'basis-before-2025', value });
    await choose('account');
    expect(await refusal('elections.allocate', { way })).toContain('elections/allocation-without-effect');
    await choose('universal');
    await ask('elections.allocate', { way });
    await choose('account');
    expect((await ask('elections.read', {})).notes.join(' ')).toContain('that division changes nothing');
  });

  test('is recorded once, whole, and then fixed', async () => {
    await bringEarly();
    expect((await ask('elections.read', {})).notes.join(' ')).toContain(
      'before the first sale or transfer of 2025',
    );
    const way: Way = { kind: 'global', accounts: ['kraken', 'nano'], order: 'hifo' };
    expect(await ask('elections.allocate', { way })).toEqual({ sequence: 1 });
    const { allocation, notes } = await ask('elections.read', {});
    expect(allocation).toEqual({ way, recordedAt: noon });
    expect(notes.join(' ')).toContain('cannot be changed');
    expect(
      await refusal('elections.allocate', { way: { kind: 'global', accounts: ['kraken'], order: 'fifo' } }),
    ).toMatch(/^elections\/allocation-fixed: .*on record since 2026-11-22/u);
    // Kraken, with half a coin left, is filled first with the dearest: half of the one that was bought in the wallet.
    await bring(sell('2026-11-25 10:00:00', '1', 'Nano,wallet'), sell('2026-11-26 10:00:00', '0.25'));
    expect(await used('2026-11-30T00:00:00Z')).toEqual([
      '2026-11-25 1 of 40000 by fifo',
      '2026-11-26 0.25 of 60000 by fifo',
    ]);
  });

  test('by lots decides which coins an account has', async () => {
    await bringEarly();
    const [first, second] = [await lotOf('40000'), await lotOf('60000')];
    const units = [
      { lot: second, account: 'kraken', quantity: '0.5' },
      { lot: second, account: 'nano', quantity: '0.5' },
      { lot: first, account: 'nano', quantity: '1' },
    ];
    await ask('elections.allocate', { way: { kind: 'specific-unit', units } });
    await bring(sell('2026-11-25 10:00:00', '0.5'), sell('2026-11-26 10:00:00', '1.25', 'Nano,wallet'));
    expect(await used('2026-11-30T00:00:00Z')).toEqual([
      '2026-11-25 0.5 of 60000 by fifo',
      '2026-11-26 1 of 40000 by fifo',
      '2026-11-26 0.25 of 60000 by fifo',
    ]);
    expect((await ask('elections.read', {})).allocation?.way).toEqual({ kind: 'specific-unit', units });
  });

  test('is refused where it gives more than there was, or names what is not there', async () => {
    await bringEarly();
    const [first, late] = [await lotOf('40000'), await lotOf('100000')];
    const specific = (lot: string, account: string, quantity: string): CallInput<'elections.allocate'> => ({
      way: { kind: 'specific-unit', units: [{ lot, account, quantity }] },
    });
    const refused = (input: CallInput<'elections.allocate'>) => refusal('elections.allocate', input);
    expect(await refused(specific('no-lot', 'nano', '1'))).toContain(
      'elections/allocation-lot-unknown: There is no lot "no-lot"',
    );
    expect(await refused(specific(late, 'kraken', '0.1'))).toContain('elections/allocation-lot-unknown');
    expect(await refused(specific(first, 'nano', '1.1'))).toMatch(
      /allocation-lot-less: 1.1 BTC .*more than 1\./u,
    );
    expect(await refused(specific(first, 'kraken', '0.6'))).toMatch(
      /allocation-account-less: "Kraken" is given 0.6 BTC, but it held 0.5/u,
    );
    expect(await refused(specific(first, 'mtgox', '0.1'))).toContain('elections/account-unknown');
    expect(await refused(specific(first, 'nano', '-1'))).toContain('way.units.0.quantity');
    const twice: Way = { kind: 'global', accounts: ['nano', 'nano'], order: 'fifo' };
    expect(await refused({ way: twice })).toContain('way.accounts.1');
    expect((await ask('elections.read', {})).allocation).toBeNull();
  });
});

describe('elections', () => {
  test('have defaults, are chosen with a record, and the choice counts', async () => {
    await bring(buy('2024-01-10 10:00:00', 40_000), sell('2024-06-10 10:00:00', '2'));
    const before = await ask('elections.read', {});
    expect(before.elections.map(({ id, value, madeAt }) => [id, value, madeAt])).toEqual([
      ['basis-before-2025', 'universal', null],
      ['transfer-fee', 'disposal', null],
      ['unknown-cost', 'zero-cost', null],
      ['missing-units', 'left-out', null],
    ]);
    expect(await used(noon)).toEqual(['2024-06-10 1 of 40000 by fifo']);
    await ask('elections.save', { id: 'missing-units', value: 'zero-cost' });
    expect(await used(noon)).toEqual([
      '2024-06-10 1 of 40000 by fifo',
      expect.stringContaining('by zero-cost'),
    ]);
    const { elections } = await ask('elections.read', {});
    expect(elections.find(({ id }) => id === 'missing-units')).toMatchObject({
      value: 'zero-cost',
      madeAt: noon,
    });
    expect((await desk.ledger.read.records()).map(({ kind, body }) => [kind, body])).toEqual([
      ['election', '{"election":"missing-units","value":"zero-cost"}'],
    ]);
  });

  test('that nobody knows, and values that are none, are refused by name', async () => {
    expect(await refusal('elections.save', { id: 'moon-phase', value: 'full' })).toMatch(
      /^elections\/unknown: .*"moon-phase".*basis-before-2025, transfer-fee/u,
    );
    expect(await refusal('elections.save', { id: 'transfer-fee', value: 'gift' })).toMatch(
      /^elections\/unknown-value: "gift".*disposal, into-basis/u,
    );
  });
});
