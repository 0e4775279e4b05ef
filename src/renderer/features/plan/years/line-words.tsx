import type { ReactNode } from 'react';
import { Term } from '../../../ui/term.tsx';
import type { Line } from './projection.ts';

/** Lines whose words a beginner may not know: the word leads to what it means. */
const words: Readonly<Partial<Record<string, ReactNode>>> = {
  shortTermGain: (
    <>
      <Term id="short-term">Short-term</Term> gain
    </>
  ),
  longTermGain: (
    <>
      <Term id="long-term">Long-term</Term> gain
    </>
  ),
  section1256Gain: (
    <>
      <Term id="section-1256">Section 1256</Term> gain (<Term id="sixty-forty">60/40</Term>)
    </>
  ),
  otherFuturesGain: (
    <>
      Other futures, before <Term id="deferred-loss">waits</Term>
    </>
  ),
  deferredTotal: <Term id="deferred-loss">Losses that wait</Term>,
  'carryforward/shortTerm': (
    <>
      Short-term loss <Term id="carryforward">carried on</Term>
    </>
  ),
  netInvestmentIncomeTax: <Term id="net-investment-income-tax">Net investment income tax</Term>,
  stateTax: <Term id="state-tax">State tax</Term>,
  effectiveRate: <Term id="effective-rate">Tax of all income</Term>,
  'marginalRates/ordinary': (
    <>
      <Term id="marginal-rate">Next thousand</Term> of income
    </>
  ),
};

export function LineWords({ line }: { readonly line: Line }): ReactNode {
  return words[line.name] ?? line.label;
}
