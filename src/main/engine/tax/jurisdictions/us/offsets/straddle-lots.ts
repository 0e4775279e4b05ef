import { add, sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { LotLife, LotMatching } from '../../../../lots/lot-matching.ts';
import { isTaxed } from '../../../../lots/moves/lot-moves.ts';
import type { LotDeparture, StraddleLot } from '../straddles/straddle-case.ts';

/**
 * A lot over its whole life as straddle rules read it.
 * Out: its cost is what its departures took and what is still held cost: where basis was divided or averaged, that is what
 * counts.
 */
export function straddleLotOf(life: LotLife, lots: Pick<LotMatching, 'amountsAt'>): StraddleLot {
  const departures = life.left.map(({ place, number, event, quantity }): LotDeparture => {
    const { disposedDate, proceeds, costBasis, term, cause } = lots.amountsAt(place);
    const id = `${event}/${number}`;
    return { id, date: disposedDate, quantity, proceeds, costBasis, term, taxed: isTaxed(cause) };
  });
  const gone: Money = sum(
    departures.map(({ costBasis }) => costBasis),
    zeroMoney,
  );
  const { id, asset, quantity, acquiredDate, heldCost } = life;
  return { id, asset, quantity, costBasis: add(gone, heldCost), acquired: acquiredDate, departures };
}
