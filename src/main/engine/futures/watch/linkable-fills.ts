import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import { add, compare, isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { SpecOf } from '../positions.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { directionOf, positionKey } from './leg-fill.ts';
import type { LegFill } from './leg-fill.ts';
import { legWalk, openContracts } from './leg-position.ts';
import type { LegContract } from './leg-position.ts';

/** A fill that could be a leg's, with what speaks for it or against it. */
export interface LinkableFill {
  readonly fill: LegFill;
  readonly suggested: boolean;
  readonly words: string;
}

export interface LinkableInput {
  readonly leg: HedgeLeg;
  /** In ledger order. */
  readonly fills: readonly LegFill[];
  /** The beginning of the plan's first day: earlier fills carried out nothing of it. */
  readonly from: Instant;
  /** Fills of other legs: a fill belongs to one leg. */
  readonly elsewhere: ReadonlySet<EventId>;
  /** Earlier fills that a record names as the leg's: an adopted leg's that were taken off it can be put back. */
  readonly former: ReadonlySet<EventId>;
  readonly specOf: SpecOf;
}

/** Fills a quarter above the plan's quantity still pass for the leg. */
const MOST_OVER_PLAN = rate('1.25');

/**
 * The fills that can be linked to a leg, in ledger order: in its contract, in a later expiry of the same kind at the same
 * venue (a roll), or once linked to it; of its side, or of the other as far as the leg is then open. A fill is never
 * split, so one that closes more than the leg has open is none of its.
 */
export function linkableFills(input: LinkableInput): readonly LinkableFill[] {
  const { leg, from, elsewhere, former, specOf } = input;
  const planned = specOf(leg.contract);
  if (planned === undefined) return [];
  const linked = new Set(leg.fills);
  const taken = legWalk(specOf);
  const list: LinkableFill[] = [];
  for (const fill of input.fills) {
    if (linked.has(fill.id)) {
      taken.take(fill);
      continue;
    }
    const isEarly = fill.time < from;
    if ((isEarly && !former.has(fill.id)) || elsewhere.has(fill.id)) continue;
    const spec = specOf(fill.fill.contract);
    if (spec === undefined || (!isEarly && !isOfLeg(spec, planned))) continue;
    const found = judge(leg, fill, spec, taken.contracts());
    const judged = found !== null && isEarly && !found.suggested ? putBack : found;
    if (judged === null) continue;
    if (judged.suggested) taken.take(fill);
    list.push({ fill, ...judged });
  }
  return list;
}

/** Whether the fills of a contract can be those of a leg that was planned in another. */
export function isOfLeg(spec: ContractSpec, planned: ContractSpec): boolean {
  if (spec.id === planned.id) return true;
  const sameKind =
    spec.venue === planned.venue &&
    spec.underlying === planned.underlying &&
    spec.settleAsset === planned.settleAsset &&
    spec.payoff === planned.payoff;
  return sameKind && planned.expiry !== null && spec.expiry !== null && spec.expiry > planned.expiry;
}

type Judged = Pick<LinkableFill, 'suggested' | 'words'>;

const putBack: Judged = { suggested: true, words: 'It was the leg’s before it was taken off.' };

/** null where the fill cannot be the leg's at all. */
function judge(
  leg: HedgeLeg,
  { fill }: LegFill,
  spec: ContractSpec,
  contracts: readonly LegContract[],
): Judged | null {
  const open = openContracts({ contracts });
  const same = open.find((one) => positionKey(one) === positionKey(fill));
  const size = payoffRules(spec.payoff).sizeOf(
    spec,
    { unit: spec.quantityUnit, amount: fill.quantity },
    fill.price,
  );
  if (directionOf(fill) !== directionOf(leg)) {
    if (same === undefined || compare<Quantity>(size, same.open.size) > 0) return null;
    const closes = compare<Quantity>(size, same.open.size) === 0;
    return {
      suggested: true,
      words: closes ? 'It closes the leg in this contract.' : 'It takes off a part of the leg.',
    };
  }
  if (fill.positionSide !== 'one-way' && fill.positionSide !== directionOf(leg)) return null;
  const later = open.find(({ spec: held }) => held.id !== spec.id && isLaterThan(held, spec));
  if (later !== undefined) return { suggested: false, words: 'The leg is open in a later expiry already.' };
  const isRoll = spec.id !== leg.contract;
  const total = add(openQuantity(open, spec, isRoll), fill.quantity);
  if (compare(total, quantityTimes(leg.quantity, MOST_OVER_PLAN, 'half-even')) > 0)
    return { suggested: false, words: 'With it the leg would be larger than planned.' };
  if (isRoll && contracts.length === 0)
    return { suggested: false, words: 'The leg was never open in the contract that was planned.' };
  const expiry = spec.expiry === null ? '' : dateText(spec.expiry);
  return {
    suggested: true,
    words: isRoll ? `It goes on with the leg until ${expiry}.` : 'It opens the leg as planned.',
  };
}

function openQuantity(open: readonly LegContract[], spec: ContractSpec, isRoll: boolean): Quantity {
  return open
    .filter(({ spec: held, open: size }) => !isZero(size.size) && (!isRoll || held.id === spec.id))
    .reduce<Quantity>((total, { quantity }) => add(total, quantity.amount), zeroQuantity);
}

function isLaterThan(held: ContractSpec, spec: ContractSpec): boolean {
  return held.expiry !== null && spec.expiry !== null && held.expiry > spec.expiry;
}
