/** Cuts at the edges of tax, by hand. */
import { expect, test } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';
import { defaultTaxElections } from '../../../../shared/domain/tax-elections.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { utc } from '../../../../shared/time/time-zone.ts';
import { bookOf, factsOn, lotOf } from '../../tax/jurisdictions/us/actions/us-facts.fixture.ts';
import type { ExitCase } from '../exit-case.ts';
import { plainHedge } from './draft-of-schedule.ts';
import type { Draft } from './draft.ts';
import { edgeMoves } from './edge-moves.ts';
import { Pricer } from './pricer.ts';

const btc = assetId('BTC');
const USD = assetId('USD');
const today = localDate('2026-11-22');
const year = { filingStatus: 'single', deduction: 'standard', ordinaryIncome: money('40000') } as const;
const profile: Profile = {
  jurisdiction: 'us',
  currency: USD,
  timeZone: utc,
  carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years: [2026, 2027].map((one) => ({
    ...year,
    year: one,
    otherInvestmentIncome: zeroMoney,
    qualifiedDividends: zeroMoney,
    otherShortTermGain: zeroMoney,
    otherLongTermGain: zeroMoney,
    stateRate: zeroRate,
    seniors: 0,
    blind: 0,
  })),
};
const given: ExitCase = {
  asOf: today,
  currency: USD,
  profile,
  facts: factsOn('2026-11-22', defaultTaxElections),
  book: {
    ...bookOf([lotOf('old', '1', '10000', '2021-03-04')], {}),
    priceOn: (asset) => price(asset === btc ? '50000' : '1'),
    contractPriceOn: () => price('50000'),
  },
  dates: ['2026-11-22', '2027-01-04'].map((date) => ({ date: localDate(date), why: [] })),
  lastYear: 2027,
  goals: [
    {
      asset: btc,
      sell: quantity('1'),
      buy: zeroQuantity,
      lots: [
        {
          lot: 'old' as LotId,
          account: accountId('wallet'),
          quantity: quantity('1'),
          costBasis: money('10000'),
        },
      ],
      tolerance: quantity('1'),
      perDay: null,
      minTicket: zeroQuantity,
    },
  ],
  futures: [],
  costs: {
    discountPerYear: zeroRate,
    spotFee: zeroRate,
    spotSlippage: zeroRate,
    marginCostPerYear: zeroRate,
  },
  limits: { cash: null, maxDates: 12 },
  netTolerance: null,
  regimes: [],
};
const allToday: Draft = {
  regime: null,
  goals: [
    {
      pieces: [{ place: 0, date: 0, quantity: quantity('1') }],
      bought: new Map(),
      steps: plainHedge(given),
    },
  ],
};

/**
 * 40 000 of wages less 16 100 are 23 900; the zero rate ends at 49 450: 25 550 of the gain of 40 000 are free, 14 450 wait for the
 * next year. source: Rev. Proc. 2025-32.
 */
test('the part of a lot beyond the end of the zero rate goes to the next year', () => {
  const start = new Pricer(given).price(allToday);
  if (start === null) throw new Error('all today can be priced');
  expect(toText(start.priced.cost)).toBe('2167.5');
  const found = [...edgeMoves(given, start)].flatMap((draft) => new Pricer(given).price(draft) ?? []);
  const [best] = found.toSorted((a, b) => a.cost - b.cost);
  expect(best?.draft.goals[0]?.pieces.map(({ date, quantity: coins }) => [date, toText(coins)])).toEqual([
    [0, '0.63875'],
    [1, '0.36125'],
  ]);
  expect(best?.cost).toBe(0);
});

test('where the order of lots binds, nothing is cut', () => {
  const bound = { ...given, goals: given.goals.map((goal) => ({ ...goal, order: 'universal' as const })) };
  const start = new Pricer(bound).price(allToday);
  expect(start === null ? null : [...edgeMoves(bound, start)]).toEqual([]);
});
