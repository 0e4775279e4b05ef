import type { MatchReason } from '../../../shared/domain/lot.ts';
import type { Rule } from '../../../shared/domain/trace.ts';
import { missingUnitsRule } from './explain-rules.ts';

/** Why just these units left, in words for a reader who knows no term of the trade. */
export interface MatchWords {
  readonly words: string;
  /** By what the lots then held stand in order; null where they do not stand in one. */
  readonly order: string | null;
  readonly rule: Rule;
}

const REG_1012 = 'https://www.law.cornell.edu/cfr/text/26/1.1012-1';
const TCGA = 'https://www.legislation.gov.uk/ukpga/1992/12/section';

const byDefault: Rule = {
  id: 'us/lot-order',
  law: 'Reg. §1.1012-1(j)(3): where no units are identified, the earliest acquired leave first, inside one account, whenever they arrived there',
  url: REG_1012,
};
const byOrder: Rule = {
  id: 'us/standing-order',
  law: 'Reg. §1.1012-1(j)(2)-(3): units identified by a standing order recorded by the time of the sale; Notices 2025-7 and 2026-20',
  url: REG_1012,
};
const byName: Rule = {
  id: 'us/specific-identification',
  law: 'Reg. §1.1012-1(j)(2)-(3): units identified in the books by the time of the sale; Notices 2025-7 and 2026-20',
  url: REG_1012,
};
const byPool: Rule = {
  id: 'pool/average-cost',
  law: 'All units of one kind in one pool, at their average cost (UK: TCGA 1992 s. 104; Canada: Income Tax Act s. 47)',
  url: `${TCGA}/104`,
};

/** Every reason and what it says. */
export const matchWords: { readonly [Reason in MatchReason]: MatchWords } = {
  fifo: { words: 'first in, first out', order: 'by acquisition', rule: byDefault },
  lifo: { words: 'last in, first out', order: 'by acquisition, the latest first', rule: byOrder },
  hifo: { words: 'highest cost first', order: 'by cost per unit, fees included', rule: byOrder },
  lofo: { words: 'lowest cost first', order: 'by cost per unit, the lowest first', rule: byOrder },
  'lowest-tax': { words: 'lowest tax first', order: 'by tax per unit, losses first', rule: byOrder },
  specific: { words: 'not named by you, so first in, first out', order: 'by acquisition', rule: byDefault },
  average: { words: 'average cost of the pool', order: null, rule: byPool },
  'section-104': { words: 'section 104 pool', order: null, rule: byPool },
  identified: { words: 'named by you before the sale', order: null, rule: byName },
  'same-day': {
    words: 'acquired on the day of the sale',
    order: null,
    rule: { id: 'uk/same-day', law: 'TCGA 1992 s. 105', url: `${TCGA}/105` },
  },
  'thirty-days': {
    words: 'acquired in the thirty days after the sale',
    order: null,
    rule: { id: 'uk/thirty-days', law: 'TCGA 1992 s. 106A', url: `${TCGA}/106A` },
  },
  pool: { words: 'out of the pool', order: null, rule: byPool },
  'zero-cost': {
    words: 'units missing from your files, assumed to cost nothing',
    order: null,
    rule: missingUnitsRule,
  },
};
