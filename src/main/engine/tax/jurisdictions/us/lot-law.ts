import { rate } from '../../../../../shared/num/parse.ts';
import { localDate } from '../../../../../shared/time/local-date.ts';
import type { TermRates } from '../../../lots/lot-matching.ts';
import type { LotLaw } from '../../../lots/law/lot-law.ts';
import { section104Sequence } from '../../../lots/rules/section-104-sequence.ts';
import { longTermFrom } from './long-term-from.ts';

/** From then on basis is kept by account. */
export const BASIS_BY_ACCOUNT_FROM = localDate('2025-01-01');

/** Lots of an individual who invests, by federal law. Stablecoins and foreign currencies carry no lots here. */
export const usLotLaw: LotLaw = {
  country: 'the United States',
  defaultMethod: 'fifo',
  defaultScope: 'account',
  methods: {
    rule: ['fifo', 'lifo', 'hifo', 'lofo', 'lowest-tax', 'specific'],
    law: 'Reg. §1.1012-1(j)(3): first in, first out, unless units are identified by the time of the sale, singly or by standing order; average cost is for shares of funds only (26 U.S.C. 1012(c))',
  },
  toldToBroker: true,
  scopes: [
    { scope: 'account', until: null, law: 'Reg. §1.1012-1(j)' },
    { scope: 'universal', until: BASIS_BY_ACCOUNT_FROM, law: 'Rev. Proc. 2024-28' },
  ],
  holding: { longTermFrom, long: 'other-rate', law: '26 U.S.C. 1222' },
  taxYear: { month: 1, day: 1, law: '26 U.S.C. 441' },
  departures: {
    gift: { is: 'no-gain', law: '26 U.S.C. 1015: the receiver takes over cost and date' },
    donation: { is: 'no-gain', law: '26 U.S.C. 170: no sale' },
    lost: { is: 'no-gain', law: '26 U.S.C. 165(c), (h)(5): no deduction' },
  },
  giftsReceived: { rule: 'carried', law: '26 U.S.C. 1015(a), 1223(2)', lossesFromValue: true },
  sequences: { 'section-104': section104Sequence },
  topRates,
  notCoveredFrom: [],
};

/** Top bracket (26 U.S.C. 1(a)-(d), (j)) and 20 % (1(h)(1)(D)), each with 3.8 % on net investment income (1411). */
const RATES_2013: TermRates = { short: rate('0.434'), long: rate('0.238') };
/** 37 % in place of 39.6 %: Pub. L. 115-97, made permanent by Pub. L. 119-21. */
const RATES_2018: TermRates = { short: rate('0.408'), long: rate('0.238') };

function topRates(year: number): TermRates {
  return year < 2018 ? RATES_2013 : RATES_2018;
}
