import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { LotOrder } from '../matching/lot-columns.ts';
import { orderedBy } from '../matching/ordered-pool.ts';
import type { PoolOf } from '../matching/parcel-pool.ts';
import { AveragePool } from './average.ts';
import { fifo } from './fifo.ts';
import { hifo } from './hifo.ts';
import { lifo } from './lifo.ts';
import { lofo } from './lofo.ts';
import { LowestTaxPool } from './lowest-tax.ts';
import { specific } from './specific.ts';

/** What looks ahead in time cannot be matched in one walk: it is a sequence of rules (see `rules/`). */
export type WalkMethod = Exclude<LotMethod, 'section-104'>;

/** Methods that are nothing but an order of lots. */
export const lotOrders = { fifo, lifo, hifo, lofo } as const satisfies Record<string, LotOrder>;

/** Every method and its pool. Adding one: a file, a line here, a name in `LOT_METHODS`, a case. */
export const lotPools: { readonly [Method in WalkMethod]: PoolOf } = {
  fifo: orderedBy(fifo),
  lifo: orderedBy(lifo),
  hifo: orderedBy(hifo),
  lofo: orderedBy(lofo),
  specific: orderedBy(specific),
  average: (columns) => new AveragePool(columns),
  'lowest-tax': (columns) => new LowestTaxPool(columns),
};
