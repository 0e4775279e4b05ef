import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { askedOnce, callKey, isUnder, markStale, markStaleAfter } from './call-keys.ts';

test('prefixes cover whole features, and the empty one everything', () => {
  expect(isUnder(callKey('holdings.read', {}), ['holdings.'])).toBe(true);
  expect(isUnder(callKey('holdings.read', {}), ['plan.', 'imports.'])).toBe(false);
  expect(isUnder(callKey('holdings.read', {}), [''])).toBe(true);
  expect(isUnder([], [''])).toBe(false);
});

function clientWith(...names: readonly string[]): QueryClient {
  const client = new QueryClient();
  for (const name of names) client.setQueryData([name, {}], 'answer');
  return client;
}

function staleIn(client: QueryClient): unknown[] {
  return client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.isInvalidated)
    .map((query) => query.queryKey[0]);
}

test('a change makes stale what the contract says, and no more', async () => {
  const client = clientWith('prices.read', 'plan.dates', 'targets.read', 'imports.list');
  await markStaleAfter(client, 'plan.markStep');
  expect(staleIn(client)).toEqual(['plan.dates', 'targets.read']);
});

test('a preview is not asked for again', async () => {
  const client = clientWith('imports.list');
  await client.fetchQuery({ queryKey: ['imports.preview', {}], queryFn: () => 'answer', meta: askedOnce });
  await markStale(client, ['imports.']);
  expect(staleIn(client)).toEqual(['imports.list']);
});
