import { policyLogText } from '../policy-state-text.ts';
import { reportOf, textOption, type Verb } from '../verb.ts';

export const policyLog: Verb = {
  summary: 'when a rule of the targets fired, and what was decided',
  usage: '[--from DATE]',
  example: 'policy log --from 2026-01-01',
  options: { from: { type: 'string', help: 'no rule that fired before this day' } },
  run: async (context) => {
    const from = textOption(context, 'from');
    const input = from === undefined ? {} : { from };
    return await reportOf(await context.openLedger(), 'policy.log', input, policyLogText);
  },
};
