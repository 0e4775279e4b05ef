import { ok } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { paragraph } from '../paragraph.ts';
import { policyDriftText, policyStateText } from '../policy-state-text.ts';
import type { Verb } from '../verb.ts';

export const policy: Verb = {
  summary: 'the targets and rules in sentences, their versions, and where each line stands',
  usage: '[--drift]',
  example: 'policy    # `policy log` shows when a rule fired; `policy set` and `policy decide` change things',
  options: { drift: { type: 'boolean', help: 'the drift as the JSON document, instead of the policy' } },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const state = await calls.value.call('policy.read', {});
    if (!state.ok) return state;
    const drift = await calls.value.call('policy.drift', {});
    if (!drift.ok) return drift;
    const { fired, quiet, issues } = drift.value;
    return ok({
      document: context.options['drift'] === true ? drift.value : state.value,
      text: () =>
        [
          policyStateText(state.value),
          policyDriftText(drift.value),
          ...fired.map(({ words }) => paragraph(words)),
          quiet === null ? '' : paragraph(quiet),
          ...issuesText(issues),
        ]
          .filter((part) => part !== '')
          .join('\n\n'),
    });
  },
};
