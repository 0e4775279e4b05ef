/** Choices about futures and straddles over a real encrypted ledger: stored, dated, refused, marked the moment a leg is recorded. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { electionsHandlers } from '../../../src/main/core/services/elections/elections-handlers.ts';
import { hedgeHandlers } from '../../../src/main/core/services/hedge/hedge-handlers.ts';
import { explainHandlers } from '../../../src/main/core/services/holdings/explain.ts';
import { profileHandlers } from '../../../src/main/core/services/profile/profile.ts';
import { openLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import type { HedgeLegId } from '../../../src/shared/domain/hedge.ts';
import { regimeOf } from '../../../src/shared/domain/straddle-identification.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

const handlers = { ...electionsHandlers, ...hedgeHandlers, ...explainHandlers, ...profileHandlers };

type Name = keyof typeof handlers;
type AnyHandler = (request: unknown, context: CallContext) => Promise<Result<unknown>>;

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

const today = '2026-11-22T15:00:00Z';
const tomorrow = '2026-11-23T15:00:00Z';

async function call<N extends Name>(
  name: N,
  input: CallInput<N>,
  time = today,
): Promise<Result<CallAnswer<N>>> {
  const instant = instantFromIso(time);
  const context = { ...desk.context(), now: instant, clock: instant };
  const result = await (handlers[name] as unknown as AnyHandler)(contract[name].input.parse(input), context);
  return (result.ok ? { ok: true, value: contract[name].output.parse(result.value) } : result) as Result<
    CallAnswer<N>
  >;
}

async function ask<N extends Name>(name: N, input: CallInput<N>, time = today): Promise<CallAnswer<N>> {
  return must(await call(name, input, time));
}

/** "code: message fix" of a call that is refused; the ledger is then what it was. */
async function refusal<N extends Name>(name: N, input: CallInput<N>, time = today): Promise<string> {
  const before = desk.ledger.hash();
  const result = await call(name, input, time);
  expect(desk.ledger.hash()).toBe(before);
  return result.ok
    ? 'not refused'
    : `${result.failure.code}: ${result.failure.message} ${result.failure.fix}`;
}

const COLUMNS =
  'Time,Kind,Account,Account Kind,Received Asset,Received Quantity,Sent Asset,Sent Quantity,Contract,Side,Quantity,Price,Profit Asset,Profit,Asset,Id';
const buy = (time: string, price: number, asset = 'BTC'): string =>
  `${time},buy,Kraken,exchange,${asset},1,USD,${price},,,,,,,,`;
let trades = 0;
const fill = (time: string, of: string, side: string, quantity: string, price: number, profit = ''): string =>
  `${time},futures-fill,Futures,futures,,,,,${of},${side},${quantity},${price},${profit === '' ? '' : 'USD'},${profit},,${++trades}`;
const priced = (time: string, of: string, price: number): string =>
  `${time},price,Kraken,exchange,,,,,${of.includes(':') ? of : ''},,,${price},,,${of.includes(':') ? '' : of},`;

async function bring(...rows: readonly string[]): Promise<void> {
  await desk.bring([COLUMNS, ...rows, ''].join('\n'), `file-${trades}-${rows.length}.csv`);
}

const MBT = 'cme:MBT-202701';
const PERP = 'binance-um:BTCUSDT';

/** A coin that was bought long ago for 40 000 and is worth 90 000, and a short of today. */
async function bringHedge(of = PERP, quantity = '0.5', time = '2026-11-22 14:00:00'): Promise<void> {
  await bring(
    buy('2025-01-10 10:00:00', 40_000),
    priced('2026-11-22 13:00:00', 'BTC', 90_000),
    priced('2026-11-22 13:00:00', of, 90_000),
    fill(time, of, 'sell', quantity, 90_000),
  );
}

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

const saveProfile = async (): Promise<unknown> => await ask('plan.saveProfile', profile);
const adopt = async (time = today): Promise<CallAnswer<'hedge.adopt'>> =>
  await ask('hedge.adopt', { exitDate: '2027-01-10' }, time);
