import type { ReportKind } from '../../shared/domain/report-kind.ts';

export interface KindWords {
  readonly title: string;
  /** What it is for, in one sentence for a beginner. */
  readonly purpose: string;
  /** False: of the whole ledger as of the day. */
  readonly perYear: boolean;
}

/** What each kind is. */
export const kindWords: { readonly [Kind in ReportKind]: KindWords } = {
  'form-8949': {
    title: 'Form 8949: sales and other dispositions of capital assets',
    purpose:
      'Each coin that you sold, swapped or spent, in the columns and boxes of Form 8949: you or your accountant copy it into the return.',
    perYear: true,
  },
  'schedule-d': {
    title: 'Schedule D: capital gains and losses',
    purpose: 'The sums of Forms 8949 and 6781 with losses carried in, down to the loss that may be deducted.',
    perYear: true,
  },
  'form-6781': {
    title: 'Form 6781: section 1256 contracts and straddles',
    purpose:
      'The results of regulated futures (60 % long-term, 40 % short-term) and of hedges that are straddles.',
    perYear: true,
  },
  'carryover-worksheet': {
    title: 'Capital loss carryover worksheet',
    purpose: 'How much of the year’s capital loss goes on to the next year, and as what.',
    perYear: true,
  },
  carryback: {
    title: 'Carryback of a section 1256 loss (26 U.S.C. 1212(c))',
    purpose: 'What a loss on regulated futures could take back of the gains of the three years before.',
    perYear: true,
  },
  identifications: {
    title: 'Identification records',
    purpose: 'The dated, chained records of what you identified and when, and whether the chain is intact.',
    perYear: false,
  },
  elections: {
    title: 'Elections and choices in force',
    purpose: 'Every choice that the law leaves open, what is in force, and the day it was made.',
    perYear: false,
  },
  'close-out-memo': {
    title: 'Close-out memo',
    purpose:
      'For an accountant: positions, hedges, elections, rules and figures of a year, each with where it comes from, and what is in doubt.',
    perYear: true,
  },
  lots: {
    title: 'Lots held',
    purpose: 'What you hold, purchase by purchase, with cost and the day it turns long-term.',
    perYear: false,
  },
  disposals: {
    title: 'Disposals',
    purpose: 'What left your accounts, lot by lot, untaxed departures included.',
    perYear: true,
  },
  journal: {
    title: 'Journal',
    purpose: 'Every event of the year with what it moved and the line of the file it came from.',
    perYear: true,
  },
};
