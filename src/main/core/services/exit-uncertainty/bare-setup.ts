import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import type { Derived } from '../../derived.ts';
import { checkYears } from '../exit/exit-case-checks.ts';
import { costsOf, horizonOf } from '../exit/exit-limits.ts';
import { pathPrices, priceChangesOf } from '../exit/exit-prices.ts';
import type { ExitRequest } from '../exit/exit-setup.ts';
import { Problems } from '../exit/problems.ts';
import { scenarioProfile } from '../projection/scenario-profile.ts';

/** The ledger with nothing to sell or buy: what a harvest without a plan is measured on. Errors: as `exitCaseOf`. */
export function bareSetup(derived: Derived, request: ExitRequest): Result<ExitCase> {
  const problems = new Problems();
  const { profile } = derived.facts;
  if (profile === null || profile.years.length === 0) problems.add('tax/no-profile', {});
  checkYears(derived, problems);
  const horizon = horizonOf(derived, request, problems);
  const path = pathPrices(derived, priceChangesOf(derived, request, horizon, problems));
  const { costs } = costsOf(request, problems);
  const lastYear = Math.max(yearOf(horizon) + 1, ...(profile?.years.map(({ year }) => year) ?? []));
  const span = { currentYear: yearOf(derived.asOf), lastYear };
  const taxpayer = problems.take(scenarioProfile(profile, { income: request.income ?? [] }, span));
  if (!problems.isEmpty || !taxpayer) return problems.failed();
  return ok({
    asOf: derived.asOf,
    currency: derived.facts.currency,
    profile: taxpayer,
    facts: derived.usFacts,
    book: { ...path, lotOf: heldLotLives(derived.heldLots) },
    dates: [{ date: derived.asOf, why: ['today'] }],
    lastYear,
    goals: [],
    futures: [],
    costs,
    limits: { cash: null, maxDates: 1 },
    netTolerance: null,
    regimes: [],
  });
}
