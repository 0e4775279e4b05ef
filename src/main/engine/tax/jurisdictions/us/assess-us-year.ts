import type { Result } from '../../../../../shared/errors/failure.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import type { Assessment, YearInput } from '../../assessment.ts';

/** The United States federal income tax of a year for an investor. */
export function assessUsYear(input: YearInput): Result<Assessment> {
  throw new Error(`to come: ${input.year}`);
}

/** Its total alone. */
export function totalUsTax(input: YearInput): Result<Money> {
  throw new Error(`to come: ${input.year}`);
}
