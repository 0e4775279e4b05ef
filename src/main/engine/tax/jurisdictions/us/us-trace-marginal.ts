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

const kinds = {
  ordinary: { input: 'ordinaryIncome', words: 'income' },
  shortTerm: { input: 'shortTermGain', words: 'short-term gain' },
  longTerm: { input: 'longTermGain', words: 'long-term gain' },
  section1256: { input: 'section1256Gain', words: 'section 1256 gain' },
} as const satisfies { readonly [Rate in keyof MarginalRates]: unknown };

/** What the next 1 000 of a kind would cost: the year's tax with them less its tax without them. */
export function marginalRateTrace(kind: keyof MarginalRates) {
  return (input: YearInput, lines: UsLines, parameters: YearParameters): Trace => {
    const { words } = kinds[kind];
    const more = withMoreTraced(kind, input);
    const moreLines = usLines(more, parameters);
    const added = subtract(moreLines.totalTax, lines.totalTax);
    const difference = node(`Tax on 1 000 more of ${words}`, added, UNIT, 'difference', [
      { ...usTrace(more, moreLines, parameters), label: `Tax with 1 000 more of ${words}` },
      usTrace(input, lines, parameters),
    ]);
    const rate = marginalRates(input, parameters)[kind];
    return node(`Tax on the next ${words}`, rate, 'rate', 'quotient', [difference, leaf('Of', STEP, UNIT)]);
  };
}

/** The year with 1 000 more of one kind, which its trace tells apart from what there is. */
function withMoreTraced(kind: keyof MarginalRates, input: YearInput): YearInput {
  const more = withMore(kind, input);
  const name = kinds[kind].input;
  const own = input.traces?.[name];
  if (own === undefined) return more;
  const traced = node(`${own.label}, and 1 000 more`, more[name], UNIT, 'sum', [
    own,
    leaf('1 000 more, to see what it costs', STEP, UNIT),
  ]);
  return { ...more, traces: { ...input.traces, [name]: traced } };
}
