import { reportOf, wrongUsage, type Verb } from '../verb.ts';
import { fieldNamed } from './contracts-set.ts';

export const contractsUnset: Verb = {
  summary: 'takes back what you set for a field of a contract',
  usage: 'ID FIELD',
  example: 'contracts unset cme:MBT margin',
  options: {},
  run: async (context) => {
    const [contract, name] = context.positionals;
    if (contract === undefined || name === undefined)
      return wrongUsage('ID FIELD', 'name the contract and the field');
    const field = fieldNamed(name);
    if (!field.ok) return field;
    return await reportOf(
      await context.openLedger(),
      'contracts.takeBack',
      { contract, field: field.value },
      ({ fields }) =>
        `${field.value} of ${contract} is ${fields.find((one) => one.field === field.value)?.words ?? ''} again.`,
    );
  },
};
