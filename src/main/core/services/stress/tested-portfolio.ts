import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { StressPortfolio } from '../../../engine/futures/stress/stress-portfolio.ts';
import type { CallContext } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { plannedLegsOf } from './planned-legs.ts';
import { stressPortfolioOf } from './stress-portfolio-of.ts';

export interface TestedPortfolio {
  readonly derived: Derived;
  readonly portfolio: StressPortfolio;
  readonly plannedLegs: number;
}

type Asked = Pick<CallRequest<'stress.run'>, 'overlay' | 'plan'>;

/** The ledger as of the call's day, with what the request adds to it. Errors: `ledger/locked`, those of `plannedLegsOf`. */
export async function testedPortfolio(
  request: Asked,
  context: Pick<CallContext, 'session' | 'now'>,
): Promise<Result<TestedPortfolio>> {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const planned = await plannedLegsOf(derived.value, request, context);
  if (!planned.ok) return planned;
  return ok({
    derived: derived.value,
    portfolio: stressPortfolioOf(derived.value, planned.value),
    plannedLegs: planned.value.legs.length,
  });
}

type About = Pick<CallAnswer<'stress.run'>, 'asOf' | 'currency' | 'pricesAsOf' | 'plannedLegs' | 'issues'>;

/** What every answer says of what it was made from. */
export function aboutText(
  { derived, portfolio, plannedLegs }: TestedPortfolio,
  issues: readonly Issue[],
): About {
  return {
    asOf: dateText(derived.asOf),
    currency: portfolio.currency,
    pricesAsOf: oldestPrice(derived, portfolio),
    plannedLegs,
    issues: issueTexts([...derived.positions.issues, ...issues], derived),
  };
}

function oldestPrice(derived: Derived, { prices }: StressPortfolio): string | null {
  const times = [...prices.keys()].flatMap((asset): Instant[] => {
    const time = derived.prices.latest(asset, derived.at)?.time ?? null;
    return time === null ? [] : [time];
  });
  const [first, ...others] = times;
  if (first === undefined) return null;
  return toIso(others.reduce((oldest, time) => (time < oldest ? time : oldest), first));
}
