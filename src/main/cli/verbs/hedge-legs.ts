import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { moneyText, priceText, quantityText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Plan = CallAnswer<'targets.plans'>['plans'][number];

export const hedgeLegs: Verb = {
  summary: 'the overlays that were saved: legs, steps, and the record of what they hedge',
  usage: '',
  example: 'hedge legs',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'targets.plans', {}, ({ plans }) =>
      plans.length === 0
        ? 'No overlay is saved: `hedgerow hedge plan --save --exit DATE`.'
        : plans.map(planText).join('\n\n\n'),
    ),
};

/** One saved overlay, as `hedge plan --save` shows it too. */
export function planText({ id, createdAt, exitDate, sentence, legs, steps, record }: Plan): string {
  return [
    `Plan ${id} of ${createdAt.slice(0, 10)}, to close by ${exitDate}\n${paragraph(sentence)}`,
    table(
      legs,
      [
        { title: 'Asset', cell: (leg) => leg.asset },
        { title: 'Contract', cell: (leg) => leg.contract },
        { title: 'Side', cell: (leg) => leg.side },
        { title: 'Quantity', cell: (leg) => quantityText(leg.quantity), right: true },
        { title: 'Price', cell: (leg) => priceText(leg.price), right: true },
        { title: 'Notional', cell: (leg) => moneyText(leg.notional), right: true },
        { title: 'State', cell: (leg) => leg.state },
      ],
      'No legs.',
    ),
    steps
      .map((step) => paragraph(`[${step.doneAt === null ? ' ' : 'x'}] ${step.date} ${step.text}`, 2))
      .join('\n'),
    `Identified in record ${record.sequence} on ${record.recordedAt} (${record.hash.slice(0, 16)}…)`,
  ].join('\n\n');
}
