import { importNamedFiles, importOptions } from '../import-files.ts';
import type { Verb } from '../verb.ts';

export const pricesImport: Verb = {
  summary: 'brings prices in from a Hedgerow CSV (rows of kind "price")',
  usage: 'FILE… [--dry-run]',
  example: 'prices import marks.csv',
  options: importOptions,
  run: async (context) => await importNamedFiles(context, 'hedgerow-csv'),
};
