import { importNamedFiles, importOptions } from '../import-files.ts';
import type { Verb } from '../verb.ts';

export const pricesImport: Verb = {
  summary:
    'brings prices and market data in: a filled-in list of missing prices, histories of exchanges and vendors',
  usage: 'FILE… [--market MARKET] [--dry-run]',
  example: 'prices import marks.csv',
  options: importOptions,
  run: async (context) => await importNamedFiles(context, undefined, true),
};
