import { countOf } from '../numbers.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const contractsRemove: Verb = {
  summary: 'removes a contract that you added',
  usage: 'ID',
  example: 'contracts remove own:ABC',
  options: {},
  run: async (context) => {
    const [contract] = context.positionals;
    if (contract === undefined) return wrongUsage('ID', 'say which one: `hedgerow contracts --own`');
    return await reportOf(
      await context.openLedger(),
      'contracts.remove',
      { contract },
      ({ removed, fills, legs }) =>
        fills + legs === 0
          ? `${removed} is removed. No fill and no saved leg names it.`
          : `${removed} is removed. ${countOf(fills, 'fill')} and ${countOf(legs, 'leg')} of saved plans name it and have no terms now; add it again to count them.`,
    );
  },
};
