import type { Query, QueryClient } from '@tanstack/react-query';
import type { CallInput, CallName } from '../../shared/contract/contract.ts';
import { staleAfter } from './stale-after.ts';

/** Where an answer lives in the query cache: by the call's name and its input, and nowhere else. */
export function callKey<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): readonly [Name, CallInput<Name>] {
  return [name, input];
}

/** Does a cached answer fall under one of these prefixes of call names? '' covers all. */
export function isUnder(key: readonly unknown[], prefixes: readonly string[]): boolean {
  const [name] = key;
  return typeof name === 'string' && prefixes.some((prefix) => name.startsWith(prefix));
}

/** Marks answers that are not asked for again when something changes: a preview of files that are stored by then. */
export const askedOnce: { readonly askedOnce: true } = { askedOnce: true };

/** Refetches what is on screen and forgets the rest of what these prefixes cover. */
export async function markStale(client: QueryClient, prefixes: readonly string[]): Promise<void> {
  if (prefixes.length === 0) return;
  const predicate = (query: Query): boolean =>
    isUnder(query.queryKey, prefixes) && query.meta?.['askedOnce'] !== true;
  // A screen that is opened next would show the old figures until the new ones are there.
  client.removeQueries({ type: 'inactive', predicate });
  await client.invalidateQueries({ predicate });
}

export function markStaleAfter(client: QueryClient, name: CallName): Promise<void> {
  return markStale(client, staleAfter[name] ?? []);
}
