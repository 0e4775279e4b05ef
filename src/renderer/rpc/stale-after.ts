import type { CallName } from '../../shared/contract/contract.ts';

const aboutExit = ['exit.', 'calendar.', 'rebalance.', 'policy.', 'scenarios.'] as const;
const aboutFutures = ['hedge.', 'monitor.', 'stress.', 'reports.', 'elections.', ...aboutExit] as const;
const afterImport = [
  'ledger.',
  'imports.',
  'holdings.',
  'prices.',
  'targets.',
  'plan.',
  'market.',
  ...aboutFutures,
] as const;
const afterElection = ['plan.', 'holdings.', 'targets.', 'ledger.', ...aboutFutures] as const;
const afterLinking = [
  'hedge.',
  'monitor.',
  'stress.',
  'reports.',
  'elections.',
  'targets.',
  'plan.',
  'holdings.',
  'ledger.',
  ...aboutExit,
] as const;
const afterMarketData = [
  'market.',
  'targets.',
  'plan.',
  'hedge.',
  'monitor.',
  'stress.',
  'ledger.',
  ...aboutExit,
] as const;
const afterExitPlan = [
  'exit.list',
  'exit.sheet',
  'exit.progress',
  'exit.replan',
  'calendar.',
  'scenarios.',
  'targets.',
  'ledger.',
] as const;

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
  'imports.confirm': afterImport,
  'imports.undo': afterImport,
  'imports.classify': afterImport,
  'prices.set': ['ledger.', 'holdings.', 'prices.', 'targets.', 'plan.', 'market.', ...aboutFutures],
  'elections.save': afterElection,
  'elections.identifyStraddle': afterElection,
  'elections.order': afterElection,
  'elections.identify': afterElection,
  'elections.allocate': afterElection,
  'targets.savePolicy': ['targets.', 'plan.', 'holdings.', ...aboutFutures],
  'transfers.decide': [
    'transfers.',
    'ledger.',
    'holdings.',
    'targets.',
    'plan.',
    'imports.',
    ...aboutFutures,
  ],
  'tickers.name': ['tickers.', 'imports.', 'ledger.'],
  'policy.save': ['targets.', 'plan.', 'holdings.', ...aboutFutures],
  'policy.decide': ['policy.', 'ledger.'],
  'targets.saveOverlay': ['targets.', 'plan.', 'holdings.', 'ledger.', ...aboutFutures],
  'targets.dropPlan': ['targets.', 'plan.', 'holdings.', 'ledger.', ...aboutFutures],
  'exit.save': afterExitPlan,
  'exit.drop': afterExitPlan,
  'exit.tick': afterExitPlan,
  'exit.identify': afterElection,
  'plan.saveProfile': ['plan.', 'holdings.', 'targets.', 'ledger.', ...aboutFutures],
  'plan.markStep': ['plan.', 'targets.', ...aboutFutures],
  'contracts.confirm': [''],
  'contracts.correct': [''],
  'contracts.takeBack': [''],
  'contracts.add': [''],
  'contracts.remove': [''],
  'market.type': afterMarketData,
  'market.saveBook': afterMarketData,
  'market.dropBook': afterMarketData,
  'scenarios.save': ['scenarios.', 'ledger.'],
  'scenarios.rename': ['scenarios.', 'ledger.'],
  'scenarios.remove': ['scenarios.', 'ledger.'],
  'scenarios.apply': afterExitPlan,
  'stress.saveScenario': ['stress.', 'ledger.'],
  'stress.removeScenario': ['stress.', 'ledger.'],
  'hedge.link': afterLinking,
  'hedge.unlink': afterLinking,
  'hedge.adopt': afterLinking,
  'hedge.setMargin': ['monitor.', 'hedge.', 'stress.', 'holdings.', 'ledger.'],
  'reports.setBrokerForm': ['reports.', 'ledger.'],
  'monitor.setThresholds': ['monitor.', 'hedge.', 'stress.', 'ledger.'],
};
