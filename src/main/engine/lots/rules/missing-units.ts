import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { AssetUnits } from './asset-units.ts';
import type { RuleOptions } from './rule-options.ts';

/**
 * Units that no rule found count as costing nothing where the taxpayer chose so; else they stay out of the gains. A fee whose
 * cost stays has no proceeds that they could have a share of.
 */
export function withMissingUnits({ gone }: AssetUnits, { elections }: RuleOptions): void {
  if (elections?.missingUnits !== 'zero-cost') return;
  for (const sold of gone) {
    if (!isPositive(sold.left) || sold.costStays) continue;
    const { left: quantity, event, time: acquired, date: acquiredDate } = sold;
    const what = {
      quantity,
      costBasis: zeroMoney,
      reason: 'zero-cost',
      lot: `missing:${event}` as LotId,
    } as const;
    sold.parts.push({ ...what, acquired, acquiredDate, basisUnknown: true });
    sold.left = zeroQuantity;
  }
}
