import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Handler } from '../../call-context.ts';

/** The chain of identification records, and whether it is intact. */
export const readRecords: Handler<'plan.records'> = async (_, { session }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const { read } = session.ledger;
  const { intact } = await read.verifyRecords();
  const records = await read.records();
  return ok({
    intact,
    records: records.map(({ sequence, recordedAt, kind, body, hash }) => ({
      sequence,
      recordedAt: toIso(recordedAt),
      kind,
      body,
      hash,
    })),
  });
};
