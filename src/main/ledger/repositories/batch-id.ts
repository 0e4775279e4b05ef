import type { BatchId } from '../batch.ts';

export function batchId(id: number): BatchId {
  return String(id) as BatchId;
}
