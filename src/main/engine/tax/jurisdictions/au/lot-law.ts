import { rate } from '../../../../../shared/num/parse.ts';
import { localDate } from '../../../../../shared/time/local-date.ts';
import type { LotLaw } from '../../../lots/law/lot-law.ts';
import { section104Sequence } from '../../../lots/rules/section-104-sequence.ts';
import { discountFrom } from './discount-from.ts';

/**
 * Lots of an individual investor.
 * Law: Income Tax Assessment Act 1997 (ITAA) parts 3-1 and 3-3; TD 33; TD 2002/10.
 * From general knowledge, not read: s.104-20, 112-20, 116-30 on gifts and lost units.
 */
export const auLotLaw: LotLaw = {
  country: 'Australia',
  defaultMethod: 'fifo',
  defaultScope: 'account',
  methods: {
    rule: ['fifo', 'specific', 'lifo', 'hifo', 'lofo', 'lowest-tax'],
    law: 'TD 33: the units that records show were sold, otherwise first in, first out; average cost is not accepted',
  },
  toldToBroker: false,
  scopes: [
    { scope: 'account', until: null, law: 'no rule on accounts' },
    { scope: 'universal', until: null, law: 'no rule on accounts' },
  ],
  holding: { longTermFrom: discountFrom, long: 'other-rate', law: 'ITAA 1997 s.115-25(1); TD 2002/10' },
  taxYear: { month: 7, day: 1, law: 'ITAA 1997 s.4-10' },
  departures: {
    gift: { is: 'sale', law: 'ITAA 1997 s.116-30: as if sold for what it was worth' },
    donation: { is: 'sale', law: 'ITAA 1997 s.116-30: as if sold for what it was worth' },
    lost: {
      is: 'no-gain',
      law: 'ITAA 1997 s.104-20 only with evidence',
      claim:
        'Where you can show that the units, or the key to them, are lost for good, a capital loss may be claimed (ITAA 1997 s.104-20).',
    },
  },
  giftsReceived: { rule: 'value', law: 'ITAA 1997 s.112-20', lossesFromValue: false },
  sequences: { 'section-104': section104Sequence },
  // 45 %, and half of it with the discount; the levy is left out.
  topRates: () => ({ short: rate('0.45'), long: rate('0.225') }),
  notCoveredFrom: [
    {
      date: localDate('2027-07-01'),
      what: 'indexation in place of the discount and the gain deferred at 1 July 2027 (Treasury Laws Amendment (Tax Reform No. 1) Act 2026)',
    },
  ],
};
