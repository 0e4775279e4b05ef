import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, type Verb } from '../verb.ts';

export const lotsAllocate: Verb = {
  summary:
    'records, once, how basis was divided among accounts on 2025-01-01 (Rev. Proc. 2024-28); a JSON file',
  usage: 'FILE | --schema',
  example: 'lots allocate allocation.json',
  options: { schema: { type: 'boolean', help: 'print the JSON Schema of the file' } },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['elections.allocate']).input));
    const allocation = await jsonInput(context, 'FILE');
    if (!allocation.ok) return allocation;
    // The core checks the shape and names the field that is wrong.
    const input = allocation.value as CallInput<'elections.allocate'>;
    return await reportOf(await context.openLedger(), 'elections.allocate', input, ({ sequence }) =>
      paragraph(
        `Record ${sequence}: the allocation is on record and cannot be changed. It states what your own books already show: by lots it had to be done before the first sale or transfer of 2025 or the due date of the 2025 return, whichever came first; by one rule, the rule had to be written down before 2025-01-01.`,
      ),
    );
  },
};
