/** What the user set against the catalogue, field by field. Every version stays; the last of each field counts. */
import type { Kysely } from 'kysely';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { ContractCorrection, EvidentField } from '../../../shared/domain/contract-terms.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, instantFromEpochMs, toIso, type Instant } from '../../../shared/time/instant.ts';
import { refuse, type Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';

/** Those in force, by contract and field. */
export async function readContractCorrections(
  db: Kysely<LedgerSchema>,
): Promise<readonly ContractCorrection[]> {
  const versions = await db.selectFrom('contract_correction').selectAll().orderBy('version').execute();
  const latest = new Map(versions.map((version) => [`${version.field} ${version.contract}`, version]));
  return [...latest.values()]
    .flatMap(({ contract, field, value, source, set_at }) =>
      value === null
        ? []
        : [
            {
              contract: contract as ContractId,
              field: field as EvidentField,
              value,
              source,
              setAt: instantFromEpochMs(set_at),
            },
          ],
    )
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

export async function storeContractCorrection(change: Change, correction: ContractCorrection): Promise<void> {
  const before = await inForce(change, correction.contract, correction.field);
  if (before !== undefined) change.content.remove(correctionFact(before));
  await insertVersion(change, correction);
  change.content.add(correctionFact(correction));
}

/** Errors: `contracts/not-corrected`. */
export async function takeBackStoredCorrection(
  change: Change,
  contract: ContractId,
  field: EvidentField,
  at: Instant,
): Promise<void> {
  const before = await inForce(change, contract, field);
  if (before === undefined) return refuse('contracts/not-corrected', { contract, field });
  await insertVersion(change, { contract, field, value: null, source: '', setAt: at });
  change.content.remove(correctionFact(before));
}

export function correctionFact({ contract, field, value, source, setAt }: ContractCorrection): Fact {
  return ['contract-correction', contract, field, value, source, toIso(setAt)];
}

function placeOf({ contract, field }: ContractCorrection): string {
  return `${contract} ${field}`;
}

async function inForce(
  { transaction }: Change,
  contract: ContractId,
  field: EvidentField,
): Promise<ContractCorrection | undefined> {
  const corrections = await readContractCorrections(transaction);
  return corrections.find((one) => one.contract === contract && one.field === field);
}

async function insertVersion(
  { transaction }: Change,
  { contract, field, value, source, setAt }: Omit<ContractCorrection, 'value'> & { value: string | null },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('contract_correction')
    .values({ contract, field, value, source, set_at: epochMs(setAt) })
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one correction is stored');
}
