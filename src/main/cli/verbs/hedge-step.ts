import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const hedgeStep: Verb = {
  summary: 'ticks a step of a saved plan as done, or takes the tick away',
  usage: 'PLAN STEP [--undo]',
  example: 'hedge step plan-1 plan-1-step-1    # `hedge legs --json` shows the ids of plans and steps',
  options: { undo: { type: 'boolean', help: 'take the tick away' } },
  run: async (context) => {
    const [plan, step] = context.positionals;
    if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow hedge legs` lists them');
    if (step === undefined) return wrongUsage('STEP', 'say which step of the plan');
    const done = context.options['undo'] !== true;
    return await reportOf(await context.openLedger(), 'plan.markStep', { plan, step, done }, () =>
      done ? 'The step is ticked.' : 'The tick is taken away.',
    );
  },
};
