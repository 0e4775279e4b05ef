/** Prices and market data of the file that is arriving. */
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import type { ContentSum } from '../database/content-sum.ts';
import type { ObservedRow, StatedPrice } from '../import-transaction.ts';
import type { MarkWriter } from './marks.ts';
import type { ObservationWriter } from './observation-writer.ts';
import type { OpenBatch } from './open-batch.ts';

export function storePrices(
  marks: readonly PriceMark[],
  batch: OpenBatch,
  writer: MarkWriter,
  content: ContentSum,
): readonly StatedPrice[] {
  return marks.map((mark) => {
    const { isNew, isAdded, other } = writer.store(mark, batch.id, content);
    batch.prices += isAdded ? 1 : 0;
    batch.value(isNew);
    return { isNew, other };
  });
}

/** Out: which of them nothing stated before. */
export function storeObservations(
  rows: readonly ObservedRow[],
  batch: OpenBatch,
  writer: ObservationWriter,
  content: ContentSum,
): readonly boolean[] {
  return rows.map(({ observation, line }) => {
    const stored = writer.storeImported(observation, batch.id, line, content);
    const isNew = stored === 'new' || stored === 'changed';
    batch.time(observation.time);
    batch.observations += stored === 'new' || stored === 'repeat' ? 1 : 0;
    batch.value(isNew);
    return isNew;
  });
}
