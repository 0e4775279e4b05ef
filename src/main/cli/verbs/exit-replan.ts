import { moneyText } from '../numbers.ts';
import { issuesText } from '../issues.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const exitReplan: Verb = {
  summary: 'plans again what is left of a saved exit plan, from today; `exit save --plan FILE` keeps it',
  usage: 'PLAN [--seconds N]',
  example:
    'exit replan exit-1 --json > rest.json    # then: exit save "Rest" --plan rest.json --replaces exit-1',
  options: { seconds: { type: 'string', help: 'how long to search at most' } },
  run: async (context) => {
    const [plan] = context.positionals;
    if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow exit list` shows them');
    const seconds = textOption(context, 'seconds');
    const input = { plan, ...(seconds === undefined ? {} : { seconds: Number(seconds) }) };
    return await reportOf(await context.openLedger(), 'exit.replan', input, (answer) =>
      [
        paragraph(answer.sentence),
        ...answer.changes.map((words) => paragraph(`- ${words}`)),
        ...(answer.cost === null
          ? []
          : [
              `Cost from today: ${moneyText(answer.cost)}; of the rest as it was planned: ${
                answer.costOfSavedRest === null ? 'not possible any more' : moneyText(answer.costOfSavedRest)
              }.`,
            ]),
        ...issuesText(answer.issues),
      ].join('\n\n'),
    );
  },
};
