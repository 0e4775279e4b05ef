import { fail, ok } from '../../../../shared/errors/failure.ts';
import { invariant } from '../../../../shared/invariant.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { absolute, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { riskRegister } from '../../../engine/futures/stress/register/risk-register.ts';
import type { RegisterFacts } from '../../../engine/futures/stress/register/register-facts.ts';
import { runStress } from '../../../engine/futures/stress/run-stress.ts';
import { standardScenarios } from '../../../engine/futures/stress/standard-scenarios.ts';
import type { StressOutcome } from '../../../engine/futures/stress/stress-outcome.ts';
import type { StressPortfolio } from '../../../engine/futures/stress/stress-portfolio.ts';
import type { Handler } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { plannedCoins } from '../hedge/asset-states.ts';
import { sigmasOf } from '../hedge/daily-sigmas.ts';
import { thresholdsOf } from '../hedge/thresholds-setting.ts';
import { traceText } from '../trace-text.ts';
import { aboutText, testedPortfolio } from './tested-portfolio.ts';

/** Every risk of the hedge with its reading for this ledger. Errors: those of `testedPortfolio`. */
export const readRegister: Handler<'stress.register'> = async (request, context) => {
  const tested = await testedPortfolio(request, context);
  if (!tested.ok) return tested;
  const { derived, portfolio } = tested.value;
  if (context.session.ledger === null) return fail('ledger/locked', {});
  const facts: RegisterFacts = {
    portfolio,
    asOf: derived.asOf,
    thresholds: thresholdsOf(derived.facts.settings, 'default'),
    sigmaOf: await sigmasOf(contractsByAsset(portfolio), derived, context),
    priceAgeDays: priceAge(derived, portfolio),
    residuals: residualsOf(derived),
    shortTermHedged: shortTermHedged(derived),
    outcomeOf: outcomes(portfolio),
  };
  return ok({
    ...aboutText(tested.value, []),
    rows: riskRegister(facts).map((row) => ({ ...row, trace: traceText(row.trace) })),
  });
};

function contractsByAsset({ pools }: StressPortfolio): ReadonlyMap<AssetId, readonly ContractId[]> {
  const terms = pools.flatMap(({ legs }) => legs.map((leg) => leg.terms));
  return new Map(
    [...Map.groupBy(terms, ({ underlying }) => underlying)].map(([asset, of]) => [
      asset,
      [...new Set(of.map(({ id }) => id))],
    ]),
  );
}

function priceAge(derived: Derived, { prices }: StressPortfolio): number | null {
  const ages = [...prices.keys()].flatMap((asset) => {
    const time = derived.prices.latest(asset, derived.at)?.time ?? null;
    return time === null ? [] : [daysBetween(localDateOf(time, derived.facts.timeZone), derived.asOf)];
  });
  return ages.length === 0 ? null : Math.max(...ages);
}

/** Of legs that say what was wanted when they were saved. */
function residualsOf({ facts }: Derived): RegisterFacts['residuals'] {
  return facts.plans.flatMap(({ plan }) =>
    plan.legs.flatMap((leg) => {
      if (leg.wanted === null || isZero(leg.wanted)) return [];
      const ordered: Quantity = plannedCoins(leg, facts.termsOf(leg.contract));
      return [
        { leg: leg.id, share: ratio(subtract(leg.wanted, ordered), absolute(leg.wanted), 'half-even') },
      ];
    }),
  );
}

/** Lots of saved shorts that are still held and not long-term yet. */
function shortTermHedged({ facts, heldLots, asOf }: Derived): number {
  const hedged = new Set(
    facts.plans.flatMap(({ plan }) => plan.legs.flatMap(({ lots }) => lots.map(({ lot }) => lot))),
  );
  return heldLots.filter(({ id, longTermFrom }) => hedged.has(id) && longTermFrom > asOf).length;
}

function outcomes(portfolio: StressPortfolio): RegisterFacts['outcomeOf'] {
  const made = new Map<string, StressOutcome>();
  return (id) => {
    let outcome = made.get(id);
    if (outcome === undefined) {
      const scenario = standardScenarios.find((one) => one.id === id);
      invariant(scenario !== undefined, `a shipped scenario: ${id}`);
      made.set(id, (outcome = runStress(portfolio, scenario)));
    }
    return outcome;
  };
}
