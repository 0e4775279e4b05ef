import type { Account, AccountId } from '../../shared/domain/account.ts';
import { assetId } from '../../shared/domain/asset.ts';
import type { AssetId } from '../../shared/domain/asset.ts';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import type { ContractSpec } from '../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../shared/domain/contract-terms.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { Result } from '../../shared/errors/failure.ts';
import { fail, ok } from '../../shared/errors/failure.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { utc } from '../../shared/time/time-zone.ts';
import { contractLookup } from '../engine/futures/contract-lookup.ts';
import type { TermsOf } from '../engine/futures/contract-lookup.ts';
import type { ReadableLedger, StoredPlan } from '../ledger/ledger.ts';
import type { Session } from './session.ts';

/** All that the open ledger holds and the engine reads, loaded once per state of the ledger. */
export interface Facts {
  /** Tells states of the ledger apart: whatever is derived from facts is cached under it. */
  readonly ledgerHash: string;
  /** As stored, in no promised order; rows that repeat others included. */
  readonly events: readonly LedgerEvent[];
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly marks: readonly PriceMark[];
  readonly profile: Profile | null;
  readonly policy: Policy | null;
  /** With the identification record that was written when each was saved; without those dropped. Oldest first. */
  readonly plans: readonly StoredPlan[];
  /** The shipped catalogue, then the user's own contract terms, which win. */
  readonly catalogue: readonly ContractTerms[];
  /** The terms of one contract, dated instances of a series included. */
  readonly termsOf: TermsOf;
  /** The profile's, or USD until there is one. */
  readonly currency: AssetId;
  /** The profile's, or UTC until there is one. */
  readonly timeZone: TimeZone;
}

/**
 * The facts of the session's open ledger.
 * Errors: `ledger/locked`.
 */
export async function factsOf(session: Session): Promise<Result<Facts>> {
  if (session.ledger === null) return fail('ledger/locked', {});
  const ledgerHash = session.ledger.hash();
  const key = `facts:${ledgerHash}`;
  let facts = session.cache.get(key) as Promise<Facts> | undefined;
  if (facts === undefined) {
    // Whatever was made of the ledger's earlier state is of no use any more.
    session.cache.clear();
    facts = loadFacts(session.ledger.read, ledgerHash);
    session.cache.set(key, facts);
    facts.catch(() => session.cache.delete(key));
  }
  return ok(await facts);
}

async function loadFacts(ledger: ReadableLedger, ledgerHash: string): Promise<Facts> {
  const profile = await ledger.profile();
  const accounts = await ledger.accounts();
  const catalogue = catalogueWith(await ledger.contractOverrides());
  return {
    ledgerHash,
    events: await ledger.events(),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    marks: await ledger.marks(),
    profile,
    policy: await ledger.policy(),
    plans: (await ledger.plans()).filter(({ dropped }) => dropped === null),
    catalogue,
    termsOf: contractLookup(catalogue),
    currency: profile?.currency ?? assetId('USD'),
    timeZone: profile?.timeZone ?? utc,
  };
}

function catalogueWith(overrides: readonly ContractSpec[]): readonly ContractTerms[] {
  const own = overrides.map((spec) => ({
    ...spec,
    series: null,
    minNotional: null,
    unconfirmed: [],
    notes: null,
  }));
  return [...contractCatalogue, ...own];
}
