/** A made-up ledger of any length: two accounts, three coins, most of it sold in 2025. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import { defaultTaxElections } from '../../../src/shared/domain/tax-elections.ts';
import { zeroMoney, zeroRate } from '../../../src/shared/num/types.ts';
import { money, price, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { endOfDay, utc } from '../../../src/shared/time/time-zone.ts';
import { explainContext } from '../../../src/main/engine/explain/explain-context.ts';
import type { ExplainContext, Explainable } from '../../../src/main/engine/explain/explain-context.ts';
import { holdingsOf } from '../../../src/main/engine/holdings/holdings-of.ts';
import type { LotOptions } from '../../../src/main/engine/lots/lot-matching.ts';
import { matchLots } from '../../../src/main/engine/lots/match-lots.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { usFactsOf } from '../../../src/main/engine/tax/jurisdictions/us/us-facts-of.ts';
import { taxYearsOf } from '../../../src/main/engine/tax/tax-years.ts';
import { priceBookOf } from '../../../src/main/engine/valuation/price-book.ts';

const usd = assetId('USD');
const coins = ['BTC', 'ETH', 'SOL'].map(assetId);
const accounts = ['a', 'b'].map(accountId);
const asOf = localDate('2025-12-31');
const at = endOfDay(asOf, utc);

/** What is given in place of a made-up ledger's own: other lot options, other records. */
export type Given = Partial<Explainable> & { readonly events?: readonly LedgerEvent[] };

export function largeContext(rows: number): ExplainContext {
  return contextOf({ events: eventsOf(rows) });
}

/** Explanations of events by the engine's own results. */
export function contextOf({ events = [], ...given }: Given): ExplainContext {
  const marks = coins.map((of) => ({ of, time: at, price: price('150'), source: 'test' }));
  const prices = given.prices ?? priceBookOf(usd, marks);
  const movements = given.movements ?? [];
  const lotOptions: LotOptions = given.lotOptions ?? {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements,
  };
  const lots = matchLots(events, lotOptions);
  const facts = usFactsOf({
    lots,
    events,
    specOf: () => undefined,
    prices,
    timeZone: utc,
    asOf,
    elections: defaultTaxElections,
    legs: [],
    regimeOf: () => 'none',
    waiting: [],
  });
  const holdings = holdingsOf({ events, openLots: lots.openLots, positions: [], prices, at, asOf });
  return explainContext({
    events,
    movements,
    prices,
    lots,
    lotOptions,
    holdings,
    futuresAccounts: new Set(),
    positions: [],
    results: [],
    clocks: () => new Map(),
    taxYears: taxYearsOf({ profile, currentYear: 2025, facts }),
    at,
    asOf,
    timeZone: utc,
    hedged: () => new Map(),
    accountName: (account) => account,
    orderAt: () => undefined,
    identificationOf: () => null,
    ...given,
  });
}

const profile = {
  jurisdiction: 'us',
  currency: usd,
  timeZone: utc,
  carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  inflation: zeroRate,
  history: [],
  waiting: [],
  years: [
    {
      year: 2025,
      filingStatus: 'single',
      ordinaryIncome: money('100000'),
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
} as const;

/** Every third row sells what one row before bought. */
function eventsOf(rows: number): readonly LedgerEvent[] {
  const start = Date.parse('2025-01-01T00:00:00Z');
  const step = Math.floor((364 * 86_400_000) / rows);
  return Array.from({ length: rows }, (_, row): LedgerEvent => {
    const sells = row % 5 > 2;
    const asset = coins[Math.floor(row / 5) % 3] ?? usd;
    const account = accounts[Math.floor(row / 15) % 2] ?? accountId('a');
    const worth = 100 + (row % 97);
    const legs = [
      { account, asset, quantity: quantity(sells ? '-1' : '1'), role: 'principal' },
      { account, asset: usd, quantity: quantity(String(sells ? worth : -worth)), role: 'principal' },
    ] as const;
    return {
      id: `e${row}-0` as EventId,
      time: instantFromEpochMs(start + row * step),
      sequence: row,
      kind: sells ? 'sell' : 'buy',
      legs,
      source: { file: 'large.csv', line: row + 2, format: 'test' },
    };
  });
}
