/** A scenario as the engine takes it. Nothing here writes. */
import { assetId } from '../../../../shared/domain/asset.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { add, isNegative } from '../../../../shared/num/arithmetic.ts';
import { price, rate } from '../../../../shared/num/parse.ts';
import { priceTimes } from '../../../../shared/num/products.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { assumedPrices } from '../../../engine/tax/projection/assumed-prices.ts';
import type { PriceChange } from '../../../engine/tax/projection/assumed-prices.ts';
import { exitsAtPrices, legsBeside } from '../../../engine/tax/projection/exit-ahead.ts';
import type { ExitAhead } from '../../../engine/tax/projection/exit-ahead.ts';
import { movableIds } from '../../../engine/tax/projection/planned-steps.ts';
import type { ViewInput } from '../../../engine/tax/projection/projection-of.ts';
import type { Derived } from '../../derived.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { plannedLegsNow } from './planned-legs-now.ts';
import { DEFAULT_RATES } from './projection-base.ts';
import type { ProjectionBase } from './projection-base.ts';
import { scenarioFacts } from './scenario-elections.ts';
import { invalid, scenarioProfile, shareOf } from './scenario-profile.ts';
import type { Scenario } from './scenario-profile.ts';
import { past, scenarioSales } from './scenario-sales.ts';

export interface ScenarioInput {
  readonly input: ViewInput;
  readonly prices: readonly PriceChange[];
  readonly rates: { readonly discountPerYear: Rate; readonly returnPerYear: Rate };
}

/**
 * The base's input with what the scenario changes.
 * Errors: those of its parts, `targets/no-such-plan`, `tax/what-if-no-such-step`, `tax/what-if-past`,
 * `tax/what-if-no-price`, `call/invalid-input`.
 */
export function scenarioOf(
  scenario: Scenario,
  base: ProjectionBase,
  derived: Derived,
): Result<ScenarioInput> {
  const { input } = base;
  const profile = scenarioProfile(input.profile, scenario, input);
  if (!profile.ok) return profile;
  const facts = scenarioFacts(scenario, derived);
  if (!facts.ok) return facts;
  const prices = priceChanges(scenario, derived);
  if (!prices.ok) return prices;
  const moves = movesOf(scenario, base);
  if (!moves.ok) return moves;
  const sales = scenarioSales(scenario, input);
  if (!sales.ok) return sales;
  const without = withoutPlans(scenario, derived);
  if (!without.ok) return without;
  const kept = exitsOf(input, without.value);
  const rates = ratesOf(scenario);
  if (!rates.ok) return rates;
  return ok({
    prices: prices.value,
    rates: rates.value,
    input: {
      ...input,
      profile: profile.value,
      facts: facts.value,
      prices: prices.value.length === 0 ? input.prices : assumedPrices(derived, prices.value),
      moves: moves.value,
      sales: sales.value,
      legs: (kept === (input.exits ?? noExits)
        ? input.legs
        : legsBeside(plannedLegsNow(derived, derived.usFacts), kept)
      ).filter(({ plan }) => !without.value.has(plan)),
      ...(input.exits === undefined ? {} : { exits: atPrices(kept, prices.value, derived, input) }),
    },
  });
}

const noExits: NonNullable<ViewInput['exits']> = [];

/** Exit plans that are carried out; the very list where none is left out. */
function exitsOf({ exits = noExits }: ViewInput, without: ReadonlySet<string>): readonly ExitAhead[] {
  return exits.some(({ plan }) => without.has(plan)) ? exits.filter(({ plan }) => !without.has(plan)) : exits;
}

/** A scenario with prices of its own trades the exit plans at them. */
function atPrices(
  exits: readonly ExitAhead[],
  changes: readonly PriceChange[],
  derived: Derived,
  { facts, lotOf }: ViewInput,
): readonly ExitAhead[] {
  if (changes.length === 0) return exits;
  return exitsAtPrices(exits, { prices: assumedPrices(derived, changes), facts, lotOf });
}

function priceChanges({ prices = [] }: Scenario, derived: Derived): Result<readonly PriceChange[]> {
  const changes: PriceChange[] = [];
  for (const [place, text] of prices.entries()) {
    const field = `scenario.prices.${place}`;
    if ((text.change === undefined) === (text.price === undefined))
      return invalid(field, 'give either a change or a price');
    const asset = assetId(text.asset.toUpperCase());
    const by = text.date === undefined ? null : localDate(text.date);
    if (by !== null && by <= derived.asOf) return past('A price', by, derived.asOf, `${field}.date`);
    const now = derived.prices.latest(asset, derived.at);
    if (text.price !== undefined) {
      if (isNegative(price(text.price))) return invalid(`${field}.price`, 'it cannot be negative');
      if (now === null && !derived.heldLots.some((lot) => lot.asset === asset))
        return fail('tax/what-if-no-price', { asset }, { field: `${field}.asset` });
      changes.push({ asset, to: price(text.price), by });
      continue;
    }
    const change = rate(text.change ?? '0');
    if (add(oneRate, change) < zero)
      return invalid(`${field}.change`, 'a price cannot fall by more than all of it');
    if (now === null) return fail('tax/what-if-no-price', { asset }, { field: `${field}.asset` });
    changes.push({ asset, to: priceTimes(now.price, add(oneRate, change), 'half-even'), by });
  }
  return ok(changes);
}

const zero = rate('0');

function movesOf(
  { moves = [] }: Scenario,
  { input, planned }: ProjectionBase,
): Result<ReadonlyMap<string, LocalDate>> {
  const ids = movableIds(planned.steps);
  const moved = new Map<string, LocalDate>();
  for (const [place, { step, date: text }] of moves.entries()) {
    const field = `scenario.moves.${place}`;
    const date = localDate(text);
    if (!ids.has(step)) return fail('tax/what-if-no-such-step', { step }, { field: `${field}.step` });
    if (date < input.asOf) return past('A step', date, input.asOf, `${field}.date`);
    moved.set(step, date);
  }
  return ok(moved);
}

function withoutPlans({ withoutPlans: ids = [] }: Scenario, { facts }: Derived): Result<ReadonlySet<string>> {
  for (const [place, plan] of ids.entries()) {
    const isKnown =
      facts.plans.some((stored) => stored.plan.id === plan) ||
      openExitPlans(facts.settings).some(({ id }) => id === plan);
    if (!isKnown) return fail('targets/no-such-plan', { plan }, { field: `scenario.withoutPlans.${place}` });
  }
  return ok(new Set(ids));
}

function ratesOf({ discountPerYear, returnPerYear }: Scenario): Result<ScenarioInput['rates']> {
  const least = rate('-0.5');
  const discount =
    discountPerYear === undefined
      ? ok(DEFAULT_RATES.discountPerYear)
      : shareOf(discountPerYear, 'scenario.discountPerYear', least);
  if (!discount.ok) return discount;
  const earned =
    returnPerYear === undefined
      ? ok(DEFAULT_RATES.returnPerYear)
      : shareOf(returnPerYear, 'scenario.returnPerYear', least);
  return earned.ok ? ok({ discountPerYear: discount.value, returnPerYear: earned.value }) : earned;
}
