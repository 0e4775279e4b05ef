import { rate } from '../../../../../shared/num/parse.ts';
import type { LotLaw } from '../../../lots/law/lot-law.ts';
import { section104Sequence } from '../../../lots/rules/section-104-sequence.ts';
import { taxFreeFrom } from './tax-free-from.ts';

/**
 * Lots of coins in private hands.
 * Law: sec. 23(1) no. 2 EStG; BMF letter of 6 March 2025 (IV C 1 - S 2256/00042/064/043), Rn. 61-62.
 * From general knowledge, not read: that gifts and donations are no sale and that lost units let no loss be taken.
 */
export const deLotLaw: LotLaw = {
  country: 'Germany',
  defaultMethod: 'fifo',
  defaultScope: 'account',
  methods: {
    rule: ['fifo', 'specific', 'average', 'lifo'],
    law: 'BMF 06.03.2025, Rn. 61-62: individual units where they can be traced, otherwise first in, first out, or average cost with dates first in, first out; FG Nürnberg 22.01.2025 accepts last in, first out',
  },
  toldToBroker: false,
  scopes: [{ scope: 'account', until: null, law: 'BMF 06.03.2025, Rn. 61-62: wallet by wallet' }],
  holding: { longTermFrom: taxFreeFrom, long: 'exempt', law: 'sec. 23(1) no. 2 EStG' },
  taxYear: { month: 1, day: 1, law: 'sec. 2(7) EStG' },
  departures: {
    gift: { is: 'no-gain', law: 'sec. 23(1) sentence 3 EStG: the receiver takes over cost and date' },
    donation: { is: 'no-gain', law: 'sec. 23(1) EStG: no sale' },
    lost: { is: 'no-gain', law: 'sec. 23(1) EStG: no sale' },
  },
  giftsReceived: { rule: 'carried', law: 'sec. 23(1) sentence 3 EStG', lossesFromValue: false },
  sequences: { 'section-104': section104Sequence },
  // 45 % and 5.5 % of it (sec. 32a(1) EStG, SolZG); nothing after a year.
  topRates: () => ({ short: rate('0.47475'), long: rate('0') }),
  notCoveredFrom: [],
};
