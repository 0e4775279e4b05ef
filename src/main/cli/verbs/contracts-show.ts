import { contractDetailsText } from '../contract-details-text.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const contractsShow: Verb = {
  summary: 'every field of a contract: value, how sure, where from, what you set; and its expiries',
  usage: 'ID',
  example: 'contracts show cme:MBT-202612',
  options: {},
  run: async (context) => {
    const [contract] = context.positionals;
    if (contract === undefined) return wrongUsage('ID', 'say which one: `hedgerow contracts` lists them');
    return await reportOf(await context.openLedger(), 'contracts.read', { contract }, contractDetailsText);
  },
};
