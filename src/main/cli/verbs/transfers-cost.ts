import { reportOf, textOption, type Verb, wrongUsage } from '../verb.ts';

export const transfersCost: Verb = {
  summary: 'says what coins that arrived from nowhere did cost, and when they were acquired',
  usage: 'ARRIVAL --cost AMOUNT --acquired DATE',
  example: 'transfers cost 9b1c-0 --cost 12500.50 --acquired 2021-03-14',
  options: {
    cost: { type: 'string', help: 'what all of it did cost, in the reporting currency' },
    acquired: { type: 'string', help: 'the date, or the time, when it was acquired' },
  },
  async run(context) {
    const [arrival = '', more] = context.positionals;
    const cost = textOption(context, 'cost');
    const acquired = textOption(context, 'acquired');
    if (arrival === '' || more !== undefined)
      return wrongUsage('ARRIVAL', 'give the id of the row, as `hedgerow transfers` shows it');
    if (cost === undefined) return wrongUsage('cost', 'say what it did cost, as in --cost 12500.50');
    if (acquired === undefined) return wrongUsage('acquired', 'say when, as in --acquired 2021-03-14');
    return await reportOf(
      await context.openLedger(),
      'transfers.cost',
      { arrival, cost, acquired },
      () => 'Its lots have that cost and date now. `hedgerow imports` lists the correction, and can undo it.',
    );
  },
};
