import type { PositionSide } from '../../../shared/domain/event.ts';

/** Binance's words in small letters; accounts that do not keep long and short apart say "both", or nothing. */
export const positionSides: ReadonlyMap<string, PositionSide> = new Map([
  ['', 'one-way'],
  ['both', 'one-way'],
  ['long', 'long'],
  ['short', 'short'],
]);
