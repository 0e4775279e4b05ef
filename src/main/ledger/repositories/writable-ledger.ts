import type { ContractCorrection } from '../../../shared/domain/contract-terms.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { BatchId } from '../batch.ts';
import { change, type Change } from '../database/change.ts';
import type { JournalKind } from '../database/journal.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { WritableLedger } from '../ledger.ts';
import { storeAccount } from './accounts.ts';
import { findBatch, removeBatch } from './batches.ts';
import { storeContractCorrection, takeBackStoredCorrection } from './contract-corrections.ts';
import { storeElection } from './elections.ts';
import { removeDocument, storeDocument } from './keyed-document.ts';
import { storeTypedMarks } from './marks.ts';
import { observationWriter } from './observation-writer.ts';
import { removeStoredContract, storeOwnContract } from './own-contracts.ts';
import { dropStoredPlan, storeLegFills, storePlan, storeStepMark } from './plan-writer.ts';
import { storePolicy } from './policy.ts';
import { storeProfile } from './profile.ts';
import { appendRecord } from './records.ts';
import { beginImport } from './begin-import.ts';
import { restoreLines } from './whole-ledger.ts';

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
    savePrices: (marks, at) =>
      journaled('prices', '', at, async ({ content }) => storeTypedMarks(file.database, content, marks)),
    saveContractCorrection: (correction) =>
      journaled('contract', subjectOf(correction), correction.setAt, (to) =>
        storeContractCorrection(to, correction),
      ),
    saveContractCorrections: (contract, corrections, at) =>
      journaled('contract', contract, at, async (to) => {
        for (const correction of corrections) await storeContractCorrection(to, correction);
      }),
    takeBackCorrection: (contract, field, at) =>
      journaled('contract', subjectOf({ contract, field }), at, (to) =>
        takeBackStoredCorrection(to, contract, field, at),
      ),
    saveOwnContract: (terms, at) =>
      journaled('own-contract', terms.id, at, (to) => storeOwnContract(to, terms, at)),
    removeOwnContract: (contract, at) =>
      journaled('own-contract', contract, at, (to) => removeStoredContract(to, contract)),
    saveSetting: (key, document, at) =>
      journaled('setting', key, at, (to) => storeSetting(to, key, document, at)),
    saveRowDecisions: (decisions, at) =>
      journaled('rows', '', at, async (to) => {
        for (const [key, document] of decisions)
          await (document === null
            ? removeDocument(to, 'row_decision', key)
            : storeDocument(to, 'row_decision', { key, document }, at));
      }),
    saveObservations: (list, at) =>
      journaled('observations', '', at, async (to) => storeTyped(file, to, list)),
    saveProfile: (profile, at) => journaled('profile', '', at, (to) => storeProfile(to, profile, at)),
    savePolicy: (policy, at) => journaled('policy', '', at, (to) => storePolicy(to, policy, at)),
    saveElection: (election, keptElsewhere) =>
      journaled('election', election.id, election.madeAt, (to) => storeElection(to, election, keptElsewhere)),
    savePlan: (plan, record, also) =>
      journaled('plan', plan.id, record.recordedAt, (to) => storePlan(to, plan, record, also)),
    dropPlan: (plan, at) => journaled('plan-dropped', plan, at, (to) => dropStoredPlan(to, plan, at)),
    saveLegFills: (plan, leg, links, record, also) =>
      journaled('leg', `${plan} ${leg}`, record.recordedAt, (to) =>
        storeLegFills(to, plan, leg, links, [record, ...(also ?? [])]),
      ),
    markStep: (plan, step, doneAt, at) =>
      journaled('step', `${plan} ${step}`, at, (to) => storeStepMark(to, plan, step, doneAt)),
    restore: (lines, at) => restoreLines(file, lines, at),
    appendRecord: (record) =>
      journaled('record', record.kind, record.recordedAt, (to) => appendRecord(to, record)),
  };
}

function subjectOf({ contract, field }: Pick<ContractCorrection, 'contract' | 'field'>): string {
  return `${contract} ${field}`;
}

async function storeSetting(to: Change, key: string, document: string | null, at: Instant): Promise<void> {
  if (document === null) await removeDocument(to, 'setting', key);
  else await storeDocument(to, 'setting', { key, document }, at);
}

/** The transaction runs on the file's one connection, so what goes past Kysely belongs to it too. */
function storeTyped({ database }: LedgerFile, { content }: Change, list: readonly Observation[]): number {
  const writer = observationWriter(database);
  return list.filter((observation) => writer.storeTyped(observation, content) !== 'there').length;
}

/** The journal names the file by its hash: the number of a batch would differ between ledgers of the same files. */
async function undoBatch(
  file: LedgerFile,
  id: BatchId,
  at: Instant,
): Promise<Result<{ readonly removed: number }>> {
  const subject = (await findBatch(file.db, id))?.file_hash ?? '';
  return change(file, { kind: 'undo', subject, at }, (to) => removeBatch(to, file.database, id));
}
