import type { AccountId } from './account.ts';
import type { LedgerEvent } from './event.ts';

/** The accounts that an event is about: of a transfer all of them, else that of its fill or first leg. */
export function toldAccounts({
  kind,
  fill,
  legs,
}: Pick<LedgerEvent, 'kind' | 'fill' | 'legs'>): readonly AccountId[] {
  const main = fill?.account ?? legs[0]?.account;
  if (main === undefined) return [];
  if (kind !== 'transfer') return [main];
  return [...new Set([main, ...legs.map(({ account }) => account)])];
}
