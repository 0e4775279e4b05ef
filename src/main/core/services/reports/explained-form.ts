import type { Trace } from '../../../../shared/domain/trace.ts';
import { formTrace } from '../../../reports/forms/form-trace.ts';
import type { Derived } from '../../derived.ts';
import { yearFactsOf } from './year-facts-of.ts';

const SHAPE = /^form:(\d{4})\/(.+)$/u;

/** The trace of a line that only a form has: "form:2025/schedule-d/4". null for other ids and where there is no such line. */
export function explainedForm(id: string, derived: Derived): { id: string; trace: Trace } | null {
  const [, year, name] = SHAPE.exec(id) ?? [];
  if (year === undefined || name === undefined) return null;
  const trace = formTrace(name, yearFactsOf(derived, Number(year)));
  return trace === null ? null : { id, trace };
}
