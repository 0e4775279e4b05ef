/** A what-if about a choice and the choices page answer alike: one way from changed choices to facts. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import { TAX_ELECTIONS } from '../../../src/shared/domain/tax-election-list.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

type Name = 'elections.effects' | 'elections.save' | 'hedge.adopt' | 'plan.saveProfile' | 'plan.whatIf';
type AnyHandler = (request: unknown, context: CallContext) => Promise<Result<unknown>>;

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.end();
});

async function call<N extends Name>(name: N, input: CallInput<N>): Promise<Result<CallAnswer<N>>> {
  const now = instantFromIso('2026-11-22T15:00:00Z');
  const context = { ...desk.context(), now, clock: now };
  const handler = handlers[name] as unknown as AnyHandler;
  return (await handler(contract[name].input.parse(input), context)) as Result<CallAnswer<N>>;
}

const ask = async <N extends Name>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> =>
  must(await call(name, input));

const COLUMNS =
  'Time,Kind,Account,Account Kind,Received Asset,Received Quantity,Sent Asset,Sent Quantity,Contract,Side,Quantity,Price,Profit Asset,Profit,Asset,Id';
let trades = 0;
const buy = (time: string, asset: string, quantity: number, cost: number): string =>
  `${time},buy,Kraken,exchange,${asset},${quantity},USD,${cost},,,,,,,,`;
const sell = (time: string, asset: string, quantity: number, proceeds: number): string =>
  `${time},sell,Kraken,exchange,USD,${proceeds},${asset},${quantity},,,,,,,,`;
const fill = (time: string, of: string, side: string, quantity: number, price: number, profit = ''): string =>
  `${time},futures-fill,Futures,futures,,,,,${of},${side},${quantity},${price},${profit === '' ? '' : 'USD'},${profit},,${++trades}`;
const priced = (time: string, of: string, price: number): string =>
  `${time},price,Kraken,exchange,,,,,${of.includes(':') ? of : ''},,,${price},,,${of.includes(':') ? '' : of},`;
const paid = (time: string, of: string, amount: number): string =>
  `${time},funding,Futures,futures,,,USD,${amount},${of},,,,,,,${++trades}`;

const PERP = 'binance-um:BTCUSDT';
const MBT = 'cme:MBT-202509';

const prices = (date: string, btc: number): string[] => [
  priced(`${date} 21:00:00`, 'BTC', btc),
  priced(`${date} 21:00:00`, 'ETH', 3000),
  priced(`${date} 21:00:00`, PERP, btc),
];

/** Hedged coins, a part sold, a coin sold at a loss and bought back, funding; every short closed in 2025. */
const LEDGER = [
  buy('2024-01-10 10:00:00', 'BTC', 2, 80_000),
  buy('2024-09-10 10:00:00', 'BTC', 1, 55_000),
  buy('2024-01-10 10:00:00', 'ETH', 1, 4000),
  sell('2024-03-01 10:00:00', 'ETH', 1, 1000),
  buy('2024-03-05 10:00:00', 'ETH', 1, 1000),
  fill('2024-10-01 10:00:00', PERP, 'sell', 1, 60_000),
  ...prices('2024-12-31', 90_000),
  paid('2025-01-15 10:00:00', PERP, 300),
  fill('2025-02-01 10:00:00', PERP, 'buy', 1, 95_000, '-35000'),
  fill('2025-03-03 10:00:00', MBT, 'sell', 10, 100_000),
  fill('2025-06-02 10:00:00', MBT, 'buy', 10, 93_010, '6990'),
  sell('2025-07-01 10:00:00', 'BTC', 1, 96_000),
  ...prices('2025-12-31', 90_000),
  ...prices('2026-11-21', 90_000),
];

const profile = {
  jurisdiction: 'us',
  currency: 'USD',
  timeZone: 'America/New_York',
  carryforward: { shortTerm: '0', longTerm: '0' },
  years: [2024, 2025, 2026].map((year) => ({
    year,
    filingStatus: 'single',
    ordinaryIncome: '90000',
    deduction: 'standard',
    otherInvestmentIncome: '0',
    qualifiedDividends: '0',
    otherShortTermGain: '0',
    otherLongTermGain: '0',
  })),
} as unknown as CallInput<'plan.saveProfile'>;

type Moved = Readonly<Record<number, string>>;

