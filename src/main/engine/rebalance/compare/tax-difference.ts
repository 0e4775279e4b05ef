import type { Trace } from '../../../../shared/domain/trace.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { node } from '../../explain/trace-nodes.ts';
import type { Jurisdiction } from '../../tax/assess-year.ts';
import type { Assessment, Carryforward, YearInput } from '../../tax/assessment.ts';
import { gainsOfYear } from './gains.ts';
import type { GainItem, YearGains } from './gains.ts';

/** What a comparison asks of the law. */
export type TaxLaw = Pick<Jurisdiction, 'assess' | 'taxDue'>;

export interface YearTax extends YearGains {
  /** Tax of the year with these gains less tax of the year without them. */
  readonly tax: Money;
  /** When it falls due, by the jurisdiction. */
  readonly due: LocalDate;
  readonly with: Assessment;
  readonly without: Assessment;
}

/**
 * What gains add to the tax of each year: the tax engine's own figure with them less its figure without them, losses
 * carried from year to year in both.
 * In: years without a gap that hold the year of every item; a gain of any other year would be taxed nowhere.
 * Errors: those of the tax engine.
 */
export function taxDifferences(
  years: readonly YearInput[],
  items: readonly GainItem[],
  law: TaxLaw,
): Result<readonly YearTax[]> {
  const outside = items.find((item) => !years.some(({ year }) => year === item.year));
  invariant(outside === undefined, `a gain of ${outside?.year} is taxed in one of the comparison's years`);
  const without = assessedChain(years, [], law);
  if (!without.ok) return without;
  const withItems = assessedChain(years, items, law);
  if (!withItems.ok) return withItems;
  const differences = years.flatMap(({ year }, index): YearTax[] => {
    const base = without.value[index];
    const changed = withItems.value[index];
    if (base === undefined || changed === undefined) return [];
    return [
      {
        ...gainsOfYear(year, items),
        tax: subtract(changed.totalTax, base.totalTax),
        due: law.taxDue(year),
        with: changed,
        without: base,
      },
    ];
  });
  return ok(differences);
}

/** Why a year's tax difference is what it is. */
export function taxTrace({ year, tax, with: changed, without }: YearTax): Trace {
  return node(`Tax of ${year} that this alternative adds`, tax, changed.trace.unit, 'difference', [
    changed.trace,
    without.trace,
  ]);
}

function assessedChain(
  years: readonly YearInput[],
  items: readonly GainItem[],
  { assess }: TaxLaw,
): Result<readonly Assessment[]> {
  const assessed: Assessment[] = [];
  let carryforward: Carryforward | null = null;
  for (const base of years) {
    const result = assess(withGains(carryforward === null ? base : { ...base, carryforward }, items));
    if (!result.ok) return result;
    assessed.push(result.value);
    ({ carryforward } = result.value);
  }
  return ok(assessed);
}

/** Other futures count as short-term. */
function withGains(base: YearInput, items: readonly GainItem[]): YearInput {
  const gains = gainsOfYear(base.year, items);
  return {
    ...base,
    shortTermGain: add(add(base.shortTermGain, gains.shortTermGain), gains.otherFuturesGain),
    longTermGain: add(base.longTermGain, gains.longTermGain),
    section1256Gain: add(base.section1256Gain, gains.section1256Gain),
  };
}
