import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { LotOrder } from '../parcel.ts';
import { fifo } from './fifo.ts';
import { hifo } from './hifo.ts';

/** Every method and its order. Adding one: a file, a line here, a name in `LOT_METHODS`, a case. */
export const lotOrders: { readonly [Method in LotMethod]: LotOrder } = { fifo, hifo };
