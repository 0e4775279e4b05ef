/**
 * The strategy from plan to tax, in one ledger: coins that gained, a CME short against 1.5 of them, a year end, the close,
 * the sales.
 *
 * Source: worked by hand from 26 U.S.C. 1092(a)(1), (a)(3)(A), (d)(5), 1256(a), Reg. 1.1092(b)-2T(a), (b)(1) and Rev.
 * Proc. 2025-32 (amounts of 2026); the first lot's part is example US-CORE-01 with other sizes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MBT,
  bought,
  fill,
  lineOf,
  openTaxLedger,
  paperOf,
  priced,
  rowsOf,
  sold,
  type TaxLedger,
} from './tax-ledger.fixture.ts';

const OPENED = '2026-03-02T17:00:00Z';
const LINKED = '2026-03-02T18:05:00Z';
const YEAR_END = '2026-12-31T23:30:00Z';
const CLOSED = '2027-05-03T20:00:00Z';
const LATER = '2027-12-31T23:30:00Z';

let ledger: TaxLedger;
beforeAll(async () => {
  ledger = await openTaxLedger();
  // 3 BTC at 90 000 and 10 ETH at 3 000: 300 000. BTC shall be 45 %: 135 000 too much, so short 1.5 BTC, 15 contracts of 0.1.
  await ledger.bring(
    '2026-03-02T14:00:00Z',
    bought('2022-05-01 12:00:00', '1', '20000'),
    bought('2025-10-01 12:00:00', '2', '160000'),
    bought('2024-01-10 12:00:00', '10', '20000', 'ETH'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', 'ETH', 3_000),
    priced('2026-03-02 13:00:00', MBT, 90_000),
  );
});
afterAll(async () => {
  await ledger.end();
});

describe('opened', () => {
  test('the plan, its fill and its lots are on record the same day', async () => {
    const targets = [
      { asset: 'BTC', weight: '0.45' },
      { asset: 'ETH', weight: '0.55' },
    ];
    await ledger.ask('targets.savePolicy', { targets, absoluteBand: '0.05', relativeBand: null }, OPENED);
    const overlay = { contracts: [{ asset: 'BTC', contract: MBT }], rounding: 'nearest' as const };
    const acknowledged = ['margin-overnight', 'costs', 'uncertain'];
    const exitDate = '2027-05-03';
    const plan = await ledger.ask('targets.saveOverlay', { overlay, exitDate, acknowledged }, OPENED);
    expect(plan.legs).toMatchObject([{ contract: MBT, side: 'sell', quantity: '15' }]);
    await ledger.bring('2026-03-02T18:00:00Z', fill('2026-03-02 17:30:00', MBT, 'sell', '15', 90_000));
    const { leg, issues } = await ledger.ask('hedge.link', { leg: 'plan-1-leg-1' }, LINKED);
    expect(issues).toEqual([]);
    // First in, first out, as the coins would be sold: all of 2022, then half a coin of the two of 2025.
    expect(leg.lots.map(({ acquiredDate, quantity }) => [acquiredDate, quantity])).toEqual([
      ['2022-05-01', '1'],
      ['2025-10-01', '0.5'],
    ]);
    const paper = await paperOf(ledger, 'form-6781', 2026, LINKED);
    expect(rowsOf(paper, 'straddle-lots', 'quantity', 'from', 'by')).toEqual([
      ['1', '2026-03-02', 'Record of that day'],
      ['0.5', '2026-03-02', 'Record of that day'],
    ]);
  });
});

describe('at the end of 2026', () => {
  beforeAll(async () => {
    await ledger.bring(
      YEAR_END,
      priced('2026-12-31 21:00:00', 'BTC', 100_500),
      priced('2026-12-31 21:00:00', MBT, 100_000),
      priced('2026-12-31 21:00:00', 'ETH', 3_000),
    );
  });

  test('the deemed loss waits, as a long-term loss, and nothing of it lowers tax', async () => {
    // Marked: 1.5 × (90 000 − 100 000) = −15 000. Not recognised: 100 500 − 20 000 = 80 500 and half a coin's 100 500 − 80 000,
    // 10 250; 90 750 in all holds back the whole loss. Long-term: on 2 March the lot of 2022 was.
    const { straddles, ...year } = await ledger.year(2026, YEAR_END);
    expect(straddles).toMatchObject({
      section1256: '15000',
      shortTerm: '0',
      longTerm: '0',
      deferredTotal: '15000',
      deferred: [{ sustained: 2026, character: 'long', amount: '15000' }],
    });
    // 90 000 − 16 100 = 73 900: 1 240 + 12 % of 38 000 + 22 % of 23 500 = 10 970.
    expect(year).toMatchObject({
      shortTermGain: '0',
      longTermGain: '0',
      section1256Gain: '0',
      income: '0',
      netShortTerm: '0',
      netLongTerm: '0',
      taxableIncome: '73900',
      ordinaryTax: '10970',
      capitalGainTax: '0',
      netInvestmentIncomeTax: '0',
      totalTax: '10970',
      lossAllowed: '0',
      carryforward: { shortTerm: '0', longTerm: '0' },
    });
  });

  test('Form 6781 holds the mark, what straddle rules take back, the loss and both gains', async () => {
    const paper = await paperOf(ledger, 'form-6781', 2026, YEAR_END);
    const lines = rowsOf(paper, 'part-1-lines', 'line', 'amount');
    expect(lines.slice(0, 3)).toEqual([
      ['3', '-15000.00'],
      ['4', '15000.00'],
      ['5', '0.00'],
    ]);
    expect(rowsOf(paper, 'part-2-losses', 'loss', 'unrecognised', 'recognised', 'short', 'long')).toEqual([
      ['15000.00', '90750.00', '0.00', '0.00', '0.00'],
    ]);
    expect(rowsOf(paper, 'part-3', 'quantity', 'value', 'costBasis', 'gain')).toEqual([
      ['1', '100500.00', '20000.00', '80500.00'],
      ['0.5', '50250.00', '40000.00', '10250.00'],
    ]);
  });

  test('the young half coin stands still', async () => {
    const { clocks } = await ledger.ask('plan.taxYears', {}, YEAR_END);
    expect(clocks).toMatchObject([
      { quantity: '0.5', ended: '2026-03-02', restartsOn: null, longTermFrom: null },
    ]);
    // The lot of 2022 was long-term already: it keeps its clock.
    expect(clocks).toHaveLength(1);
  });

  test('a paper of 2026 says nothing about years that have not begun', async () => {
    const { issues, notes } = await paperOf(ledger, 'form-6781', 2026, YEAR_END);
    expect(issues.map(({ message }) => message).join(' ')).not.toContain('2027');
    expect(notes.join(' ')).not.toContain('2027 has not ended');
  });
});

describe('closed and sold in 2027', () => {
  beforeAll(async () => {
    await ledger.bring(
      CLOSED,
      fill('2027-05-03 17:00:00', MBT, 'buy', '15', 108_000, '-27000'),
      sold('2027-05-03 18:00:00', '1', '110000'),
    );
    await ledger.bring(
      LATER,
      sold('2027-09-01 18:00:00', '2', '230000'),
      priced('2027-12-31 21:00:00', 'ETH', 3_000),
    );
  });

  test('the loss comes free, the half coin is short-term 23 months after it was bought', async () => {
    // Coins: 110 000 − 20 000 = 90 000 long. 2 coins at 115 000 that cost 80 000 each, 35 000 a coin: 1.5 long, 52 500; the half
    // coin's year began on 2027-05-03: 17 500 short. Futures of 2027: 1.5 × (100 000 − 108 000) = −12 000, and the 15 000 that
    // waited: 27 000 of long-term loss. Long 142 500 − 27 000 = 115 500.
    const year = await ledger.year(2027, LATER);
    expect(year).toMatchObject({
      parametersYear: 2026,
      shortTermGain: '17500',
      longTermGain: '115500',
      section1256Gain: '0',
      income: '0',
      netShortTerm: '17500',
      netLongTerm: '115500',
      // 90 000 + 133 000 − 16 100.
      taxableIncome: '206900',
      // On 91 400: 1 240 + 4 560 + 22 % of 41 000.
      ordinaryTax: '14820',
      // 15 % of 115 500: between 49 450 and 545 500.
      capitalGainTax: '17325',
      // 3.8 % of 223 000 − 200 000.
      netInvestmentIncomeTax: '874',
      federalTax: '33019',
      stateTax: '0',
      totalTax: '33019',
      lossAllowed: '0',
      carryforward: { shortTerm: '0', longTerm: '0' },
    });
    expect(year.straddles).toMatchObject({
      shortTerm: '17500',
      longTerm: '-44500', // −27 000 of futures, −17 500 that are short-term
      section1256: '12000',
      deferredTotal: '0',
      deferred: [],
    });
  });

  test('the clock began anew on the day of the close', async () => {
    const { clocks } = await ledger.ask('plan.taxYears', {}, LATER);
    expect(clocks).toMatchObject([
      { quantity: '0.5', ended: '2026-03-02', restartsOn: '2027-05-03', longTermFrom: '2028-05-04' },
    ]);
  });

  test('Form 8949 divides the sale, Form 6781 and Schedule D carry the loss', async () => {
    const sales = await paperOf(ledger, 'form-8949', 2027, LATER);
    const columns = ['acquired', 'sold', 'proceeds', 'costBasis', 'gain'];
    expect(rowsOf(sales, 'box-H', ...columns)).toEqual([
      ['2025-10-01', '2027-09-01', '57500.00', '40000.00', '17500.00'],
    ]);
    expect(rowsOf(sales, 'box-K', ...columns)).toEqual([
      ['2022-05-01', '2027-05-03', '110000.00', '20000.00', '90000.00'],
      ['2025-10-01', '2027-09-01', '172500.00', '120000.00', '52500.00'],
    ]);
    const futures = await paperOf(ledger, 'form-6781', 2027, LATER);
    expect(rowsOf(futures, 'part-1-lines', 'line', 'amount').slice(0, 3)).toEqual([
      ['3', '-12000.00'],
      ['4', '12000.00'],
      ['5', '0.00'],
    ]);
    expect(rowsOf(futures, 'part-2-losses', 'loss', 'unrecognised', 'recognised', 'short', 'long')).toEqual([
      ['27000.00', '0.00', '27000.00', '0.00', '27000.00'],
    ]);
    const sums = await paperOf(ledger, 'schedule-d', 2027, LATER);
    expect(lineOf(sums, 'part-1', '2')).toBe('17500.00');
    expect(lineOf(sums, 'part-1', '7')).toBe('17500.00');
    expect(lineOf(sums, 'part-2', '9')).toBe('142500.00');
    expect(lineOf(sums, 'part-2', '11')).toBe('-27000.00');
    expect(lineOf(sums, 'part-2', '15')).toBe('115500.00');
    expect(lineOf(sums, 'part-3', '16')).toBe('133000.00');
  });

  test('years, projection, papers and explanations say the same to the cent', async () => {
    const { years } = await ledger.ask('plan.projection', {}, LATER);
    for (const of of [2026, 2027]) {
      const year = await ledger.year(of, LATER);
      const view = years.find((one) => one.year === of)?.realised;
      const lines = ['netShortTerm', 'netLongTerm', 'taxableIncome', 'totalTax'] as const;
      for (const line of lines) {
        expect([of, line, view?.[line]]).toEqual([of, line, year[line]]);
        expect([of, line, await ledger.explained(`tax:${of}/${line}`, LATER)]).toEqual([
          of,
          line,
          year[line],
        ]);
      }
      const sums = await paperOf(ledger, 'schedule-d', of, LATER);
      for (const cell of sums.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
        if (cell.explain === undefined || cell.value === null || !/\/(?:net|capital)/u.test(cell.explain))
          continue;
        expect(Number.isNaN(Number(await ledger.explained(cell.explain, LATER)))).toBe(false);
      }
      const total = await ledger.explained(`tax:${of}/capitalGainNetIncome`, LATER);
      expect(lineOf(sums, 'part-3', '16')).toBe(Number(total).toFixed(2));
    }
  });

  test('over all years the gains are proceeds less cost and what the future lost', async () => {
    const { years } = await ledger.ask('plan.taxYears', {}, LATER);
    const gains = years.map(({ shortTermGain, longTermGain, section1256Gain }) =>
      [shortTermGain, longTermGain, section1256Gain].reduce((sum, one) => sum + Number(one), 0),
    );
    // 110 000 + 230 000 − 20 000 − 160 000 − 27 000.
    expect(gains.reduce((sum, one) => sum + one, 0)).toBe(133_000);
  });
});
