import type { LotId, Term } from '../../../../../../shared/domain/lot.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, isNegative, isZero, negate, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { yearOf } from '../../../../../../shared/time/local-date.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import { termOfPart } from './lot-part.ts';
import type { LotPart } from './lot-part.ts';
import type { LossCharacter, LotDeparture, StraddleLot, TaxPositionId } from './straddle-case.ts';
import { countedAs, movesBetween } from './counted-as.ts';
import { straddleRules } from './straddle-rules.ts';
import type { TaxItem } from './straddle-years.ts';

/** A loss on units of a lot that were part of a straddle, before it is asked what it has to wait for. */
export interface LotLoss {
  readonly lot: LotId;
  readonly departure: LotDeparture;
  /** Positive. */
  readonly amount: Money;
  readonly character: LossCharacter;
  /** What ever offset these very units. */
  readonly offsets: readonly EffectiveOffset[];
  /** Section 1256 shorts of the mixed straddle that makes it 60/40. */
  readonly mixedWith: readonly TaxPositionId[];
  /** Set in an identified straddle: the loss goes into the basis of this short and is never deducted. */
  readonly intoBasisOf: EffectiveOffset | null;
}

interface Departed {
  readonly lot: StraddleLot;
  readonly departure: LotDeparture;
  readonly parts: readonly LotPart[];
  readonly is1256: (position: TaxPositionId) => boolean;
  readonly disallowed: Money | undefined;
}

/**
 * What straddle rules change of a taxed departure: its term by part, its basis, the losses that may have to wait.
 * Rounds: each part's share half-even, the last takes the rest, so that the parts make the disposal.
 */
export function departedItems(given: Departed): { items: readonly TaxItem[]; losses: readonly LotLoss[] } {
  const { departure, parts } = given;
  const items: TaxItem[] = [];
  const losses: LotLoss[] = [];
  let proceedsLeft = departure.proceeds;
  let costLeft = departure.costBasis;
  let disallowedLeft = given.disallowed ?? zeroMoney;
  for (const [place, part] of parts.entries()) {
    const share = (whole: Money, left: Money): Money =>
      place === parts.length - 1 ? left : apportion(whole, part.quantity, departure.quantity, 'half-even');
    const proceeds = share(departure.proceeds, proceedsLeft);
    const cost = share(departure.costBasis, costLeft);
    const disallowed = share(given.disallowed ?? zeroMoney, disallowedLeft);
    proceedsLeft = subtract(proceedsLeft, proceeds);
    costLeft = subtract(costLeft, cost);
    disallowedLeft = subtract(disallowedLeft, disallowed);
    const of = partItems(given, part, { proceeds, cost, disallowed });
    items.push(...of.items);
    if (of.loss !== null) losses.push(of.loss);
  }
  return { items: merged(items), losses };
}

interface PartAmounts {
  readonly proceeds: Money;
  readonly cost: Money;
  readonly disallowed: Money;
}

function partItems(
  { lot, departure, is1256 }: Departed,
  part: LotPart,
  { proceeds, cost, disallowed }: PartAmounts,
): { readonly items: readonly TaxItem[]; readonly loss: LotLoss | null } {
  const items: TaxItem[] = [];
  const of = { year: yearOf(departure.date), of: lot.id, disposal: departure.id, quantity: part.quantity };
  const put = (
    character: LossCharacter | TaxItem['character'],
    whole: Money,
    kind: TaxItem['kind'],
    rule: Rule,
  ): void => {
    for (const [counted, amount] of countedAs(character, whole))
      if (!isZero(amount)) items.push({ ...of, character: counted, amount, kind, rule });
  };
  const gain = subtract(proceeds, cost);
  const net = subtract(gain, part.extra);
  const character = characterOf(part, departure, net, is1256);
  const rule = character === 'sixty-forty' ? straddleRules.mixedLoss : straddleRules.holdingPeriod;
  if (part.during === null) move(put, departure.term, character, gain, rule);
  else moveByTime(put, departure, part, { proceeds, cost, disallowed });
  put(character, negate(part.extra), 'basis', basisRule(part));
  put(character, disallowed, 'disallowed', straddleRules.washSale);
  const loss = add(net, disallowed);
  if (!isNegative(loss) || part.ever.length === 0) return { items, loss: null };
  const mixedWith = part.active.flatMap(({ short }) => (is1256(short.id) ? [short.id] : []));
  const intoBasisOf = part.active.find(({ regime }) => regime === 'identified') ?? null;
  if (intoBasisOf !== null) put(character, negate(loss), 'disallowed', straddleRules.identified);
  return {
    items,
    loss: {
      lot: lot.id,
      departure,
      amount: negate(loss),
      character,
      offsets: part.ever,
      mixedWith,
      intoBasisOf,
    },
  };
}

/** A loss of the part outside 1256 in a mixed straddle without election is 60/40: Reg. 1.1092(b)-2T(b)(2). */
function characterOf(
  part: LotPart,
  { date }: LotDeparture,
  net: Money,
  is1256: (position: TaxPositionId) => boolean,
): LossCharacter {
  const isMixed = part.active.some(({ short, regime }) => regime === 'none' && is1256(short.id));
  if (isNegative(net) && isMixed && part.holdingFrom === null) return 'sixty-forty';
  return termOfPart(part, date);
}

type Put = (
  character: LossCharacter | TaxItem['character'],
  amount: Money,
  kind: TaxItem['kind'],
  rule: Rule,
) => void;

function move(put: Put, from: Term, to: LossCharacter, amount: Money, rule: Rule): void {
  for (const one of movesBetween(from, to, amount)) put(one.character, one.amount, 'term', rule);
}

/** Reg. 1.1092(b)-6: what accrued before the straddle keeps its term; during it: short-term; after it: by its clock. */
function moveByTime(put: Put, departure: LotDeparture, part: LotPart, { proceeds, cost }: PartAmounts): void {
  const { during } = part;
  if (during === null) return;
  const rule = straddleRules.straddleByStraddle;
  const end = during.endValue ?? proceeds;
  move(put, departure.term, during.preTerm, subtract(during.startValue, cost), rule);
  move(put, departure.term, 'short', subtract(end, during.startValue), rule);
  move(put, departure.term, termOfPart(part, departure.date), subtract(proceeds, end), rule);
}

function basisRule({ ever }: LotPart): Rule {
  if (ever.some(({ regime }) => regime === 'identified')) return straddleRules.identified;
  return ever.length === 0 ? straddleRules.washSale : straddleRules.carryingCost;
}

/** Parts of one disposal that say the same are one item. */
function merged(items: readonly TaxItem[]): readonly TaxItem[] {
  const found = new Map<string, TaxItem>();
  for (const item of items) {
    const key = `${item.kind}/${item.character}/${item.rule.id}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, item);
    else {
      const quantity =
        before.quantity === undefined || item.quantity === undefined
          ? undefined
          : add(before.quantity, item.quantity);
      found.set(key, {
        ...before,
        amount: add(before.amount, item.amount),
        ...(quantity && { quantity }),
      });
    }
  }
  return [...found.values()];
}
