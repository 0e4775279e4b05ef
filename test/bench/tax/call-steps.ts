/** What the tax screens wait for, through the calls they make, over a real encrypted ledger with futures and a saved hedge. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId, type Account } from '../../../src/shared/domain/account.ts';
import { assetId, type AssetId } from '../../../src/shared/domain/asset.ts';
import { contractId, type ContractId } from '../../../src/shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { contract, type CallInput } from '../../../src/shared/contract/contract.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { ASSETS, fillAccounts, generatedFills, storedFill } from '../lots/generated-fills.ts';
import { elapsed } from '../measured.ts';
import { stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { generatedHedges, mergedEvents } from './generated-hedges.ts';

const now = instantFromIso('2026-11-20T20:00:00Z');
/** Generated coins under the names of coins that have futures in the catalogue. */
const names: ReadonlyMap<string, string> = new Map([
  ['COIN1', 'BTC'],
  ['COIN2', 'ETH'],
]);
const contracts: ReadonlyMap<ContractId, ContractId> = new Map([
  [contractId('bench', 'COIN1'), contractId('cme', 'MBT')],
  [contractId('bench', 'COIN2'), contractId('cme', 'MET')],
]);
const broker: Account = {
  id: accountId('broker'),
  name: 'Broker',
  kind: 'futures',
  venue: 'CME',
  country: null,
};
const profile: CallInput<'plan.saveProfile'> = {
  jurisdiction: 'us',
  currency: 'USD',
  timeZone: 'UTC',
  carryforward: { shortTerm: '0', longTerm: '0' },
  years: [
    {
      year: 2023,
      filingStatus: 'single',
      ordinaryIncome: '150000',
      deduction: 'standard',
      otherInvestmentIncome: '0',
      qualifiedDividends: '0',
      otherShortTermGain: '0',
      otherLongTermGain: '0',
    },
  ],
};
const overlay: CallInput<'hedge.taxEffects'>['overlay'] = {
  contracts: [
    { asset: 'BTC', contract: 'cme:MBT', ratio: 'naive' },
    { asset: 'ETH', contract: 'cme:MET', ratio: 'naive' },
  ],
  rounding: 'nearest',
};

/** Far less of the two than is held: the hedge is large. */
const policy: CallInput<'targets.savePolicy'> = {
  targets: [
    { asset: 'BTC', weight: '0.005' },
    { asset: 'ETH', weight: '0.005' },
    { asset: 'COIN3', weight: '0.99' },
  ],
  absoluteBand: '0.001',
  relativeBand: null,
};
const acknowledged = ['data-age', 'margin-overnight', 'costs', 'tax', 'uncertain'];

type Asked = keyof typeof handlers;

/**
 * First and best of the next answers of each call.
 * Shorts without records, as an import leaves them: each offsets what was held of its coin.
 */
export async function callSteps(count: number, runs: number): Promise<readonly Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'));
  try {
    const path = join(folder, 'bench.hedgerow');
    const created = await createLedger({ path, passphrase: 'a benchmark', now, kdfCost: trivialKdfCost });
    const { ledger } = value(created);
    const session = { ledger, dataFolder: folder, uploads: new UploadStore(), cache: new Map() };
    const signal = new AbortController().signal;
    const context: CallContext = {
      session,
      now,
      clock: now,
      signal,
      progress: () => undefined,
      leave: () => undefined,
    };
    await fill(ledger, count);
    await ask('plan.saveProfile', profile, context);
    await ask('targets.savePolicy', policy, context);
    const steps = await stepsOver(count, runs, context);
    await ledger.close();
    return steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stepsOver(count: number, runs: number, context: CallContext): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const measure = async <Name extends Asked>(
    words: string,
    call: Name,
    input: CallInput<Name>,
    times = runs,
  ) => {
    const [first] = await elapsed(() => ask(call, input, context));
    let best = Infinity;
    for (let run = 1; run < times; run++)
      best = Math.min(best, (await elapsed(() => ask(call, input, context)))[0]);
    steps.push(stepOf(`${words}: first`, count, first));
    if (times > 1) steps.push(stepOf(`${words}: next, best of ${times - 1}`, count, best));
  };
  await measure('plan.taxYears', 'plan.taxYears', {});
  await ask('targets.saveOverlay', { overlay, exitDate: '2027-03-31', acknowledged }, context);
  await measure('plan.projection', 'plan.projection', {});
  await measure('plan.whatIf, income', 'plan.whatIf', {
    scenario: { income: [{ year: 2027, ordinaryIncome: '90000' }] },
  });
  await measure('plan.whatIf, price', 'plan.whatIf', {
    scenario: { prices: [{ asset: 'BTC', change: '0.2' }] },
  });
  await measure('plan.whatIf, sale on a date', 'plan.whatIf', {
    scenario: { sales: [{ asset: 'BTC', quantity: '0.1', date: '2027-02-01' }] },
  });
  await measure('plan.whatIf, election', 'plan.whatIf', {
    scenario: { elections: [{ id: 'long-term-loss-1256', value: 'no' }] },
  });
  await measure('hedge.taxEffects', 'hedge.taxEffects', { overlay });
  await measure('elections.effects', 'elections.effects', {}, 2);
  for (const format of ['csv', 'pdf'] as const)
    await measure(
      `reports.make, form 8949 of 2025 as ${format}`,
      'reports.make',
      { kind: 'form-8949', year: 2025, format },
      2,
    );
  return steps;
}

async function ask<Name extends Asked>(
  call: Name,
  input: CallInput<Name>,
  context: CallContext,
): Promise<void> {
  type Handler = (request: unknown, context: CallContext) => Promise<Result<unknown>>;
  value(await (handlers[call] as unknown as Handler)(contract[call].input.parse(input), context));
}

async function fill(ledger: Ledger, count: number): Promise<void> {
  const hedges = generatedHedges([
    { coin: 1, section1256: true, lotsNamed: 0 },
    { coin: 2, section1256: true, lotsNamed: 0 },
  ]);
  const events = mergedEvents(generatedFills(count), hedges.events).map(renamed);
  const transaction = await ledger.write.beginImport();
  value(transaction.storeAccounts([...fillAccounts, broker]));
  const file = { file: 'generated.csv', fileHash: '00'.repeat(32), format: 'own', account: broker.id };
  value(transaction.startFile({ ...file, importedAt: now, skippedRows: 0, alreadyRows: 0 }));
  const rows = events.map((event, sequence) => storedFill({ ...event, sequence }));
  for (let at = 0; at < rows.length; at += 1000) value(transaction.store(rows.slice(at, at + 1000)));
  value(await transaction.commit());
  const marks = hedges.marks.map((mark) => ({ ...mark, of: assetId(names.get(mark.of) ?? mark.of) }));
  const today = Array.from({ length: ASSETS }, (_, number) => ({
    of: nameOf(assetId(`COIN${number + 1}`)),
    time: now,
    price: price(String(20_000 + number)),
    source: 'typed',
  }));
  value(await ledger.write.savePrices([...marks, ...today], now));
}

function nameOf(asset: AssetId): AssetId {
  return assetId(names.get(asset) ?? asset);
}

function renamed(event: LedgerEvent): LedgerEvent {
  const legs = event.legs.map((leg) => ({ ...leg, asset: nameOf(leg.asset) }));
  if (event.fill === undefined) return { ...event, legs };
  const { contract: generated } = event.fill;
  return { ...event, legs, fill: { ...event.fill, contract: contracts.get(generated) ?? generated } };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
