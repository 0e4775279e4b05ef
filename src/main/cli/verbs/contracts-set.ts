import { EVIDENT_FIELDS, type EvidentField } from '../../../shared/domain/contract-terms.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const contractsSet: Verb = {
  summary: 'sets one field of a contract against the catalogue; for a series it counts for all its expiries',
  usage: 'ID FIELD=VALUE --source TEXT [--dry-run]',
  example: 'contracts set cme:MBT "margin=1200/1000" --source "my broker, today"',
  options: {
    source: { type: 'string', help: 'where the value comes from, in your own words' },
    'dry-run': { type: 'boolean', help: 'only say how the value is understood' },
  },
  run: async (context) => {
    const [contract, assignment] = context.positionals;
    if (contract === undefined || assignment === undefined)
      return wrongUsage('ID FIELD=VALUE', 'name the contract, the field and its value');
    const typed = assignmentOf(assignment);
    if (!typed.ok) return typed;
    const input = { contract, ...typed.value };
    if (context.options['dry-run'] === true)
      return await reportOf(
        await context.openLedger(),
        'contracts.tryValue',
        input,
        ({ value, words, same, warnings }) =>
          [
            `${input.field} would be ${value}: ${words}${same ? ' (as it is now)' : ''}. Nothing was stored.`,
            ...warnings.map((warning) => paragraph(warning)),
          ].join('\n'),
      );
    const source = textOption(context, 'source');
    if (source === undefined) return wrongUsage('--source', 'say where the value comes from');
    return await reportOf(
      await context.openLedger(),
      'contracts.correct',
      { ...input, source },
      ({ fields, warnings }) => {
        const set = fields.find(({ field }) => field === input.field);
        return [
          `${input.field} of ${contract} is ${set?.words ?? ''} now, set by you. Before: ${set?.correction?.shippedWords ?? 'not known'}.`,
          ...warnings.map(
            (warning) =>
              `${warning} If not, take it back: hedgerow contracts unset ${contract} ${input.field}`,
          ),
        ]
          .map((one) => paragraph(one))
          .join('\n');
      },
    );
  },
};

function assignmentOf(text: string): Result<{ readonly field: EvidentField; readonly value: string }> {
  const at = text.indexOf('=');
  const value = text.slice(at + 1).trim();
  if (at < 1 || value === '') return wrongUsage('FIELD=VALUE', `expected a field and a value, not ${text}`);
  const field = fieldNamed(text.slice(0, at).trim());
  return field.ok ? ok({ field: field.value, value }) : field;
}

/** A field by its name in any case. */
export function fieldNamed(name: string): Result<EvidentField> {
  const field = EVIDENT_FIELDS.find((one) => one.toLowerCase() === name.toLowerCase());
  return field === undefined
    ? wrongUsage('FIELD', `there is no field ${name}; there are ${EVIDENT_FIELDS.join(', ')}`)
    : ok(field);
}
