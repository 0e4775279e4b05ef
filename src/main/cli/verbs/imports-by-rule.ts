import { forceRows } from '../force-rows.ts';
import type { Verb } from '../verb.ts';

export const importsByRule: Verb = forceRows('by-rule', {
  summary: 'takes back what was decided about rows by hand',
  usage: 'EVENT…',
  example: 'imports by-rule 5f1d7a84c3b2e6905f1d7a84c3b2e690-0',
  options: {},
});
