/** Contracts that the user added beside the catalogue, whole, one document each. */
import type { Kysely } from 'kysely';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import {
  contractTermsDocument,
  contractTermsOf,
  type ContractTermsDocument,
} from '../../../shared/domain/contract-terms-document.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { refuse, type Change } from '../database/change.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { readDocuments, removeDocument, storeDocument } from './keyed-document.ts';

export async function readOwnContracts(db: Kysely<LedgerSchema>): Promise<readonly ContractTerms[]> {
  const documents = await readDocuments(db, 'own_contract');
  return documents.map(({ document }) => contractTermsOf(JSON.parse(document) as ContractTermsDocument));
}

export async function storeOwnContract(change: Change, terms: ContractTerms, at: Instant): Promise<void> {
  const document = canonicalJson(contractTermsDocument(terms));
  await storeDocument(change, 'own_contract', { key: terms.id, document }, at);
}

/** Errors: `contracts/not-own`. */
export async function removeStoredContract(change: Change, contract: ContractId): Promise<void> {
  if (!(await removeDocument(change, 'own_contract', contract))) refuse('contracts/not-own', { contract });
}
