import type { CallInput } from '../../../shared/contract/contract.ts';
import { jsonInput } from '../json-input.ts';
import { reportOf, type Verb } from '../verb.ts';

export const policySet: Verb = {
  summary: 'stores the targets and when to act; a JSON file',
  usage: 'FILE',
  example:
    'policy set policy.json    # { "targets": [{ "asset": "BTC", "weight": "0.5" }, …], "absoluteBand": "0.05", "relativeBand": null }',
  options: {},
  run: async (context) => {
    const policy = await jsonInput(context, 'FILE');
    if (!policy.ok) return policy;
    // The core checks the shape and names the field that is wrong.
    const input = policy.value as CallInput<'targets.savePolicy'>;
    return await reportOf(await context.openLedger(), 'targets.savePolicy', input, ({ words }) => words);
  },
};
