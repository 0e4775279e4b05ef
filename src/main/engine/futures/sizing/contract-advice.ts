/** Which contract fits better where the chosen one is too large, and which two sizes go together. */
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, compare } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { sizeHedge } from '../size-hedge.ts';
import type { HedgeRounding, SizedHedge } from '../size-hedge.ts';
import type { Coins } from '../units.ts';
import { coinsPerStep, isTooLarge, venueFamily } from './contract-step.ts';
import type { Sizable } from './size-mix.ts';

type Contract = Sizable<ContractTerms>;

export interface ContractAdvice {
  readonly contract: Contract;
  readonly sized: SizedHedge;
}

const LARGE_RESIDUAL = rate('0.05');

/**
 * The contract to use instead of one that is too large for what is wanted (a step above a quarter of it, below the
 * venue's minimum, or more than 5 % left open): one that leaves less open, of the same house before others, lasting
 * as long before others, taxed alike, paid in the same way; open to the same persons; among equals the larger one, which takes
 * fewer contracts. null where the chosen one fits, or nothing leaves less open.
 * In: candidates on the same coin.
 */
export function contractAdvice(
  wanted: Coins,
  chosen: Contract,
  candidates: readonly Contract[],
  rounding: HedgeRounding,
): ContractAdvice | null {
  const now = sizeHedge(wanted, chosen.terms, chosen.at, rounding);
  const misses = compare(absolute(now.residualRate), LARGE_RESIDUAL) > 0;
  if (!now.belowMinimum && !isTooLarge(wanted, chosen) && !misses) return null;
  const [best] = candidates
    .filter((one) => one.terms.id !== chosen.terms.id && isOpenTo(one.terms, chosen.terms))
    .map((contract) => ({
      contract,
      sized: sizeHedge(wanted, contract.terms, contract.at, rounding),
    }))
    .filter(
      ({ contract, sized }) =>
        !sized.belowMinimum &&
        !isTooLarge(wanted, contract) &&
        compare(absolute(sized.residualRate), absolute(now.residualRate)) < 0,
    )
    .toSorted(
      (a, b) =>
        likeness(b.contract.terms, chosen.terms) - likeness(a.contract.terms, chosen.terms) ||
        compare(coinsPerStep(b.contract), coinsPerStep(a.contract)) ||
        (a.contract.terms.id < b.contract.terms.id ? -1 : 1),
    );
  return best ?? null;
}

/**
 * The other size of a contract, for a mix: of the same house, kind, payoff and settlement, at least five times as large
 * or as small, where a whole large one fits into what is wanted. The nearest expiry goes with a dated one.
 */
export function mixPartner(
  wanted: Coins,
  chosen: Contract,
  candidates: readonly Contract[],
): { readonly large: Contract; readonly small: Contract } | null {
  const own = coinsPerStep(chosen);
  const fitting = candidates.filter(({ terms }) => isSibling(terms, chosen.terms));
  const larger = fitting
    .filter(
      (one) => atLeastFiveTimes(coinsPerStep(one), own) && compare(coinsPerStep(one), absolute(wanted)) <= 0,
    )
    .toSorted((a, b) => compare(coinsPerStep(b), coinsPerStep(a)));
  const smaller = fitting
    .filter((one) => atLeastFiveTimes(own, coinsPerStep(one)) && compare(own, absolute(wanted)) <= 0)
    .toSorted((a, b) => compare(coinsPerStep(b), coinsPerStep(a)));
  const [large] = larger;
  if (large !== undefined) return { large, small: chosen };
  const [small] = smaller;
  return small === undefined ? null : { large: chosen, small };
}

function atLeastFiveTimes(a: Coins, b: Coins): boolean {
  return compare(quantityTimes(b, rate('5'), 'half-even'), a) <= 0;
}

function isSibling(one: ContractTerms, other: ContractTerms): boolean {
  return (
    one.id !== other.id &&
    one.underlying === other.underlying &&
    venueFamily(one.id) === venueFamily(other.id) &&
    one.payoff === other.payoff &&
    one.kind === other.kind &&
    one.settleAsset === other.settleAsset &&
    one.expiry === other.expiry
  );
}

/** Who may trade the chosen contract may trade the other. */
function isOpenTo(other: ContractTerms, chosen: ContractTerms): boolean {
  return chosen.usPersons !== true || other.usPersons === true;
}

/** How well a contract stands in for another: the house first, then how long it lasts, the tax, and what it is paid in. */
function likeness(one: ContractTerms, chosen: ContractTerms): number {
  return (
    8 * Number(venueFamily(one.id) === venueFamily(chosen.id)) +
    4 * Number(lastsAsLong(one, chosen)) +
    2 * Number(one.section1256.status === chosen.section1256.status) +
    Number(one.payoff === chosen.payoff && one.settleAsset === chosen.settleAsset)
  );
}

/** A weekly contract in place of a quarterly one would have to be rolled every week. */
function lastsAsLong(one: ContractTerms, chosen: ContractTerms): boolean {
  return one.expiry === null || (chosen.expiry !== null && one.expiry >= chosen.expiry);
}
