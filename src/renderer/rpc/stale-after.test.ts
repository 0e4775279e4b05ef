import { expect, test } from 'vitest';
import { contract, type CallName } from '../../shared/contract/contract.ts';
import { staleAfter } from './stale-after.ts';

test('the page forgets exactly what the contract says a change makes stale', () => {
  const names = Object.keys(contract) as CallName[];
  const declared = names.filter((name) => contract[name].invalidates.length > 0);
  expect(staleAfter).toEqual(Object.fromEntries(declared.map((name) => [name, contract[name].invalidates])));
});