const choose = async (id: string, value: string): Promise<CallAnswer<'elections.save'>> =>
  await ask('elections.save', { id, value });
const LEG = 'plan-1-leg-1';
const regimeOn = async (day: string): Promise<string> =>
  regimeOf(LEG as HedgeLegId, await desk.ledger.read.records(), localDate(day));

describe('the list of choices', () => {
  test('has each with words, law, deadline and default, and names those made elsewhere', async () => {
    const { taxElections, elections, elsewhere } = await ask('elections.read', {});
    expect(taxElections.map(({ id }) => id)).toEqual([
      'straddle-regime',
      'partial-hedge',
      'cross-asset-straddle',
      'actively-traded',
      'long-term-loss-1256',
      'funding',
      'wash-sales-from',
      'constructive-sales-from',
    ]);
    for (const one of [...taxElections, ...elections]) {
      expect(one.deadline).toMatch(/\.$/u);
      expect(one.value).toBe(one.defaultValue);
      expect(one.madeAt).toBeNull();
    }
    const bills = taxElections.filter(({ group }) => group === 'future-law');
    for (const { sentence, title } of bills)
      expect(`${title} ${sentence}`).toMatch(/not law as of 2026-11-22.*H\.R\. 9172.*H\.R\. 8899.*S\. 2207/u);
    expect(elsewhere.find(({ id }) => id === 'trader')).toMatchObject({ place: null });
    expect(elsewhere.find(({ id }) => id === 'trader')?.sentence).toContain('does not support');
  });

  test('a choice is kept with its date in the chain of records, and after the ledger is opened again', async () => {
    const { sequence } = await choose('funding', 'ordinary');
    await choose('wash-sales-from', '2027-01-01');
    const { taxElections } = await ask('elections.read', {});
    expect(taxElections.find(({ id }) => id === 'funding')).toMatchObject({
      value: 'ordinary',
      madeAt: today,
    });
    const { path } = desk.ledger;
    const records = await desk.ledger.read.records();
    expect(records.find((one) => one.sequence === sequence)).toMatchObject({
      kind: 'election',
      body: '{"election":"funding","value":"ordinary"}',
    });
    await desk.ledger.close();
    const again = must(await openLedger({ path, passphrase: 'correct horse' }));
    (desk as { ledger: typeof desk.ledger }).ledger = again.ledger;
    desk.session.ledger = again.ledger;
    desk.session.cache.clear();
    const reopened = (await ask('elections.read', {})).taxElections;
    expect(reopened.find(({ id }) => id === 'wash-sales-from')).toMatchObject({ value: '2027-01-01' });
  });

  test.each<[string, string, RegExp]>([
    ['moon', 'full', /^elections\/unknown: .*"moon".*straddle-regime/u],
    ['straddle-regime', 'best', /^elections\/unknown-value: .*"best".*none, identified/u],
    ['carryback', 'yes', /^elections\/unknown: /u],
    ['carryback:2025', 'maybe', /^elections\/unknown-value: /u],
    ['carryback:2025', 'yes', /^elections\/no-1256-loss: In 2025 .*no loss/u],
    ['wash-sales-from', '2026-02-30', /^elections\/impossible-date: "2026-02-30"/u],
    ['wash-sales-from', 'soon', /^elections\/impossible-date: /u],
    ['constructive-sales-from', '0026-01-01', /^elections\/impossible-date: /u],
    ['straddle-regime', 'account', /^elections\/too-late: .*2026-04-15.*kept elsewhere/u],
  ])('%s = %s is refused, and nothing stored', async (id, value, words) => {
    expect(await refusal('elections.save', { id, value })).toMatch(words);
  });

  test('one after its deadline is stored where own books are said to show it, and says so', async () => {
    const input = { id: 'straddle-regime', value: 'account', keptElsewhere: true };
    const { notes } = await ask('elections.save', input);
    expect(notes.join(' ')).toContain('does not compute a mixed straddle account');
    const { taxElections } = await ask('elections.read', {});
    expect(taxElections[0]).toMatchObject({ value: 'account' });
    expect(taxElections[0]?.late).toMatch(/after 2026-04-15; your own records/u);
    const records = await desk.ledger.read.records();
    expect(records.at(-1)?.body).toContain('"keptElsewhere":true');
  });
});