async function byEffects(): Promise<ReadonlyMap<string, Moved>> {
  const { elections } = await ask('elections.effects', {});
  return new Map(
    elections.flatMap(({ id, options }) =>
      options
        .filter(({ inForce, total }) => !inForce && total !== null)
        .map(({ value, years }) => [
          `${id}=${value}`,
          Object.fromEntries(years.map(({ year, difference }) => [year, difference])),
        ]),
    ),
  );
}

async function byWhatIf(id: string, value: string): Promise<Moved> {
  const answer = await ask('plan.whatIf', { scenario: { elections: [{ id, value }] }, yearsAhead: 0 });
  return Object.fromEntries(
    answer.projection.years.flatMap(({ year, differences }) =>
      differences.flatMap(({ line, amount }) => (line === 'totalTax' ? [[year, amount]] : [])),
    ),
  );
}

async function expectOneAnswer(): Promise<void> {
  const effects = await byEffects();
  const asked = [...effects.keys()].filter((key) =>
    TAX_ELECTIONS.some(({ id }) => key.startsWith(`${id}=`) || key.startsWith(`${id}:`)),
  );
  expect(asked.length).toBeGreaterThan(12);
  const answers = new Map<string, Moved>();
  for (const key of asked) {
    const [id = '', value = ''] = key.split('=');
    answers.set(key, await byWhatIf(id, value));
  }
  expect(answers).toEqual(new Map(asked.map((key) => [key, effects.get(key)])));
}

async function bring(): Promise<void> {
  await desk.bring([COLUMNS, ...LEDGER, ''].join('\n'), 'all.csv');
  await ask('plan.saveProfile', profile);
}

test('without a leg on record', async () => {
  await bring();
  await expectOneAnswer();
});

test('with a leg on record, and the kind of its straddle', async () => {
  await bring();
  const time = '2026-11-22 14:00:00';
  const today = [fill(time, PERP, 'sell', 0.5, 90_000), fill(time, 'cme:MBT-202703', 'sell', 5, 90_000)];
  await desk.bring([COLUMNS, ...today, priced(time, 'cme:MBT-202703', 90_000), ''].join('\n'), 'today.csv');
  await ask('elections.save', { id: 'straddle-regime', value: 'identified' });
  await ask('hedge.adopt', { exitDate: '2027-01-10' });
  await expectOneAnswer();
});

test('where straddle rules are off by choice', async () => {
  await bring();
  await ask('elections.save', { id: 'actively-traded', value: 'no', keptElsewhere: true });
  await expectOneAnswer();
  // The loss of 35,000 waits as soon as coins count as actively traded.
  expect(await byWhatIf('actively-traded', 'yes')).not.toEqual({});
});

test('a kind of straddle moves tax where no leg is on record, too', async () => {
  await bring();
  const effects = await byEffects();
  expect(effects.get('straddle-regime=section-1256d')).toMatchObject({ 2025: '293.58' });
  expect(effects.get('straddle-regime=identified')).not.toEqual({});
});

test('the headline of a what-if counts every year that changes, past ones included', async () => {
  await bring();
  const scenario = { elections: [{ id: 'straddle-regime', value: 'section-1256d' }] };
  const { totalTax, words } = await ask('plan.whatIf', { scenario, yearsAhead: 0 });
  expect(totalTax).toMatchObject({ firstYear: 2025, lastYear: 2026, difference: '293.58' });
  expect(words[0]).toContain('The tax of 2025 to 2026 is 293.58 USD more');
});

test('each effect names the whole choice; a kind of straddle that fits no hedge says so', async () => {
  await desk.bring([COLUMNS, ...LEDGER.filter((row) => !row.includes(MBT)), ''].join('\n'), 'perps.csv');
  await ask('plan.saveProfile', profile);
  const { elections } = await ask('elections.effects', {});
  const sentence = (id: string, value: string): string | undefined =>
    elections.find((one) => one.id === id)?.options.find((one) => one.value === value)?.sentence;
  expect(sentence('straddle-regime', 'section-1256d')).toMatch(/fits no hedge of this ledger/u);
  expect(sentence('straddle-regime', 'identified')).toMatch(
    /^Had every hedge .* added to the cost of the coins”/u,
  );
  expect(sentence('funding', 'ordinary')).toContain(
    '“Ordinary income when received; not deductible when paid”',
  );
});

test('a mixed straddle account is computed by neither', async () => {
  await bring();
  expect([...(await byEffects()).keys()]).not.toContain('straddle-regime=account');
  const asked = { scenario: { elections: [{ id: 'straddle-regime', value: 'account' }] } };
  expect(await call('plan.whatIf', asked)).toMatchObject({ failure: { code: 'tax/what-if-election-value' } });
});
