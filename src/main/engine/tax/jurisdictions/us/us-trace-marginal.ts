import type { Trace } from '../../../../../shared/domain/trace.ts';
import { subtract } from '../../../../../shared/num/arithmetic.ts';
import { leaf, node } from '../../../explain/trace-nodes.ts';
import type { MarginalRates, YearInput } from '../../assessment.ts';
import { marginalRates, STEP, withMore } from './marginal-rates.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { usLines } from './us-lines.ts';
import type { UsLines } from './us-lines.ts';
import { usTrace } from './us-trace.ts';

const UNIT = 'USD';

const labels: { readonly [Rate in keyof MarginalRates]: string } = {
  ordinary: 'income',
  shortTerm: 'short-term gain',
  longTerm: 'long-term gain',
  section1256: 'section 1256 gain',
};

/** What the next 1 000 of a kind would cost: the year's tax with them less its tax without them. */
export function marginalRateTrace(kind: keyof MarginalRates) {
  return (input: YearInput, lines: UsLines, parameters: YearParameters): Trace => {
    // Where the year's own amounts come from is told with its tax.
    const { traces: _, ...plain } = input;
    const more = withMore(kind, plain);
    const moreLines = usLines(more, parameters);
    const added = subtract(moreLines.totalTax, lines.totalTax);
    const difference = node(`Tax on 1 000 more of ${labels[kind]}`, added, UNIT, 'difference', [
      { ...usTrace(more, moreLines, parameters), label: `Tax with 1 000 more of ${labels[kind]}` },
      usTrace(input, lines, parameters),
    ]);
    const rate = marginalRates(plain, parameters)[kind];
    const step = leaf('Of', STEP, UNIT);
    return node(`Tax on the next ${labels[kind]}`, rate, 'rate', 'quotient', [difference, step]);
  };
}
