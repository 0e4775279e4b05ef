/**
 * What the engine makes of the facts: computed when first asked for, kept as long as ledger and day stay the same.
 *
 * events (counted once, up to the end of the day) → price book → lots, positions → holdings; lots, futures, records → facts of tax → tax years
 */
import type { AccountId } from '../../shared/domain/account.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { LotMethod, OpenLot } from '../../shared/domain/lot.ts';
import { taxElectionsOf } from '../../shared/domain/tax-elections.ts';
import type { StraddleRegime, TaxElectionValues } from '../../shared/domain/tax-elections.ts';
import { ok } from '../../shared/errors/failure.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { dateText, yearOf } from '../../shared/time/local-date.ts';
import type { LocalDate } from '../../shared/time/local-date.ts';
import { endOfDay, localDateOf } from '../../shared/time/time-zone.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { withoutOrphans } from '../engine/events/orphaned-corrections.ts';
import { withValuesIn } from '../engine/valuation/stated-values.ts';
import { eventsUntil } from '../engine/events/ordered-events.ts';
import { ELSEWHERE } from '../engine/events/own-movement.ts';
import { movementsInSteps } from '../engine/events/own-movements.ts';
import { stablecoinsAtParIn } from './services/prices/stablecoins-at-par.ts';
import { transferDecisionsIn } from './services/transfers/kept-decisions.ts';
import type { OwnMovements } from '../engine/events/own-movements.ts';
import { positionsOf } from '../engine/futures/positions.ts';
import { positionsOn } from '../engine/futures/positions-on-day.ts';
import type { PositionsOnDay } from '../engine/futures/positions-on-day.ts';
import { heldOf } from '../engine/holdings/balances.ts';
import type { Holdings } from '../engine/holdings/holdings.ts';
import { holdingsOf } from '../engine/holdings/holdings-of.ts';
import type { LotMatching } from '../engine/lots/lot-matching.ts';
import type { UsFacts } from '../engine/tax/jurisdictions/us/us-facts.ts';
import type { Steps } from '../engine/steps.ts';
import { taxYearsOf } from '../engine/tax/tax-years.ts';
import type { TaxYears } from '../engine/tax/tax-years.ts';
import { priceBookOf } from '../engine/valuation/price-book.ts';
import type { PriceBook } from '../engine/valuation/price-book.ts';
import type { CallContext } from './call-context.ts';
import { derivedLotsInSteps, methodAmong } from './derived-lots.ts';
import type { DerivedLots } from './derived-lots.ts';
import { LATEST, factsOf } from './facts.ts';
import { keptFor } from './kept-for.ts';
import { madeOnce } from './made-once.ts';
import { paced } from './paced.ts';
import { rankedIn } from './ranked-in.ts';
import { statesDollars } from './ranks.ts';
import type { Counted } from './ranked-in.ts';
import { usFactsWith } from './us-facts-with.ts';
import type { Facts } from './facts.ts';

export interface Derived {
  readonly facts: Facts;
  /** The taxpayer's local day that figures are as of. */
  readonly asOf: LocalDate;
  /** The end of that day: later events and prices do not count. */
  readonly at: Instant;
  /** In ledger order; replaced events and rows that repeat another left out. */
  readonly events: readonly LedgerEvent[];
  /** Which rows of several files count, and what the others say. */
  readonly ranked: Counted;
  readonly prices: PriceBook;
  readonly movements: OwnMovements;
  readonly lots: LotMatching;
  /** What they were made with. */
  readonly ofLots: DerivedLots;
  /** In force for every account that holds lots; null where accounts differ. */
  readonly lotMethod: LotMethod | null;
  /** The open lots that can be sold or hedged: without those that left and arrived nowhere. */
  readonly heldLots: readonly OpenLot[];
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly positions: PositionsOnDay;
  readonly holdings: Holdings;
  /** In force about taxes on futures and straddles. */
  readonly taxElections: TaxElectionValues;
  /** What the ledger says about every tax year, before any law: what-ifs change it. */
  readonly usFacts: UsFacts;
  readonly taxYears: TaxYears;
  /** The account's name, or "Elsewhere" for units that left without a known arrival. */
  accountName(account: AccountId): string;
}

/**
 * What the engine makes of the open ledger as of the call's day.
 * Errors: `ledger/locked`.
 */
export async function derivedOf(context: Pick<CallContext, 'session' | 'now'>): Promise<Result<Derived>> {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const asOf = localDateOf(context.now, facts.value.timeZone);
  const key = `derived:${facts.value.state}:${dateText(asOf)}`;
  const { ledger, cache } = context.session;
  let derived = cache.get(key) as Promise<Derived> | undefined;
  if (derived === undefined) {
    const { derived: fresh, heavy } = deriveFrom(facts.value, asOf, cache, ledger?.meta.sample !== null);
    derived = paced(heavy()).then(() => fresh);
    cache.set(key, derived);
    derived.catch(() => cache.delete(key));
  }
  return ok(await derived);
}

interface Supposed {
  readonly elections: Facts['elections'];
  /** As if every hedge that it fits had been marked so on its day; null: as the records have it. */
  readonly regime: StraddleRegime | null;
}

/**
 * What the engine would make of the same ledger if other choices were in it: nothing is stored.
 * In: `ofLots`, the lots where the change does not touch them; without it they are matched anew.
 */
