import type { LotId } from '../../../../../../shared/domain/lot.ts';
import {
  absolute,
  isNegative,
  isZero,
  negate,
  smaller,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { movesBetween } from './counted-as.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { FutureYear } from './future-years.ts';
import type { LossCharacter, TaxPositionId } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { TaxCharacter, TaxItem } from './straddle-years.ts';

/** A loss of one position and year, before it is asked what it has to wait for. */
export interface CharacterisedLoss {
  readonly position: TaxPositionId | LotId;
  /** Positive. */
  readonly amount: Money;
  readonly character: LossCharacter;
}

export interface CharacterInput {
  readonly of: FutureYear;
  /** Its offsets that began by the end of the year. */
  readonly offsets: readonly EffectiveOffset[];
  /** Entered while all gain or loss of another leg would have been long-term. */
  readonly isAgainstLongTerm: boolean;
  readonly longTermLoss1256: boolean;
  readonly is1256: (position: TaxPositionId) => boolean;
  /** Of an identified mixed straddle: what the coins gained in the same time; null elsewhere. */
  readonly oppositeResult: Money | null;
}

/**
 * The character of a year's result of a futures position in a straddle.
 * Law: Reg. 1.1092(b)-2T(b)(1): a loss is long-term where the position was entered against one that was long-term then;
 * (b)(2): 60/40 for a loss outside 1256 against a 1256 contract; -3T(b): netted first in an identified mixed straddle.
 */
export function futureCharacters(input: CharacterInput): {
  readonly items: readonly TaxItem[];
  readonly losses: readonly CharacterisedLoss[];
} {
  const { of, offsets, oppositeResult } = input;
  const { net, future } = of;
  if (offsets.length === 0) return { items: [], losses: [] };
  if (oppositeResult !== null) return netted(of, oppositeResult);
  if (!isNegative(net)) return { items: [], losses: [] };
  const { character, rule } = lossCharacter(input);
  return {
    items: retagged(of, character, rule),
    losses: [{ position: future.id, amount: negate(net), character }],
  };
}

function lossCharacter(input: CharacterInput): { readonly character: LossCharacter; readonly rule: Rule } {
  const { of, offsets, is1256 } = input;
  const isLong = input.isAgainstLongTerm && (!of.section1256 || input.longTermLoss1256);
  if (isLong) return { character: 'long', rule: straddleRules.longTermLoss };
  if (of.section1256) return { character: 'section1256', rule: straddleRules.result };
  const isMixed = offsets.some(({ regime, short, longFuture }) => {
    const other = short === of.future ? longFuture : short;
    return regime === 'none' && other !== null && is1256(other.id);
  });
  if (isMixed) return { character: 'sixty-forty', rule: straddleRules.mixedLoss };
  const term = isZero(of.realised.long) ? 'short' : 'long';
  return { character: term, rule: straddleRules.otherResult };
}

/** All that the year brought, moved to the one character. */
function retagged(of: FutureYear, character: LossCharacter, rule: Rule): readonly TaxItem[] {
  const { section1256, realised, net } = of;
  const amounts: readonly (readonly [TaxCharacter, Money])[] = section1256
    ? [['section1256', net]]
    : [
        ['short', realised.short],
        ['long', realised.long],
      ];
  return amounts.flatMap(([from, amount]) => moved(of, from, character, amount, rule));
}

function moved(
  { future, year }: FutureYear,
  from: TaxCharacter,
  to: LossCharacter,
  amount: Money,
  rule: Rule,
): readonly TaxItem[] {
  const item = { year, of: future.id, kind: 'term' as const, rule };
  return movesBetween(from, to, amount).flatMap((one) => (isZero(one.amount) ? [] : [{ ...item, ...one }]));
}

/** Short-term as far as the coins moved the other way; the rest stays 60/40. */
function netted(
  of: FutureYear,
  opposite: Money,
): { readonly items: readonly TaxItem[]; readonly losses: readonly CharacterisedLoss[] } {
  const { net, future } = of;
  const isOpposite = isNegative(net) !== isNegative(opposite) && !isZero(opposite) && !isZero(net);
  const size = isOpposite ? smaller(absolute(net), absolute(opposite)) : zeroMoney;
  const part = isNegative(net) ? negate(size) : size;
  const items = moved(of, 'section1256', 'short', part, straddleRules.straddleByStraddle);
  if (!isNegative(net)) return { items, losses: [] };
  const rest = subtract(negate(net), size);
  const both = [
    { position: future.id, amount: size, character: 'short' as const },
    { position: future.id, amount: rest, character: 'section1256' as const },
  ];
  return { items, losses: both.filter(({ amount }) => !isZero(amount)) };
}
