import { paragraph } from '../paragraph.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const electionsSet: Verb = {
  summary: 'makes one of the choices that the law leaves open, with a record of when',
  usage: 'ID VALUE [--kept-elsewhere]',
  example: 'elections set transfer-fee into-basis    # `elections` shows ids and values',
  options: {
    'kept-elsewhere': {
      type: 'boolean',
      help: 'your own records show that you made it in time, where that has passed',
    },
  },
  run: async (context) => {
    const [id, value] = context.positionals;
    if (id === undefined) return wrongUsage('ID', 'say which choice: `hedgerow elections` lists them');
    if (value === undefined) return wrongUsage('VALUE', 'say what you choose: `hedgerow elections` lists it');
    const kept = context.options['kept-elsewhere'] === true ? { keptElsewhere: true } : {};
    return await reportOf(
      await context.openLedger(),
      'elections.save',
      { id, value, ...kept },
      ({ sequence, notes }) =>
        [
          `The choice is stored and on record (record ${sequence}). Figures of all years follow it.`,
          ...notes.map((note) => paragraph(`- ${note}`, 2)),
        ].join('\n'),
    );
  },
};
