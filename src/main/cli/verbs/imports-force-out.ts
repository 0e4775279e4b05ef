import { forceRows } from '../force-rows.ts';
import type { Verb } from '../verb.ts';

export const importsForceOut: Verb = forceRows('out', {
  summary: 'leaves rows out of everything; that is remembered whatever is imported again',
  usage: 'EVENT… [--why TEXT]',
  example: 'imports force-out 5f1d7a84c3b2e6905f1d7a84c3b2e690-0 --why "the exchange took it back"',
  options: { why: { type: 'string', help: 'a note for later' } },
});
