import { negate } from '../../../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { section1256Split } from '../rules/section-1256-split.ts';
import type { LossCharacter } from './straddle-case.ts';
import type { TaxCharacter } from './straddle-years.ts';

/**
 * What an amount of a character counts as. Only results of section 1256 contracts themselves are netted on Form 6781 Part I
 * and may be carried back; a loss beside them that is 60/40 is long-term and short-term from the start.
 * Rounds the long-term part half-even to 18 decimals. Law: Reg. 1.1092(b)-2T(b)(2); 26 U.S.C. 1212(c)(4).
 */
export function countedAs(
  character: LossCharacter | TaxCharacter,
  amount: Money,
): readonly (readonly [TaxCharacter, Money])[] {
  if (character !== 'sixty-forty') return [[character, amount]];
  const { shortTerm, longTerm } = section1256Split(amount);
  return [
    ['short', shortTerm],
    ['long', longTerm],
  ];
}

/** What moves an amount from one character to another: out of the first, into the parts of the second. */
export function movesBetween(
  from: TaxCharacter,
  to: LossCharacter,
  amount: Money,
): readonly { readonly character: TaxCharacter; readonly amount: Money }[] {
  return countedAs(to, amount).flatMap(([character, part]) =>
    character === from
      ? []
      : [
          { character: from, amount: negate(part) },
          { character, amount: part },
        ],
  );
}
