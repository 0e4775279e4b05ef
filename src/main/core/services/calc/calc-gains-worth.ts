import type { CalcEvent } from '../../../../shared/contract/calc-gains.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { isZero } from '../../../../shared/num/arithmetic.ts';

/** The field that says what the units that paid a fee were worth. */
export function worthFieldOf({ kind }: CalcEvent): 'value' | 'feeValue' {
  return kind === 'transfer' ? 'value' : 'feeValue';
}

/** Whether nobody said what the units of a fee were worth: nothing is gained by them then. */
export function isOfUnknownWorth({ cause, gain }: Disposal, event: CalcEvent): boolean {
  const isFee = cause === 'fee' || cause === 'transfer-fee';
  return isFee && isZero(gain) && !statesWorth(event);
}

/** Of units that the event itself is about, its own price is known. */
function statesWorth(event: CalcEvent): boolean {
  if (event.kind === 'transfer') return event.value !== undefined;
  if (!('feeAsset' in event)) return true;
  return (event.feeValue ?? event.fee) !== undefined || event.feeAsset === event.asset;
}
