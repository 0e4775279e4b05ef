import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { paragraph } from '../paragraph.ts';
import { accountNamed } from '../account-named.ts';
import { lotReference } from '../lot-reference.ts';
import { reportOf, type Calls, type Verb } from '../verb.ts';

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
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const input = await withIds(allocation.value, calls.value);
    if (!input.ok) return input;
    return await reportOf(calls, 'elections.allocate', input.value, ({ sequence }) =>
      paragraph(
        `Record ${sequence}: the allocation is on record and cannot be changed. It states what your own books already show: by lots it had to be done before the first sale or transfer of 2025 or the due date of the 2025 return, whichever came first; by one rule, the rule had to be written down before 2025-01-01.`,
      ),
    );
  },
};

type Input = CallInput<'elections.allocate'>;

/** Accounts may be given by name, lots as lists show them. What has another shape goes to the core, which names the field. */
async function withIds(given: unknown, calls: Calls): Promise<Result<Input>> {
  const parsed = contract['elections.allocate'].input.safeParse(given);
  if (!parsed.success) return ok(given as Input);
  const { way } = parsed.data;
  const named = way.kind === 'global' ? way.accounts : way.units.map(({ account }) => account);
  const ids: string[] = [];
  for (const name of named) {
    const account = await accountNamed(calls, name);
    if (!account.ok) return account;
    ids.push(account.value);
  }
  if (way.kind === 'global') return ok({ way: { ...way, accounts: ids } });
  const units = way.units.map((unit, place) => ({
    ...unit,
    lot: lotReference(unit.lot).lot,
    account: ids[place] ?? unit.account,
  }));
  return ok({ way: { ...way, units } });
}
