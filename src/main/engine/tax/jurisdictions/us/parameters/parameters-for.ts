import { fail, ok } from '../../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../../shared/errors/failure.ts';
import { invariant } from '../../../../../../shared/invariant.ts';
import { zeroRate } from '../../../../../../shared/num/types.ts';
import type { Rate } from '../../../../../../shared/num/types.ts';
import { parameters2023 } from './parameters-2023.ts';
import { parameters2024 } from './parameters-2024.ts';
import { parameters2025 } from './parameters-2025.ts';
import { parameters2026 } from './parameters-2026.ts';
import { parametersAhead } from './parameters-ahead.ts';
import type { YearParameters } from './year-parameters.ts';

/** Every published year, in order. Adding one: a file and a line. */
export const publishedParameters: readonly YearParameters[] = [
  parameters2023,
  parameters2024,
  parameters2025,
  parameters2026,
];

/** The first year that has amounts. */
export function firstYearCovered(): number {
  const [first] = publishedParameters;
  invariant(first !== undefined, 'parameters of at least one year are published');
  return first.year;
}

/**
 * The amounts of a year: its own, or for a later year the last published, grown by the inflation that is assumed.
 * Errors: `tax/year-not-covered` for a year before the first.
 */
export function parametersFor(year: number, inflation: Rate = zeroRate): Result<YearParameters> {
  const [first] = publishedParameters;
  const last = publishedParameters.at(-1);
  invariant(first !== undefined && last !== undefined, 'parameters of at least one year are published');
  if (year < first.year) return fail('tax/year-not-covered', { year, first: first.year }, { field: 'year' });
  if (year > last.year && inflation !== zeroRate) return ok(parametersAhead(last, year, inflation));
  return ok(publishedParameters.find((parameters) => parameters.year === year) ?? last);
}
