import { isZero } from '../../../shared/num/arithmetic.ts';
import type { Fill, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { applyFill } from './apply-fill.ts';
import type { FillApplied } from './apply-fill.ts';
import { closeEntry, moveEntry } from './position-book.ts';
import type { PositionEntry } from './position-book.ts';
import { knownSpec, noteDifference, noteMissingOpening, record, resultOfLeg } from './position-walk.ts';
import type { Walk } from './position-walk.ts';
import { agreesWithStated, isStatedApart, profitStated } from './stated-profit.ts';
import type { PositionDirection } from './units.ts';

/** A fill: moves its position and books what its row states, or what the fills come to. */
export function visitFill(walk: Walk, event: LedgerEvent, fill: Fill): void {
  const spec = knownSpec(walk, fill.contract, event);
  const entry = spec === undefined ? undefined : walk.book.entry(spec, fill.account, fill.positionSide);
  if (entry !== undefined) trade(walk, event, fill, entry, profitStated(event.legs));
  for (const leg of event.legs) {
    if (leg.role !== 'principal') record(walk, entry, resultOfLeg(event, leg, fill.contract, entry), event);
  }
}

/** Moves the position by a fill, or recognises that the fill belongs to a position that the files do not open. */
function trade(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  entry: PositionEntry,
  stated: Quantity | null,
): void {
  const direction: PositionDirection = fill.side === 'buy' ? 'long' : 'short';
  const order = { unit: entry.spec.quantityUnit, amount: fill.quantity };
  const applied = applyFill(entry.spec, entry.open, { direction, quantity: order, price: fill.price });
  const isLeftToSettlement =
    stated !== null && isZero(stated) && walk.settled.has(`${fill.account} ${fill.contract}`);
  const differs = stated !== null && !isLeftToSettlement && !agreesWithStated(stated, applied, entry.spec);
  const surplus = !isZero(applied.openedSize);
  const onlyCloses = fill.positionSide !== 'one-way' && fill.positionSide !== direction;
  const opensUnseen = surplus && (onlyCloses || (differs && !isZero(stated)));
  const before = entry.open.size;
  if (opensUnseen) {
    noteMissingOpening(walk, event, fill);
    if (isZero(applied.closedSize)) walk.stretches?.unseen(event.id);
    if (isZero(applied.closedSize)) return;
    closeEntry(entry);
    walk.stretches?.moved(entry, event, before);
  } else {
    moveEntry(entry, event, applied);
    walk.stretches?.fill(entry, event, applied, before);
    if (differs) noteDifference(walk, event, fill, stated, applied);
  }
  if (stated === null && !isStatedApart(walk.statedApart, event, fill)) {
    recordComputed(walk, event, fill, entry, applied);
  }
}

function recordComputed(
  walk: Walk,
  event: LedgerEvent,
  fill: Fill,
  entry: PositionEntry,
  applied: FillApplied,
): void {
  if (isZero(applied.closedSize)) return;
  record(
    walk,
    entry,
    {
      event: event.id,
      time: event.time,
      account: fill.account,
      contract: fill.contract,
      positionSide: fill.positionSide,
      kind: 'profit',
      asset: entry.spec.settleAsset,
      quantity: applied.profit,
      from: 'fills',
      held: null,
    },
    event,
  );
}
