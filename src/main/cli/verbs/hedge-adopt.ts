import { issuesText } from '../issues.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';
import { legText } from './hedge-legs.ts';

export const hedgeAdopt: Verb = {
  summary: 'makes a plan of futures that are open and belong to none, with their fills linked',
  usage: '[POSITION…] --exit DATE [--reason TEXT]',
  example: 'hedge adopt --exit 2027-01-15    # `hedge legs` shows the positions',
  options: {
    exit: { type: 'string', help: 'the date to close them by' },
    reason: { type: 'string', help: 'why they are there' },
  },
  run: async (context) => {
    const exitDate = textOption(context, 'exit');
    if (exitDate === undefined) return wrongUsage('exit', 'say when to close them: --exit 2027-01-15');
    const reason = textOption(context, 'reason');
    const positions = [...context.positionals];
    const input = {
      exitDate,
      ...(positions.length === 0 ? {} : { positions }),
      ...(reason === undefined ? {} : { reason }),
    };
    return await reportOf(await context.openLedger(), 'hedge.adopt', input, ({ plan, record, issues }) =>
      [
        `Plan ${plan.plan}, to close by ${plan.exitDate}\n${paragraph(plan.sentence)}`,
        ...plan.legs.map((leg) => legText(leg, true)),
        `Record ${record.sequence} of ${record.recordedAt} (${record.hash.slice(0, 16)}…)`,
        ...issuesText(issues),
      ].join('\n\n'),
    );
  },
};
