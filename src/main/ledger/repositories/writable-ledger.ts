import type { Result } from '../../../shared/errors/failure.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { BatchId } from '../batch.ts';
import { change, type Change } from '../database/change.ts';
import type { JournalKind } from '../database/journal.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { WritableLedger } from '../ledger.ts';
import { storeAccount } from './accounts.ts';
import { findBatch, removeBatch } from './batches.ts';
import { storeContractOverride } from './contract-overrides.ts';
import { storeElection } from './elections.ts';
import { storeMarks } from './marks.ts';
import { dropStoredPlan, storeLegProgress, storePlan, storeStepMark } from './plan-writer.ts';
import { storePolicy } from './policy.ts';
import { storeProfile } from './profile.ts';
import { appendRecord } from './records.ts';
import { beginImport } from './running-import.ts';

/** What can be changed in an open ledger: each line is one transaction and one line of the journal. */
export function writableLedger(file: LedgerFile): WritableLedger {
  const journaled = <T>(
    kind: JournalKind,
    subject: string,
    at: Instant,
    work: (change: Change) => Promise<T>,
  ): Promise<Result<T>> => change(file, { kind, subject, at }, work);
  return {
    beginImport: () => beginImport(file),
    undoBatch: (batch, at) => undoBatch(file, batch, at),
    saveAccount: (account, at) => journaled('account', account.id, at, (to) => storeAccount(to, account)),
    savePrices: (marks, at) => journaled('prices', '', at, (to) => storeMarks(to, marks)),
    saveContractOverride: (spec, at) =>
      journaled('contract', spec.id, at, (to) => storeContractOverride(to, spec, at)),
    saveProfile: (profile, at) => journaled('profile', '', at, (to) => storeProfile(to, profile, at)),
    savePolicy: (policy, at) => journaled('policy', '', at, (to) => storePolicy(to, policy, at)),
    saveElection: (election) =>
      journaled('election', election.id, election.madeAt, (to) => storeElection(to, election)),
    savePlan: (plan, record) =>
      journaled('plan', plan.id, record.recordedAt, (to) => storePlan(to, plan, record)),
    dropPlan: (plan, at) => journaled('plan-dropped', plan, at, (to) => dropStoredPlan(to, plan, at)),
    saveLegProgress: (plan, leg, progress, at) =>
      journaled('leg', `${plan} ${leg}`, at, (to) => storeLegProgress(to, plan, leg, progress)),
    markStep: (plan, step, doneAt, at) =>
      journaled('step', `${plan} ${step}`, at, (to) => storeStepMark(to, plan, step, doneAt)),
    appendRecord: (record) =>
      journaled('record', record.kind, record.recordedAt, (to) => appendRecord(to, record)),
  };
}

/** The journal names the file by its hash: the number of a batch would differ between ledgers of the same files. */
async function undoBatch(
  file: LedgerFile,
  id: BatchId,
  at: Instant,
): Promise<Result<{ readonly removed: number }>> {
  const subject = (await findBatch(file.db, id))?.file_hash ?? '';
  return change(file, { kind: 'undo', subject, at }, (to) => removeBatch(to, id));
}
