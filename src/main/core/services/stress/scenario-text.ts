import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { keptScenarios } from '../../../../shared/contract/stress-scenario.ts';
import type { StressScenarioText } from '../../../../shared/contract/stress-scenario.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { scenarioStep } from '../../../engine/futures/stress/scenario-step.ts';
import { standardScenarios, venueScenarios } from '../../../engine/futures/stress/standard-scenarios.ts';
import type { Moves, StressScenario, StressStep } from '../../../engine/futures/stress/scenario.ts';
import type { Derived } from '../../derived.ts';
import { OWN_WALLETS, venueOf } from './stress-portfolio-of.ts';

/** Where the user's own scenarios are kept: one JSON document. */
export const SCENARIOS_KEY = 'stress:scenarios';

type ListedScenario = CallAnswer<'stress.scenarios'>['scenarios'][number];

/** The user's own scenarios, in the order in which they were saved. */
export function ownScenarios(settings: ReadonlyMap<string, string>): readonly StressScenarioText[] {
  const document = settings.get(SCENARIOS_KEY);
  if (document === undefined) return [];
  const parsed = keptScenarios.safeParse(JSON.parse(document));
  return parsed.success ? parsed.data : [];
}

/** Shipped ones, one for each venue that holds something, then the user's own. */
export function scenariosOf(derived: Derived): readonly StressScenario[] {
  const own = ownScenarios(derived.facts.settings).map(scenarioOf);
  return [...standardScenarios, ...venueScenarios(venuesOf(derived)), ...own];
}

/** A scenario as typed. */
export function scenarioOf({ name, words, steps }: StressScenarioText): StressScenario {
  const read = steps.map(scenarioStep);
  return {
    id: `own:${name}`,
    name,
    words: words ?? `${read.map(({ label }) => label).join('; then ')}.`,
    source: 'your own scenario',
    date: null,
    own: true,
    steps: read,
  };
}

function venuesOf({ holdings, facts, positions }: Derived): readonly string[] {
  const accounts = [
    ...holdings.holdings.flatMap(({ byAccount }) => byAccount.map(({ account }) => account)),
    ...positions.open.map(({ account }) => account),
  ];
  const venues = new Set(accounts.map((account) => venueOf(facts.accounts.get(account))));
  venues.delete(OWN_WALLETS);
  return [...venues].toSorted();
}

/** A scenario as the contract lists it: what stays as it is, is left out. */
export function scenarioText({ id, name, words, source, date, own, steps }: StressScenario): ListedScenario {
  return {
    id,
    name,
    words,
    source,
    date: date === null ? null : dateText(date),
    own,
    steps: steps.map(stepText),
  };
}

function stepText(step: StressStep): ListedScenario['steps'][number] {
  const given = (rate: Rate, usual: Rate | null = null): string | undefined =>
    usual === null ? (isZero(rate) ? undefined : toText(rate)) : rate === usual ? undefined : toText(rate);
  const written = {
    label: step.label,
    hours: isZero(step.hours) ? undefined : Number(toText(step.hours)),
    coins: movesText(step.coins),
    stablecoins: movesText(step.stablecoins),
    basis: given(step.basis),
    fundingPer8h: given(step.fundingPer8h),
    marginMultiplier: given(step.marginMultiplier, oneRate),
    haircut: given(step.haircut),
    lost: step.lost.length === 0 ? undefined : [...step.lost],
    closed: closedText(step.closed),
    noAccess: step.noAccess ? true : undefined,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

function closedText(closed: StressStep['closed']): ListedScenario['steps'][number]['closed'] {
  if (closed === null) return undefined;
  return typeof closed === 'string' ? closed : [...closed];
}

function movesText(moves: Moves): Record<string, string> | undefined {
  return moves.size === 0
    ? undefined
    : Object.fromEntries([...moves].map(([asset, move]) => [asset, toText(move)]));
}
