import { decisionKind } from '../../../shared/contract/policy-calls.ts';
import { decisionText } from '../policy-state-text.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const policyDecide: Verb = {
  summary: `records what was decided when a rule fired (${decisionKind.options.join(', ')}); nobody can change it later`,
  usage: 'DECISION [--note TEXT] [--firing ID,…]',
  example: 'policy decide hedged --note "waits for the new tax year"',
  options: {
    note: { type: 'string', help: 'why, in your own words' },
    firing: { type: 'string', help: 'ids from `policy log`; all that are open where left out' },
  },
  run: async (context) => {
    const decided = decisionKind.safeParse(context.positionals[0]);
    if (!decided.success)
      return wrongUsage('DECISION', `say what was decided: ${decisionKind.options.join(', ')}`);
    const note = textOption(context, 'note');
    const firings = textOption(context, 'firing')?.split(',');
    const input = {
      decided: decided.data,
      ...(note === undefined ? {} : { note }),
      ...(firings === undefined ? {} : { firings }),
    };
    return await reportOf(await context.openLedger(), 'policy.decide', input, decisionText);
  },
};
