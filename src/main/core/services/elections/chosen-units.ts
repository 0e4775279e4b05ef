import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { parseQuantity } from '../../../../shared/num/parse.ts';

/** Units of a lot as they were named. Errors: `call/invalid-input`, naming the field, where they are not above zero. */
export function chosenUnits(named: { lot: string; quantity: string }, field: string): Result<LotChoice> {
  const quantity = parseQuantity(named.quantity);
  if (!quantity.ok || !isPositive(quantity.value)) {
    const place = `${field}.quantity`;
    const reason = `it must be a number above zero, such as 0.25 (lot ${named.lot})`;
    return fail('call/invalid-input', { field: place, reason }, { field: place });
  }
  return ok({ lot: named.lot as LotId, quantity: quantity.value });
}
