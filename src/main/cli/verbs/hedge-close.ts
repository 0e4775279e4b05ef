import { issuesText } from '../issues.ts';
import { moneyText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const hedgeClose: Verb = {
  summary: 'how to close a leg or a plan in slices, and what is open after each; changes nothing',
  usage: 'PLAN|LEG [--slices N] [--futures-only]',
  example: 'hedge close plan-1 --slices 3',
  options: {
    slices: { type: 'string', help: 'how many equal parts (default: 3)' },
    'futures-only': { type: 'boolean', help: 'without selling or buying the coins that were hedged' },
  },
  run: async (context) => {
    const [of] = context.positionals;
    if (of === undefined)
      return wrongUsage('PLAN', 'say which plan or leg: `hedgerow hedge legs` lists them');
    const slices = textOption(context, 'slices');
    const input = {
      ...(/-leg-\d+$/u.test(of) ? { leg: of } : { plan: of }),
      ...(slices === undefined ? {} : { slices: Number(slices) }),
      withSpot: context.options['futures-only'] !== true,
    };
    return await reportOf(await context.openLedger(), 'hedge.close', input, (answer) =>
      [
        paragraph(answer.sentence),
        table(
          answer.steps,
          [
            { title: 'Step', cell: ({ number }) => String(number), right: true },
            { title: 'Order', cell: ({ words }) => words },
            { title: 'Coins that then move', cell: ({ netCoins }) => quantityText(netCoins), right: true },
            { title: 'Worth', cell: ({ netValue }) => moneyText(netValue), right: true },
          ],
          'Nothing is open.',
        ),
        ...answer.largest.map(({ words }) => paragraph(words)),
        ...answer.checks.map(({ passed, words }) => paragraph(`[${passed ? 'x' : '!'}] ${words}`, 2)),
        ...issuesText(answer.issues),
      ].join('\n\n'),
    );
  },
};
