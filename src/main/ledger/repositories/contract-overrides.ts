/** Contract terms that the user set against the catalogue, whole, one document a contract. */
import type { Kysely } from 'kysely';
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { invariant } from '../../../shared/invariant.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../shared/num/parse.ts';
import type { Exact } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';

export async function readContractOverrides(db: Kysely<LedgerSchema>): Promise<readonly ContractSpec[]> {
  const overrides = await db.selectFrom('contract_override').select('document').orderBy('contract').execute();
  return overrides.map(({ document }) => specOf(document));
}

export async function storeContractOverride(
  { transaction, content }: Change,
  spec: ContractSpec,
  savedAt: Instant,
): Promise<void> {
  const before = await transaction
    .selectFrom('contract_override')
    .select('document')
    .where('contract', '=', spec.id)
    .executeTakeFirst();
  if (before !== undefined) content.remove(contractFact(before.document));
  const version = { saved_at: epochMs(savedAt), document: specDocument(spec) };
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('contract_override')
    .values({ contract: spec.id, ...version })
    .onConflict((conflict) => conflict.column('contract').doUpdateSet(version))
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one contract is stored');
  content.add(contractFact(version.document));
}

export function contractFact(document: string): Fact {
  return ['contract', document];
}

type NumberField =
  | 'multiplier'
  | 'quantityStep'
  | 'minQuantity'
  | 'priceTick'
  | 'takerFee'
  | 'makerFee'
  | 'initialMargin'
  | 'maintenanceMargin';

type SpecDocument = Omit<ContractSpec, NumberField> & {
  readonly [Field in NumberField]: null extends ContractSpec[Field] ? string | null : string;
};

function specDocument(spec: ContractSpec): string {
  const document: SpecDocument = {
    ...spec,
    multiplier: toText(spec.multiplier),
    quantityStep: toText(spec.quantityStep),
    minQuantity: textOf(spec.minQuantity),
    priceTick: textOf(spec.priceTick),
    takerFee: textOf(spec.takerFee),
    makerFee: textOf(spec.makerFee),
    initialMargin: textOf(spec.initialMargin),
    maintenanceMargin: textOf(spec.maintenanceMargin),
  };
  return canonicalJson(document);
}

function specOf(text: string): ContractSpec {
  const document = JSON.parse(text) as SpecDocument;
  return {
    ...document,
    multiplier: quantity(document.multiplier),
    quantityStep: quantity(document.quantityStep),
    minQuantity: numberOf(document.minQuantity, quantity),
    priceTick: numberOf(document.priceTick, price),
    takerFee: numberOf(document.takerFee, rate),
    makerFee: numberOf(document.makerFee, rate),
    initialMargin: numberOf(document.initialMargin, rate),
    maintenanceMargin: numberOf(document.maintenanceMargin, rate),
  };
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

function numberOf<T extends Exact>(text: string | null, parse: (text: string) => T): T | null {
  return text === null ? null : parse(text);
}
