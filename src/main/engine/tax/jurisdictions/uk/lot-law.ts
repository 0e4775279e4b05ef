import { rate } from '../../../../../shared/num/parse.ts';
import type { LotLaw } from '../../../lots/law/lot-law.ts';
import { section104Sequence } from '../../../lots/rules/section-104-sequence.ts';

/**
 * Lots of an individual who invests and is resident throughout.
 * Law: Taxation of Chargeable Gains Act 1992 (TCGA); HMRC Cryptoassets Manual CRYPTO22250 on.
 * From general knowledge, not read: s.17, s.58, s.257, s.24(2) and CRYPTO22400 on gifts, charities and lost keys.
 */
export const ukLotLaw: LotLaw = {
  country: 'the United Kingdom',
  defaultMethod: 'section-104',
  defaultScope: 'universal',
  methods: {
    rule: ['section-104'],
    law: 'TCGA 1992 s.104-106A: same day, the thirty days after, then the pool, over all accounts',
  },
  toldToBroker: false,
  scopes: [{ scope: 'universal', until: null, law: 'TCGA 1992 s.104; HMRC CRYPTO22251' }],
  holding: null,
  taxYear: { month: 4, day: 6, law: 'Income Tax Act 2007 s.4; TCGA 1992 s.1' },
  departures: {
    gift: {
      is: 'sale',
      law: 'TCGA 1992 s.17: as if sold for what it was worth',
      claim: 'A gift to a spouse or civil partner is neither gain nor loss (TCGA 1992 s.58).',
    },
    donation: { is: 'no-gain', law: 'TCGA 1992 s.257' },
    lost: {
      is: 'no-gain',
      law: 'HMRC CRYPTO22400: losing a key or being robbed is no disposal',
      claim:
        'Where the units are worth next to nothing now, a claim may let a loss be taken (TCGA 1992 s.24(2)).',
    },
  },
  giftsReceived: {
    rule: 'value',
    law: 'TCGA 1992 s.17; between spouses what it cost the giver, s.58',
    lossesFromValue: false,
  },
  sequences: { 'section-104': section104Sequence },
  // One rate whatever the term, so that only the gain decides: the higher rate from 2024-10-30 (TCGA 1992 s.1H).
  topRates: () => ({ short: rate('0.24'), long: rate('0.24') }),
  notCoveredFrom: [],
};
