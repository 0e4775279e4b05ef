import { rate } from '../../../../shared/num/parse.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { lotsInOrder } from '../../../engine/lots/lots-in-order.ts';
import { assumedPrices } from '../../../engine/tax/projection/assumed-prices.ts';
import type { Deferral } from '../../../engine/tax/projection/deferral.ts';
import { legsBeside } from '../../../engine/tax/projection/exit-ahead.ts';
import type { ExitAhead } from '../../../engine/tax/projection/exit-ahead.ts';
import { heldIndex } from '../../../engine/tax/projection/held-index.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import { deferralOfView, realisedView, viewOf } from '../../../engine/tax/projection/projection-of.ts';
import type { View, ViewInput } from '../../../engine/tax/projection/projection-of.ts';
import type { TaxYears } from '../../../engine/tax/tax-years.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { plannedLegsNow } from './planned-legs-now.ts';

export const YEARS_AHEAD = 5;
/** Assumed where the user says nothing; shown with the answer. */
export const DEFAULT_RATES = { discountPerYear: rate('0.05'), returnPerYear: rate('0.05') };

/** The projection without a scenario, computed once for each state of the ledger, day and number of years. */
export interface ProjectionBase {
  readonly input: ViewInput;
  readonly realised: TaxYears;
  readonly planned: View;
  readonly deferral: Deferral | null;
}

/** In: `ahead`, years after the running one; `exits`, the exit plans that are counted. */
export function projectionBase(
  derived: Derived,
  ahead: number,
  exits: readonly ExitAhead[] = noExits,
): ProjectionBase {
  const bases = basesOf(derived)(exits.length === 0 ? noExits : exits);
  let base = bases.get(ahead);
  if (base === undefined) bases.set(ahead, (base = baseOf(derived, ahead, exits)));
  return base;
}

const noExits: readonly ExitAhead[] = [];
const basesOf = keptFor((_: Derived) =>
  keptFor((_exits: readonly ExitAhead[]) => new Map<number, ProjectionBase>()),
);

function baseOf(derived: Derived, ahead: number, exits: readonly ExitAhead[]): ProjectionBase {
  const plain = viewInputOf(derived, ahead);
  const input = exits.length === 0 ? plain : { ...plain, legs: legsBeside(plain.legs, exits), exits };
  const realised = realisedView(input);
  const planned = viewOf(input);
  return { input, realised, planned, deferral: deferralOfView(planned, input, DEFAULT_RATES) };
}

function viewInputOf(derived: Derived, ahead: number): ViewInput {
  const { facts, asOf, at, prices, usFacts, heldLots } = derived;
  const currentYear = yearOf(asOf);
  const inOrder = lotsInOrder(heldLots, derived.lotMethod ?? 'fifo', derived.lots);
  return {
    asOf,
    currentYear,
    lastYear: currentYear + ahead,
    currency: facts.currency,
    profile: facts.profile,
    facts: usFacts,
    legs: plannedLegsNow(derived, usFacts),
    sales: [],
    heldLots: inOrder,
    held: heldIndex(inOrder),
    prices: assumedPrices({ prices, at, asOf }, []),
    lotOf: heldLotLives(heldLots),
    moves: new Map(),
  };
}
