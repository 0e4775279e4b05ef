import { reportOf, wrongUsage, type Verb } from '../verb.ts';
import { linkedText } from './hedge-link.ts';

export const hedgeUnlink: Verb = {
  summary: 'takes fills off a leg; the records of what was identified stay',
  usage: 'LEG [FILL…]',
  example: 'hedge unlink plan-1-leg-1    # all of its fills',
  options: {},
  run: async (context) => {
    const [leg, ...fills] = context.positionals;
    if (leg === undefined) return wrongUsage('LEG', 'say which leg: `hedgerow hedge legs` lists them');
    const input = { leg, ...(fills.length === 0 ? {} : { fills }) };
    return await reportOf(await context.openLedger(), 'hedge.unlink', input, linkedText);
  },
};
