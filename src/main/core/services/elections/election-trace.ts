import type { Trace } from '../../../../shared/domain/trace.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { arithmetic, node, reference } from '../../../engine/explain/trace-nodes.ts';
import type { Derived } from '../../derived.ts';
import { electionTrials } from './election-trials.ts';
import { triedWith } from './tried-with.ts';

/**
 * What a choice would change, year by year.
 * In: "election:<id>=<value>". null where there is no such choice, or nothing is computed for it.
 */
export function electionTrace(asked: string, derived: Derived): Trace | null {
  const [, id, value] = /^election:(.+)=([^=]+)$/u.exec(asked) ?? [];
  const trial = electionTrials(derived).find((one) => one.id === id);
  const option = trial?.options.find((one) => one.value === value);
  if (trial === undefined || option === undefined) return null;
  const other =
    option.value === trial.inForce ? derived : triedWith([{ id: trial.id, value: option.value }], derived);
  if (other === null || derived.taxYears.years.length === 0) return null;
  const { currency } = derived.prices;
  const then = taxOf(other, `Tax of all years with “${option.words}”`, currency, other === derived);
  const now = taxOf(derived, 'Tax of all years as it is', currency, true);
  const difference = subtract(then.total, now.total);
  return node(`${trial.title}: what it changes`, difference, currency, 'difference', [then.trace, now.trace]);
}

function taxOf(
  { taxYears }: Derived,
  label: string,
  currency: string,
  isNow: boolean,
): { readonly total: typeof zeroMoney; readonly trace: Trace } {
  const total = sum(
    taxYears.years.map(({ assessment }) => assessment.totalTax),
    zeroMoney,
  );
  const parts = taxYears.years.map(({ input, assessment }) =>
    isNow
      ? reference(`Tax of ${input.year}`, assessment.totalTax, currency, `tax:${input.year}`)
      : asTried({ ...assessment.trace, label: `Tax of ${input.year}` }),
  );
  return { total, trace: node(label, total, currency, 'sum', parts) };
}

/** Figures that have an id of their own are explained as they are, not as they would be: here they stand alone. */
function asTried({ explain, parts, ...trace }: Trace): Trace {
  if (parts === undefined || parts.length === 0)
    return explain === undefined
      ? trace
      : { ...trace, how: arithmetic.given, label: `${trace.label} (as this choice would have it)` };
  return { ...trace, parts: parts.map(asTried) };
}
