/**
 * An open ledger: one encrypted SQLite file beside its key slots.
 *
 * Reading and writing have different types, so that code which gets only `ReadableLedger` cannot change a thing.
 * There is one connection; whoever comes while a transaction runs waits for its end.
 */
import type { Account } from '../../shared/domain/account.ts';
import type { ContractId } from '../../shared/domain/contract-spec.ts';
import type { ContractCorrection, ContractTerms, EvidentField } from '../../shared/domain/contract-terms.ts';
import type { EventId, LedgerEvent } from '../../shared/domain/event.ts';
import type {
  Election,
  HedgeLeg,
  HedgeLegId,
  HedgePlan,
  IdentificationRecord,
  PlanId,
} from '../../shared/domain/hedge.ts';
import type { Observation, SeriesKey } from '../../shared/domain/observation.ts';
import type { Policy, PolicyVersion } from '../../shared/domain/policy.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { LocalDate } from '../../shared/time/local-date.ts';
import type { Batch, BatchCoverage, BatchId, EventRow } from './batch.ts';
import type { ImportTransaction } from './import-transaction.ts';
import type { KdfCost } from './keys/kdf-cost.ts';
import type { StoredEvents } from './stored-events.ts';

export interface LedgerMeta {
  /** Random, made once, 32 hex digits. */
  readonly id: string;
  readonly createdAt: Instant;
  /** Set for a sample ledger: what "today" is in it. */
  readonly sample: { readonly asOf: LocalDate } | null;
}

/** An identification to be recorded; the ledger gives it its place in the chain. */
export interface NewRecord {
  readonly kind: IdentificationRecord['kind'];
  /** Canonical JSON (keys sorted). */
  readonly body: string;
  readonly recordedAt: Instant;
}

/** A plan with the identification record that was written in the same transaction. */
export interface StoredPlan {
  readonly plan: HedgePlan;
  readonly record: IdentificationRecord;
  /** The sequence of the record that it was dropped; null while it stands. */
  readonly dropped: number | null;
}

/** What became of a planned leg: the fills that it is, and the lots that it hedges. */
export interface LegLinks {
  readonly fills: readonly EventId[];
  readonly lots: HedgeLeg['lots'];
}

/** A series of market data and how much of it there is. */
export interface ObservedSeries {
  readonly key: SeriesKey;
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Names of files, and sources of what was typed. */
  readonly sources: readonly string[];
}

export interface RecordsCheck {
  readonly intact: boolean;
  /** The first record whose hash, place or predecessor is wrong. */
  readonly brokenAt: number | null;
}

/** A piece of a full export: whole lines. */
export interface ExportPiece {
  readonly text: string;
  /** null after the last one. */
  readonly next: string | null;
  /** Tables that are written, and how many there are. */
  readonly done: number;
  readonly total: number;
}

export interface ReadableLedger {
  /** All events with their legs, in their total order: time, sequence, id. */
  events(): Promise<readonly LedgerEvent[]>;
  /** The same; given what an earlier state held, only what is new is read, and what is still there is the same object. */
  storedEvents(known: StoredEvents | null): Promise<StoredEvents>;
  eventCount(): Promise<number>;
  /** The row an event came from; undefined where there is no such event. */
  eventRow(event: EventId): Promise<EventRow | undefined>;
  /** Imports that were not undone, oldest first. */
  batches(): Promise<readonly Batch[]>;
  /** What the rows of each import cover, whichever file brought them. No part of the content hash. */
  coverage(): Promise<readonly BatchCoverage[]>;
  accounts(): Promise<readonly Account[]>;
  /** The prices in force, oldest first. */
  marks(): Promise<readonly PriceMark[]>;
  /** What the user set against the catalogue, those in force, by contract and field. */
  contractCorrections(): Promise<readonly ContractCorrection[]>;
  /** Contracts that the user added, by id. */
  ownContracts(): Promise<readonly ContractTerms[]>;
  /** Canonical JSON by key. */
  settings(): Promise<ReadonlyMap<string, string>>;
  /** What the user decided about single rows: canonical JSON by event. */
  rowDecisions(): Promise<ReadonlyMap<string, string>>;
  /** A full scan: about a second for some million rows. */
  observedSeries(): Promise<readonly ObservedSeries[]>;
  /** Oldest first; both ends belong to it. Which of several for one time counts: `in-force.ts`. */
  observations(key: SeriesKey, from?: Instant, to?: Instant): Promise<readonly Observation[]>;
  /** null until it is saved for the first time. */
  profile(): Promise<Profile | null>;
  /** The policy in force; null until one is saved. */
  policy(): Promise<Policy | null>;
  /** Every policy that was ever saved, oldest first. */
  policyVersions(): Promise<readonly PolicyVersion[]>;
  /** The latest choice of each election. */
  elections(): Promise<readonly Election[]>;
  /** Dropped ones included, oldest first. */
  plans(): Promise<readonly StoredPlan[]>;
  /** The whole chain, from the first. */
  records(): Promise<readonly IdentificationRecord[]>;
  /** Computes the chain of identification records anew. */
  verifyRecords(): Promise<RecordsCheck>;
  /**
   * The whole ledger as text, some megabytes at a time: an empty ledger that restores the lines has the same content hash.
   * In: what the piece before said comes next; null for the first. Errors: `ledger/changed-meanwhile`.
   */
  exportPiece(next: string | null): Promise<Result<ExportPiece>>;
  /** Computes the content hash from everything that is stored; equals `Ledger.hash()` unless the file was tampered with. */
  recomputeHash(): Promise<string>;
}

