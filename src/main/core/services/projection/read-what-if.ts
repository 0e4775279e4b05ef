import { ok } from '../../../../shared/errors/failure.ts';
import { absolute, isNegative, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { TaxYears } from '../../../engine/tax/tax-years.ts';
import { listText, moneyText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { exitPlansAhead } from './exit-plans-ahead.ts';
import { YEARS_AHEAD, projectionBase } from './projection-base.ts';
import type { ProjectionBase } from './projection-base.ts';
import { projectionText } from './projection-text.ts';
import { scenarioView } from './read-projection.ts';
import type { ProjectionText } from './year-view-text.ts';

/** The projection with a scenario beside it, and what it moves in all. It never writes. Errors: those of `scenarioOf`. */
export const readWhatIf: Handler<'plan.whatIf'> = async (
  { yearsAhead, exitPlans = true, scenario },
  context,
) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const exits = await exitPlansAhead(derived.value, context);
  const base = projectionBase(derived.value, yearsAhead ?? YEARS_AHEAD, exitPlans ? exits.counted : []);
  const view = scenarioView(scenario, base, derived.value);
  if (!view.ok) return view;
  const projection = projectionText(base, view.value, derived.value, exits);
  const span = spanOf(projection, base);
  const planned = totalIn(span, base.planned.years);
  const other = totalIn(span, view.value.view.years);
  const difference = subtract(other, planned);
  return ok({
    projection,
    totalTax: { ...span, planned: toText(planned), scenario: toText(other), difference: toText(difference) },
    words: words(difference, projection, span, base),
  });
};

interface Span {
  readonly firstYear: number;
  readonly lastYear: number;
}

/** The running year and those ahead, and earlier ones from the first that changes on. */
function spanOf({ years }: ProjectionText, { input: { currentYear, lastYear } }: ProjectionBase): Span {
  const moved = years.filter(({ differences }) => differences.length > 0).map(({ year }) => year);
  return { firstYear: Math.min(currentYear, ...moved), lastYear };
}

function totalIn({ firstYear, lastYear }: Span, { years }: TaxYears): Money {
  return sum(
    years
      .filter((one) => one.input.year >= firstYear && one.input.year <= lastYear)
      .map(({ assessment }) => assessment.totalTax),
    zeroMoney,
  );
}

function words(
  difference: Money,
  { years }: ProjectionText,
  { firstYear, lastYear }: Span,
  { input: { currency } }: ProjectionBase,
): string[] {
  const moved = years.filter(({ differences }) => differences.length > 0).map(({ year }) => String(year));
  const span = firstYear === lastYear ? String(firstYear) : `${firstYear} to ${lastYear}`;
  if (moved.length === 0) return [`Nothing changes: every line of ${span} stays as it is planned.`];
  const taxed = isZero(difference)
    ? `The tax of ${span} is the same in all`
    : `The tax of ${span} is ${moneyText(absolute(difference), currency)} ${isNegative(difference) ? 'less' : 'more'}`;
  return [
    `${taxed}; lines of ${listText(moved)} change.`,
    'Nothing is stored: it is a question, not a plan.',
  ];
}
