import { writeFile } from 'node:fs/promises';
import { ok } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { wrongUsage, type Verb } from '../verb.ts';

export const exportLedger: Verb = {
  summary:
    'writes everything that the ledger holds into one file, not encrypted; `import` takes it into an empty ledger',
  usage: 'FILE',
  example: 'export all-of-it.jsonl',
  options: {},
  async run(context) {
    const [path] = context.positionals;
    if (path === undefined) return wrongUsage('FILE', 'say where it goes');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const exported = await calls.value.call('ledger.export', {});
    if (!exported.ok) return exported;
    const { text, events, ledgerHash } = exported.value;
    const written = await writeFile(path, text, { mode: 0o600, flag: 'wx' }).then(
      () => true,
      () => false,
    );
    if (!written) return wrongUsage(path, 'the file is there already, or cannot be written');
    return ok({
      document: { events, ledgerHash },
      text: () =>
        `${countOf(events, 'event')} and all else is in the file. It is not encrypted: keep it where nobody else reads it.\nContent hash ${ledgerHash}`,
    });
  },
};
