import { assetId } from '../../../shared/domain/asset.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { disposalTrace } from './explain-disposal.ts';
import { eventTrace } from './explain-event.ts';
import type { ExplainContext } from './explain-context.ts';
import { holdingTrace } from './explain-holding.ts';
import { lotTrace } from './explain-lot.ts';
import { positionTrace } from './explain-position.ts';
import { yearTrace } from './explain-year.ts';

type Explainer = (name: string, context: ExplainContext) => Trace | null;

/** What stands before the colon of an id, and what explains it. Adding one: a file and a line. */
const explainers: { readonly [Kind in string]?: Explainer } = {
  holding: (name, context) => holdingTrace(assetId(name), context),
  lot: (name, context) => lotTrace(name as LotId, context),
  disposal: (name, context) => {
    const slash = name.lastIndexOf('/');
    return disposalTrace(name.slice(0, slash) as EventId, Number(name.slice(slash + 1)), context);
  },
  event: (name, context) => eventTrace(name as EventId, context),
  position: positionTrace,
  year: (name, context) => yearTrace(Number(name), context),
};

/**
 * The trace behind a figure, by the id that stands beside it: `holding:BTC`, `lot:<id>`, `disposal:<event>/<n>`,
 * `event:<id>`, `position:<contract>@<account>`, `year:<y>`. null where there is no such figure.
 */
export function explain(id: string, context: ExplainContext): Trace | null {
  const colon = id.indexOf(':');
  const kind = id.slice(0, Math.max(0, colon));
  const explainer = Object.hasOwn(explainers, kind) ? explainers[kind] : undefined;
  return explainer?.(id.slice(colon + 1), context) ?? null;
}
