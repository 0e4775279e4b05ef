import { open, rm, type FileHandle } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { wrongUsage, type Calls, type Verb } from '../verb.ts';

export const exportLedger: Verb = {
  summary:
    'writes everything that the ledger holds into one file, not encrypted; `import` takes it into an empty ledger',
  usage: 'FILE',
  example: 'export all-of-it.jsonl.gz    # without .gz: as plain text, some five times as large',
  options: {},
  async run(context) {
    const [path] = context.positionals;
    if (path === undefined) return wrongUsage('FILE', 'say where it goes');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const file = await open(path, 'wx', 0o600).catch(() => null);
    if (file === null) return wrongUsage(path, 'the file is there already, or cannot be written');
    const exported = await writeAll(file, calls.value, path.endsWith('.gz'));
    if (!exported.ok) {
      await rm(path, { force: true });
      return exported;
    }
    const { events, ledgerHash } = exported.value;
    return ok({
      document: { events, ledgerHash },
      text: () =>
        `${countOf(events, 'event')} and all else is in the file. It is not encrypted: keep it where nobody else reads it.\nContent hash ${ledgerHash}`,
    });
  },
};

/** Piece by piece: a ledger may be larger than one text can be. Out: the last piece. */
async function writeAll(
  file: FileHandle,
  calls: Calls,
  compressed: boolean,
): Promise<Result<CallAnswer<'ledger.export'>>> {
  try {
    for (let next: string | null = null; ;) {
      const piece: Result<CallAnswer<'ledger.export'>> = await calls.call(
        'ledger.export',
        next === null ? {} : { next },
      );
      if (!piece.ok) return piece;
      const bytes = Buffer.from(piece.value.base64, 'base64');
      await file.write(compressed ? bytes : gunzipSync(bytes));
      ({ next } = piece.value);
      if (next === null) return piece;
    }
  } finally {
    await file.close();
  }
}