describe('a loss of section 1256 contracts', () => {
  const lossOf2025 = [
    fill('2024-03-01 15:00:00', 'cme:MBT-202403', 'buy', '10', 60_000),
    fill('2024-03-20 15:00:00', 'cme:MBT-202403', 'sell', '10', 70_000, '10000'),
    fill('2025-03-01 15:00:00', 'cme:MBT-202503', 'buy', '10', 90_000),
    fill('2025-03-20 15:00:00', 'cme:MBT-202503', 'sell', '10', 80_000, '-10000'),
  ];

  test('can be carried back: offered for its year, with its effect in money', async () => {
    await bring(...lossOf2025);
    await saveProfile();
    const { taxElections } = await ask('elections.read', {});
    expect(taxElections.find(({ id }) => id === 'carryback:2025')).toMatchObject({ value: 'no', year: 2025 });
    const { elections, total } = await ask('elections.effects', { ids: ['carryback:2025'] });
    const yes = elections[0]?.options.find(({ value }) => value === 'yes');
    expect(Number(yes?.difference)).toBeLessThan(0);
    expect(yes?.sentence).toMatch(/^Choosing “Carry it back” would (?:save|cost)/u);
    await choose('carryback:2025', 'yes');
    const after = await ask('elections.effects', { ids: ['carryback:2025'] });
    expect(after.total).toBe(yes?.total);
    expect(Number(after.total) - Number(total)).toBeCloseTo(Number(yes?.difference), 6);
  });

  test('is too late three years after its return was due, unless own books show it', async () => {
    await bring(...lossOf2025);
    const input = { id: 'carryback:2025', value: 'yes' };
    const late = '2029-05-01T12:00:00Z';
    expect(await refusal('elections.save', input, late)).toMatch(/^elections\/too-late: .*2029-04-15/u);
    expect((await call('elections.save', { ...input, keptElsewhere: true }, late)).ok).toBe(true);
  });
});

