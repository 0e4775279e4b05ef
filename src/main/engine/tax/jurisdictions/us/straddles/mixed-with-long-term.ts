import { subtract } from '../../../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import { yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { movesBetween } from './counted-as.ts';
import type { LotLoss } from './departed-part.ts';
import type { EffectiveOffset, Offsetting } from './effective-offsets.ts';
import type { TaxPositionId } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { TaxItem } from './straddle-years.ts';

/**
 * Losses that are not 60/40 after all, because another leg of their mixed straddle is long-term: they keep their own term.
 * In: the losses of all lots after they were walked. Out: the losses, and the items that move them back.
 * Law: Reg. 1.1092(b)-2T(b)(2)(ii): no other position of the straddle outside section 1256 may be long-term.
 */
export function withoutLongTermLegs(
  losses: readonly LotLoss[],
  { byPosition }: Offsetting,
): { readonly losses: readonly LotLoss[]; readonly items: readonly TaxItem[] } {
  const items: TaxItem[] = [];
  const longLegs = new Map<TaxPositionId, readonly EffectiveOffset[]>();
  const longLegsOf = (short: TaxPositionId): readonly EffectiveOffset[] => {
    const known = longLegs.get(short);
    if (known !== undefined) return known;
    const found = (byPosition.get(short) ?? []).filter(({ coveredLong }) => coveredLong > zeroQuantity);
    longLegs.set(short, found);
    return found;
  };
  const kept = losses.map((loss): LotLoss => {
    const { lot, departure, mixedWith, amount } = loss;
    if (loss.character !== 'sixty-forty') return loss;
    const others = mixedWith.flatMap(longLegsOf);
    if (!others.some((one) => one.longId !== lot && isLongOn(one, departure.date))) return loss;
    const item = {
      year: yearOf(departure.date),
      of: lot,
      disposal: departure.id,
      kind: 'term' as const,
      rule: straddleRules.holdingPeriod,
    };
    for (const moved of movesBetween('short', loss.character, amount)) items.push({ ...item, ...moved });
    return { ...loss, character: 'short' };
  });
  return { losses: kept, items };
}

/** Whether the offset lasts on the day and units of it that are long-term are there that morning. */
function isLongOn({ from, until, coveredLong, left }: EffectiveOffset, date: LocalDate): boolean {
  if (from > date || (until !== null && until < date)) return false;
  const held = left.reduce(
    (units, one) => (one.isLong && one.date < date ? subtract(units, one.quantity) : units),
    coveredLong,
  );
  return held > zeroQuantity;
}
