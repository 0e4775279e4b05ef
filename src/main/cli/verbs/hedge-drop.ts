import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const hedgeDrop: Verb = {
  summary: 'drops a saved plan; the records of what it was to hedge stay',
  usage: 'PLAN',
  example: 'hedge drop plan-1    # `hedge legs` shows the ids of plans',
  options: {},
  run: async (context) => {
    const [plan] = context.positionals;
    if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow hedge legs` lists them');
    return await reportOf(
      await context.openLedger(),
      'targets.dropPlan',
      { plan },
      ({ record }) =>
        `The plan is dropped, which record ${record.sequence} says. Futures that are open stay open: close them at the venue.`,
    );
  },
};
