import type { Trace } from '../../../shared/domain/trace.ts';
import { disposalTrace } from './explain-disposal.ts';
import { eventTrace } from './explain-event.ts';
import type { ExplainContext } from './explain-context.ts';
import { holdingTrace } from './explain-holding.ts';
import { holdingsTrace } from './explain-holdings.ts';
import { lotTrace } from './explain-lot.ts';
import { positionTrace } from './explain-position.ts';
import { realisedTrace } from './explain-realised.ts';
import { clockTrace } from './explain-straddle.ts';
import { taxTrace } from './explain-tax.ts';

type Explainer = (name: string, context: ExplainContext) => Trace | null;

/** What stands before the colon of an id, and what explains it. Adding one: a file and a line. */
const explainers: { readonly [Kind in string]?: Explainer } = {
  holdings: holdingsTrace,
  holding: holdingTrace,
  lot: lotTrace,
  disposal: disposalTrace,
  event: eventTrace,
  position: positionTrace,
  year: realisedTrace,
  tax: taxTrace,
  clock: clockTrace,
};

/**
 * The trace behind a figure, by the id that stands beside it: `holding:BTC`, `lot:<id>@<account>`,
 * `disposal:<event>/<n>`, `event:<id>`, `position:<contract>@<account>`, `year:<y>`, `tax:<y>`, `clock:<n>`, each with `/<figure>`
 * behind it for one figure, named as the answer names it; `holdings:total` and the like for totals.
 * null where there is no such figure.
 */
export function explain(id: string, context: ExplainContext): Trace | null {
  const colon = id.indexOf(':');
  const kind = id.slice(0, Math.max(0, colon));
  const explainer = Object.hasOwn(explainers, kind) ? explainers[kind] : undefined;
  return explainer?.(id.slice(colon + 1), context) ?? null;
}
