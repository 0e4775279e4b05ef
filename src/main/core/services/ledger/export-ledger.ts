import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** Errors: `ledger/locked`. Throws when the call is cancelled. */
export const exportLedger: Handler<'ledger.export'> = async (_, { session, signal, progress }) => {
  const { ledger } = session;
  if (ledger === null) return fail('ledger/locked', {});
  const pieces: string[] = [];
  for await (const piece of ledger.read.exported()) {
    signal.throwIfAborted();
    pieces.push(piece);
    progress('Exporting', pieces.length, null);
  }
  const events = await ledger.read.eventCount();
  return ok({ file: 'hedgerow-export.jsonl', text: pieces.join(''), events, ledgerHash: ledger.hash() });
};
