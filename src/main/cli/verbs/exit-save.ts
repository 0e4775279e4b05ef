import { readFile } from 'node:fs/promises';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { exitOptions, exitRequestOf } from '../exit-options.ts';
import { planText } from '../exit-sheet-text.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Save = CallInput<'exit.save'>;

export const exitSave: Verb = {
  summary:
    'plans an exit and keeps the plan, or keeps what `exit plan --json` or `exit replan --json` answered',
  usage:
    'NAME [--plan FILE] [--replaces PLAN] [--reason TEXT] [limits and assumptions as `exit plan` has them]',
  example: 'exit save "Out by spring" --sell BTC=0.5 --horizon 2027-06-30 --reason "Rent from February"',
  options: {
    ...exitOptions,
    plan: {
      type: 'string',
      help: 'JSON that `exit replan` or `exit plan` answered: its schedule is kept and not planned anew',
    },
    replaces: { type: 'string', help: 'the saved plan that this is a new version of' },
    reason: { type: 'string', help: 'why, in your own words' },
  },
  run: async (context) => {
    const [name] = context.positionals;
    if (name === undefined) return wrongUsage('NAME', 'give the plan a name, such as "Out by spring"');
    const answered = await json(textOption(context, 'plan'), 'plan');
    if (!answered.ok) return answered;
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const asked = await exitRequestOf(context, calls.value);
    if (!asked.ok) return asked;
    // What `exit replan` answers has its request with it.
    const request = (answered.value?.['request'] ?? asked.value) as Save['request'];
    const planned =
      answered.value === null
        ? await calls.value.call('exit.plan', request)
        : ok({ schedule: answered.value['schedule'] as Save['schedule'] | null | undefined });
    if (!planned.ok) return planned;
    const { schedule } = planned.value;
    if (schedule === null || schedule === undefined) return fail('exit/nothing-planned', {});
    const [replaces, reason] = [textOption(context, 'replaces'), textOption(context, 'reason')];
    const input: Save = {
      name,
      request,
      schedule,
      ...(replaces === undefined ? {} : { replaces }),
      ...(reason === undefined ? {} : { reason }),
    };
    return await reportOf(calls, 'exit.save', input, planText);
  },
};

type Document = Readonly<Record<string, unknown>>;

/** The JSON of a file; null without one. The core checks what is in it. */
async function json(file: string | undefined, field: string): Promise<Result<Document | null>> {
  if (file === undefined) return ok(null);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return wrongUsage(field, `the file ${file} cannot be read`);
  }
  try {
    const document = JSON.parse(text) as unknown;
    return typeof document === 'object' && document !== null
      ? ok(document as Document)
      : wrongUsage(field, `${file} holds no JSON object`);
  } catch {
    return wrongUsage(field, `${file} is not JSON`);
  }
}
