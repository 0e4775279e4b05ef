import { availableParallelism } from 'node:os';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../../src/shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { Profile } from '../../../src/shared/domain/profile.ts';
import { defaultTaxElections } from '../../../src/shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../src/shared/domain/tax-elections.ts';
import { money, rate } from '../../../src/shared/num/parse.ts';
import { priceTimes } from '../../../src/shared/num/products.ts';
import { zeroMoney, zeroRate } from '../../../src/shared/num/types.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import type { LotMatching, LotOptions } from '../../../src/main/engine/lots/lot-matching.ts';
import { matchLots } from '../../../src/main/engine/lots/match-lots.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { usFactsOf } from '../../../src/main/engine/tax/jurisdictions/us/us-facts-of.ts';
import type { UsFacts } from '../../../src/main/engine/tax/jurisdictions/us/us-facts.ts';
import { taxYearsOf } from '../../../src/main/engine/tax/tax-years.ts';
import type { TaxYears } from '../../../src/main/engine/tax/tax-years.ts';
import { priceBookOf } from '../../../src/main/engine/valuation/price-book.ts';
import { generatedFills } from '../lots/generated-fills.ts';
import { median, timed } from '../measured.ts';
import { printDocument, printTable, stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { callSteps } from './call-steps.ts';
import { benchDay, generatedHedges, generatedRecords, mergedEvents, specsOf } from './generated-hedges.ts';
import type { HedgedCoin } from './generated-hedges.ts';

/** Two hedged with regulated futures, one with a perpetual; records of the day name twenty lots of each short. */
const identified: readonly HedgedCoin[] = [
  { coin: 1, section1256: true, lotsNamed: 20 },
  { coin: 2, section1256: true, lotsNamed: 20 },
  { coin: 3, section1256: false, lotsNamed: 20 },
];
/** One more whose shorts no record explains: each is presumed to offset every lot then held. */
const presumed: HedgedCoin = { coin: 4, section1256: true, lotsNamed: 0 };

interface Ledger {
  readonly events: readonly LedgerEvent[];
  readonly options: LotOptions;
  readonly specOf: (contract: ContractId) => ContractSpec | undefined;
  readonly coins: readonly HedgedCoin[];
}

/** `npm run bench -- --tax`: ten tax years against lot matching alone, and one recomputation of a what-if. */
export async function taxBench(sizes: readonly number[], runs: number): Promise<void> {
  await tenYears(20_000, 1, identified); // a warm-up that is not counted
  // First: a heap that a million events have filled is not a user's.
  const steps: Step[] = [...(await whatIfs(100_000, Math.max(runs, 5)))];
  steps.push(...(await callSteps(Math.min(...sizes), Math.max(runs, 5))));
  for (const size of sizes) {
    steps.push(...(await tenYears(size, runs, identified)));
    steps.push(...(await tenYears(size, runs, [...identified, presumed])));
  }
  console.log(`Medians of ${runs} runs, Node ${process.version}, ${availableParallelism()} cores.`);
  console.log('Floor of ten tax years: lot matching alone, over the same events in the same run.');
  printTable(steps);
  printDocument(runs, steps, []);
}

async function tenYears(size: number, runs: number, coins: readonly HedgedCoin[]): Promise<readonly Step[]> {
  const ledger = ledgerOf(size, coins);
  const matching: number[] = [];
  const taxing: number[] = [];
  let offsets = 0;
  for (let run = 0; run < runs; run++) {
    const [matchMs, lots] = await timed(() => matchLots(ledger.events, ledger.options));
    const records = generatedRecords(coins, lots);
    // Matched again, so that nothing that the records looked up is there already.
    const fresh = matchLots(ledger.events, ledger.options);
    const [taxMs, years] = await timed(() => yearsOf(factsOf(ledger, fresh, records), profile));
    if (years.years.length !== 10) throw new Error(`${years.years.length} years were assessed`);
    offsets = years.facts.straddles.offsets.length;
    matching.push(matchMs);
    taxing.push(matchMs + taxMs);
  }
  const what = coins.includes(presumed) ? 'one coin’s hedges presumed' : 'hedges on record';
  const name = `matching and ten tax years, ${what} (${offsets.toLocaleString('en')} offsets)`;
  return [stepOf(name, size, median(taxing), median(matching))];
}

async function whatIfs(size: number, runs: number): Promise<readonly Step[]> {
  const ledger = ledgerOf(size, identified);
  const lots = matchLots(ledger.events, ledger.options);
  const records = generatedRecords(identified, lots);
  const facts = factsOf(ledger, lots, records);
  yearsOf(facts, profile);
  const richer: Profile = {
    ...profile,
    years: profile.years.map((year) => ({ ...year, ordinaryIncome: money('250000') })),
  };
  const { priceOn } = facts.straddles;
  const up = rate('1.2');
  // Made anew each time: what was found of the same facts is kept.
  const dearer = (): UsFacts => ({
    ...facts,
    straddles: {
      ...facts.straddles,
      priceOn: (asset, date) => {
        const known = priceOn(asset, date);
        return known === null ? null : priceTimes(known, up, 'half-even');
      },
    },
  });
  const elected: TaxElectionValues = {
    ...defaultTaxElections,
    longTermLoss1256: false,
    funding: 'when-paid',
  };
  const cases: readonly (readonly [string, () => TaxYears])[] = [
    ['what-if: another income', () => yearsOf(facts, richer)],
    ['what-if: another price', () => yearsOf(dearer(), profile)],
    ['what-if: other elections', () => yearsOf(factsOf(ledger, lots, records, elected), profile)],
  ];
  const steps: Step[] = [];
  for (const [name, work] of cases) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push((await timed(work))[0]);
    steps.push(stepOf(name, size, median(times)));
  }
  return steps;
}

function ledgerOf(size: number, coins: readonly HedgedCoin[]): Ledger {
  const hedges = generatedHedges(coins);
  const prices = priceBookOf(assetId('USD'), hedges.marks);
  const specs = new Map(specsOf(coins).map((spec) => [spec.id, spec]));
  return {
    events: mergedEvents(generatedFills(size), hedges.events),
    specOf: (contract) => specs.get(contract),
    coins,
    options: {
      methodAt: () => 'fifo',
      scope: 'account',
      longTermFrom,
      timeZone: utc,
      prices,
      movements: [],
    },
  };
}

function factsOf(
  { events, specOf, options }: Ledger,
  lots: LotMatching,
  legs: ReturnType<typeof generatedRecords>,
  elections: TaxElectionValues = defaultTaxElections,
): UsFacts {
  return usFactsOf({
    lots,
    events,
    specOf,
    prices: options.prices,
    timeZone: utc,
    asOf: benchDay,
    elections,
    legs,
    regimeOf: () => 'none',
    waiting: [],
  });
}

function yearsOf(facts: UsFacts, of: Profile): TaxYears {
  return taxYearsOf({ profile: of, facts, currentYear: 2026, lastYear: 2032 });
}

const profile: Profile = {
  jurisdiction: 'us',
  currency: assetId('USD'),
  timeZone: utc,
  carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years: [
    {
      year: 2023,
      filingStatus: 'single',
      ordinaryIncome: money('150000'),
      deduction: 'standard',
      otherInvestmentIncome: zeroMoney,
      qualifiedDividends: zeroMoney,
      otherShortTermGain: zeroMoney,
      otherLongTermGain: zeroMoney,
      stateRate: zeroRate,
      seniors: 0,
      blind: 0,
    },
  ],
};
