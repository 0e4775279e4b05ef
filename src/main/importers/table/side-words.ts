import type { Side } from '../../../shared/domain/event.ts';

/** In small letters, as `TableRow.word` looks them up. */
export const sideWords: ReadonlyMap<string, Side> = new Map([
  ['buy', 'buy'],
  ['sell', 'sell'],
]);
