import { isDeepStrictEqual } from 'node:util';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import { assetId } from '../../shared/domain/asset.ts';
import type { AssetId } from '../../shared/domain/asset.ts';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import type { ContractCorrection, ContractTerms } from '../../shared/domain/contract-terms.ts';
import type { EventId, LedgerEvent } from '../../shared/domain/event.ts';
import type { Election, IdentificationRecord } from '../../shared/domain/hedge.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { Result } from '../../shared/errors/failure.ts';
import { fail, ok } from '../../shared/errors/failure.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { utc } from '../../shared/time/time-zone.ts';
import { assembledInSteps } from '../engine/events/assemble-parts.ts';
import type { Assembly } from '../engine/events/assemble-parts.ts';
import { decidedRows } from '../engine/events/decided-rows.ts';
import { correctedCatalogue } from '../engine/futures/corrected-terms.ts';
import { contractLookup } from '../engine/futures/contract-lookup.ts';
import type { TermsOf } from '../engine/futures/contract-lookup.ts';
import type { Ledger, ReadableLedger, StoredPlan } from '../ledger/ledger.ts';
import type { StoredEvents } from '../ledger/stored-events.ts';
import { keptFor } from './kept-for.ts';
import { paced } from './paced.ts';
import { rowDecisions } from './services/imports/decide-rows.ts';
import type { Session } from './session.ts';
import { planNow } from './whole-events.ts';

/** All that the open ledger holds and the engine reads, loaded once per state of the ledger. */
export interface Facts {
  /** Tells states of the ledger apart, the names of files and lines included: whatever shows them is cached under it. */
  readonly state: string;
  /** Of what counts. */
  readonly ledgerHash: string;
  /** The rows as stored, in ledger order, without those that the user forced out. Unchanged ones are the same objects as before. */
  readonly stored: readonly LedgerEvent[];
  /** Rows that the user said are to count, whatever other files say. */
  readonly forcedIn: ReadonlySet<EventId>;
  /** Of those rows, rows of one event put together; events that repeat others included. In ledger order. */
  readonly events: readonly LedgerEvent[];
  /** How rows were put together, and what could not be. */
  readonly assembly: Assembly;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly marks: readonly PriceMark[];
  readonly profile: Profile | null;
  readonly policy: Policy | null;
  /** With the identification record that was written when each was saved; without those dropped. Oldest first. */
  readonly plans: readonly StoredPlan[];
  /** The latest choice of each election. */
  readonly elections: readonly Election[];
  /** The whole chain of identification records, from the first. */
  readonly records: readonly IdentificationRecord[];
  /** What the user set against the catalogue. */
  readonly corrections: readonly ContractCorrection[];
  /** Contracts that the user added, as they were added. */
  readonly ownContracts: readonly ContractTerms[];
  /** What the user set for margin, watch and stress: canonical JSON by key. */
  readonly settings: ReadonlyMap<string, string>;
  /** The shipped catalogue, then the user's own contracts, which win; corrections are in it. */
  readonly catalogue: readonly ContractTerms[];
  /** The terms of one contract, dated instances of a series included, with corrections. */
  readonly termsOf: TermsOf;
  /** The profile's, or USD until there is one. */
  readonly currency: AssetId;
  /** The profile's, or UTC until there is one. */
  readonly timeZone: TimeZone;
}

/** What the ledger's latest state left for the next one to begin with: it outlives `session.cache.clear()`. */
interface Latest {
  readonly events: StoredEvents;
  readonly facts: Facts;
}

/**
 * Entries of the session's cache that begin with this are kept when the ledger changes: what was made of its earlier
 * state, so that the next one is made from it.
 */
export const LATEST = 'latest:';

/**
 * The facts of the session's open ledger. After a change only what changed is read: what is equal stays the same object.
 * Errors: `ledger/locked`.
 */
export async function factsOf(session: Session): Promise<Result<Facts>> {
  if (session.ledger === null) return fail('ledger/locked', {});
  const state = session.ledger.state();
  const key = `facts:${state}`;
  let facts = session.cache.get(key) as Promise<Facts> | undefined;
  if (facts === undefined) {
    forgetEarlier(session);
    facts = loadInto(session, session.ledger, state);
    session.cache.set(key, facts);
    facts.catch(() => session.cache.delete(key));
  }
  return ok(await facts);
}

