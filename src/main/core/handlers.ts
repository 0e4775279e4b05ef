import type { Handlers } from './call-context.ts';
import { calcExitPlanHandlers } from './services/calc/calc-exit-plan.ts';
import { calcGainsHandlers } from './services/calc/calc-gains.ts';
import { calcHedgeSizeHandlers } from './services/calc/calc-hedge-size.ts';
import { calcLiquidationHandlers } from './services/calc/calc-liquidation.ts';
import { calcOverlayHandlers } from './services/calc/calc-overlay.ts';
import { calcPositionHandlers } from './services/calc/calc-position.ts';
import { calcSlippageHandlers } from './services/calc/calc-slippage.ts';
import { calcStraddleYearHandlers } from './services/calc/calc-straddle-year.ts';
import { calcStressHandlers } from './services/calc/calc-stress.ts';
import { calcTaxYearHandlers } from './services/calc/calc-tax-year.ts';
import { calendarHandlers } from './services/calendar/calendar-handlers.ts';
import { contractsHandlers } from './services/contracts/contracts-handlers.ts';
import { electionsHandlers } from './services/elections/elections-handlers.ts';
import { closeOutHandlers } from './services/close-out/close-out-handlers.ts';
import { exitHandlers } from './services/exit/exit-handlers.ts';
import { exitUncertaintyHandlers } from './services/exit-uncertainty/exit-uncertainty-handlers.ts';
import { hedgeHandlers } from './services/hedge/hedge-handlers.ts';
import { hedgeTaxEffectsHandler } from './services/hedge/hedge-tax-effects.ts';
import { compareMethodsHandlers } from './services/holdings/compare-methods.ts';
import { explainHandlers } from './services/holdings/explain.ts';
import { readGainsHandlers } from './services/holdings/read-gains.ts';
import { readHoldingsHandlers } from './services/holdings/read-holdings.ts';
import { readLotsHandlers } from './services/holdings/read-lots.ts';
import { readTransactionsHandlers } from './services/holdings/read-transactions.ts';
import { importHandlers } from './services/imports/import-handlers.ts';
import { ledgerHandlers } from './services/ledger/ledger-handlers.ts';
import { mappingHandlers } from './services/mapping/mapping-handlers.ts';
import { marketHandlers } from './services/market/market-handlers.ts';
import { pricesHandlers } from './services/prices/prices.ts';
import { profileHandlers } from './services/profile/profile.ts';
import { projectionHandlers } from './services/projection/projection-handlers.ts';
import { planHandlers } from './services/plan/plan-handlers.ts';
import { rebalanceHandlers } from './services/rebalance/rebalance-handlers.ts';
import { tickerHandlers } from './services/tickers/ticker-handlers.ts';
import { sayCost } from './services/transfers/say-cost.ts';
import { transferHandlers } from './services/transfers/transfer-handlers.ts';
import { policyHandlers } from './services/policy/policy-handlers.ts';
import { reconcileHandlers } from './services/reconcile/reconcile-handlers.ts';
import { reportsHandlers } from './services/reports/reports-handlers.ts';
import { scenariosHandlers } from './services/scenarios/scenarios-handlers.ts';
import { stressHandlers } from './services/stress/stress-handlers.ts';
import { targetsHandlers } from './services/targets/targets-handlers.ts';
import { taxYearsHandlers } from './services/tax/tax-years.ts';
import { withLedger } from './with-ledger.ts';

/**
 * Every call and the service that answers it: a missing one does not compile. (`ledger.lock` ends this process, so the
 * router above answers it.)
 */
