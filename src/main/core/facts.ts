import type { Account, AccountId } from '../../shared/domain/account.ts';
import { assetId } from '../../shared/domain/asset.ts';
import type { AssetId } from '../../shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { Election, HedgePlan } from '../../shared/domain/hedge.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { Result } from '../../shared/errors/failure.ts';
import { fail, ok } from '../../shared/errors/failure.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { utc } from '../../shared/time/time-zone.ts';
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
  readonly elections: readonly Election[];
  readonly plans: readonly HedgePlan[];
  /** The shipped catalogue with the ledger's own contract terms on top. */
  readonly catalogue: ReadonlyMap<ContractId, ContractSpec>;
  /** The profile's, or USD until there is one. */
  readonly currency: AssetId;
  /** The profile's, or UTC until there is one. */
  readonly timeZone: TimeZone;
}

/**
 * The facts of the session's open ledger.
 * Errors: `ledger/locked`.
 */
export function factsOf(session: Session): Result<Facts> {
  if (session.ledger === null) return fail('ledger/locked', {});
  const ledgerHash = session.ledger.hash();
  const key = `facts:${ledgerHash}`;
  const known = session.cache.get(key) as Facts | undefined;
  if (known !== undefined) return ok(known);
  const facts = loadFacts(session.ledger, ledgerHash);
  session.cache.set(key, facts);
  return ok(facts);
}

function loadFacts(ledger: NonNullable<Session['ledger']>, ledgerHash: string): Facts {
  const profile = ledger.profile();
  return {
    ledgerHash,
    events: ledger.events(),
    accounts: new Map(ledger.accounts().map((account) => [account.id, account])),
    marks: ledger.marks(),
    profile,
    policy: ledger.policy(),
    elections: ledger.elections(),
    plans: ledger.plans(),
    catalogue: new Map(ledger.contracts().map((spec) => [spec.id, spec])),
    currency: profile?.currency ?? assetId('USD'),
    timeZone: profile?.timeZone ?? utc,
  };
}
