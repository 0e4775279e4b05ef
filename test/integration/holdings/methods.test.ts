/** The methods of a year side by side, over a real ledger. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallAnswer, CallRequest } from '../../../src/shared/contract/contract.ts';
import type { LotMethod } from '../../../src/shared/domain/lot.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { dateOf } from '../../../src/shared/time/local-date.ts';
import { startOfDay, utc } from '../../../src/shared/time/time-zone.ts';
import { derivedOf } from '../../../src/main/core/derived.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { matchLots } from '../../../src/main/engine/lots/match-lots.ts';
import { fillAccounts, generatedFills, storedFill } from '../../bench/lots/generated-fills.ts';
import { must, openDesk, type ImportDesk } from '../imports/import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.bring(rows);
});
afterEach(() => desk.end());

const rows = [
  'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
  '2023-01-10 10:00:00,buy,Kraken,BTC,1,USD,20000',
  '2025-03-10 10:00:00,buy,Kraken,BTC,1,USD,80000',
  '2025-06-10 10:00:00,buy,Kraken,BTC,1,USD,110000',
  '2025-07-10 10:00:00,sell,Kraken,USD,100000,BTC,1',
  '2026-03-10 10:00:00,sell,Kraken,USD,90000,BTC,1',
  '',
].join('\n');

const start = instantFromIso('2026-11-22T12:00:00Z');

async function compare(year: number): Promise<Map<string, CallAnswer<'holdings.methods'>['rows'][number]>> {
  const answer = must(await handlers['holdings.methods']({ year }, desk.context()));
  return new Map(answer.rows.map((row) => [row.method, row]));
}

test('each method from the start of the year on, and whether it can still count', async () => {
  const of2025 = await compare(2025);
  const figures = [...of2025.values()].map(({ method, gain, difference, possible }) =>
    [method, gain, difference, possible].join(' '),
  );
  expect(figures).toEqual([
    'recorded 80000 0 recorded',
    'fifo 80000 0 recorded',
    'lifo -10000 -90000 no',
    'hifo -10000 -90000 no',
    'lofo 80000 0 no',
    'lowest-tax -10000 -90000 no',
    'average 30000 -50000 no',
  ]);
  expect(of2025.get('fifo')).toMatchObject({ longTermGain: '80000', shortTermGain: '0', tax: null });
  expect(of2025.get('hifo')).toMatchObject({ shortTermGain: '-10000', law: 'Reg. 1.1012-1(j)(3)' });
  expect(of2025.get('hifo')?.why).toMatch(/^Sales of 2025 are past/u);
  expect(of2025.get('average')?.law).toContain('1012(c)');
});

test('of a later year the sales before it stay as they are on record; an order can count for the rest', async () => {
  const of2026 = await compare(2026);
  expect(of2026.get('recorded')).toMatchObject({ gain: '10000', shortTermGain: '10000' });
  expect(of2026.get('hifo')).toMatchObject({ gain: '-20000', possible: 'from-now' });
  expect(of2026.get('fifo')).toMatchObject({ gain: '10000', possible: 'recorded' });
});

test('the first moment of the year belongs to it', async () => {
  await desk.bring(
    [
      'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity',
      '2024-01-10 10:00:00,buy,Coinbase,ETH,1,USD,1000',
      '2024-02-10 10:00:00,buy,Coinbase,ETH,1,USD,3000',
      '2026-01-01 00:00:00,sell,Coinbase,USD,2000,ETH,1',
      '',
    ].join('\n'),
    'eth.csv',
  );
  const of2026 = await compare(2026);
  expect(of2026.get('fifo')?.gain).toBe('11000');
  expect(of2026.get('lifo')?.gain).toBe('-21000');
});

test('what an order on record has decided counts', async () => {
  const order = { account: null, method: 'hifo', from: '2025-01-01T00:00:00Z', keptElsewhere: true } as const;
  must(await handlers['elections.order'](order as never, desk.context()));
  const of2025 = await compare(2025);
  expect(of2025.get('recorded')).toMatchObject({ gain: '-10000', difference: '0' });
  expect(of2025.get('hifo')).toMatchObject({ possible: 'recorded', difference: '0' });
  expect(of2025.get('fifo')).toMatchObject({ possible: 'no', difference: '90000' });
});

test('with a profile the whole tax of the year stands beside each', async () => {
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
        ordinaryIncome: '100000',
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
  must(await handlers['plan.saveProfile'](profile as never, desk.context()));
  const of2025 = await compare(2025);
  const { years } = must(await handlers['plan.taxYears']({}, desk.context()));
  const assessed = years.find(({ year }) => year === 2025);
  expect(of2025.get('recorded')?.tax).toBe(assessed?.totalTax);
  expect(Number(of2025.get('hifo')?.tax)).toBeLessThan(Number(of2025.get('fifo')?.tax));
});

test('what is taken over and what is left out changes nothing: each year and method as matched all anew', async () => {
  const transaction = await desk.ledger.write.beginImport();
  must(transaction.storeAccounts(fillAccounts));
  const { id: account } = fillAccounts[0]!;
  const file = { file: 'a.csv', fileHash: '', format: 'own', account, importedAt: start };
  must(transaction.startFile({ ...file, skippedRows: 0, alreadyRows: 0 }));
  must(transaction.store(generatedFills(3000).map(storedFill)));
  must(await transaction.commit());
  const derived = must(await derivedOf(desk.context()));
  const { options } = derived.ofLots;
  for (const year of [2020, 2024, 2025, 2026]) {
    const from = startOfDay(dateOf(year, 1, 1), utc);
    for (const [method, row] of await compare(year)) {
      const methodAt: typeof options.methodAt = (of, time) =>
        method !== 'recorded' && time >= from ? (method as LotMethod) : options.methodAt(of, time);
      const { years } = matchLots(derived.events, { ...options, methodAt });
      const expected = years.find((one) => one.year === year)!;
      expect([method, row.shortTermGain, row.longTermGain, row.proceeds, row.costBasis]).toEqual([
        method,
        toText(expected.shortTermGain),
        toText(expected.longTermGain),
        toText(expected.proceeds),
        toText(expected.costBasis),
      ]);
    }
  }
});