describe('a hedge', () => {
  test('is marked in the same moment that it is recorded, where a kind is chosen', async () => {
    await bringHedge();
    await choose('straddle-regime', 'identified');
    const { issues } = await adopt();
    expect(issues.map(({ code }) => code)).toEqual([]);
    const records = await desk.ledger.read.records();
    expect(records.map(({ kind }) => kind)).toEqual(['election', 'hedged-lots', 'straddle-identification']);
    expect(new Set(records.slice(1).map(({ recordedAt }) => recordedAt)).size).toBe(1);
    const { straddles } = await ask('elections.read', {});
    expect(straddles).toMatchObject([{ leg: LEG, regime: 'identified', date: '2026-11-22', inTime: true }]);
    expect(await regimeOn('2026-11-22')).toBe('identified');
    const [plan] = (await ask('hedge.legs', {})).plans;
    expect(plan?.legs[0]?.records.map(({ kind }) => kind)).toContain('straddle-identification');
  });

  test('is not marked where nothing is chosen, nor where the kind does not fit it', async () => {
    await bringHedge();
    await adopt();
    expect((await desk.ledger.read.records()).map(({ kind }) => kind)).toEqual(['hedged-lots']);
  });

  test('with futures outside section 1256 cannot leave it: said in words, the plain rules hold', async () => {
    await bringHedge();
    await choose('straddle-regime', 'section-1256d');
    const { issues } = await adopt();
    expect(issues.map(({ code }) => code)).toEqual(['hedge/regime-not-written']);
    expect(await regimeOn('2026-11-22')).toBe('none');
    for (const regime of ['section-1256d', 'straddle-by-straddle'] as const)
      expect(await refusal('elections.identifyStraddle', { leg: LEG, regime })).toMatch(
        /^hedge\/regime-does-not-fit: .*no section 1256 contract/u,
      );
  });

  test('with section 1256 contracts can', async () => {
    await bringHedge(MBT, '5');
    await choose('straddle-regime', 'straddle-by-straddle');
    await adopt();
    expect(await regimeOn('2026-11-22')).toBe('straddle-by-straddle');
    const { record } = await ask('elections.identifyStraddle', { leg: LEG, regime: 'section-1256d' });
    expect(record).toMatchObject({ regime: 'section-1256d', inTime: true });
    expect(await regimeOn('2026-11-22')).toBe('section-1256d');
  });

  test('marked by hand a day later is refused; with own books it is stored as that', async () => {
    await bringHedge();
    await adopt();
    const input = { leg: LEG, regime: 'identified' } as const;
    expect(await refusal('elections.identifyStraddle', input, tomorrow)).toMatch(
      /^hedge\/straddle-late: .*2026-11-22.*2026-11-23.*1092\(a\)\(2\)\(B\)/u,
    );
    const { record, issues } = await ask(
      'elections.identifyStraddle',
      { ...input, keptElsewhere: true },
      tomorrow,
    );
    expect(record).toMatchObject({ inTime: false, keptElsewhere: true });
    expect(issues.map(({ code }) => code)).toEqual(['hedge/straddle-kept-elsewhere']);
    expect(await regimeOn('2026-11-22')).toBe('identified');
  });

  test('recorded a day late is marked late: it does not count', async () => {
    await bringHedge();
    await choose('straddle-regime', 'identified');
    const { issues } = await adopt(tomorrow);
    expect(issues.map(({ code }) => code)).toEqual(['hedge/identified-late', 'hedge/straddle-late-part']);
    expect(await regimeOn('2026-11-22')).toBe('none');
  });

  test.each<[string, CallInput<'elections.identifyStraddle'>, RegExp]>([
    ['a leg that is not there', { leg: 'plan-9-leg-9', regime: 'identified' }, /^hedge\/no-such-leg/u],
    ['an account', { leg: LEG, regime: 'account' }, /^hedge\/regime-of-classes: .*whole class/u],
  ])('%s is refused by name', async (_what, input, words) => {
    await bringHedge();
    await adopt();
    expect(await refusal('elections.identifyStraddle', input)).toMatch(words);
  });

  test('that hedges no lots is no straddle', async () => {
    await bring(
      buy('2025-01-10 10:00:00', 3000, 'ETH'),
      priced('2026-11-22 13:00:00', PERP, 90_000),
      priced('2026-11-22 13:00:00', 'BTC', 90_000),
      fill('2026-11-22 14:00:00', PERP, 'sell', '0.5', 90_000),
    );
    await adopt();
    const input = { leg: LEG, regime: 'identified' } as const;
    expect(await refusal('elections.identifyStraddle', input)).toMatch(/^hedge\/straddle-without-lots/u);
  });
});

