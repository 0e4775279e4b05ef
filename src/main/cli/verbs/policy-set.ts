import { readFile } from 'node:fs/promises';
import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import { jsonReport } from '../json-input.ts';
import { policyStateText } from '../policy-state-text.ts';
import { reportOf, textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

export const policySet: Verb = {
  summary: 'stores the targets and when to act: sentences, or a JSON file',
  usage: 'FILE | --text "…" | --schema',
  example:
    'policy set --text "Hold 50 % BTC, 40 % ETH and 10 % cash. Rebalance when any asset is more than 10 points from its target, at most once a month, to the band edge."',
  options: {
    text: { type: 'string', help: 'the sentences, in place of a file of them' },
    schema: { type: 'boolean', help: 'print the JSON Schema of a JSON file' },
  },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['targets.savePolicy']).input));
    const text = textOption(context, 'text') ?? (await fileOf(context));
    if (typeof text !== 'string') return text;
    const policy = text.trimStart().startsWith('{') ? parsed(text) : undefined;
    if (policy === null) return wrongUsage('FILE', 'it begins with { and is not JSON');
    const calls = await context.openLedger();
    if (policy === undefined) return await reportOf(calls, 'policy.save', { text }, policyStateText);
    // The core checks the shape and names the field that is wrong.
    const input = policy as CallInput<'targets.savePolicy'>;
    return await reportOf(calls, 'targets.savePolicy', input, ({ words }) => words);
  },
};

async function fileOf(context: VerbContext): Promise<string | Result<never>> {
  const [file = '-'] = context.positionals;
  try {
    return file === '-' ? await context.terminal.readStdin() : await readFile(file, 'utf8');
  } catch {
    return wrongUsage('FILE', `the file ${file} cannot be read`);
  }
}

/** null where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
