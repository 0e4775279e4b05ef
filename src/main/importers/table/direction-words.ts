import type { PositionSide, Side } from '../../../shared/domain/event.ts';

/** "Open Long" and so on, in small letters: what the order did, and to which position. */
export const directionWords: ReadonlyMap<string, readonly [Side, PositionSide]> = new Map([
  ['open long', ['buy', 'long']],
  ['close long', ['sell', 'long']],
  ['open short', ['sell', 'short']],
  ['close short', ['buy', 'short']],
]);