describe('the day is ending', () => {
  test('a short of today that belongs to no leg: with the hours left, and what to do', async () => {
    await bringHedge();
    const { endingToday } = await ask('elections.read', {}, '2026-11-22T20:00:00Z');
    expect(endingToday).toMatchObject([
      {
        kind: 'unlinked',
        leg: null,
        asset: 'BTC',
        minutesLeft: 239,
        command: 'hedgerow hedge adopt --exit DATE',
      },
    ]);
    expect(endingToday[0]?.words).toMatch(/^3 hours left today to put on record which lots the short in/u);
    const { issues } = await ask('hedge.legs', {}, '2026-11-22T20:00:00Z');
    expect(issues.map(({ code }) => code)).toContain('hedge/day-ending');
    const watched = await ask('monitor.read', {}, '2026-11-22T20:00:00Z');
    expect(watched.issues.map(({ code }) => code)).toContain('hedge/day-ending');
    await adopt();
    expect((await ask('elections.read', {})).endingToday).toEqual([]);
  });

  test('by the clock of where the taxpayer lives', async () => {
    await bringHedge();
    await saveProfile();
    const inNewYork = await ask('elections.read', {}, '2026-11-23T03:00:00Z');
    expect(inNewYork.endingToday).toMatchObject([{ minutesLeft: 119, until: '2026-11-23T04:59:59.999Z' }]);
    expect(inNewYork.endingToday[0]?.words).toMatch(/^119 minutes left today/u);
    expect((await ask('elections.read', {}, '2026-11-23T05:00:00Z')).endingToday).toEqual([]);
  });

  test('a hedge of today that is not marked as was chosen for new hedges', async () => {
    await bringHedge();
    await adopt();
    await choose('straddle-regime', 'identified');
    const { endingToday } = await ask('elections.read', {});
    expect(endingToday).toMatchObject([
      {
        kind: 'unidentified',
        leg: LEG,
        command: `hedgerow elections identify-straddle ${LEG} identified`,
      },
    ]);
    await ask('elections.identifyStraddle', { leg: LEG, regime: 'identified' });
    expect((await ask('elections.read', {})).endingToday).toEqual([]);
  });

  test('a day later nothing is left to warn of', async () => {
    await bringHedge();
    expect((await ask('elections.read', {}, tomorrow)).endingToday).toEqual([]);
  });
});

describe('effects in money', () => {
  test('without tax details nothing is computed, and words say why', async () => {
    await bringHedge();
    const { total, elections } = await ask('elections.effects', {});
    expect(total).toBeNull();
    for (const { options } of elections)
      for (const { difference, sentence } of options) {
        expect(difference).toBeNull();
        expect(sentence).toMatch(/^Enter your tax details/u);
      }
  });

  test('each choice both ways: what is in force differs by nothing, every figure is explained', async () => {
    await bringHedge();
    await bring(
      fill('2026-11-22 14:30:00', PERP, 'buy', '0.5', 95_000, '-2500'),
      priced('2026-11-22 14:40:00', 'BTC', 95_000),
    );
    await saveProfile();
    const answer = await ask('elections.effects', {});
    expect(answer).toMatchObject({ firstYear: 2024, lastYear: 2026, currency: 'USD' });
    for (const { options, id } of answer.elections) {
      expect(options.filter(({ inForce }) => inForce).map(({ difference }) => difference)).toEqual(['0']);
      expect(options.length).toBeGreaterThan(1);
      for (const { explain, difference, years } of options) {
        const sum = years.reduce((total, one) => total + Number(one.difference), 0);
        expect(sum).toBeCloseTo(Number(difference ?? 0), 6);
        if (explain === null) expect(id).toBe('straddle-regime');
        else expect((await ask('holdings.explain', { id: explain })).trace.value).toBe(difference);
      }
    }
  });

  // 26 U.S.C. 1092(a)(1): the loss of 2 500 waits behind 55 000 of gain; without 1092 it is deducted at 22 %.
  test('a loss that waits by the straddle rules is deducted where they are said not to hold', async () => {
    await bringHedge();
    await bring(
      fill('2026-11-22 14:30:00', PERP, 'buy', '0.5', 95_000, '-2500'),
      priced('2026-11-22 14:40:00', 'BTC', 95_000),
    );
    await saveProfile();
    const { elections } = await ask('elections.effects', { ids: ['actively-traded'] });
    const no = elections[0]?.options.find(({ value }) => value === 'no');
    expect(no).toMatchObject({
      difference: '-550',
      years: [{ year: 2026, difference: '-550' }],
      lossesAhead: '-2500',
      sentence:
        'Choosing “No straddle rules for coins: they are not” would save 550.00 USD of tax over 2024–2026 (2026: 550.00 USD less); losses left for later years would be 2,500.00 USD less.',
    });
  });

  test('only those asked for; others are named', async () => {
    const { elections } = await ask('elections.effects', { ids: ['funding'] });
    expect(elections.map(({ id }) => id)).toEqual(['funding']);
    expect(await refusal('elections.effects', { ids: ['moon'] })).toMatch(/^elections\/unknown: .*"moon"/u);
  });
});