export function derivedWith(
  derived: Derived,
  { elections, regime }: Supposed,
  ofLots?: DerivedLots,
): Derived {
  const cache = new Map<string, unknown>([[`${LATEST}lots`, derived.ofLots.matching]]);
  return deriveFrom({ ...derived.facts, elections }, derived.asOf, cache, false, { ofLots, regime }).derived;
}

// What is made of the same events, terms and accounts is the same: an edit of something else does not make it again.
const rankedOf = keptFor((events: readonly LedgerEvent[]) =>
  keptFor((forcedIn: Facts['forcedIn']) => {
    const byZone = new Map<TimeZone, Counted>();
    return (timeZone: TimeZone): Counted => {
      let known = byZone.get(timeZone);
      if (known === undefined) byZone.set(timeZone, (known = rankedIn(events, { timeZone, forcedIn })));
      return known;
    };
  }),
);
/** Whether a correction stands does not depend on the day. */
const standingIn = keptFor(withoutOrphans);
const movementsOf = keptFor((events: readonly LedgerEvent[]) =>
  keptFor((settings: Facts['settings']) =>
    madeOnce(() => movementsInSteps(events, transferDecisionsIn(settings))),
  ),
);
const futuresAccountsOf = keptFor(
  (accounts: Facts['accounts']): ReadonlySet<AccountId> =>
    new Set([...accounts.values()].filter(({ kind }) => kind === 'futures').map(({ id }) => id)),
);
const taxElectionsFor = keptFor(taxElectionsOf);
const positionsFor = keptFor((events: readonly LedgerEvent[]) =>
  keptFor((specOf: Facts['termsOf']) =>
    keptFor((accounts: Facts['accounts']) =>
      positionsOf({ events, specOf, futuresAccounts: futuresAccountsOf(accounts) }),
    ),
  ),
);

interface Deriving {
  readonly derived: Derived;
  /** Makes what takes long, and what nearly every screen asks for, a step at a time. */
  readonly heavy: () => Steps<void>;
}

/** What the engine makes of facts as of a day; each part is computed when it is first read. */
function deriveFrom(
  facts: Facts,
  asOf: LocalDate,
  cache: CallContext['session']['cache'],
  isSample: boolean,
  given?: { readonly ofLots: DerivedLots | undefined; readonly regime: StraddleRegime | null },
): Deriving {
  const at = endOfDay(asOf, facts.timeZone);
  const ranked = once(() =>
    rankedOf(eventsUntil(standingIn(facts.events), at))(facts.forcedIn)(facts.timeZone),
  );
  const events = once(() => withValuesIn(facts.currency, ranked().counted, statesDollars));
  const prices = once(() => priceBookOf(facts.currency, facts.marks, stablecoinsAtParIn(facts.settings)));
  const movements = once(() => movementsOf(events())(facts.settings)());
  const futuresAccounts = futuresAccountsOf(facts.accounts);
  const ofLots = madeOnce(function* () {
    if (given?.ofLots !== undefined) return given.ofLots;
    const made = { events: events(), prices: prices(), movements: movements() };
    return yield* derivedLotsInSteps({ facts, ...made, futuresAccounts, at }, cache);
  });
  const lots = (): LotMatching => ofLots().matching;
  const heldLots = once(() => heldOf(lots().openLots));
  const positions = once(() => positionsOn(positionsFor(events())(facts.termsOf)(facts.accounts), asOf));
  const holdings = once(() => {
    const { openLots } = lots();
    return holdingsOf({
      events: events(),
      openLots,
      positions: positions().open,
      prices: prices(),
      at,
      asOf,
    });
  });
  const taxElections = taxElectionsFor(facts.elections);
  const usFacts = once(() => usFactsWith(derived, taxElections, given?.regime ?? null));
  const taxYears = once(() =>
    taxYearsOf({ profile: facts.profile, facts: usFacts(), currentYear: yearOf(asOf) }),
  );
  const derived: Derived = {
    facts,
    asOf,
    at,
    futuresAccounts,
    taxElections,
    get events() {
      return events();
    },
    get ranked() {
      return ranked();
    },
    get prices() {
      return prices();
    },
    get movements() {
      return movements();
    },
    get lots() {
      return lots();
    },
    get ofLots() {
      return ofLots();
    },
    get lotMethod() {
      const accounts = new Set(heldLots().map(({ account }) => account));
      return methodAmong(accounts, ofLots().onRecord, isSample ? afterAllRecords(facts, at) : at);
    },
    get heldLots() {
      return heldLots();
    },
    get positions() {
      return positions();
    },
    get holdings() {
      return holdings();
    },
    get usFacts() {
      return usFacts();
    },
    get taxYears() {
      return taxYears();
    },
    accountName: (account) => nameOf(account, facts),
  };
  return {
    derived,
    heavy: function* () {
      ranked();
      yield;
      yield* movementsOf(events())(facts.settings).inSteps();
      yield* ofLots.inSteps();
      for (const part of [heldLots, positions, holdings]) {
        yield;
        part();
      }
    },
  };
}

function nameOf(account: AccountId, facts: Facts): string {
  if (account === ELSEWHERE) return 'Elsewhere';
  return facts.accounts.get(account)?.name ?? account;
}

/** In a sample today is a day in the past, and what the user puts on record has today's date: it counts all the same. */
function afterAllRecords({ records }: Facts, at: Instant): Instant {
  const last = records.at(-1)?.recordedAt;
  return last !== undefined && last > at ? last : at;
}

/** Computes on first use, then remembers. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