/**
 * Every change is one transaction and one line of the journal.
 * Errors, of each: `ledger/disk-full`, `ledger/read-only`, `ledger/disk-fault`; then nothing has changed.
 */
export interface WritableLedger {
  /** Waits until whatever else is under way has ended. */
  beginImport(): Promise<ImportTransaction>;
  /** Takes an import back, with what only it brought. Out: how many events and rows of market data. Errors: `ledger/no-such-batch`. */
  undoBatch(batch: BatchId, at: Instant): Promise<Result<{ readonly removed: number }>>;
  saveAccount(account: Account, at: Instant): Promise<Result<void>>;
  /** A typed price counts before what files state for the same thing and time, and takes the place of an earlier one. Out: how many were new or different. */
  savePrices(marks: readonly PriceMark[], at: Instant): Promise<Result<number>>;
  /** Takes the place of an earlier one for the same contract and field, which stays as history. */
  saveContractCorrection(correction: ContractCorrection): Promise<Result<void>>;
  /** Several of one contract, all or none. */
  saveContractCorrections(
    contract: ContractId,
    corrections: readonly ContractCorrection[],
    at: Instant,
  ): Promise<Result<void>>;
  /** Errors: `contracts/not-corrected`. */
  takeBackCorrection(contract: ContractId, field: EvidentField, at: Instant): Promise<Result<void>>;
  /** Takes the place of the one with the same id. */
  saveOwnContract(terms: ContractTerms, at: Instant): Promise<Result<void>>;
  /** Errors: `contracts/not-own`. */
  removeOwnContract(contract: ContractId, at: Instant): Promise<Result<void>>;
  /** In: canonical JSON; null removes. */
  saveSetting(key: string, document: string | null, at: Instant): Promise<Result<void>>;
  /** What the user decides about single rows, all or none. In: canonical JSON by event; null takes a decision back. */
  saveRowDecisions(decisions: ReadonlyMap<string, string | null>, at: Instant): Promise<Result<void>>;
  /** Typed market data: it counts before what files state. Out: how many were new or different. */
  saveObservations(list: readonly Observation[], at: Instant): Promise<Result<number>>;
  saveProfile(profile: Profile, at: Instant): Promise<Result<void>>;
  savePolicy(policy: Policy, at: Instant): Promise<Result<void>>;
  /** Also writes an identification record of kind `election`. `keptElsewhere`: own books are said to show it. */
  saveElection(election: Election, keptElsewhere?: boolean): Promise<Result<IdentificationRecord>>;
  /**
   * Stores the plan and the record that identifies what it hedges, with further records that have to be of the same
   * moment: all or none. Errors: `ledger/record-before-last`.
   */
  savePlan(plan: HedgePlan, record: NewRecord, also?: readonly NewRecord[]): Promise<Result<StoredPlan>>;
  /**
   * Drops a plan with a record that says so; the plan and the record of what it was to hedge stay in the file.
   * Errors: `targets/no-such-plan`, also for one that was dropped before.
   */
  dropPlan(plan: PlanId, at: Instant): Promise<Result<IdentificationRecord>>;
  /**
   * Says which fills a leg is and which lots it hedges, in place of what was said before, with the record of it and
   * further ones of the same moment.
   * Errors: `ledger/no-such-leg`, `ledger/record-before-last`.
   */
  saveLegFills(
    plan: PlanId,
    leg: HedgeLegId,
    links: LegLinks,
    record: NewRecord,
    also?: readonly NewRecord[],
  ): Promise<Result<IdentificationRecord>>;
  /** In: null takes the mark away. Errors: `ledger/no-such-step`. */
  markStep(plan: PlanId, step: string, doneAt: Instant | null, at: Instant): Promise<Result<void>>;
  /**
   * Takes in what `exportPiece` gave, line by line. Errors: `ledger/not-empty`, `ledger/export-newer`, `ledger/export-damaged`.
   */
  restore(
    lines: Iterable<string> | AsyncIterable<string>,
    at: Instant,
  ): Promise<Result<{ readonly events: number }>>;
  /** Errors: `ledger/record-before-last`. */
  appendRecord(record: NewRecord): Promise<Result<IdentificationRecord>>;
}

/** A change of the passphrase. The recovery key stays as it is. */
export interface PassphraseChange {
  /** The passphrase, or the recovery key for whoever has lost it. */
  readonly current: Buffer | string;
  readonly next: Buffer | string;
  /** Work per guess of the new passphrase; tests pass less. */
  readonly kdfCost?: KdfCost;
}

export interface Ledger {
  readonly path: string;
  readonly meta: LedgerMeta;
  readonly read: ReadableLedger;
  readonly write: WritableLedger;
  /** The content hash: equal for equal content, whatever way led there. Costs nothing. */
  hash(): string;
  /**
   * Another after every change, those that leave the content hash as it was included: an undo after which a row stands in
   * another file. What is cached of file names and lines is cached under it. Costs nothing.
   */
  state(): string;
  /** Errors: `ledger/wrong-passphrase`, `ledger/disk-full`, `ledger/read-only`, `ledger/disk-fault`. */
  changePassphrase(change: PassphraseChange): Promise<Result<void>>;
  /** Waits for what is under way, then closes the file. Memory is clean only once the process has ended. */
  close(): Promise<void>;
}
