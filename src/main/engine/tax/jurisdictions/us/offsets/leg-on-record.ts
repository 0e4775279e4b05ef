import type { ContractId } from '../../../../../../shared/domain/contract-spec.ts';
import type { EventId } from '../../../../../../shared/domain/event.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';

/** What one record of the chain says about a hedge leg: which fills it is and which lots it hedges from then on. */
export interface LegOnRecord {
  readonly leg: string;
  /** The contract of a planned leg, or of its last fill; null where the record names neither. */
  readonly contract: ContractId | null;
  /** The local day it was written. */
  readonly recordedOn: LocalDate;
  /** The day that its figures are as of: another only where a sample or an earlier day was looked at. */
  readonly asOf: LocalDate;
  /** All fills that are the leg then; empty for a plan whose fills are not linked. */
  readonly fills: readonly EventId[];
  readonly lots: readonly { readonly lot: LotId; readonly quantity: Quantity }[];
}
