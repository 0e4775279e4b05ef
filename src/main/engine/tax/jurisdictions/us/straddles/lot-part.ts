import type { Term } from '../../../../../../shared/domain/lot.ts';
import { subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { longTermFrom } from '../long-term-from.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { TaxPositionId } from './straddle-case.ts';

/** Units of one lot that share one story. */
export interface LotPart {
  quantity: Quantity;
  /** Added to its cost basis so far. */
  extra: Money;
  /** Its clock runs from here; null while a straddle holds it. */
  holdingFrom: LocalDate | null;
  ended: LocalDate | null;
  endedBy: TaxPositionId | null;
  restartsOn: LocalDate | null;
  active: readonly EffectiveOffset[];
  ever: readonly EffectiveOffset[];
  /** The day on which the last offset of it ended. */
  lastEnded: LocalDate | null;
  /** What it was worth while it was in an identified mixed straddle (straddle by straddle). */
  during: DuringStraddle | null;
}

export interface DuringStraddle {
  readonly startValue: Money;
  readonly endValue: Money | null;
  readonly preTerm: Term;
}

/** Takes the first units off a part; what is taken comes back, the rest stays in it. */
export function splitOff(part: LotPart, quantity: Quantity): LotPart {
  const share = (whole: Money): Money => apportion(whole, quantity, part.quantity, 'half-even');
  const extra = share(part.extra);
  const { during } = part;
  const taken = during && {
    ...during,
    startValue: share(during.startValue),
    endValue: during.endValue && share(during.endValue),
  };
  const front: LotPart = { ...part, quantity, extra, during: taken };
  part.quantity = subtract(part.quantity, quantity);
  part.extra = subtract(part.extra, extra);
  if (during !== null && taken !== null) {
    part.during = {
      ...during,
      startValue: subtract(during.startValue, taken.startValue),
      endValue:
        during.endValue === null || taken.endValue === null
          ? null
          : subtract(during.endValue, taken.endValue),
    };
  }
  return front;
}

/** The term of a sale of the part on a day. Law: Reg. 1.1092(b)-2T(a): no holding period while a straddle lasts. */
export function termOfPart({ holdingFrom }: LotPart, date: LocalDate): Term {
  return holdingFrom !== null && date >= longTermFrom(holdingFrom) ? 'long' : 'short';
}
