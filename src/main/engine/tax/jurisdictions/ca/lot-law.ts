import { rate } from '../../../../../shared/num/parse.ts';
import type { LotLaw } from '../../../lots/law/lot-law.ts';
import { adjustedCostBaseSequence } from '../../../lots/rules/adjusted-cost-base-sequence.ts';
import { section104Sequence } from '../../../lots/rules/section-104-sequence.ts';

/**
 * Lots on capital account.
 * Law: Income Tax Act (ITA) s.47(1), 53(1)(f), 54.
 * From general knowledge, not read: s.69(1)(b), (c), 73(1) on gifts, and that what is lost for good is disposed of for nothing.
 */
export const caLotLaw: LotLaw = {
  country: 'Canada',
  defaultMethod: 'average',
  defaultScope: 'universal',
  methods: { rule: ['average'], law: 'ITA s.47(1): one average cost over all accounts' },
  toldToBroker: false,
  scopes: [{ scope: 'universal', until: null, law: 'ITA s.47(1)' }],
  holding: null,
  taxYear: { month: 1, day: 1, law: 'ITA s.249(1)' },
  departures: {
    gift: {
      is: 'sale',
      law: 'ITA s.69(1)(b): as if sold for what it was worth',
      claim: 'A gift to a spouse takes over what the units cost (ITA s.73(1)).',
    },
    donation: { is: 'sale', law: 'ITA s.69(1)(b): as if sold for what it was worth' },
    lost: {
      is: 'no-gain',
      law: 'ITA s.54: a disposition only once the units are gone for good',
      claim:
        'Units that are lost or stolen for good can be disposed of for nothing: a capital loss of what they cost may be claimed (ITA s.54).',
    },
  },
  giftsReceived: {
    rule: 'value',
    law: 'ITA s.69(1)(c); between spouses what it cost the giver, s.73(1)',
    lossesFromValue: false,
  },
  sequences: { average: adjustedCostBaseSequence, 'section-104': section104Sequence },
  // Half of the gain at 33 % (ITA s.38, 117), whatever the term; provincial tax comes on top.
  topRates: () => ({ short: rate('0.165'), long: rate('0.165') }),
  notCoveredFrom: [],
};
