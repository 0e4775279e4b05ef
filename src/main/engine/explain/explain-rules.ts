/** The rules that explanations cite, beside those of the tax engines. */
import type { Rule } from '../../../shared/domain/trace.ts';

const REG_1012 = 'https://www.law.cornell.edu/cfr/text/26/1.1012-1';

export const gainRule: Rule = {
  id: 'us/gain',
  law: '26 U.S.C. 1001(a)',
  url: 'https://www.law.cornell.edu/uscode/text/26/1001',
};

export const holdingPeriodRule: Rule = {
  id: 'us/long-term-from',
  law: '26 U.S.C. 1222(3); Rev. Rul. 66-7: the day of acquisition does not count, the day of sale does',
  url: 'https://www.law.cornell.edu/uscode/text/26/1222',
};

export const monthEndRule: Rule = {
  id: 'us/long-term-from-month-end',
  law: '26 U.S.C. 1222(3); Rev. Rul. 66-97: acquired on the last day of a month, long-term from the first day of the thirteenth month after',
  url: 'https://www.law.cornell.edu/uscode/text/26/1222',
};

export const purchaseRule: Rule = {
  id: 'us/cost-basis',
  law: 'Reg. §1.1012-1(h): the purchase fee is part of the basis',
  url: REG_1012,
};

export const saleFeeRule: Rule = {
  id: 'us/sale-fee',
  law: 'Reg. §1.1001-7: the fee of a sale lowers the amount realised',
  url: 'https://www.law.cornell.edu/cfr/text/26/1.1001-7',
};

export const incomeRule: Rule = {
  id: 'us/income-basis',
  law: 'Notice 2014-21: income at its value when received, which becomes the basis',
  url: 'https://www.irs.gov/pub/irs-drop/n-14-21.pdf',
};

export const transferRule: Rule = {
  id: 'us/own-transfer',
  law: 'Reg. §1.1012-1(j): a move between own accounts is no sale; basis and date travel with the units',
  url: REG_1012,
};

export const divisionRule: Rule = {
  id: 'us/basis-divided',
  law: 'Rev. Proc. 2024-28: basis left on 2025-01-01 is divided among the accounts, once; Reg. §1.1012-1(j)',
  url: 'https://www.irs.gov/pub/irs-drop/rp-24-28.pdf',
};

export const brokerRule: Rule = {
  id: 'us/broker-identification',
  law: 'Reg. §1.1012-1(j)(3)(ii): for units at a broker the broker must be told by the time of the sale; relief until 2026-12-31 by Notices 2025-7 and 2026-20',
  url: REG_1012,
};

/** Elections, not laws: said wherever they change a figure. */
export const zeroCostRule: Rule = {
  id: 'election/zero-cost',
  law: 'Nobody knows what these units cost: counted as zero until you enter it (election "unknown cost")',
};

export const leftOutRule: Rule = {
  id: 'election/left-out',
  law: 'Nobody knows what these units cost: their sales are left out of the gains until you enter it (election "unknown cost")',
};

export const missingUnitsRule: Rule = {
  id: 'election/missing-units',
  law: 'More left than your files show: counted as having cost nothing until they are found (election "missing units")',
};
