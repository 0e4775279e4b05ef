import { readFile } from 'node:fs/promises';
import { profilesText } from '../mapping-text.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const formatsImport: Verb = {
  summary: 'takes in a mapping that somebody has handed on',
  usage: 'FILE.json',
  example: 'formats import zorb.json',
  options: {},
  run: async (context) => {
    const [file] = context.positionals;
    const text = file === undefined ? null : await readFile(file, 'utf8').catch(() => null);
    if (text === null) return wrongUsage('FILE', 'the file cannot be read');
    return await reportOf(await context.openLedger(), 'mapping.import', { text }, profilesText);
  },
};
