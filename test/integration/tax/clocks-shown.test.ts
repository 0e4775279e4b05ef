/** Lists, dates, countdowns and explanations of lots take the clock that a hedge ended (Reg. 1.1092(b)-2T(a)). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdingsText } from '../../../src/main/cli/verbs/holdings.ts';
import { lotsText } from '../../../src/main/cli/verbs/lots.ts';
import { MBT, bought, fill, openTaxLedger, priced, type TaxLedger } from './tax-ledger.fixture.ts';

const START = '2026-03-02T18:30:00Z';
/** By the plain rule the coin of October 2025 would be long-term. */
const HELD = '2026-11-20T15:00:00Z';
const CLOSED = '2026-12-05T15:00:00Z';

let ledger: TaxLedger;
beforeAll(async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    START,
    bought('2022-05-01 12:00:00', '1', '20000'),
    bought('2025-10-01 12:00:00', '2', '160000'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', MBT, 90_000),
    fill('2026-03-02 18:00:00', MBT, 'sell', '15', 90_000),
  );
  await ledger.ask('hedge.adopt', { exitDate: '2026-12-01' }, START);
});
afterAll(async () => {
  await ledger.end();
});

describe('while the hedge is open', () => {
  test('the young lot stands still, the old one does not', async () => {
    const { lots } = await ledger.ask('holdings.lots', {}, HELD);
    expect(
      lots.map(({ acquiredDate, term, longTermFrom, daysToLongTerm }) => [
        acquiredDate,
        term,
        longTermFrom,
        daysToLongTerm,
      ]),
    ).toEqual([
      ['2022-05-01', 'long', '2023-05-02', 0],
      ['2025-10-01', 'short', null, null],
    ]);
    expect(lots.map(({ clock }) => clock?.words ?? null)).toEqual([
      null,
      '0.5 BTC of it stands still while it is hedged: its year begins anew when the hedge is closed.',
    ]);
  });

  test('gains are split as a sale today would be', async () => {
    const { holdings, unrealisedShort, unrealisedLong } = await ledger.ask('holdings.read', {}, HELD);
    // At 90,000: 70,000 of the old coin, 20,000 of the two young ones, of which 1.5 kept their year.
    expect(holdings.find(({ asset }) => asset === 'BTC')).toMatchObject({
      unrealisedShort: '5000',
      unrealisedLong: '85000',
    });
    expect([unrealisedShort, unrealisedLong]).toEqual(['5000', '85000']);
    for (const [field, parts] of [
      ['unrealisedShort', [['5000', /^0\.5 BTC of 2 BTC of 2025-10-01/u]]],
      [
        'unrealisedLong',
        [
          ['70000', /^1 BTC of 2022-05-01/u],
          ['15000', /^1\.5 BTC of 2 BTC of 2025-10-01/u],
        ],
      ],
    ] as const) {
      const { trace } = await ledger.ask('holdings.explain', { id: `holding:BTC/${field}` }, HELD);
      expect(trace.parts?.map(({ value, label }) => [value, label])).toEqual(
        parts.map(([value, words]) => [value, expect.stringMatching(words)]),
      );
    }
  });

  test('it is counted down, last; the terminal says so', async () => {
    const answer = await ledger.ask('holdings.lots', { order: 'countdown' }, HELD);
    expect(answer.lots.map(({ acquiredDate }) => acquiredDate)).toEqual(['2025-10-01']);
    expect(lotsText(answer)).toMatch(/stands still while hedged[^]*0\.5 BTC of it stands still/u);
  });

  test('it has no date among those ahead', async () => {
    const { entries } = await ledger.ask('calendar.read', {}, '2026-09-01T15:00:00Z');
    // Of the two coins 1.5 keep their year.
    expect(entries.filter(({ kind }) => kind === 'long-term').map(({ date, text }) => [date, text])).toEqual([
      ['2026-10-02', '1.5 BTC turns long-term.'],
    ]);
  });

  test('holdings count down what the calendar counts down, and say what stands still', async () => {
    const on = '2026-09-01T15:00:00Z';
    const answer = await ledger.ask('holdings.read', {}, on);
    expect(answer.holdings.find(({ asset }) => asset === 'BTC')).toMatchObject({
      nextLongTerm: { date: '2026-10-02', days: 31, quantity: '1.5' },
      stoppedQuantity: '0.5',
    });
    expect(holdingsText(answer)).toMatch(/1\.5 on 2026-10-02, in 31 days/u);
    expect(holdingsText(answer)).toContain('its holding period stands still: 0.5 BTC.');
    expect(await ledger.explained('holding:BTC/nextLongTerm/quantity', on)).toBe('1.5');
    expect(await ledger.explained('holding:BTC/nextLongTerm/date', on)).toBe('2026-10-02');
    expect(await ledger.explained('holding:BTC/stoppedQuantity', on)).toBe('0.5');
  });

  test('where all that runs is long-term, nothing is next', async () => {
    const answer = await ledger.ask('holdings.read', {}, HELD);
    expect(answer.holdings.find(({ asset }) => asset === 'BTC')).toMatchObject({
      nextLongTerm: null,
      stoppedQuantity: '0.5',
    });
    expect(holdingsText(answer)).toMatch(/ none while hedged/u);
  });

  test('its explanation names the hedge', async () => {
    const [, young] = (await ledger.ask('holdings.lots', {}, HELD)).lots;
    for (const [figure, value] of [
      ['longTermFrom', 'stands still'],
      ['daysToLongTerm', 'stands still'],
      ['term', 'short'],
    ])
      expect(await ledger.explained(`${young?.explain}/${figure}`, HELD)).toBe(value);
    const { trace } = await ledger.ask('holdings.explain', { id: `${young?.explain}/longTermFrom` }, HELD);
    expect(JSON.stringify(trace)).toMatch(/MBT/u);
    expect(await ledger.explained(`${young?.clock?.explain}/quantity`, HELD)).toBe('0.5');
  });
});

