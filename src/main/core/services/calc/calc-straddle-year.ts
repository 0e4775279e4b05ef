import type {
  CalcStraddleYearInput,
  CalcStraddleYearOutput,
} from '../../../../shared/contract/calc-straddle-year.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { straddleYears } from '../../../engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import type { HandlersOf } from '../../call-context.ts';
import { knownJurisdiction } from './calc-gains-refusals.ts';
import { straddleCaseOf } from './calc-straddle-year-case.ts';
import { straddleYearOutput } from './calc-straddle-year-output.ts';
import { refusedStraddleYear } from './calc-straddle-year-refusals.ts';

export const calcStraddleYearHandlers: HandlersOf<'calc.straddle-year'> = {
  'calc.straddle-year': async (request: CalcStraddleYearInput) => {
    const jurisdiction = knownJurisdiction(request.jurisdiction);
    if (!jurisdiction.ok) return jurisdiction;
    if (jurisdiction.value !== 'us')
      return fail(
        'calc/jurisdiction-unknown',
        { jurisdiction: request.jurisdiction, known: '"us"' },
        { field: 'jurisdiction' },
      );
    const refused = refusedStraddleYear(request);
    if (refused !== undefined) return { ok: false, failure: refused };
    const given = straddleCaseOf(request);
    const answer: CalcStraddleYearOutput = straddleYearOutput(request, given, straddleYears(given));
    return ok(answer);
  },
};
