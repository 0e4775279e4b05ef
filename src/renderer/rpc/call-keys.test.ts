import { QueryClient, QueryObserver } from '@tanstack/react-query';
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
  for (const name of names) {
    client.setQueryData([name, {}], 'answer');
    // It is on screen.
    new QueryObserver(client, {
      queryKey: [name, {}],
      queryFn: () => new Promise<string>(() => undefined),
      staleTime: Infinity,
    }).subscribe(() => undefined);
  }
  return client;
}

function staleIn(client: QueryClient): unknown[] {
  return client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.isInvalidated)
    .map((query) => query.queryKey[0]);
}

test('a change makes stale what the contract says, and no more', () => {
  const client = clientWith('prices.read', 'plan.taxYears', 'targets.read', 'imports.list');
  void markStaleAfter(client, 'plan.markStep');
  expect(staleIn(client)).toEqual(['plan.taxYears', 'targets.read']);
});

test('what is not on screen is forgotten: a screen opened next shows no old figure', () => {
  const client = clientWith('plan.taxYears');
  client.setQueryData(['plan.projection', {}], 'answer');
  client.setQueryData(['imports.list', {}], 'answer');
  void markStaleAfter(client, 'plan.markStep');
  expect(client.getQueryData(['plan.projection', {}])).toBeUndefined();
  expect(client.getQueryData(['imports.list', {}])).toBe('answer');
  expect(client.getQueryData(['plan.taxYears', {}])).toBe('answer');
});

test('a preview is not asked for again', async () => {
  const client = clientWith('imports.list');
  await client.fetchQuery({ queryKey: ['imports.preview', {}], queryFn: () => 'answer', meta: askedOnce });
  void markStale(client, ['imports.']);
  expect(staleIn(client)).toEqual(['imports.list']);
});
