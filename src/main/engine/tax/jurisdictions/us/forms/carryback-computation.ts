import type { CarriedBack } from '../carry-back.ts';
import type { FormLine } from './form-line.ts';

/** The computation behind box D of Form 6781: how much goes back, and where. */
export function carrybackComputation({ carryback, amended }: CarriedBack): readonly FormLine[] {
  const { netLoss, wouldCarryOn, maximum, uses, carriedBack, left } = carryback;
  return [
    { line: 'A', label: 'Section 1256 loss above the yearly limit on losses', amount: netLoss },
    { line: 'B', label: 'Losses that would be carried on without the election', amount: wouldCarryOn },
    { line: 'N', label: 'The smaller of A and B: the most that goes back', amount: maximum },
    ...uses.flatMap(({ year, room, used, shortTerm, longTerm }): FormLine[] => [
      { line: `${year}`, label: 'Room: net section 1256 gain, at most the net capital gain', amount: room },
      { line: `${year}`, label: 'Goes back to it', amount: used },
      { line: `${year}`, label: '… of that short-term (40 %)', amount: shortTerm },
      { line: `${year}`, label: '… of that long-term (60 %)', amount: longTerm },
      {
        line: `${year}`,
        label: 'Tax that comes back',
        amount: amended.find(({ use }) => use.year === year)?.refund ?? null,
      },
    ]),
    { line: '6', label: 'Form 6781 line 6 of the loss year', amount: carriedBack },
    { line: '', label: 'Not used: carried on as a section 1256 loss', amount: left },
  ];
}
