/** Own records in, what the screens show of them out: over a real ledger. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallAnswer, CallRequest } from '../../../src/shared/contract/contract.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

async function read(): Promise<CallAnswer<'holdings.read'>> {
  return must(await handlers['holdings.read']({}, desk.context()));
}

const header = 'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity';
const buy = (day: string): string => `${header}\n${day} 10:00:00,buy,Kraken,BTC,1,USD,50000\n`;

test('how lots are matched is said, and one pool until 2024 to those with rows before 2025', async () => {
  await desk.bring(buy('2025-01-01'));
  expect((await read()).assumptions[0]).toBe('Lots are matched inside each account, first in, first out.');
  await desk.bring(buy('2024-12-31'), 'older.csv');
  expect((await read()).assumptions[0]).toMatch(/end of 2024 .* one pool; since 2025 .* each account/u);
});

test('coins whose cost nobody knows mark the holding, its lots, their gains and the year', async () => {
  await desk.bring(
    [
      header,
      '2026-01-01 10:00:00,deposit,Kraken,BTC,1,,',
      '2026-01-02 10:00:00,buy,Kraken,ETH,1,USD,2000',
      '2026-02-01 10:00:00,sell,Kraken,USD,30000,BTC,0.5',
      '',
    ].join('\n'),
  );
  const { holdings } = await read();
  expect(holdings.map(({ asset, basisUnknown }) => [asset, basisUnknown])).toEqual(
    expect.arrayContaining([
      ['BTC', true],
      ['ETH', false],
    ]),
  );
  const gains = must(await handlers['holdings.gains']({}, desk.context()));
  expect(gains.disposals).toMatchObject([{ basisUnknown: true, gain: '30000' }]);
  expect(gains.years).toMatchObject([{ year: 2026, basisUnknown: true, explain: 'year:2026' }]);
});

test('a rebate without a contract counts once: with the futures in their account, as income elsewhere', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Account Kind,Received Asset,Received Quantity',
      '2026-01-01 10:00:00,rebate,Binance Futures,futures,USDT,3',
      '2026-01-02 10:00:00,rebate,Kraken,exchange,USDT,5',
      '',
    ].join('\n'),
  );
  const { years } = must(await handlers['holdings.gains']({}, desk.context()));
  expect(years).toMatchObject([{ year: 2026, otherFuturesGain: '3', income: '5' }]);
});

test('a corrected value is another row; the same one again is not', async () => {
  const income = (value: string): string =>
    `Time,Kind,Account,Received Asset,Received Quantity,Received Value,Reason\n2026-01-01 10:00:00,income,Kraken,ETH,1,${value},staking\n`;
  expect(await desk.bring(income('2000'))).toMatchObject({ added: 1, already: 0 });
  expect(await desk.bring(income('2000.00'))).toMatchObject({ added: 0, already: 1 });
  expect(await desk.bring(income('2100'))).toMatchObject({ added: 1, already: 0 });
});

describe('a correction', () => {
  const apart = [
    'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
    '2026-01-01 10:00:00,buy,Kraken,BTC,1,USD,50000',
    '2026-01-02 10:00:00,withdrawal,Kraken,,,BTC,0.5',
    '2026-01-09 10:00:00,deposit,Ledger Nano,BTC,0.49,,',
    '',
  ].join('\n');
  const transfer = (replaced: string): string =>
    `Time,Kind,Account,Sent Asset,Sent Quantity,To Account,Received Asset,Received Quantity,Replaces\n2026-01-02 10:00:00,transfer,Kraken,BTC,0.5,Ledger Nano,BTC,0.49,${replaced}\n`;

  async function idOf(kind: string): Promise<string> {
    const request = { offset: 0, limit: 10, kind };
    const { rows } = must(await handlers['holdings.transactions'](request, desk.context()));
    return rows[0]?.event ?? '';
  }

  test('takes the place of both legs of a move that was not recognised', async () => {
    await desk.bring(apart);
    expect((await read()).issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['lots/left-without-arrival', 'lots/unknown-origin']),
    );
    const corrected = transfer(`${await idOf('withdrawal')} ${await idOf('deposit')}`);
    const { balances } = await desk.preview({ upload: desk.upload(corrected) });
    expect(balances.map(({ account, before, after }) => [account, before, after])).toEqual([
      ['kraken', '0.5', '0.5'],
      ['ledger-nano', '0.49', '0.49'],
    ]);
    await desk.bring(corrected);
    const { holdings, issues } = await read();
    expect(issues.filter(({ code }) => code.startsWith('lots/'))).toEqual([]);
    const coins = holdings.find(({ asset }) => asset === 'BTC');
    expect(coins?.byAccount.map(({ account, quantity }) => `${account} ${quantity}`)).toEqual([
      'kraken 0.5',
      'ledger-nano 0.49',
    ]);
    // 0.99 of 50000: the hundredth was the fee.
    expect(coins?.costBasis).toBe('49500');
  });

  test('of an event that is not there counts for nothing, until it is there', async () => {
    const upload = desk.upload(transfer('5f1d7a84c3b2e6905f1d7a84c3b2e690-0'));
    const { files, balances } = await desk.preview({ upload });
    expect(files[0]?.problems.map(({ code, severity }) => [code, severity])).toContainEqual([
      'import/replaces-unknown',
      'warning',
    ]);
    expect(balances.filter(({ before, after }) => before !== after)).toEqual([]);
    await desk.confirm({ upload });
    const { holdings, issues } = await read();
    expect(holdings).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('events/correction-without-row');
  });

  test('and what it corrects may come in any order, and go', async () => {
    const first = await desk.bring(apart);
    const corrected = transfer(`${await idOf('withdrawal')} ${await idOf('deposit')}`);
    const second = await desk.bring(corrected, 'correction.csv');
    const [both, held] = [desk.ledger.hash(), (await read()).holdings];
    await desk.undo(first.batches[0]!.id);
    expect((await read()).holdings).toEqual([]);
    await desk.undo(second.batches[0]!.id);
    await desk.bring(corrected, 'correction.csv');
    await desk.bring(apart);
    expect(desk.ledger.hash()).toBe(both);
    expect((await read()).holdings).toEqual(held);
  });
});

test('coins that left without an arrival are no lots to plan with', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
      '2026-01-01 10:00:00,buy,Kraken,BTC,1,USD,50000',
      '2026-01-02 10:00:00,withdrawal,Kraken,,,BTC,0.4',
      '',
    ].join('\n'),
  );
  const { entries } = must(await handlers['calendar.read']({}, desk.context()));
  const turning = entries.filter(({ kind }) => kind === 'long-term').map(({ text }) => text);
  expect(turning).toEqual(['0.6 BTC turns long-term.']);
});

describe('what rests on a cost that nobody knows', () => {
  const unknown = [
    header,
    '2026-01-01 10:00:00,deposit,Kraken,BTC,1,,',
    '2026-02-01 10:00:00,sell,Kraken,USD,30000,BTC,0.5',
    '2026-02-02 10:00:00,sell,Kraken,USD,500,ETH,0.5',
    '',
  ].join('\n');

  const profile: CallRequest<'plan.saveProfile'> = {
    jurisdiction: 'us',
    currency: 'USD',
    timeZone: 'UTC',
    carryforward: { shortTerm: '0', longTerm: '0' },
    inflation: '0',
    history: [],
    waiting: [],
    years: [
      {
        year: 2025,
        filingStatus: 'single',
        ordinaryIncome: '50000',
        deduction: 'standard',
        otherInvestmentIncome: '0',
        qualifiedDividends: '0',
        otherShortTermGain: '0',
        otherLongTermGain: '0',
        stateRate: '0',
        seniors: 0,
        blind: 0,
      },
    ],
  };

  async function answers() {
    const lots = must(await handlers['holdings.lots']({}, desk.context()));
    const gains = must(await handlers['holdings.gains']({}, desk.context()));
    const methods = must(await handlers['holdings.methods']({ year: 2026 }, desk.context()));
    const tax = must(await handlers['plan.taxYears']({}, desk.context()));
    return { lots, gains, methods, tax, held: await read() };
  }

  test('marks sums, methods and tax years, and tax years list what units are missing', async () => {
    await desk.bring(unknown);
    must(await handlers['plan.saveProfile'](profile, desk.context()));
    const { lots, gains, methods, tax } = await answers();
    expect([lots.sums.basisUnknown, gains.sums.basisUnknown]).toEqual([true, true]);
    expect(methods.rows.map(({ basisUnknown }) => basisUnknown)).not.toContain(false);
    expect(tax.years.map(({ year, basisUnknown }) => [year, basisUnknown])).toEqual([
      [2025, false],
      [2026, true],
    ]);
    const note = 'The gains of 2026 rest on coins whose cost is assumed to be zero.';
    expect(tax.years.map(({ notes }) => notes.includes(note))).toEqual([false, true]);
    expect(tax.issues.map(({ code, asset }) => [code, asset])).toContainEqual(['lots/insufficient', 'ETH']);
  });

  test('and says what the election in force makes of it', async () => {
    await desk.bring(unknown);
    must(await handlers['plan.saveProfile'](profile, desk.context()));
    for (const answer of Object.values(await answers())) expect(answer.unknownCost).toBe('zero-cost');
    const choice = { id: 'unknown-cost', value: 'left-out' } as const;
    must(await handlers['elections.save'](choice, desk.context()));
    const after = await answers();
    for (const answer of Object.values(after)) expect(answer.unknownCost).toBe('left-out');
    const leftOut = 'Sales of 2026 of coins whose cost nobody knows are left out of its gains, as you chose.';
    const assumed = 'The gains of 2026 rest on coins whose cost is assumed to be zero.';
    const notes = (tax: CallAnswer<'plan.taxYears'>): readonly string[] =>
      (tax.years.at(-1)?.notes ?? []).filter((note) => [leftOut, assumed].includes(note));
    expect(notes(after.tax)).toEqual([leftOut]);
    const missing = { id: 'missing-units', value: 'zero-cost' } as const;
    must(await handlers['elections.save'](missing, desk.context()));
    expect(notes((await answers()).tax)).toEqual([leftOut, assumed]);
  });
});

test('sums add: what has no price stands apart, and what no lot shows', async () => {
  await desk.bring(
    [
      header,
      '2026-01-01 10:00:00,buy,Kraken,BTC,1,USD,50000',
      '2026-01-02 10:00:00,buy,Kraken,DOGE,10,USD,7',
      '2026-01-03 10:00:00,sell,Kraken,USD,2000,ETH,1',
      '',
    ].join('\n'),
  );
  const none = must(await handlers['holdings.lots']({ asset: 'DOGE' }, desk.context()));
  expect(none.sums).toMatchObject({ costBasis: '7', costWithoutPrice: '7', value: null, gain: null });
  const time = '2026-11-20T00:00:00Z';
  const prices = [
    { of: 'BTC', price: '60000', time },
    { of: 'ETH', price: '3000', time },
  ];
  must(await handlers['prices.set']({ prices }, desk.context()));
  const { sums } = must(await handlers['holdings.lots']({}, desk.context()));
  expect(sums).toMatchObject({ costBasis: '50007', costWithoutPrice: '7', value: '60000', gain: '10000' });
  const { costBasis, costWithoutPrice, worthWithoutLot, total, unrealisedShort } = await read();
  // Cash: −50 007 + 2 000; one ETH that no lot shows is missing.
  expect([total, unrealisedShort]).toEqual(['8993', '10000']);
  expect([costBasis, costWithoutPrice, worthWithoutLot]).toEqual(['2000', '7', '-3000']);
});

test('gifts are among the disposals, at cost, and in no year: the sums say how much', async () => {
  await desk.bring(
    [
      header,
      '2026-01-01 10:00:00,buy,Kraken,BTC,1,USD,50000',
      '2026-02-01 10:00:00,gift-sent,Kraken,,,BTC,0.1',
      '2026-02-02 10:00:00,sell,Kraken,USD,6000,BTC,0.1',
      '',
    ].join('\n'),
  );
  const { sums, years } = must(await handlers['holdings.gains']({}, desk.context()));
  expect(sums).toMatchObject({ proceeds: '11000', costBasis: '10000', atCost: '5000', gain: '1000' });
  expect(years).toMatchObject([{ proceeds: '6000', costBasis: '5000' }]);
});

test('with standing orders the words are of today, not of all years', async () => {
  await desk.bring(buy('2026-01-01'));
  const order = { account: null, method: 'hifo' } as const;
  must(await handlers['elections.order'](order, desk.context()));
  expect((await read()).assumptions[0]).toBe(
    'Lots are matched inside each account, today highest cost first, and earlier sales by the order in force then.',
  );
});
