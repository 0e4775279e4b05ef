import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const electionsSet: Verb = {
  summary: 'makes one of the choices that the law leaves open, with a record of when',
  usage: 'ID VALUE',
  example: 'elections set transfer-fee into-basis    # `elections` shows ids and values',
  options: {},
  run: async (context) => {
    const [id, value] = context.positionals;
    if (id === undefined) return wrongUsage('ID', 'say which choice: `hedgerow elections` lists them');
    if (value === undefined) return wrongUsage('VALUE', 'say what you choose: `hedgerow elections` lists it');
    return await reportOf(
      await context.openLedger(),
      'elections.save',
      { id, value },
      () => 'The choice is stored and on record. Figures of all years follow it.',
    );
  },
};
