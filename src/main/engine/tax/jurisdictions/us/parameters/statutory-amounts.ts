/** Amounts that the statute fixes and no inflation moves. */
import { money, rate } from '../../../../../../shared/num/parse.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';
import type { ByStatus } from './year-parameters.ts';

/** Capital losses against other income, a year. */
export const capitalLossLimit: ByStatus<Money> = {
  source: { title: '26 U.S.C. 1211(b)', url: 'https://www.law.cornell.edu/uscode/text/26/1211' },
  single: money('3000'),
  marriedJoint: money('3000'),
  marriedSeparate: money('1500'),
  headOfHousehold: money('3000'),
};

export const netInvestmentIncomeTaxRate: Rate = rate('0.038');

/** Modified adjusted gross income above which net investment income is taxed. */
export const netInvestmentIncomeThreshold: ByStatus<Money> = {
  source: { title: '26 U.S.C. 1411(b)', url: 'https://www.law.cornell.edu/uscode/text/26/1411' },
  single: money('200000'),
  marriedJoint: money('250000'),
  marriedSeparate: money('125000'),
  headOfHousehold: money('200000'),
};

/** Section 1256 contracts: the part of a result that is long-term, however long they were held. 26 U.S.C. 1256(a)(3). */
export const section1256LongTermShare: Rate = rate('0.6');

/** Rates on net capital gain. 26 U.S.C. 1(h)(1). */
export const capitalGainRates: { readonly zero: Rate; readonly fifteen: Rate; readonly twenty: Rate } = {
  zero: rate('0'),
  fifteen: rate('0.15'),
  twenty: rate('0.2'),
};
