import { plansText, planText, progressText } from '../exit-sheet-text.ts';
import { issuesText } from '../issues.ts';
import { reportOf, type Verb } from '../verb.ts';

export const exitList: Verb = {
  summary: 'saved exit plans, or one of them with its days, taxes and what came in of it',
  usage: '[PLAN] [--all] [--progress]',
  example: 'exit list exit-1 --progress    # plan against what was really traded',
  options: {
    all: { type: 'boolean', help: 'with those that were dropped or replaced' },
    progress: { type: 'boolean', help: 'of PLAN: every step, planned and actual, and the tax difference' },
  },
  run: async (context) => {
    const [plan] = context.positionals;
    const calls = await context.openLedger();
    if (plan !== undefined && context.options['progress'] === true)
      return await reportOf(calls, 'exit.progress', { plan }, progressText);
    if (plan !== undefined)
      return await reportOf(calls, 'exit.progress', { plan }, (answer) => planText(answer.plan));
    const asked = { dropped: context.options['all'] === true };
    return await reportOf(calls, 'exit.list', asked, ({ plans, issues }) =>
      [plansText(plans), ...issuesText(issues)].join('\n\n'),
    );
  },
};
