/** The catalogue's calls on a real encrypted ledger: find, read, correct, take back, add, remove, check. */
import { expect, onTestFinished, test } from 'vitest';
import type { CallContext, Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { factsOf } from '../../../src/main/core/facts.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { listedContracts } from '../../../src/main/engine/futures/contract-lookup.ts';
import type { CallAnswer, CallInput, CallName } from '../../../src/shared/contract/contract.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { ContractId } from '../../../src/shared/domain/contract-spec.ts';
import type { EvidentField } from '../../../src/shared/domain/contract-terms.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { timeZone } from '../../../src/shared/time/time-zone.ts';
import { money, rate } from '../../../src/shared/num/parse.ts';
import { makeLedger, temporaryFolder } from '../ledger/ledger.fixture.ts';
import { now, valueOf } from '../ledger/ledger.values.ts';

type ContractsCall = Extract<CallName, `contracts.${string}`>;

interface Core {
  readonly context: CallContext;
  call<Name extends ContractsCall>(name: Name, input: CallInput<Name>): Promise<Result<CallAnswer<Name>>>;
  ask<Name extends ContractsCall>(name: Name, input: CallInput<Name>): Promise<CallAnswer<Name>>;
}

async function startCore(): Promise<Core> {
  const { ledger } = await makeLedger();
  const session = { ledger, dataFolder: temporaryFolder(), uploads: new UploadStore(), cache: new Map() };
  onTestFinished(() => ledger.close());
  const context: CallContext = {
    session,
    now,
    clock: now,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  const call: Core['call'] = (name, input) =>
    (handlers[name] as Handler<typeof name>)(contract[name].input.parse(input) as never, context) as never;
  return {
    context,
    call,
    ask: async (name, input) => contract[name].output.parse(valueOf(await call(name, input))) as never,
  };
}

function field(
  details: CallAnswer<'contracts.read'>,
  name: EvidentField,
): CallAnswer<'contracts.read'>['fields'][number] {
  const found = details.fields.find((one) => one.field === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

async function failureOf(result: Promise<Result<unknown>>): Promise<string> {
  const found = await result;
  return found.ok ? 'ok' : `${found.failure.code}: ${found.failure.message}`;
}

test('search finds symbols, names, assets by other names, and all filters count together', async () => {
  const { ask } = await startCore();
  const all = await ask('contracts.list', {});
  expect(all.contracts).toHaveLength(all.total);
  expect(all.venues).toContain('CME');
  const xbt = await ask('contracts.list', { search: 'XBT' });
  expect(xbt.contracts[0]?.underlying).toBe('BTC');
  expect(xbt.contracts.length).toBeGreaterThan(5);
  expect((await ask('contracts.list', { search: 'mbt' })).contracts[0]?.id).toBe('cme:MBT');
  const narrow = await ask('contracts.list', {
    search: 'bitcoin',
    venue: 'cme',
    usPersons: true,
    section1256: true,
    kind: 'dated',
    payoff: 'linear',
  });
  expect(narrow.contracts.map(({ id }) => id)).toContain('cme:BTC');
  expect(narrow.contracts.every(({ venue, underlying }) => venue === 'CME' && underlying === 'BTC')).toBe(
    true,
  );
  expect((await ask('contracts.list', { search: 'no such thing' })).contracts).toEqual([]);
});

test('a contract is read field by field, with its source, and its expiries in both clocks', async () => {
  const { ask, call, context } = await startCore();
  await context.session.ledger?.write.saveProfile(
    {
      jurisdiction: 'us',
      currency: assetId('USD'),
      timeZone: timeZone('America/New_York'),
      carryforward: { shortTerm: money('0'), longTerm: money('0') },
      inflation: rate('0'),
      history: [],
      waiting: [],
      years: [],
    },
    now,
  );
  const mark = { of: assetId('BTC'), time: now, price: price('100000'), source: 'typed' };
  await context.session.ledger?.write.savePrices([mark], now);
  const details = await ask('contracts.read', { contract: 'cme:MBT' });
  expect(details).toMatchObject({
    contract: { id: 'cme:MBT', size: '0.1 BTC', series: true },
    template: null,
  });
  expect(details.example).toBe('12 contracts of MBT = 1.2 BTC = 120,000 USD (at 100,000 USD)');
  expect(field(details, 'multiplier')).toMatchObject({ value: '0.1', words: '0.1 BTC', correction: null });
  expect(details.expiries).toHaveLength(4);
  expect(details.expiries[0]).toMatchObject({ expiry: '2026-12-24', days: 34 });
  expect(details.expiries[0]?.fixing).toEqual({
    at: '2026-12-24T16:00:00Z',
    utc: '2026-12-24 16:00 UTC',
    local: '2026-12-24 11:00 America/New_York',
  });
  const single = await ask('contracts.read', { contract: 'cme:MBT-202612' });
  expect(single).toMatchObject({ template: 'cme:MBT', contract: { series: false, expiry: '2026-12-24' } });
  for (const name of ['MBT', 'mbt', 'CME:mbt'])
    expect((await ask('contracts.read', { contract: name })).contract.id).toBe('cme:MBT');
  expect((await ask('contracts.read', { contract: 'cme:mbt-202612' })).contract.id).toBe('cme:MBT-202612');
  expect(await failureOf(call('contracts.read', { contract: 'BTCUSDT' }))).toMatch(
    /^contracts\/several.*binance-um:BTCUSDT, bybit/u,
  );
  expect(await failureOf(call('contracts.read', { contract: 'cme:NONE' }))).toMatch(/^contracts\/unknown/u);
});

test('every shipped contract can be read, and what is shown of each field is understood when typed again', async () => {
  const { ask, call } = await startCore();
  const { contracts } = await ask('contracts.list', {});
  for (const { id } of contracts) {
    const details = await ask('contracts.read', { contract: id });
    for (const { field: name, value } of details.fields) {
      if (value === null) continue;
      const again = await call('contracts.tryValue', { contract: id, field: name, value });
      expect([id, name, again.ok ? again.value.same : again.failure.message]).toEqual([id, name, true]);
    }
  }
});

test('a correction of a series counts for all its contracts, one of a contract only there; both can be taken back', async () => {
  const { ask, call, context } = await startCore();
  const source = 'statement of November';
  const feeOf = async (id: string): Promise<string | null> =>
    field(await ask('contracts.read', { contract: id }), 'feePerContract').value;
  const shipped = await feeOf('cme:MBT');
  const corrected = await ask('contracts.correct', {
    contract: 'cme:MBT',
    field: 'feePerContract',
    value: '2.02 USD',
    source,
  });
  expect(field(corrected, 'feePerContract')).toMatchObject({
    value: '2.02',
    words: '2.02 USD for one contract and side',
    confidence: 'theirs',
    confidenceWords: 'set by you',
    sources: [source],
    asOf: '2026-11-20',
    correction: { contract: 'cme:MBT', source, setAt: '2026-11-20T12:00:00Z', shipped },
  });
  expect(corrected.contract.corrected).toBe(1);
  const own = { contract: 'cme:MBT-202612', field: 'feePerContract', value: '3', source } as const;
  const single = await ask('contracts.correct', own);
  expect(field(single, 'feePerContract').correction).toMatchObject({
    contract: 'cme:MBT-202612',
    shipped: '2.02',
  });
  expect([await feeOf('cme:MBT'), await feeOf('cme:MBT-202703'), await feeOf('cme:MBT-202612')]).toEqual([
    '2.02',
    '2.02',
    '3',
  ]);
  const facts = valueOf(await factsOf(context.session));
  const listed = listedContracts(facts.catalogue, localDate('2026-11-20')).filter(({ id }) =>
    id.startsWith('cme:MBT-'),
  );
  expect(listed.map(({ id, feePerContract }) => [id, feePerContract && toText(feePerContract)])).toEqual([
    ['cme:MBT-202612', '3'],
    ['cme:MBT-202703', '2.02'],
  ]);
  expect(
    facts
      .termsOf('cme:MBT-202612' as ContractId)
      ?.evidence.filter(({ fields }) => fields.includes('feePerContract')),
  ).toHaveLength(1);
  await ask('contracts.takeBack', { contract: 'cme:MBT-202612', field: 'feePerContract' });
  await ask('contracts.takeBack', { contract: 'cme:MBT', field: 'feePerContract' });
  expect([await feeOf('cme:MBT'), await feeOf('cme:MBT-202612')]).toEqual([shipped, shipped]);
  expect(
    await failureOf(call('contracts.takeBack', { contract: 'cme:MBT', field: 'feePerContract' })),
  ).toMatch(/^contracts\/not-corrected/u);
});

test('what no source confirms is confirmed by the user, all of it or named fields; the values stay', async () => {
  const { ask, call } = await startCore();
  const id = 'binance-um:BTCUSDT';
  const before = await ask('contracts.read', { contract: id });
  expect(before.contract.confidenceWords).toContain('but not');
  const one = await ask('contracts.confirm', { contract: id, fields: ['takerFee'], source: 'fee page' });
  expect(field(one, 'takerFee')).toMatchObject({
    value: field(before, 'takerFee').value,
    confidence: 'theirs',
    sources: ['fee page'],
  });
  expect(field(one, 'makerFee').confidence).not.toBe('theirs');
  const all = await ask('contracts.confirm', { contract: id, source: 'contract page' });
  expect(all.contract.confidenceWords).toBe('verified');
  expect(all.fields.map(({ value }) => value)).toEqual(before.fields.map(({ value }) => value));
  expect(await failureOf(call('contracts.confirm', { contract: id, source: 'again' }))).toMatch(
    /^contracts\/nothing-to-confirm/u,
  );
  const unknown = { contract: 'cme:MBT', fields: ['margin' as const], source: 'x' };
  expect(await failureOf(call('contracts.confirm', unknown))).toMatch(/nothing to confirm: set it/u);
});

/** Source: risks.md 2.1, 2.2, 2.6: units, signs, percent against fraction, minutes against hours. */
const refused: readonly [field: EvidentField, value: string, why: RegExp, contract?: string][] = [
  ['takerFee', '0.05', /could be 0.05 % or a fraction/u],
  ['takerFee', '-0.01 %', /a taker pays/u],
  ['takerFee', '50 %', /look at its unit/u],
  ['takerFee', '0,05 %', /not a number/u],
  ['multiplier', '0', /above zero/u],
  ['multiplier', '0.1 ETH', /is in ETH/u],
  ['multiplier', '1,000', /comma/u],
  ['multiplier', 'unknown', /nothing can be computed/u],
  ['quantityStep', '-1', /above zero/u],
  ['priceTick', '0', /above zero/u],
  ['fundingIntervalHours', '480', /looks like minutes/u],
  ['fundingIntervalHours', '8', /a dated contract pays no funding/u, 'cme:MBT'],
  ['fixing', '16:00 London', /no hour with a time zone/u, 'cme:MBT'],
  ['fixing', '16:00 UTC', /has no hour of a final price/u],
  ['quantityUnit', 'pieces', /none of contracts, base, quote/u],
  ['maxLeverage', '0', /not between/u],
  ['margin', '35', /is no margin/u],
  // Source: risks.md 2.6: per cent, fraction and money are told apart by what is written.
  ['margin', '0.35/0.30', /could be per cent or money/u],
  ['margin', '35/30', /could be per cent or money/u],
  ['margin', 'long 35/30; short 40/35', /could be per cent or money/u],
  ['margin', 'initial 30%, maintenance 35%', /cannot be above/u],
  ['margin', '{"kind":"flat","initial":"50","maintenance":"0.5"}', /above 100 %/u],
  ['margin', '{"kind":"flat","initial":0.5,"maintenance":"0.5"}', /decimals as text/u],
  [
    'margin',
    '{"kind":"tiers","unit":"coins","tiers":[{"cap":"5","maintenanceRate":"0.01","deduction":"0","initialRate":null},{"cap":"4","maintenanceRate":"0.02","deduction":"0","initialRate":null}]}',
    /tier 2 ends at or below/u,
  ],
  ['usPersons', 'maybe', /none of yes, no/u],
];

test.each(refused)(
  '%s "%s" is refused, with the reason',
  async (name, value, why, id = 'binance-um:BTCUSDT') => {
    const { call, context } = await startCore();
    const before = context.session.ledger?.hash();
    const failed = await failureOf(
      call('contracts.correct', { contract: id, field: name, value, source: 'test' }),
    );
    expect(failed).toMatch(/^contracts\/bad-value/u);
    expect(failed).toMatch(why);
    expect(context.session.ledger?.hash()).toBe(before);
  },
);

const understood: readonly [field: EvidentField, value: string, words: string, contract?: string][] = [
  ['takerFee', '5 bp', "0.05 % of the trade's value"],
  ['takerFee', '0.0005 fraction', "0.05 % of the trade's value"],
  ['makerFee', '-0.005 %', "you are paid 0.005 % of the trade's value (a rebate)"],
  ['fundingIntervalHours', '480 minutes', 'every 8 hours'],
  ['fundingIntervalHours', '1h', 'every hour'],
  ['maxLeverage', '25x', '25 times'],
  ['margin', 'initial 10 %, maintenance 5 %', '10 % initial, 5 % maintenance of the value'],
  ['margin', '35 USD/30 USD', '35 USD initial, 30 USD maintenance for each contract', 'cme:MBT'],
  ['margin', '1200/1000', '1,200 USD initial, 1,000 USD maintenance for each contract', 'cme:MBT'],
  [
    'margin',
    'long 35%/30%; short 40%/36%',
    'long 35 % initial, 30 % maintenance; short 40 % initial, 36 % maintenance of the value',
    'cme:MBT',
  ],
  ['fixing', '15:00 America/Chicago', '15:00 America/Chicago', 'cme:MBT'],
  ['section1256', 'yes disputed', 'yes, but not settled: Set by you: '],
  ['quantityUnit', 'contracts', 'contracts'],
  ['priceTick', 'unknown', 'not known'],
];

test.each(understood)(
  '%s "%s" is understood as %s',
  async (name, value, words, id = 'binance-um:BTCUSDT') => {
    const { ask } = await startCore();
    expect((await ask('contracts.tryValue', { contract: id, field: name, value })).words).toBe(words);
  },
);

test('a value ten times what counts is said to be so before it is saved', async () => {
  const { ask } = await startCore();
  const tried = await ask('contracts.tryValue', { contract: 'cme:MBT', field: 'multiplier', value: '1' });
  const unit = { contract: 'cme:MBT', field: 'quantityUnit', value: 'quote' } as const;
  expect((await ask('contracts.tryValue', unit)).warnings).toEqual([
    'The size of a contract is 0.1 USD then, and step and limits count in the new unit: check them too.',
  ]);
  expect(tried.warnings).toEqual(['That is 10 times what counted before (0.1 BTC). Is the unit right?']);
  const stored = await ask('contracts.correct', {
    contract: 'cme:MBT',
    field: 'multiplier',
    value: '1',
    source: 'x',
  });
  expect(stored.warnings).toEqual(tried.warnings);
});

test('tiers that begin with a rate in per cent are said to', async () => {
  const { ask } = await startCore();
  const tiers = [{ cap: null, maintenanceRate: '0.5', deduction: '0', initialRate: null }];
  const value = JSON.stringify({ kind: 'tiers', unit: 'settle-value', tiers });
  const tried = await ask('contracts.tryValue', { contract: 'binance-um:BTCUSDT', field: 'margin', value });
  expect(tried.warnings.join(' ')).toContain('keeps back 50 % of the position');
});

const mine = {
  venue: 'My broker',
  symbol: 'ABC-1',
  underlying: 'btc',
  quote: 'USD',
  settleAsset: 'USD',
  kind: 'dated',
  payoff: 'linear',
  expiry: '2026-12-25',
  source: 'page of my broker',
  multiplier: '0.5 BTC',
  quantityUnit: 'contracts',
  quantityStep: '1',
  takerFee: '3 bp',
  margin: '35%/30%',
  liquidation: 'broker',
} as const;

test('a contract of one’s own is added, found, used, replaced and removed; what was left out is said', async () => {
  const { ask, call, context } = await startCore();
  const empty = context.session.ledger?.hash();
  const added = await ask('contracts.add', { terms: mine });
  expect(added.contract).toMatchObject({ id: 'own:ABC-1', own: true, size: '0.5 BTC', confidence: 'theirs' });
  expect(added.contract.confidenceWords).toContain('set by you, but not');
  expect(field(added, 'takerFee')).toMatchObject({ value: '0.03 %', confidence: 'theirs' });
  expect(field(added, 'settlement')).toMatchObject({ value: 'cash', confidence: 'uncertain' });
  expect(field(added, 'makerFee')).toMatchObject({ value: null, confidence: null });
  expect(field(added, 'margin').words).toBe('35 % initial, 30 % maintenance of the value');
  expect((await ask('contracts.list', { own: true })).contracts.map(({ id }) => id)).toEqual(['own:ABC-1']);
  expect(await failureOf(call('contracts.add', { terms: mine }))).toMatch(/^contracts\/exists/u);
  await ask('contracts.add', { terms: { ...mine, multiplier: '0.25' }, replace: true });
  await ask('contracts.correct', { contract: 'own:ABC-1', field: 'makerFee', value: '1 bp', source: 'x' });
  const facts = valueOf(await factsOf(context.session));
  expect(toText(facts.termsOf('own:ABC-1' as ContractId)!.multiplier)).toBe('0.25');
  expect(await ask('contracts.remove', { contract: 'own:ABC-1' })).toEqual({
    removed: 'own:ABC-1',
    fills: 0,
    legs: 0,
  });
  expect(context.session.ledger?.hash()).toBe(empty);
  expect(await failureOf(call('contracts.remove', { contract: 'cme:MBT' }))).toMatch(/^contracts\/not-own/u);
});

/** Source: formulas.md 1: which asset each payoff settles in. */
test.each([
  [
    'inverse settles in coin',
    { payoff: 'inverse' },
    /settles in the coin that it follows \(BTC\), not in USD/u,
  ],
  ['linear settles in quote', { settleAsset: 'BTC' }, /settles in the money that it is quoted in/u],
  ['quanto settles in a third', { payoff: 'quanto' }, /third asset/u],
  [
    'quanto in contracts',
    { payoff: 'quanto', settleAsset: 'XRP', quantityUnit: 'base', multiplier: '1' },
    /none of contracts/u,
  ],
  ['dated has an expiry', { expiry: undefined }, /without its expiry/u],
  ['perpetual has none', { kind: 'perpetual' }, /has no expiry/u],
  ['step fits minimum', { minQuantity: '1.5' }, /multiple of the step/u],
  ['taken already', { id: 'cme:MBT' }, /already/u],
  ['no step', { quantityStep: undefined }, /without step of the quantity/u],
] as const)('a contract whose terms do not fit is not added: %s', async (_, change, why) => {
  const { call, context } = await startCore();
  const before = context.session.ledger?.hash();
  const terms = Object.fromEntries(
    Object.entries({ ...mine, ...change }).filter(([, value]) => value !== undefined),
  );
  expect(await failureOf(call('contracts.add', { terms: terms as typeof mine }))).toMatch(why);
  expect(context.session.ledger?.hash()).toBe(before);
});

/** Source: risks.md 2.1: "ratio near 10, 100, 1 000 or 10 000 names the likely unit error". */
test.each([
  ['fits', 'cme:MBT', '12', '100000', '120000', {}, 'fits', []],
  ['at another price of the day', 'cme:MBT', '12', '100000', '118500', {}, 'fits', []],
  ['in coins', 'cme:MBT', '12', '100000', '1.2', { asset: 'btc' }, 'fits', []],
  ['coins were typed', 'cme:MBT', '1.2', '100000', '120000', {}, 'unit', ['quantityUnit', 'multiplier']],
  ['a hundred times', 'binance-um:BTCUSDT', '1', '100000', '10000000', {}, 'factor', ['multiplier']],
  ['nothing usual', 'binance-um:BTCUSDT', '1', '100000', '37000', {}, 'differs', []],
] as const)('a line of a statement: %s', async (_, id, quantity, at, value, more, verdict, fields) => {
  const { ask } = await startCore();
  const answer = await ask('contracts.selfCheck', { contract: id, quantity, price: at, value, ...more });
  expect([answer.verdict, answer.fits, answer.suggestions.map((one) => one.field)]).toEqual([
    verdict,
    verdict === 'fits',
    [...fields],
  ]);
});

test('a value in an asset that needs another price is refused', async () => {
  const { call } = await startCore();
  const input = { contract: 'cme:MBT', quantity: '1', price: '1', value: '1', asset: 'EUR' };
  expect(await failureOf(call('contracts.selfCheck', input))).toMatch(/^contracts\/no-value-in.*USD, BTC/u);
});