/** Whatever was derived from the ledger's earlier state is of no use any more. */
function forgetEarlier({ cache }: Session): void {
  for (const key of cache.keys()) if (!key.startsWith(LATEST)) cache.delete(key);
}

async function loadInto(session: Session, ledger: Ledger, state: string): Promise<Facts> {
  const key = `${LATEST}facts`;
  const latest = (session.cache.get(key) as Latest | undefined) ?? null;
  const ledgerHash = ledger.hash();
  const events = await ledger.read.storedEvents(latest?.events ?? null);
  const loaded = { state, ledgerHash, ...(await loadFacts(ledger.read, events.events)) };
  const facts = withEarlier(loaded, latest?.facts ?? null);
  session.cache.set(key, { events, facts } satisfies Latest);
  return facts;
}

async function loadFacts(
  ledger: ReadableLedger,
  rows: Facts['stored'],
): Promise<Omit<Facts, 'state' | 'ledgerHash'>> {
  const decisions = await rowDecisions(ledger);
  const stored = decidedRows(rows, decisions);
  const assembly = await assembledOf(stored);
  const profile = await ledger.profile();
  const accounts = await ledger.accounts();
  const timeZone = profile?.timeZone ?? utc;
  const corrections = await ledger.contractCorrections();
  const ownContracts = await ledger.ownContracts();
  const catalogue = correctedCatalogue([...contractCatalogue, ...ownContracts], corrections, timeZone);
  return {
    stored,
    forcedIn: new Set([...decisions].flatMap(([event, { choice }]) => (choice === 'in' ? [event] : []))),
    events: assembly.events,
    assembly,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    marks: await ledger.marks(),
    profile,
    policy: await ledger.policy(),
    plans: (await ledger.plans())
      .filter(({ dropped }) => dropped === null)
      .map((one) => ({ ...one, plan: planNow(assembly.eventOf, one.plan) })),
    elections: await ledger.elections(),
    records: await ledger.records(),
    corrections,
    ownContracts,
    settings: await ledger.settings(),
    catalogue,
    termsOf: contractLookup(catalogue),
    currency: profile?.currency ?? assetId('USD'),
    timeZone,
  };
}

const assembledOf = keptFor((stored: readonly LedgerEvent[]) => paced(assembledInSteps(stored)));

/** What did not change stays the object it was, so that whoever computes from it can see so at a glance. */
function withEarlier(facts: Facts, earlier: Facts | null): Facts {
  if (earlier === null) return facts;
  const catalogue = same(facts.catalogue, earlier.catalogue);
  return {
    ...facts,
    accounts: same(facts.accounts, earlier.accounts),
    marks: sameMarks(facts.marks, earlier.marks) ? earlier.marks : facts.marks,
    profile: same(facts.profile, earlier.profile),
    policy: same(facts.policy, earlier.policy),
    plans: same(facts.plans, earlier.plans),
    elections: same(facts.elections, earlier.elections),
    records: same(facts.records, earlier.records),
    corrections: same(facts.corrections, earlier.corrections),
    ownContracts: same(facts.ownContracts, earlier.ownContracts),
    settings: same(facts.settings, earlier.settings),
    forcedIn: same(facts.forcedIn, earlier.forcedIn),
    catalogue,
    termsOf: catalogue === earlier.catalogue ? earlier.termsOf : facts.termsOf,
  };
}

function same<T>(now: T, earlier: T): T {
  return isDeepStrictEqual(now, earlier) ? earlier : now;
}

/** Written out: there can be very many. */
function sameMarks(now: readonly PriceMark[], earlier: readonly PriceMark[]): boolean {
  return (
    now.length === earlier.length &&
    now.every((mark, place) => {
      const other = earlier[place];
      return (
        other !== undefined &&
        mark.time === other.time &&
        mark.price === other.price &&
        mark.of === other.of &&
        mark.source === other.source
      );
    })
  );
}
