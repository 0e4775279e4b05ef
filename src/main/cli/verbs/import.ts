import { importNamedFiles, importOptions } from '../import-files.ts';
import { textOption, type Verb } from '../verb.ts';

export const importFiles: Verb = {
  summary: 'brings exchange exports into the ledger; importing a file twice adds nothing',
  usage:
    'FILE… [--account NAME] [--format ID] [--time-zone ZONE] [--dry-run] [--skip-unknown] [--skip-bad-rows]',
  example: 'import coinbase.csv binance-2025.csv --dry-run',
  options: {
    ...importOptions,
    format: { type: 'string', help: 'which format it is: see `hedgerow formats`' },
  },
  run: async (context) => await importNamedFiles(context, textOption(context, 'format')),
};
