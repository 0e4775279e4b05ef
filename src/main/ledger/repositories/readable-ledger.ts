import type { LedgerFile } from '../database/ledger-file.ts';
import type { ReadableLedger } from '../ledger.ts';
import { readAccounts } from './accounts.ts';
import { readCoverage } from './batch-coverage.ts';
import { readBatches } from './batches.ts';
import { readContractCorrections } from './contract-corrections.ts';
import { readElections } from './elections.ts';
import { countEvents, readEventRow } from './events.ts';
import { exportPiece } from './export-pieces.ts';
import { readDocuments } from './keyed-document.ts';
import { readMarks } from './marks.ts';
import { readObservations, readObservedSeries } from './observation-reader.ts';
import { readOwnContracts } from './own-contracts.ts';
import { readPlans } from './plan-reader.ts';
import { readPolicy, readPolicyVersions } from './policy.ts';
import { readProfile } from './profile.ts';
import { readStoredEvents } from './read-stored-events.ts';
import { recomputeHash } from './recompute-hash.ts';
import { readRecords, verifyRecords } from './records.ts';

/** What can be read of an open ledger. */
export function readableLedger(file: LedgerFile): ReadableLedger {
  const { db } = file;
  return {
    events: async () => (await readStoredEvents(file, null)).events,
    storedEvents: (known) => readStoredEvents(file, known),
    eventCount: () => countEvents(file),
    eventRow: (event) => readEventRow(file, event),
    batches: () => readBatches(file),
    coverage: () => readCoverage(file),
    accounts: () => readAccounts(file),
    marks: () => readMarks(file),
    contractCorrections: () => readContractCorrections(db),
    ownContracts: () => readOwnContracts(db),
    settings: async () =>
      new Map((await readDocuments(db, 'setting')).map(({ key, document }) => [key, document])),
    rowDecisions: async () =>
      new Map((await readDocuments(db, 'row_decision')).map(({ key, document }) => [key, document])),
    observedSeries: () => readObservedSeries(file),
    observations: (key, from, to) => readObservations(file, key, from, to),
    profile: () => readProfile(db),
    policy: () => readPolicy(db),
    policyVersions: () => readPolicyVersions(db),
    elections: () => readElections(db),
    plans: () => db.connection().execute(readPlans),
    records: () => readRecords(db),
    verifyRecords: () => verifyRecords(db),
    exportPiece: (next) => exportPiece(file, next),
    recomputeHash: () => recomputeHash(file),
  };
}