export const handlers: Omit<Handlers, 'ledger.lock'> = {
  'ledger.known': ledgerHandlers['ledger.known'],
  'ledger.status': ledgerHandlers['ledger.status'],
  'ledger.create': ledgerHandlers['ledger.create'],
  'ledger.createSample': ledgerHandlers['ledger.createSample'],
  'ledger.open': ledgerHandlers['ledger.open'],
  'ledger.recover': ledgerHandlers['ledger.recover'],
  'ledger.export': withLedger(ledgerHandlers['ledger.export']),
  'ledger.verify': withLedger(ledgerHandlers['ledger.verify']),
  'ledger.changePassphrase': withLedger(ledgerHandlers['ledger.changePassphrase']),

  'imports.formats': importHandlers['imports.formats'],
  'imports.upload': importHandlers['imports.upload'],
  'imports.discard': importHandlers['imports.discard'],
  'imports.preview': withLedger(importHandlers['imports.preview']),
  'imports.confirm': withLedger(importHandlers['imports.confirm']),
  'imports.decide': withLedger(importHandlers['imports.decide']),
  'imports.decisions': withLedger(importHandlers['imports.decisions']),
  'imports.list': withLedger(importHandlers['imports.list']),
  'imports.undo': withLedger(importHandlers['imports.undo']),
  'imports.reconcile': withLedger(reconcileHandlers['imports.reconcile']),
  'imports.coverage': withLedger(reconcileHandlers['imports.coverage']),
  'imports.review': withLedger(reconcileHandlers['imports.review']),
  'imports.classify': withLedger(reconcileHandlers['imports.classify']),
  'holdings.balanceCheck': withLedger(reconcileHandlers['holdings.balanceCheck']),

  'holdings.read': withLedger(readHoldingsHandlers['holdings.read']),
  'holdings.lots': withLedger(readLotsHandlers['holdings.lots']),
  'holdings.explain': withLedger(explainHandlers['holdings.explain']),
  'holdings.gains': withLedger(readGainsHandlers['holdings.gains']),
  'holdings.methods': withLedger(compareMethodsHandlers['holdings.methods']),
  'holdings.transactions': withLedger(readTransactionsHandlers['holdings.transactions']),
  'prices.read': withLedger(pricesHandlers['prices.read']),
  'prices.missingFile': withLedger(pricesHandlers['prices.missingFile']),
  'prices.assume': withLedger(pricesHandlers['prices.assume']),
  'prices.set': withLedger(pricesHandlers['prices.set']),

  'elections.read': withLedger(electionsHandlers['elections.read']),
  'elections.save': withLedger(electionsHandlers['elections.save']),
  'elections.effects': withLedger(electionsHandlers['elections.effects']),
  'elections.identifyStraddle': withLedger(electionsHandlers['elections.identifyStraddle']),
  'elections.order': withLedger(electionsHandlers['elections.order']),
  'elections.identify': withLedger(electionsHandlers['elections.identify']),
  'elections.allocate': withLedger(electionsHandlers['elections.allocate']),

  'targets.read': withLedger(targetsHandlers['targets.read']),
  'targets.savePolicy': withLedger(targetsHandlers['targets.savePolicy']),
  'targets.contracts': withLedger(targetsHandlers['targets.contracts']),
  'targets.overlay': withLedger(targetsHandlers['targets.overlay']),
  'targets.saveOverlay': withLedger(targetsHandlers['targets.saveOverlay']),
  'targets.dropPlan': withLedger(targetsHandlers['targets.dropPlan']),
  'targets.plans': withLedger(targetsHandlers['targets.plans']),

  'transfers.read': withLedger(transferHandlers['transfers.read']),
  'transfers.cost': withLedger(sayCost),
  'transfers.decide': withLedger(transferHandlers['transfers.decide']),
  'tickers.read': withLedger(tickerHandlers['tickers.read']),
  'tickers.name': withLedger(tickerHandlers['tickers.name']),

  'policy.read': withLedger(policyHandlers['policy.read']),
  'policy.parse': withLedger(policyHandlers['policy.parse']),
  'policy.save': withLedger(policyHandlers['policy.save']),
  'policy.drift': withLedger(policyHandlers['policy.drift']),
  'policy.log': withLedger(policyHandlers['policy.log']),
  'policy.decide': withLedger(policyHandlers['policy.decide']),

  'exit.paths': withLedger(exitUncertaintyHandlers['exit.paths']),
  'exit.sensitivity': withLedger(exitUncertaintyHandlers['exit.sensitivity']),
  'exit.harvest': withLedger(exitUncertaintyHandlers['exit.harvest']),

  'rebalance.alternatives': withLedger(rebalanceHandlers['rebalance.alternatives']),

  'contracts.list': withLedger(contractsHandlers['contracts.list']),
  'contracts.read': withLedger(contractsHandlers['contracts.read']),
  'contracts.tryValue': withLedger(contractsHandlers['contracts.tryValue']),
  'contracts.correct': withLedger(contractsHandlers['contracts.correct']),
  'contracts.confirm': withLedger(contractsHandlers['contracts.confirm']),
  'contracts.takeBack': withLedger(contractsHandlers['contracts.takeBack']),
  'contracts.add': withLedger(contractsHandlers['contracts.add']),
  'contracts.remove': withLedger(contractsHandlers['contracts.remove']),
  'contracts.selfCheck': withLedger(contractsHandlers['contracts.selfCheck']),

  'exit.plan': withLedger(exitHandlers['exit.plan']),
  'exit.save': withLedger(closeOutHandlers['exit.save']),
  'exit.list': withLedger(closeOutHandlers['exit.list']),
  'exit.drop': withLedger(closeOutHandlers['exit.drop']),
  'exit.progress': withLedger(closeOutHandlers['exit.progress']),
  'exit.sheet': withLedger(closeOutHandlers['exit.sheet']),
  'exit.identify': withLedger(closeOutHandlers['exit.identify']),
  'exit.tick': withLedger(closeOutHandlers['exit.tick']),
  'exit.replan': withLedger(closeOutHandlers['exit.replan']),

  'plan.profile': withLedger(profileHandlers['plan.profile']),
  'plan.saveProfile': withLedger(profileHandlers['plan.saveProfile']),
  'plan.markStep': withLedger(planHandlers['plan.markStep']),
  'plan.records': withLedger(planHandlers['plan.records']),
  'plan.taxYears': withLedger(taxYearsHandlers['plan.taxYears']),
  'plan.projection': withLedger(projectionHandlers['plan.projection']),
  'plan.whatIf': withLedger(projectionHandlers['plan.whatIf']),

  'calendar.read': withLedger(calendarHandlers['calendar.read']),
  'calendar.file': withLedger(calendarHandlers['calendar.file']),
  'calendar.whatIf': withLedger(calendarHandlers['calendar.whatIf']),

  'scenarios.list': withLedger(scenariosHandlers['scenarios.list']),
  'scenarios.save': withLedger(scenariosHandlers['scenarios.save']),
  'scenarios.rename': withLedger(scenariosHandlers['scenarios.rename']),
  'scenarios.remove': withLedger(scenariosHandlers['scenarios.remove']),
  'scenarios.compare': withLedger(scenariosHandlers['scenarios.compare']),
  'scenarios.apply': withLedger(scenariosHandlers['scenarios.apply']),

  'stress.scenarios': withLedger(stressHandlers['stress.scenarios']),
  'stress.saveScenario': withLedger(stressHandlers['stress.saveScenario']),
  'stress.removeScenario': withLedger(stressHandlers['stress.removeScenario']),
  'stress.run': withLedger(stressHandlers['stress.run']),
  'stress.grid': withLedger(stressHandlers['stress.grid']),
  'stress.register': withLedger(stressHandlers['stress.register']),

  'hedge.legs': withLedger(hedgeHandlers['hedge.legs']),
  'hedge.linkable': withLedger(hedgeHandlers['hedge.linkable']),
  'hedge.link': withLedger(hedgeHandlers['hedge.link']),
  'hedge.unlink': withLedger(hedgeHandlers['hedge.unlink']),
  'hedge.adopt': withLedger(hedgeHandlers['hedge.adopt']),
  'hedge.close': withLedger(hedgeHandlers['hedge.close']),
  'hedge.setMargin': withLedger(hedgeHandlers['hedge.setMargin']),
  'hedge.taxEffects': withLedger(hedgeTaxEffectsHandler),
  'hedge.checks': withLedger(hedgeHandlers['hedge.checks']),
  'hedge.checklist': withLedger(hedgeHandlers['hedge.checklist']),
  'monitor.read': withLedger(hedgeHandlers['monitor.read']),
  'monitor.setThresholds': withLedger(hedgeHandlers['monitor.setThresholds']),
  'monitor.proposal': withLedger(hedgeHandlers['monitor.proposal']),

  'mapping.suggest': withLedger(mappingHandlers['mapping.suggest']),
  'mapping.preview': withLedger(mappingHandlers['mapping.preview']),
  'mapping.save': withLedger(mappingHandlers['mapping.save']),
  'mapping.list': withLedger(mappingHandlers['mapping.list']),
  'mapping.drop': withLedger(mappingHandlers['mapping.drop']),
  'mapping.export': withLedger(mappingHandlers['mapping.export']),
  'mapping.import': withLedger(mappingHandlers['mapping.import']),

  'market.series': withLedger(marketHandlers['market.series']),
  'market.readings': withLedger(marketHandlers['market.readings']),
  'market.history': withLedger(marketHandlers['market.history']),
  'market.type': withLedger(marketHandlers['market.type']),
  'market.book': withLedger(marketHandlers['market.book']),
  'market.saveBook': withLedger(marketHandlers['market.saveBook']),
  'market.dropBook': withLedger(marketHandlers['market.dropBook']),
  'market.slippage': withLedger(marketHandlers['market.slippage']),

  'reports.list': withLedger(reportsHandlers['reports.list']),
  'reports.preview': withLedger(reportsHandlers['reports.preview']),
  'reports.make': withLedger(reportsHandlers['reports.make']),
  'reports.setBrokerForm': withLedger(reportsHandlers['reports.setBrokerForm']),

  'calc.gains': calcGainsHandlers['calc.gains'],
  'calc.tax-year': calcTaxYearHandlers['calc.tax-year'],
  'calc.overlay': calcOverlayHandlers['calc.overlay'],
  'calc.hedge-size': calcHedgeSizeHandlers['calc.hedge-size'],
  'calc.slippage': calcSlippageHandlers['calc.slippage'],
  'calc.liquidation': calcLiquidationHandlers['calc.liquidation'],
  'calc.position': calcPositionHandlers['calc.position'],
  'calc.straddle-year': calcStraddleYearHandlers['calc.straddle-year'],
  'calc.exit-plan': calcExitPlanHandlers['calc.exit-plan'],
  'calc.stress': calcStressHandlers['calc.stress'],
};
