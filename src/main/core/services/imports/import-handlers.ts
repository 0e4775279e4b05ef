import type { importCalls } from '../../../../shared/contract/import-calls.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { importers } from '../../../importers/registry.ts';
import type { BatchId } from '../../../ledger/batch.ts';
import type { HandlersOf } from '../../call-context.ts';
import { confirmImports } from './confirm-imports.ts';
import { decideRows, listRowDecisions } from './decide-rows.ts';
import { previewImports } from './preview-imports.ts';
import { shownBatches } from './shown-batch.ts';

/** The calls of the Import screen and of `hedgerow import`. */
export const importHandlers: HandlersOf<keyof typeof importCalls> = {
  'imports.formats': async () => {
    const formats = importers.map(({ id, name, exchange, headers, help }) => {
      return { id, name, exchange, headers: [...headers], help };
    });
    return ok({ formats });
  },
  /** Errors: `import/upload-finished`, `import/upload-damaged`, `import/file-too-large`. */
  'imports.upload': async ({ upload, file, base64, last }, { session }) => {
    const appended = session.uploads.append(upload, file, base64, last);
    return appended.ok ? ok({ bytes: appended.value }) : appended;
  },
  'imports.discard': async ({ upload }, { session }) => {
    session.uploads.discard(upload);
    return ok({});
  },
  'imports.preview': previewImports,
  'imports.confirm': confirmImports,
  'imports.decide': decideRows,
  'imports.decisions': listRowDecisions,
  /** Errors: `ledger/locked`. */
  'imports.list': async (_, { session }) => {
    if (session.ledger === null) return fail('ledger/locked', {});
    const { read } = session.ledger;
    return ok({ batches: await shownBatches(await read.batches(), read) });
  },
  /** Takes an import back, with what only it brought. Errors: `ledger/locked`, `ledger/no-such-batch`. */
  'imports.undo': async ({ batch }, { session, clock }) => {
    if (session.ledger === null) return fail('ledger/locked', {});
    return session.ledger.write.undoBatch(batch as BatchId, clock);
  },
};
