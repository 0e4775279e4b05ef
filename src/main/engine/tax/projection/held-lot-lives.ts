import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import type { ActionBook, LotLife } from '../jurisdictions/us/actions/action-book.ts';

/**
 * The lots held today, for actions ahead: a lot that lies in several accounts is one. What left of them before today left
 * before any action could touch them, so only what is still held is told, at its cost; lots that futures have touched
 * already are in the facts with their whole life.
 */
export function heldLotLives(heldLots: readonly OpenLot[]): ActionBook['lotOf'] {
  const lives = new Map<LotId, LotLife>();
  for (const open of heldLots) {
    const other = lives.get(open.id);
    lives.set(open.id, other === undefined ? lifeOf(open) : withMore(other, open));
  }
  return (lot) => lives.get(lot);
}

function lifeOf({ id, asset, quantity, costBasis, acquiredDate, longTermFrom }: OpenLot): LotLife {
  return { longTermFrom, lot: { id, asset, quantity, costBasis, acquired: acquiredDate, departures: [] } };
}

function withMore({ lot, longTermFrom }: LotLife, { quantity, costBasis }: OpenLot): LotLife {
  return {
    longTermFrom,
    lot: { ...lot, quantity: add(lot.quantity, quantity), costBasis: add(lot.costBasis, costBasis) },
  };
}
