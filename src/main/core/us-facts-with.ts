/** What a ledger says about tax years, under the elections in force or others. */
import { straddleRegimes } from '../../shared/domain/straddle-identification.ts';
import type { HedgeLegId } from '../../shared/domain/hedge.ts';
import type { StraddleRegime, TaxElectionValues } from '../../shared/domain/tax-elections.ts';
import type { AccountId } from '../../shared/domain/account.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { LocalDate } from '../../shared/time/local-date.ts';
import { usFactsOf } from '../engine/tax/jurisdictions/us/us-facts-of.ts';
import type { UsFacts } from '../engine/tax/jurisdictions/us/us-facts.ts';
import type { LotMatching } from '../engine/lots/lot-matching.ts';
import type { PriceBook } from '../engine/valuation/price-book.ts';
import type { Facts } from './facts.ts';
import { keptFor } from './kept-for.ts';
import { legsOnRecord } from './legs-on-record.ts';

/** What is derived of a ledger before any tax. */
interface Ledger {
  readonly facts: Facts;
  readonly lots: LotMatching;
  readonly events: readonly LedgerEvent[];
  readonly prices: PriceBook;
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly asOf: LocalDate;
}

// Read once for each state of the ledger.
const legsOf = keptFor((facts: Facts) => legsOnRecord(facts));
const regimesOf = keptFor(straddleRegimes);

/** In: `supposed`, as if every hedge that it fits had been marked so on its day; null: as the records have it. */
export function usFactsWith(
  ledger: Ledger,
  elections: TaxElectionValues,
  supposed: StraddleRegime | null,
): UsFacts {
  const { facts, lots, events, prices, futuresAccounts, asOf } = ledger;
  const { records, timeZone, profile, termsOf } = facts;
  const regimes = regimesOf(records);
  return usFactsOf({
    lots,
    events,
    specOf: termsOf,
    futuresAccounts,
    prices,
    timeZone,
    asOf,
    elections,
    legs: legsOf(facts),
    regimeOf: (leg, acquired) => regimes(leg as HedgeLegId, acquired),
    supposed,
    waiting: profile?.waiting ?? [],
  });
}
