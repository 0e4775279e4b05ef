import { positionsWalk } from './positions.ts';
import type { PositionsInput } from './positions.ts';
import type { FuturesResult } from './position.ts';
import { StretchBook } from './stretch-book.ts';
import type { FuturesStretch } from './stretch.ts';

export interface FuturesStretches {
  /** In the order in which they began. */
  readonly stretches: readonly FuturesStretch[];
  /** Results that belong to no position that the files open, in ledger order. */
  readonly loose: readonly FuturesResult[];
}

/** The positions that fills add up to, each from leaving zero to coming back. It says nothing that `positionsOf` says. */
export function stretchesOf(input: PositionsInput): FuturesStretches {
  const book = new StretchBook();
  positionsWalk(input, book);
  return { stretches: book.stretches, loose: book.loose };
}
