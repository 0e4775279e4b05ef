/**
 * Says what a row is: a correction that replaces it, as a row of a Hedgerow CSV. It goes the way of every other file, so it
 * is listed among the imports, can be taken back, and is in an export of the ledger.
 */
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { eventWords } from '../imports/event-words.ts';
import { importFiles } from '../imports/import-files.ts';
import { openUpload } from '../imports/open-upload.ts';
import { correctionUpload } from './correction-upload.ts';
import { openRowsOf } from './read-review.ts';
import { choicesFor } from './review-choices.ts';
import type { KindChoice } from './review-choices.ts';

export const classifyRowHandlers: HandlersOf<'imports.classify'> = {
  /** Errors: `ledger/locked`, `imports/not-in-review`, `imports/kind-does-not-fit`, and the ledger's. */
  'imports.classify': async ({ event: id, kind, reason }, context) => {
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const event = openRowsOf(derived.value).find((one) => one.id === id);
    if (event === undefined) return fail('imports/not-in-review', { event: id }, { event: id });
    const choice = chosenFor(event, kind, reason);
    if (!choice.ok) return choice;
    const opened = openUpload(correctionUpload(event, choice.value, derived.value), {
      format: 'hedgerow-csv',
    });
    if (!opened.ok) return opened;
    const stored = await importFiles([opened.value], ledger, false, context);
    if (!stored.ok) return stored;
    const words = eventWords({
      ...event,
      kind: choice.value.kind,
      ...(choice.value.reason !== null && { reason: choice.value.reason }),
    });
    return ok({ event: id, batch: stored.value.batches[0]?.id ?? '', words });
  },
};

function chosenFor(event: LedgerEvent, kind: string, reason: string | undefined): Result<KindChoice> {
  const choices = choicesFor(event);
  const choice = choices.find((one) => one.kind === kind && one.reason === (reason ?? null));
  if (choice !== undefined) return ok(choice);
  const known = choices
    .map((one) => (one.reason === null ? one.kind : `${one.kind} ${one.reason}`))
    .join(', ');
  return fail(
    'imports/kind-does-not-fit',
    { kind: reason === undefined ? kind : `${kind} ${reason}`, known: known === '' ? 'none' : known },
    { event: event.id },
  );
}
