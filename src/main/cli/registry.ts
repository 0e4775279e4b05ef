import type { Verb } from './verb.ts';

/** Every verb, loaded when it is asked for: `calc` has to answer before the rest would even be read. */
export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  demo: async () => (await import('./verbs/demo.ts')).demo,
  init: async () => (await import('./verbs/init.ts')).init,
  passphrase: async () => (await import('./verbs/passphrase.ts')).passphrase,
  verify: async () => (await import('./verbs/verify.ts')).verify,
  import: async () => (await import('./verbs/import.ts')).importFiles,
  'import map': async () => (await import('./verbs/import-map.ts')).importMap,
  imports: async () => (await import('./verbs/imports.ts')).imports,
  'imports undo': async () => (await import('./verbs/imports-undo.ts')).importsUndo,
  export: async () => (await import('./verbs/export.ts')).exportLedger,
  'imports force-in': async () => (await import('./verbs/imports-force-in.ts')).importsForceIn,
  'imports force-out': async () => (await import('./verbs/imports-force-out.ts')).importsForceOut,
  'imports by-rule': async () => (await import('./verbs/imports-by-rule.ts')).importsByRule,
  'imports decisions': async () => (await import('./verbs/imports-decisions.ts')).importsDecisions,
  'imports reconcile': async () => (await import('./verbs/imports-reconcile.ts')).importsReconcile,
  'imports coverage': async () => (await import('./verbs/imports-coverage.ts')).importsCoverage,
  'imports review': async () => (await import('./verbs/imports-review.ts')).importsReview,
  formats: async () => (await import('./verbs/formats.ts')).formats,
  'formats profiles': async () => (await import('./verbs/formats-profiles.ts')).formatsProfiles,
  'formats export': async () => (await import('./verbs/formats-export.ts')).formatsExport,
  'formats import': async () => (await import('./verbs/formats-import.ts')).formatsImport,
  'formats drop': async () => (await import('./verbs/formats-drop.ts')).formatsDrop,
  prices: async () => (await import('./verbs/prices.ts')).prices,
  'prices import': async () => (await import('./verbs/prices-import.ts')).pricesImport,
  'prices set': async () => (await import('./verbs/prices-set.ts')).pricesSet,
  'prices assume': async () => (await import('./verbs/prices-assume.ts')).pricesAssume,
  'prices missing': async () => (await import('./verbs/prices-missing.ts')).pricesMissing,
  transfers: async () => (await import('./verbs/transfers.ts')).transfers,
  'transfers cost': async () => (await import('./verbs/transfers-cost.ts')).transfersCost,
  'transfers same': async () => (await import('./verbs/transfers-same.ts')).transfersSame,
  'transfers apart': async () => (await import('./verbs/transfers-apart.ts')).transfersApart,
  'transfers forget': async () => (await import('./verbs/transfers-forget.ts')).transfersForget,
  tickers: async () => (await import('./verbs/tickers.ts')).tickers,
  'tickers name': async () => (await import('./verbs/tickers-name.ts')).tickersName,
  holdings: async () => (await import('./verbs/holdings.ts')).holdings,
  lots: async () => (await import('./verbs/lots.ts')).lots,
  'lots order': async () => (await import('./verbs/lots-order.ts')).lotsOrder,
  'lots identify': async () => (await import('./verbs/lots-identify.ts')).lotsIdentify,
  'lots allocate': async () => (await import('./verbs/lots-allocate.ts')).lotsAllocate,
  elections: async () => (await import('./verbs/elections.ts')).elections,
  'elections set': async () => (await import('./verbs/elections-set.ts')).electionsSet,
  'elections effects': async () => (await import('./verbs/elections-effects.ts')).electionsEffects,
  'elections identify-straddle': async () =>
    (await import('./verbs/elections-identify-straddle.ts')).electionsIdentifyStraddle,
  gains: async () => (await import('./verbs/gains.ts')).gains,
  transactions: async () => (await import('./verbs/transactions.ts')).transactions,
  balances: async () => (await import('./verbs/balances.ts')).balances,
  profile: async () => (await import('./verbs/profile.ts')).profile,
  'profile set': async () => (await import('./verbs/profile-set.ts')).profileSet,
  policy: async () => (await import('./verbs/policy.ts')).policy,
  'policy set': async () => (await import('./verbs/policy-set.ts')).policySet,
  'policy log': async () => (await import('./verbs/policy-log.ts')).policyLog,
  'policy decide': async () => (await import('./verbs/policy-decide.ts')).policyDecide,
  rebalance: async () => (await import('./verbs/rebalance.ts')).rebalance,
  market: async () => (await import('./verbs/market.ts')).market,
  'market series': async () => (await import('./verbs/market-series.ts')).marketSeries,
  'market history': async () => (await import('./verbs/market-history.ts')).marketHistory,
  'market set': async () => (await import('./verbs/market-set.ts')).marketSet,
  'market book': async () => (await import('./verbs/market-book.ts')).marketBook,
  'market slippage': async () => (await import('./verbs/market-slippage.ts')).marketSlippage,
  contracts: async () => (await import('./verbs/contracts.ts')).contracts,
  'contracts show': async () => (await import('./verbs/contracts-show.ts')).contractsShow,
  'contracts set': async () => (await import('./verbs/contracts-set.ts')).contractsSet,
  'contracts confirm': async () => (await import('./verbs/contracts-confirm.ts')).contractsConfirm,
  'contracts unset': async () => (await import('./verbs/contracts-unset.ts')).contractsUnset,
  'contracts add': async () => (await import('./verbs/contracts-add.ts')).contractsAdd,
  'contracts remove': async () => (await import('./verbs/contracts-remove.ts')).contractsRemove,
  'contracts check': async () => (await import('./verbs/contracts-check.ts')).contractsCheck,
  'hedge plan': async () => (await import('./verbs/hedge-plan.ts')).hedgePlan,
  'hedge tax': async () => (await import('./verbs/hedge-tax.ts')).hedgeTax,
  'hedge legs': async () => (await import('./verbs/hedge-legs.ts')).hedgeLegs,
  'hedge link': async () => (await import('./verbs/hedge-link.ts')).hedgeLink,
  'hedge unlink': async () => (await import('./verbs/hedge-unlink.ts')).hedgeUnlink,
  'hedge adopt': async () => (await import('./verbs/hedge-adopt.ts')).hedgeAdopt,
  'hedge margin': async () => (await import('./verbs/hedge-margin.ts')).hedgeMargin,
  'hedge check': async () => (await import('./verbs/hedge-check.ts')).hedgeCheck,
  'hedge checklist': async () => (await import('./verbs/hedge-checklist.ts')).hedgeChecklist,
  'hedge close': async () => (await import('./verbs/hedge-close.ts')).hedgeClose,
  'hedge drop': async () => (await import('./verbs/hedge-drop.ts')).hedgeDrop,
  'hedge step': async () => (await import('./verbs/hedge-step.ts')).hedgeStep,
  stress: async () => (await import('./verbs/stress.ts')).stress,
  'stress add': async () => (await import('./verbs/stress-add.ts')).stressAdd,
  'stress remove': async () => (await import('./verbs/stress-remove.ts')).stressRemove,
  monitor: async () => (await import('./verbs/monitor.ts')).monitor,
  'exit plan': async () => (await import('./verbs/exit-plan.ts')).exitPlan,
  'exit scenarios': async () => (await import('./verbs/exit-scenarios.ts')).exitScenarios,
  'exit paths': async () => (await import('./verbs/exit-paths.ts')).exitPaths,
  'exit sensitivity': async () => (await import('./verbs/exit-sensitivity.ts')).exitSensitivity,
  'exit harvest': async () => (await import('./verbs/exit-harvest.ts')).exitHarvest,
  'exit calendar': async () => (await import('./verbs/exit-calendar.ts')).exitCalendar,
  'exit save': async () => (await import('./verbs/exit-save.ts')).exitSave,
  'exit list': async () => (await import('./verbs/exit-list.ts')).exitList,
  'exit drop': async () => (await import('./verbs/exit-drop.ts')).exitDrop,
  'exit sheet': async () => (await import('./verbs/exit-sheet.ts')).exitSheet,
  'exit identify': async () => (await import('./verbs/exit-identify.ts')).exitIdentify,
  'exit replan': async () => (await import('./verbs/exit-replan.ts')).exitReplan,
  project: async () => (await import('./verbs/project.ts')).project,
  report: async () => (await import('./verbs/report.ts')).report,
  'report broker': async () => (await import('./verbs/report-broker.ts')).reportBroker,
  explain: async () => (await import('./verbs/explain.ts')).explain,
  calc: async () => (await import('./verbs/calc.ts')).calc,
};

export const commonOptions = {
  ledger: { type: 'string', help: 'the ledger file (default: the one opened last)' },
  'as-of': {
    type: 'string',
    help: 'the date to take for today in figures (default: today); what is stored is always of today',
  },
  json: { type: 'boolean', help: 'one JSON document on stdout, in the contract’s shapes' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies Verb['options'];

export interface FoundVerb {
  readonly name: string;
  readonly load: () => Promise<Verb>;
  /** The arguments after the verb. */
  readonly rest: readonly string[];
}

/** The verb that the arguments begin with; two words go before one. */
export function findVerb(args: readonly string[]): FoundVerb | null {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(' ');
    const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (load !== undefined) return { name, load, rest: args.slice(length) };
  }
  return null;
}
