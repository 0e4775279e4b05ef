import { exitRequest } from '../../../../shared/contract/exit-request.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { Derived } from '../../derived.ts';
import type { ExitRequest } from '../exit/exit-setup.ts';
import { leftOf } from './left-of.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';

/**
 * A plan's own request with what is left as its goals, from today. Days of it that are over are left out; the days of the
 * plan that are still to come are days of one's own, so that its rest stays possible.
 */
export function restRequest(progress: PlanProgress, { asOf }: Derived): ExitRequest {
  const request = exitRequest.parse(JSON.parse(progress.plan.request));
  const { horizon, ownDates = [], prices, priceTargets, noTrade, ...same } = request;
  const ahead = (date: string): boolean => localDate(date) > asOf;
  const days = progress.steps
    .filter((one) => !isDone(one) && one.step.date >= asOf)
    .map(({ step }) => step.date as unknown as string);
  const isOver = horizon !== undefined && !ahead(horizon);
  return {
    ...same,
    goals: leftOf(progress)
      .filter(({ sell, buy }) => isPositive(sell) || isPositive(buy))
      .map(({ asset, sell, buy }) => ({
        asset,
        ...(isPositive(sell) ? { sell: toText(sell) } : { buy: toText(buy) }),
      })),
    ownDates: [...new Set([...ownDates, ...days])].filter((date) => localDate(date) >= asOf).slice(0, 50),
    ...(horizon === undefined || isOver ? {} : { horizon }),
    ...(prices === undefined ? {} : { prices: prices.filter(({ by }) => by === undefined || ahead(by)) }),
    ...(priceTargets === undefined ? {} : { priceTargets: priceTargets.filter(({ by }) => ahead(by)) }),
    ...(noTrade === undefined ? {} : { noTrade: noTrade.filter(({ to }) => ahead(to)) }),
  };
}
