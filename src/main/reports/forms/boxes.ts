import type { Term } from '../../../shared/domain/lot.ts';
import type { BrokerForm } from '../../../shared/domain/report-kind.ts';
import { firstProceedsReported } from '../../engine/tax/jurisdictions/us/broker-reporting.ts';

/** The boxes of Form 8949, in the order of the form. */
export const BOXES = ['A', 'B', 'C', 'G', 'H', 'I', 'D', 'E', 'F', 'J', 'K', 'L'] as const;
export type Box = (typeof BOXES)[number];

/** The boxes of a form that came into use in a year. */
interface BoxLayout {
  readonly from: number;
  readonly law: string;
  readonly digital: Readonly<Record<Term, Readonly<Record<BrokerForm, Box>>>>;
}

const other = {
  short: { basis: 'A', 'no-basis': 'B', none: 'C' },
  long: { basis: 'D', 'no-basis': 'E', none: 'F' },
} as const;

/** Newest last. Digital assets have boxes of their own since Form 1099-DA exists. */
const layouts: readonly BoxLayout[] = [
  { from: 0, law: 'Form 8949 (2024)', digital: other },
  {
    from: firstProceedsReported,
    law: 'Form 8949 (2025)',
    digital: {
      short: { basis: 'G', 'no-basis': 'H', none: 'I' },
      long: { basis: 'J', 'no-basis': 'K', none: 'L' },
    },
  },
];

/** The box of a coin's disposal. Law: Form 8949 and its instructions, of the year's layout. */
export function digitalBox(year: number, term: Term, form: BrokerForm): Box {
  const layout = layouts.findLast(({ from }) => from <= year) ?? layouts[0];
  return (layout?.digital ?? other)[term][form];
}

/** The box of what is no digital asset: futures outside section 1256, for which no form is sent. */
export function otherBox(term: Term): Box {
  return other[term].none;
}

/** The box of shares that a broker sold: covered securities, whose cost Form 1099-B states. Law: Reg. 1.6045-1(a)(15). */
export function shareBox(term: Term): Box {
  return other[term].basis;
}

export const boxWords: Readonly<Record<Box, string>> = {
  A: 'short-term, reported on Form 1099-B with cost',
  B: 'short-term, reported on Form 1099-B without cost',
  C: 'short-term, not reported on a Form 1099-B',
  D: 'long-term, reported on Form 1099-B with cost',
  E: 'long-term, reported on Form 1099-B without cost',
  F: 'long-term, not reported on a Form 1099-B',
  G: 'short-term digital assets, reported on Form 1099-DA with cost',
  H: 'short-term digital assets, reported on Form 1099-DA without cost',
  I: 'short-term digital assets, not reported on a Form 1099-DA',
  J: 'long-term digital assets, reported on Form 1099-DA with cost',
  K: 'long-term digital assets, reported on Form 1099-DA without cost',
  L: 'long-term digital assets, not reported on a Form 1099-DA',
};

export const isShortBox = (box: Box): boolean => 'ABCGHI'.includes(box);
/** Boxes where the broker told the IRS a cost: another one is an adjustment there, not a different cost. */
export const hasReportedBasis = (box: Box): boolean => 'AGDJ'.includes(box);

/** The line of Schedule D that a box's total goes to. Source: Schedule D (2025), lines 1b to 3 and 8b to 10. */
export const scheduleLine: Readonly<Record<Box, string>> = {
  A: '1b',
  G: '1b',
  B: '2',
  H: '2',
  C: '3',
  I: '3',
  D: '8b',
  J: '8b',
  E: '9',
  K: '9',
  F: '10',
  L: '10',
};
