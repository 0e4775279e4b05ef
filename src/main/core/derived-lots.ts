/** Lots of a ledger: what is on record decides which units leave; what an earlier state gave is taken up from. */
import type { AccountId } from '../../shared/domain/account.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { LotMethod } from '../../shared/domain/lot.ts';
import { zeroMoney } from '../../shared/num/types.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { OwnMovements } from '../engine/events/own-movements.ts';
import { lotLaws } from '../engine/lots/law/lot-laws.ts';
import type { LotMatching, LotOptions, TermRates } from '../engine/lots/lot-matching.ts';
import { lotsInSteps } from '../engine/lots/match-lots.ts';
import { identifiedLots } from '../engine/lots/records/identified-lots.ts';
import type { IdentifiedLots } from '../engine/lots/records/identified-lots.ts';
import type { Steps } from '../engine/steps.ts';
import { assessYear } from '../engine/tax/assess-year.ts';
import { longTermFrom } from '../engine/tax/jurisdictions/us/long-term-from.ts';
import { emptyRealisedYear } from '../engine/tax/realised-years.ts';
import { yearInputOf } from '../engine/tax/year-input-of.ts';
import type { PriceBook } from '../engine/valuation/price-book.ts';
import { LATEST } from './facts.ts';
import type { Facts } from './facts.ts';
import { lotsOnRecord } from './lots-on-record.ts';
import type { LotsOnRecord } from './lots-on-record.ts';
import type { Session } from './session.ts';

export interface DerivedLots {
  readonly onRecord: LotsOnRecord;
  readonly identified: IdentifiedLots;
  /** What the matching was made with. */
  readonly options: LotOptions;
  readonly matching: LotMatching;
}

export interface LotInput {
  readonly facts: Facts;
  /** In ledger order, counted once, up to the day asked about. */
  readonly events: readonly LedgerEvent[];
  readonly prices: PriceBook;
  readonly movements: OwnMovements;
  readonly futuresAccounts: ReadonlySet<AccountId>;
  /** The end of the day asked about. */
  readonly at: Instant;
}

/** In: `cache`, where the last matching is kept for the next. */
export function* derivedLotsInSteps(input: LotInput, cache: Session['cache']): Steps<DerivedLots> {
  const { facts, events } = input;
  const onRecord = lotsOnRecord(facts);
  const identified = identifiedLots(events, onRecord.identifications, onRecord.context);
  const options = lotOptionsOf(input, onRecord, identified);
  const key = `${LATEST}lots`;
  yield;
  const matching = yield* lotsInSteps(events, options, cache.get(key) as LotMatching | undefined);
  cache.set(key, matching);
  return { onRecord, identified, options, matching };
}

function lotOptionsOf(input: LotInput, onRecord: LotsOnRecord, identified: IdentifiedLots): LotOptions {
  const { facts, prices, movements, futuresAccounts } = input;
  return {
    methodAt: onRecord.methodAt,
    scope: onRecord.scope,
    at: input.at,
    longTermFrom,
    timeZone: facts.timeZone,
    prices,
    movements: movements.movements,
    futuresAccounts,
    chosenLots: identified.chosenLots,
    elections: onRecord.elections,
    ratesOf: ratesOf(facts),
  };
}

/**
 * What a gain of each term costs in a year before any gain of the ledger: by the profile, else at the top rates.
 * What `lowest-tax` goes by.
 */
function ratesOf({ profile }: Pick<Facts, 'profile'>): (year: number) => TermRates {
  const known = new Map<number, TermRates>();
  return (year) => {
    let rates = known.get(year);
    if (rates === undefined) known.set(year, (rates = ratesOfYear(year, profile)));
    return rates;
  };
}

function ratesOfYear(year: number, profile: Facts['profile']): TermRates {
  const top = lotLaws.us.topRates(year);
  const given = profile?.years.findLast((one) => one.year <= year) ?? profile?.years[0];
  if (profile === null || given === undefined) return top;
  const noLosses = { shortTerm: zeroMoney, longTerm: zeroMoney };
  const input = yearInputOf(year, given, emptyRealisedYear(year), noLosses, profile.inflation);
  const assessed = assessYear(profile.jurisdiction, input);
  if (!assessed.ok) return top;
  const { shortTerm, longTerm } = assessed.value.marginalRates;
  return { short: shortTerm, long: longTerm };
}

/** The method in force, or null where accounts differ. */
export function methodAmong(
  accounts: Iterable<AccountId>,
  { methodAt }: Pick<LotsOnRecord, 'methodAt'>,
  at: Instant,
): LotMethod | null {
  const methods = new Set([...accounts].map((account) => methodAt(account, at)));
  if (methods.size === 0) return 'fifo';
  const [only] = methods;
  return methods.size === 1 && only !== undefined ? only : null;
}
