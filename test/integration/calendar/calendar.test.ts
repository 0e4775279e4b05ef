/** The calendar of the sample, before and after a hedge is planned: read, filter, write as a file, try other days. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';
import { computedFigures, figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

let sample: Sample;
type Calendar = CallAnswer<'calendar.read'>;

const overlay = {
  contracts: [
    { asset: 'BTC', contract: 'cme:MBT' },
    { asset: 'ETH', contract: 'binance-um:ETHUSDT' },
  ],
  rounding: 'nearest' as const,
};

beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

function kindsOf({ entries }: Calendar): ReadonlySet<string> {
  return new Set(entries.map(({ kind }) => kind));
}

async function saidOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'ok';
  } catch (error) {
    return String(error);
  }
}

describe('without a plan', () => {
  test('has what facts say: clocks, year ends, expiries, taxes, choices, and nothing to move', async () => {
    const calendar = await sample.ask('calendar.read', {});
    expect([calendar.from, calendar.to]).toEqual(['2026-11-20', '2027-12-31']);
    expect([...kindsOf(calendar)].toSorted()).toEqual([
      'election',
      'expiry',
      'long-term',
      'payment',
      'window',
      'year-end',
    ]);
    expect(calendar.entries.some(({ movable }) => movable)).toBe(false);
    const due = calendar.entries.find(({ id }) => id === 'payment:tax:2026');
    expect(due).toMatchObject({ date: '2027-04-15', planned: true });
    const ids = calendar.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the tax that is due is the projection’s own figure, and every figure re-adds', async () => {
    const { entries } = await sample.ask('calendar.read', {});
    const { years } = await sample.ask('plan.projection', {});
    const year = years.find((one) => one.year === 2026);
    const due = entries.find(({ id }) => id === 'payment:tax:2026');
    expect(due?.amounts[0]?.value).toBe((year?.planned ?? year?.realised)?.totalTax);
    const traces = entries.flatMap(({ amounts }) => amounts.flatMap(({ trace }) => trace ?? []));
    expect(traces.reduce((total, trace) => total + computedFigures(trace), 0)).toBeGreaterThan(100);
    expect(traces.flatMap((trace) => figuresThatDoNotReAdd(trace))).toEqual([]);
  });

  test('titles and reasons name no amount', async () => {
    const { entries } = await sample.ask('calendar.read', {});
    for (const { title, why, asset } of entries) {
      expect(title).not.toMatch(/\d\.\d/u);
      if (asset !== null) expect(why).not.toMatch(new RegExp(String.raw`\d ${asset}\b`, 'u'));
    }
  });
});

describe('with a plan', () => {
  beforeAll(async () => {
    await sample.ask('targets.saveOverlay', {
      overlay,
      exitDate: '2027-03-01',
      acknowledged: ['data-age', 'margin-overnight', 'costs', 'tax', 'uncertain'],
    });
  });

  test('its steps, rolls and marks join; the usual end stays', async () => {
    const calendar = await sample.ask('calendar.read', { kinds: ['step', 'roll', 'mark', 'election'] });
    expect(calendar.entries.map(({ date, title, movable }) => [date, title, movable])).toEqual([
      ['2026-11-20', 'Put the new hedge on record before the day ends', false],
      ['2026-11-20', 'Open the hedge', true],
      ['2026-11-27', 'Import the fills and check the hedge', false],
      ['2026-12-14', 'Roll the hedge into a later contract', true],
      ['2026-12-31', 'Section 1256 contracts are marked: what MBT-202612 is rolled into', false],
      ['2026-12-31', 'Enter settlement prices for the year-end mark', false],
      ['2027-03-01', 'Close the hedge', true],
      ['2027-03-01', 'Sell coins', true],
      ['2027-03-01', 'Buy coins', true],
      ['2027-04-15', 'Last day to choose a mixed straddle account for 2027', false],
    ]);
  });

  test('only the coin that is asked for, and what is about none', async () => {
    await expect(sample.ask('calendar.read', { assets: ['WIBBLE'] })).rejects.toThrow('WIBBLE');
    const { entries } = await sample.ask('calendar.read', { assets: ['ETH'] });
    expect(new Set(entries.map(({ asset }) => asset))).toEqual(new Set(['ETH', null]));
  });

  test('moving the close moves what belongs to it; the tax is that of the projection’s what-if; nothing is stored', async () => {
    const before = await sample.ask('calendar.read', {});
    const close = before.entries.find(({ title }) => title === 'Close the hedge');
    const tried = await sample.ask('calendar.whatIf', {
      moves: [{ entry: close?.id ?? '', date: '2026-12-30' }],
    });
    expect(tried.moved.map(({ title, to }) => [title, to])).toEqual([
      ['Close the hedge', '2026-12-30'],
      ['Sell coins', '2026-12-30'],
      ['Buy coins', '2026-12-30'],
    ]);
    const { steps } = await sample.ask('plan.projection', {});
    const scenario = await sample.ask('plan.whatIf', {
      scenario: {
        moves: steps
          .filter(({ kind }) => kind === 'close' || kind === 'sell' || kind === 'buy')
          .flatMap(({ id, plan }) => (plan === null ? [] : [{ step: id, date: '2026-12-30' }])),
      },
    });
    expect(tried.tax.difference).toBe(scenario.totalTax.difference);
    expect(Number(tried.tax.difference)).toBeGreaterThan(0);
    expect(figuresThatDoNotReAdd(tried.cost.trace)).toEqual([]);
    expect(tried.cost.trace.value).toBe(tried.cost.difference);
    expect(await sample.ask('calendar.read', {})).toEqual(before);
  });

  test('a move that cannot be is refused by name', async () => {
    const move = (entry: string, date: string): Promise<string> =>
      saidOf(sample.ask('calendar.whatIf', { moves: [{ entry, date }] }));
    expect(await move('nothing', '2026-12-30')).toContain('has no entry');
    expect(await move('year-end:2026', '2026-12-30')).toContain('cannot be moved');
    expect(await move('step:plan-1:plan-1-step-1', '2026-11-19')).toContain('before today');
    expect(await saidOf(sample.ask('calendar.read', { from: '2027-01-02', to: '2027-01-01' }))).toContain(
      'before the first day',
    );
  });

  test('the file: the same bytes twice, one event an entry, no amounts and no account names unless asked', async () => {
    const file = await sample.ask('calendar.file', {});
    expect((await sample.ask('calendar.file', {})).content).toBe(file.content);
    expect(file.name).toBe('hedgerow-calendar-2026-11-20.ics');
    expect(file.content.match(/BEGIN:VEVENT/gu)).toHaveLength(file.entries);
    const unfolded = file.content.replaceAll('\r\n ', '');
    expect(unfolded).not.toMatch(/\d (?:BTC|ETH|USD)\b/u);
    expect(unfolded).not.toContain('Binance Futures');
    const withAmounts = await sample.ask('calendar.file', { withAmounts: true });
    expect(withAmounts.content.replaceAll('\r\n ', '')).toMatch(/\d BTC turns long-term/u);
    expect(withAmounts.notes.join(' ')).toContain('You asked for amounts');
  });
});
