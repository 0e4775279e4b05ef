/** The stretches of one walk over futures events: positions from leaving zero to coming back, with what happened to each. */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { add, isZero } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { FillApplied } from './apply-fill.ts';
import { noSize } from './amounts.ts';
import type { PositionEntry } from './position-book.ts';
import type { FuturesResult } from './position.ts';
import type { FuturesStretch, StretchResult, StretchStep } from './stretch.ts';
import type { Size } from './units.ts';

/** Files state one moment by different clocks. */
const SAME_MOMENT_MS = 2000;

interface GrowingStretch extends FuturesStretch {
  closed: FuturesStretch['closed'];
  readonly steps: StretchStep[];
  readonly results: StretchResult[];
}

export class StretchBook {
  readonly #stretches: GrowingStretch[] = [];
  readonly #byEntry = new Map<PositionEntry, GrowingStretch[]>();
  readonly #loose: FuturesResult[] = [];
  readonly #unseen = new Set<EventId>();

  /** In the order in which they began. */
  get stretches(): readonly FuturesStretch[] {
    return this.#stretches;
  }

  /** Results that belong to no position that the files open. */
  get loose(): readonly FuturesResult[] {
    return this.#loose;
  }

  /** A fill that moved its position. In: the entry after it. */
  fill(entry: PositionEntry, event: LedgerEvent, applied: FillApplied, before: Size): void {
    if (!isZero(applied.closedSize)) {
      const flips = !isZero(applied.openedSize);
      const after = flips ? { ...applied.open, size: noSize } : applied.open;
      this.#step(entry, event, { before, closedSize: applied.closedSize, after });
    }
    if (isZero(applied.openedSize)) return;
    const isNew = isZero(before) || !isZero(applied.closedSize);
    if (isNew) this.#begin(entry, event);
    this.#step(entry, event, {
      before: isNew ? noSize : before,
      closedSize: noSize,
      after: applied.open,
    });
  }

  /** A settlement that started the entry anew or ended the position, or an end that no fill tells. */
  moved(entry: PositionEntry, event: LedgerEvent, before: Size): void {
    const { open } = entry;
    if (isZero(before)) return;
    const closedSize = isZero(open.size) ? before : noSize;
    this.#step(entry, event, { before, closedSize, after: open });
  }

  /** A fill that closes what the files do not open: its results belong to no position. */
  unseen(event: EventId): void {
    this.#unseen.add(event);
  }

  result(entry: PositionEntry | undefined, result: FuturesResult, event: LedgerEvent): void {
    const stretches = entry === undefined ? undefined : this.#byEntry.get(entry);
    const last = stretches?.at(-1);
    if (last === undefined || this.#unseen.has(result.event)) {
      this.#loose.push(result);
      return;
    }
    const before = stretches?.at(-2);
    const { kind } = event;
    if (before === undefined || !sameMoment(before, last, result)) push(last, { result, kind, share: null });
    else if (result.kind === 'profit') push(before, { result, kind, share: null });
    else if (before.closed === result.time && last.steps[0]?.event === result.event)
      divide(before, last, result, kind);
    else push(last, { result, kind, share: null });
  }

  #begin(entry: PositionEntry, event: LedgerEvent): void {
    let ofEntry = this.#byEntry.get(entry);
    if (ofEntry === undefined) this.#byEntry.set(entry, (ofEntry = []));
    const { spec, account, positionSide, open } = entry;
    const begun: GrowingStretch = {
      spec,
      account,
      positionSide,
      number: ofEntry.length + 1,
      direction: open.direction,
      opened: event.time,
      closed: null,
      steps: [],
      results: [],
    };
    ofEntry.push(begun);
    this.#stretches.push(begun);
  }

  #step(
    entry: PositionEntry,
    { id, time }: LedgerEvent,
    step: Pick<StretchStep, 'before' | 'closedSize' | 'after'>,
  ): void {
    const stretch = this.#byEntry.get(entry)?.at(-1);
    if (stretch === undefined) return;
    stretch.steps.push({ event: id, time, ...step, results: stretch.results.length });
    if (isZero(step.after.size)) stretch.closed = time;
  }
}

function push(stretch: GrowingStretch, result: StretchResult): void {
  stretch.results.push(result);
}

/** Whether a result came the moment one stretch ended and the next began. */
function sameMoment(before: FuturesStretch, last: FuturesStretch, { event, time }: FuturesResult): boolean {
  if (before.closed !== last.opened) return false;
  return last.steps[0]?.event === event || Math.abs(msBetween(last.opened, time)) <= SAME_MOMENT_MS;
}

/** The fee of a fill through zero: for what it closed and for what it opened, by size. */
function divide(
  before: GrowingStretch,
  last: GrowingStretch,
  result: FuturesResult,
  kind: LedgerEvent['kind'],
): void {
  const closed = before.steps.at(-1)?.closedSize ?? noSize;
  const opened = last.steps[0]?.after.size ?? noSize;
  const whole = add(closed, opened);
  const ofClosed = apportion(result.quantity, closed, whole, 'half-even');
  push(before, { result, kind, share: { of: 'closed', quantity: ofClosed } });
  push(last, { result, kind, share: { of: 'opened', quantity: ofClosed } });
}
