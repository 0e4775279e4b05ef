import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitTools } from '../exit-tools.ts';
import { yearsWithout } from '../exit-years.ts';
import { baseTaxOf } from '../model/base-tax.ts';
import { exitModel } from '../model/exit-model.ts';
import type { ExitModel } from '../model/exit-model.ts';
import { exitNumbers } from '../model/exit-numbers.ts';
import type { ExitNumbers } from '../model/exit-numbers.ts';

/** What a solver made of the model. */
export interface Solved {
  readonly numbers: ExitNumbers;
  readonly model: ExitModel;
  readonly values: Float64Array | null;
  /** In the currency; null where none is known. */
  readonly bound: number | null;
  readonly isOutOfTime: boolean;
  readonly seconds: number;
}

/** The model of a case, solved within a share of the time that is left. Errors: `tax/year-not-covered`, `exit/solver-failed`. */
export async function solvedModel(given: ExitCase, tools: ExitTools, share: number): Promise<Result<Solved>> {
  const numbers = exitNumbers(given, yearsWithout(given));
  if (!numbers.ok) return numbers;
  const baseTax = baseTaxOf(given, numbers.value);
  const model = exitModel(numbers.value, baseTax);
  const seconds = Math.max(0.1, (tools.limits.seconds - tools.elapsed()) * share);
  const answer = await tools.solver.solve(model.model, { seconds, gap: tools.limits.gap / 2 });
  if (answer.status === 'failed') return fail('exit/solver-failed', { why: answer.why });
  const of = { numbers: numbers.value, model, seconds: answer.seconds };
  if (answer.status === 'infeasible') return ok({ ...of, values: null, bound: null, isOutOfTime: false });
  const bound = Number.isFinite(answer.bound) ? answer.bound * numbers.value.unit : null;
  const isOutOfTime = answer.status === 'time-limit';
  return ok({ ...of, values: answer.values, bound, isOutOfTime });
}
