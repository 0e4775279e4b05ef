import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

const compressed = promisify(gzip);

/** Errors: `ledger/locked`, `ledger/changed-meanwhile`. */
export const exportLedger: Handler<'ledger.export'> = async ({ next }, { session, progress }) => {
  const { ledger } = session;
  if (ledger === null) return fail('ledger/locked', {});
  const ledgerHash = ledger.hash();
  const events = await ledger.read.eventCount();
  const piece = await ledger.read.exportPiece(next ?? null);
  if (!piece.ok) return piece;
  const { text, done, total } = piece.value;
  progress('Exporting', done, total);
  const base64 = (await compressed(Buffer.from(text))).toString('base64');
  return ok({ file: 'hedgerow-export.jsonl.gz', base64, next: piece.value.next, events, ledgerHash });
};
