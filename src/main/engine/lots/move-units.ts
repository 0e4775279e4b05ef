import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { isPositive, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import { poolOf, recordDisposals } from './dispose.ts';
import type { Arrive, Leave } from './lot-moves.ts';
import { takeUnits } from './take-units.ts';
import { reportInsufficient } from './walk.ts';
import type { Walk } from './walk.ts';

/**
 * Units start on their way to another own account. The network fee is disposed of first, so that a transfer disposes
 * of the same units whether basis is kept by account or in one pool; then the rest leaves in the method's order.
 */
export function leave(walk: Walk, { movement, feeValue }: Leave, event: LedgerEvent): void {
  const { asset, from, sent, received } = movement;
  const date = localDateOf(event.time, walk.options.timeZone);
  const units = { asset, account: from.account };
  const pool = poolOf(walk, units, date);
  const fee = takeUnits(pool, subtract(sent, received));
  const disposed = { ...units, quantity: subtract(sent, received), gross: feeValue, fee: zeroMoney };
  recordDisposals(walk, { ...disposed, cause: 'transfer-fee' }, fee.slices, event, date);
  if (isPositive(fee.missing)) {
    reportInsufficient(walk, units, fee.missing, event, 'The missing units are left out of the gains.');
  }
  if (walk.options.scope === 'universal') return;
  const moved = takeUnits(pool, received);
  walk.inTransit.set(movement, moved.slices);
  if (isPositive(moved.missing)) {
    reportInsufficient(
      walk,
      units,
      moved.missing,
      event,
      `They are missing in "${movement.to.account}", too.`,
    );
  }
}

/** Units reach the other account with the basis and dates they had. */
export function arrive(walk: Walk, { movement }: Arrive): void {
  const slices = walk.inTransit.get(movement) ?? [];
  const pool = walk.pools.of(movement.asset, movement.to.account);
  for (const { parcel, quantity, costBasis } of slices) pool.add({ ...parcel, quantity, costBasis });
  walk.inTransit.delete(movement);
}
