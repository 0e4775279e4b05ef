/** Files that write a trade as several rows, one for each coin: every row is a part, and the ledger puts them together. */
import type { MappingProfile, Meaning } from '../../../shared/domain/mapping-profile.ts';
import { type Instant, toIso } from '../../../shared/time/instant.ts';
import type { ReadContext } from '../importer.ts';
import type { MappedCells } from './mapped-cells.ts';
import type { MappedDraft } from './mapped-draft.ts';
import { readMove } from './mapped-moves.ts';

/** Whether a row has one amount alone, and nothing that a trade in a market has. */
export function isHalf({ columns }: MappingProfile): boolean {
  const { amount, quantity, received, sent, pair, price, total } = columns;
  const others = [quantity, received, sent, pair, price, total];
  return amount !== undefined && others.every((column) => column === undefined);
}

/** Rows of one trade share its id, or their time where there is no id. */
export function readHalf(
  cells: MappedCells,
  profile: MappingProfile,
  meaning: Meaning,
  time: Instant,
  context: ReadContext,
): MappedDraft | undefined {
  const move = readMove(cells, profile, { ...meaning, means: 'balance-change' }, time, context);
  if (move === undefined) return undefined;
  const group = cells.text('id') || toIso(time);
  return { ...move, part: { assembly: 'group', group, operation: cells.text('type') || 'trade' } };
}
