/** What saved exit plans bring to the calendar. */
import { exitRequest } from '../../../../shared/contract/exit-request.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import { exitPlanEntries } from '../../../engine/exit/calendar/exit-plan-entries.ts';
import type { PriceTarget } from '../../../engine/exit/calendar/exit-plan-entries.ts';
import type { ExitTax } from '../../../engine/exit/calendar/payment-entries.ts';
import type { MarkedContract } from '../../../engine/exit/calendar/year-end-entries.ts';
import type { Derived } from '../../derived.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { exitStepsOf } from '../close-out/exit-steps-of.ts';

export function exitPlansOnCalendar(derived: Derived): readonly CalendarEntry[] {
  const steps = exitStepsOf(derived).filter(({ done }) => !done);
  return exitPlanEntries(
    steps.map((step) => ({
      ...step,
      asset: assetId(step.asset),
      symbol: step.contract === null ? null : symbolOf(step.contract, derived),
    })),
    openExitPlans(derived.facts.settings).flatMap(targetsOf),
  );
}

/** Section 1256 contracts that exit plans mean to open, until they close them. */
export function markedByExitPlans(derived: Derived): readonly MarkedContract[] {
  return openExitPlans(derived.facts.settings).flatMap(({ futures, days }) =>
    futures.flatMap(({ position, contract, isOpen }): MarkedContract[] => {
      const terms = derived.facts.termsOf(contract);
      if (isOpen || terms?.section1256.status !== true) return [];
      const changes = days.flatMap(({ date, hedges }) =>
        hedges.filter((one) => one.position === position).map(({ to, roll }) => ({ date, to, roll })),
      );
      const opened = changes.find(({ to }) => to > 0);
      if (opened === undefined) return [];
      const until = changes.findLast(({ to }) => to === 0)?.date ?? null;
      const { symbol } = terms;
      const expiry = changes.findLast(({ roll }) => roll !== null)?.roll?.ends ?? terms.expiry;
      const of = { kind: 'contract', id: contract } as const;
      return [{ symbol, of, from: opened.date, until, expiry, planned: true }];
    }),
  );
}

/** By plan and year, as each plan had it when it was saved. */
export function exitTaxesOf({ facts }: Derived): readonly ExitTax[] {
  return openExitPlans(facts.settings).flatMap(({ name, expected }) =>
    expected.years.map(({ year, added }) => ({ planName: name, year, added })),
  );
}

function symbolOf(contract: string, { facts }: Derived): string {
  return facts.termsOf(contract as ContractId)?.symbol ?? contract;
}

/** As they stand in the request that the plan was made with. */
function targetsOf({ id, name, request }: SavedExitPlan): readonly PriceTarget[] {
  const parsed = exitRequest.safeParse(JSON.parse(request));
  const targets = parsed.success ? (parsed.data.priceTargets ?? []) : [];
  const seen = new Set<string>();
  return targets.flatMap(({ asset, price, is, by }) => {
    const key = `${asset} ${is} ${price} ${by}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ plan: id, planName: name, asset: assetId(asset), price, is, by: localDate(by) }];
  });
}
