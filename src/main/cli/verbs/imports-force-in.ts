import { forceRows } from '../force-rows.ts';
import type { Verb } from '../verb.ts';

export const importsForceIn: Verb = forceRows('in', {
  summary: 'lets rows count whatever the rules say, several times where they happened several times',
  usage: 'EVENT… [--copies N] [--why TEXT]',
  example:
    'imports force-in 5f1d7a84c3b2e6905f1d7a84c3b2e690-0 --copies 2 --why "bought twice in one second"',
  options: {
    copies: { type: 'string', help: 'how often the row happened, where files state it once' },
    why: { type: 'string', help: 'a note for later' },
  },
});
