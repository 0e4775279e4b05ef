import { contract, type CallInput, type CallName } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { wrongUsage, type Report, type Verb, type VerbContext } from '../verb.ts';

export const calc: Verb = {
  summary: 'the engine alone, no ledger: one JSON document on stdin, one on stdout',
  usage: 'KIND [FILE] [--schema]',
  example:
    'calc hedge-size < hedge.json    # {"notional":"15000","price":"65000","contract":"cme:MBT","rounding":"nearest"}',
  options: {
    schema: { type: 'boolean', help: 'print the JSON Schema of input and output in place of an answer' },
  },
  async run(context) {
    const [kind, ...rest] = context.positionals;
    const name = `calc.${kind ?? ''}`;
    if (!isCalc(name)) return wrongUsage('KIND', `expected one of ${kinds().join(', ')}`);
    if (context.options['schema'] === true) return ok(jsonReport(jsonSchemaOf(contract[name])));
    const input = await jsonInput({ ...context, positionals: rest }, 'input');
    return input.ok ? await answer(context, name, input.value) : input;
  },
};

type CalcName = CallName & `calc.${string}`;

function isCalc(name: string): name is CalcName {
  return name.startsWith('calc.') && Object.hasOwn(contract, name);
}

function kinds(): string[] {
  return Object.keys(contract).flatMap((name) => (isCalc(name) ? [name.slice('calc.'.length)] : []));
}

async function answer(context: VerbContext, name: CalcName, input: unknown): Promise<Result<Report>> {
  // The core checks the shape and names the field that is wrong.
  const result = await context.core().call(name, input as CallInput<CalcName>);
  return result.ok ? ok(jsonReport(result.value)) : result;
}