describe('once it is closed', () => {
  beforeAll(async () => {
    await ledger.bring(CLOSED, fill('2026-12-01 17:00:00', MBT, 'buy', '15', 92_000, '-3000'));
  });

  test('the year began anew on the day of the close', async () => {
    const { lots } = await ledger.ask('holdings.lots', {}, CLOSED);
    // 2026-12-01 + a year and a day; 362 days from 5 December.
    expect(lots[1]).toMatchObject({ term: 'short', longTermFrom: '2027-12-02', daysToLongTerm: 362 });
    expect(await ledger.explained(`${lots[1]?.explain}/longTermFrom`, CLOSED)).toBe('2027-12-02');
    expect(await ledger.explained(`${lots[1]?.explain}/daysToLongTerm`, CLOSED)).toBe('362');
    const { entries } = await ledger.ask('calendar.read', {}, CLOSED);
    expect(entries.filter(({ kind }) => kind === 'long-term').map(({ date, text }) => [date, text])).toEqual([
      ['2027-12-02', '0.5 BTC turns long-term: a hedge made its holding period begin anew.'],
    ]);
  });

  test('holdings count down the year that began anew', async () => {
    const { holdings } = await ledger.ask('holdings.read', {}, CLOSED);
    expect(holdings.find(({ asset }) => asset === 'BTC')).toMatchObject({
      nextLongTerm: { date: '2027-12-02', days: 362, quantity: '0.5' },
      stoppedQuantity: null,
    });
    expect(await ledger.explained('holding:BTC/nextLongTerm/date', CLOSED)).toBe('2027-12-02');
    expect(await ledger.explained('holding:BTC/nextLongTerm/quantity', CLOSED)).toBe('0.5');
  });

  test('and ends in its turn', async () => {
    const { lots } = await ledger.ask('holdings.lots', { term: 'long' }, '2027-12-02T15:00:00Z');
    expect(lots).toHaveLength(2);
  });
});
