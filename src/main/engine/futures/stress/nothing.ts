import { zeroQuantity } from '../../../../shared/num/types.ts';
import { settleAmount } from '../units.ts';

/** None of a settle asset. */
export const nothing = settleAmount(zeroQuantity);
