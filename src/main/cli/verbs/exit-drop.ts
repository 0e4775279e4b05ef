import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const exitDrop: Verb = {
  summary: 'drops a saved exit plan; the ledger keeps it with the day, and what was traded stays as it is',
  usage: 'PLAN [--reason TEXT]',
  example: 'exit drop exit-1 --reason "the market turned"',
  options: { reason: { type: 'string', help: 'why, in your own words' } },
  run: async (context) => {
    const [plan] = context.positionals;
    if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow exit list` shows them');
    const reason = textOption(context, 'reason');
    const input = { plan, ...(reason === undefined ? {} : { reason }) };
    return await reportOf(
      await context.openLedger(),
      'exit.drop',
      input,
      ({ id, name }) =>
        `The exit plan ${id} (${name}) is dropped. Futures that are open stay open: close them at the venue.`,
    );
  },
};
