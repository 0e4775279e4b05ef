import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { issuesText } from '../issues.ts';
import { moneyText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { reportOf, type Verb } from '../verb.ts';

type Effects = CallAnswer<'elections.effects'>;

export const electionsEffects: Verb = {
  summary: 'what each choice would change in money, for this ledger, over all tax years',
  usage: '[ID…]',
  example: 'elections effects partial-hedge funding',
  options: {},
  run: async (context) => {
    const ids = [...context.positionals];
    return await reportOf(
      await context.openLedger(),
      'elections.effects',
      ids.length === 0 ? {} : { ids },
      effectsText,
    );
  },
};

export function effectsText(answer: Effects): string {
  const { total, firstYear, lastYear, currency, elections, issues } = answer;
  const head =
    total === null
      ? 'No tax is computed without tax details: `hedgerow profile set FILE`.'
      : `Tax of ${firstYear ?? ''} to ${lastYear ?? ''} together, as it is: ${moneyText(total)} ${currency}.`;
  return [
    paragraph(head),
    ...elections.map((one) => effectText(one, total !== null)),
    ...issuesText(issues),
  ].join('\n\n');
}

function effectText({ id, title, options }: Effects['elections'][number], computed: boolean): string {
  const lines = options
    .filter(({ inForce }) => computed || inForce)
    .map(({ value, inForce, sentence, words }) =>
      paragraph(
        `[${inForce ? 'x' : ' '}] ${value}: ${inForce ? `${words}. ` : ''}${computed ? sentence : ''}`.trim(),
        2,
      ),
    );
  return [`${title} (${id})`, ...lines].join('\n');
}
