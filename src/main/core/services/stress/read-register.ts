import { fail, ok } from '../../../../shared/errors/failure.ts';
import { invariant } from '../../../../shared/invariant.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
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
import { underlyingOf } from '../hedge/asset-states.ts';
import { sigmasOf } from '../hedge/daily-sigmas.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { legRatioOf } from '../hedge/leg-ratio.ts';
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
    sigmaOf: await sigmasOf(contractsOf(portfolio), derived, context),
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

function contractsOf({ pools }: StressPortfolio): readonly ContractSpec[] {
  return pools.flatMap(({ legs }) => legs.map(({ terms }) => terms));
}

function priceAge(derived: Derived, { prices }: StressPortfolio): number | null {
  const ages = [...prices.keys()].flatMap((asset) => {
    const time = derived.prices.latest(asset, derived.at)?.time ?? null;
    return time === null ? [] : [daysBetween(localDateOf(time, derived.facts.timeZone), derived.asOf)];
  });
  return ages.length === 0 ? null : Math.max(...ages);
}

/** Of legs that say what was wanted when they were saved: all of a plan's legs in one asset stand for it together. */
function residualsOf(derived: Derived): RegisterFacts['residuals'] {
  const groups = Map.groupBy(
    legLivesOf(derived),
    (life) => `${life.plan.id} ${life.leg.asset} ${underlyingOf(life) === life.leg.asset}`,
  );
  return [...groups.values()].flatMap((lives) => {
    const [first] = lives;
    if (first === undefined) return [];
    const { wantedAtPlan: wanted, plannedCoins: ordered } = legRatioOf(first, derived);
    if (wanted === null || isZero(wanted) || ordered === null) return [];
    const share = ratio(subtract<Quantity>(wanted, ordered), absolute<Quantity>(wanted), 'half-even');
    return [{ leg: lives.map(({ leg }) => leg.id).join(' + '), share }];
  });
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
