import type { Confidence } from '../../src/shared/domain/contract-spec.ts';
import { EVIDENT_FIELDS } from '../../src/shared/domain/contract-terms.ts';
import type { ContractTerms, EvidentField } from '../../src/shared/domain/contract-terms.ts';
import type { Rate } from '../../src/shared/num/types.ts';

type Added =
  | 'maxQuantity'
  | 'maxLeverage'
  | 'feePerContract'
  | 'settlement'
  | 'settlementIndex'
  | 'fixing'
  | 'resets'
  | 'margin'
  | 'liquidation'
  | 'evidence';

/** Entries as they were before margin tables and evidence: goes away venue by venue. */
export type EarlierTerms = Omit<ContractTerms, Added> & {
  readonly initialMargin: Rate | null;
  readonly maintenanceMargin: Rate | null;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly unconfirmed: readonly string[];
};

export function fromEarlier(earlier: EarlierTerms): ContractTerms {
  const { initialMargin, maintenanceMargin, sources, confidence, unconfirmed, ...rest } = earlier;
  const terms: Omit<ContractTerms, 'evidence'> = {
    ...rest,
    maxQuantity: null,
    maxLeverage: null,
    feePerContract: null,
    settlement: 'cash',
    settlementIndex: null,
    fixing: null,
    resets: 'never',
    margin:
      initialMargin === null && maintenanceMargin === null
        ? null
        : { kind: 'flat', initial: initialMargin, maintenance: maintenanceMargin },
    liquidation: null,
  };
  const known: EvidentField[] = EVIDENT_FIELDS.filter((field) => terms[field] !== null);
  const open = known.filter((field) => unconfirmed.includes(field));
  const confirmed = known.filter((field) => !open.includes(field));
  return {
    ...terms,
    evidence: [
      { fields: confirmed, confidence, sources },
      { fields: open, confidence: 'from-knowledge', sources: [] },
    ],
  };
}
