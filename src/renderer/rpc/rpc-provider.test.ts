import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { callKey } from './call-keys.ts';
import { forgetLedger } from './rpc-provider.tsx';

test('locking leaves no figure in the page', () => {
  const client = new QueryClient();
  client.setQueryData(callKey('holdings.read', {}), { total: '243262.96' });
  client.setQueryData(callKey('ledger.known', {}), { ledgers: [], defaultPath: 'x' });
  client.setQueryData(callKey('ledger.status', {}), { state: 'open', name: 'Mine', path: '/x', events: 412 });
  forgetLedger(client);
  expect(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]),
  ).toEqual(['ledger.known', 'ledger.status']);
  expect(client.getQueryData(callKey('ledger.status', {}))).toMatchObject({
    state: 'locked',
    name: null,
    path: null,
    events: 0,
  });
});
