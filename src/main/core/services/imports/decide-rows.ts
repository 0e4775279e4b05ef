/** What the user decides about single rows, against the rules: kept apart from the rows, so that it outlives undo and re-import. */
import { keptRowDecision } from '../../../../shared/contract/import-calls.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { epochMs, instantFromEpochMs, toIso } from '../../../../shared/time/instant.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Handler } from '../../call-context.ts';
import { keptDocument } from '../../kept-document.ts';
import { rowIdOf, type RowDecision } from '../../../engine/events/decided-rows.ts';

/** The decisions in force, by event. Errors: throws `InvariantError` where one is not understood. */
export async function rowDecisions(ledger: ReadableLedger): Promise<ReadonlyMap<EventId, RowDecision>> {
  const documents = await ledger.rowDecisions();
  const decisions = new Map<EventId, RowDecision>();
  for (const event of documents.keys()) {
    const decision = keptDocument(documents, event, keptRowDecision);
    if (decision !== null) decisions.set(event as EventId, decision);
  }
  return decisions;
}

/** Errors: `ledger/locked`, `import/no-such-row`; then nothing was decided. */
export const decideRows: Handler<'imports.decide'> = async ({ decisions }, { session, clock }) => {
  const { ledger } = session;
  if (ledger === null) return fail('ledger/locked', {});
  const known = await ledger.read.rowDecisions();
  const documents = new Map<string, string | null>();
  for (const { event: id, choice, copies = 1, why = '' } of decisions) {
    const event = rowIdOf(id as EventId);
    const isThere = known.has(event) || (await ledger.read.eventRow(event)) !== undefined;
    if (!isThere) return fail('import/no-such-row', { event });
    const decidedAt = epochMs(clock);
    const document = { choice, copies: choice === 'in' ? copies : 1, why, decidedAt };
    documents.set(event, choice === 'by-rule' ? null : canonicalJson(document));
  }
  const saved = await ledger.write.saveRowDecisions(documents, clock);
  return saved.ok ? ok({}) : saved;
};

/** Errors: `ledger/locked`. */
export const listRowDecisions: Handler<'imports.decisions'> = async (_, { session }) => {
  const { ledger } = session;
  if (ledger === null) return fail('ledger/locked', {});
  const decisions = [];
  for (const [event, { decidedAt, ...decision }] of await rowDecisions(ledger.read)) {
    const row = await ledger.read.eventRow(event);
    const at = toIso(instantFromEpochMs(decidedAt));
    const where = row === undefined ? null : { file: row.file, line: row.line, raw: row.raw };
    decisions.push({ event, ...decision, decidedAt: at, row: where });
  }
  return ok({ decisions });
};
