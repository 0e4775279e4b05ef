import type { CallName } from '../../shared/contract/contract.ts';

/**
 * What each change makes stale: prefixes of call names; '' means all. The page sees the contract as types only, so the
 * `invalidates` of its calls stand here once more as data; `stale-after.test.ts` holds the two together.
 */
export const staleAfter: Readonly<Partial<Record<CallName, readonly string[]>>> = {
  'ledger.create': [''],
  'ledger.createSample': [''],
  'ledger.open': [''],
  'ledger.recover': [''],
  'ledger.lock': [''],
  'imports.confirm': ['ledger.', 'imports.', 'holdings.', 'prices.', 'targets.', 'plan.', 'elections.'],
  'imports.undo': ['ledger.', 'imports.', 'holdings.', 'prices.', 'targets.', 'plan.', 'elections.'],
  'prices.set': ['ledger.', 'holdings.', 'prices.', 'targets.', 'plan.'],
  'targets.savePolicy': ['targets.', 'plan.', 'holdings.'],
  'targets.saveOverlay': ['targets.', 'plan.', 'holdings.', 'ledger.'],
  'targets.dropPlan': ['targets.', 'plan.', 'holdings.', 'ledger.'],
  'plan.saveProfile': ['plan.', 'holdings.', 'targets.', 'ledger.', 'elections.'],
  'plan.markStep': ['plan.', 'targets.'],
  'elections.save': ['elections.', 'plan.', 'holdings.', 'targets.', 'ledger.'],
  'elections.order': ['elections.', 'plan.', 'holdings.', 'targets.', 'ledger.'],
  'elections.identify': ['elections.', 'plan.', 'holdings.', 'targets.', 'ledger.'],
  'elections.allocate': ['elections.', 'plan.', 'holdings.', 'targets.', 'ledger.'],
};
