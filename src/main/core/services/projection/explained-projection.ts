import type { Trace } from '../../../../shared/domain/trace.ts';
import type { ExitAhead } from '../../../engine/tax/projection/exit-ahead.ts';
import type { Derived } from '../../derived.ts';
import { YEARS_AHEAD, projectionBase } from './projection-base.ts';
import { projectedLine } from './year-view-text.ts';

const SHAPE = /^projection:(\d{4})\/(realised|planned)(?:\/(.+))?$/u;
const DEFERRAL = /^projection:deferral\/(value|earned)$/u;
const MOST_YEARS_AHEAD = 10;

/**
 * The trace of a projected figure: "projection:2027/planned" (the whole tax), with "/" and a line's name behind it, or
 * "projection:deferral/value", with the saved exit plans counted. null for other ids. What a scenario moves has its traces in its answer.
 */
export function explainedProjection(
  id: string,
  derived: Derived,
  exits: readonly ExitAhead[],
): { id: string; trace: Trace } | null {
  const [, figure] = DEFERRAL.exec(id) ?? [];
  if (figure !== undefined) {
    const { deferral } = projectionBase(derived, YEARS_AHEAD, exits);
    if (deferral === null) return null;
    return { id, trace: figure === 'value' ? deferral.trace : deferral.earnedTrace };
  }
  const [, text, view, line = 'totalTax'] = SHAPE.exec(id) ?? [];
  if (text === undefined || (view !== 'realised' && view !== 'planned')) return null;
  const base = baseFor(Number(text), derived, exits);
  const years = view === 'realised' ? base.realised : base.planned.years;
  const year = years.years.find(({ input }) => input.year === Number(text));
  if (year === undefined) return null;
  const trace = projectedLine(line, year, {
    view,
    years,
    realised: base.realised,
    currency: base.input.currency,
    hasIds: true,
    isTold: (told) => derived.taxYears.years.some(({ input }) => input.year === told),
  });
  return trace === null ? null : { id, trace };
}

/** Over as many years as the answer usually shows; of a year beyond them, over as many as can be asked for. */
function baseFor(
  year: number,
  derived: Derived,
  exits: readonly ExitAhead[],
): ReturnType<typeof projectionBase> {
  const usual = projectionBase(derived, YEARS_AHEAD, exits);
  return year <= usual.input.lastYear ? usual : projectionBase(derived, MOST_YEARS_AHEAD, exits);
}
