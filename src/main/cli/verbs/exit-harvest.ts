import { exitOptions, exitRequestOf } from '../exit-options.ts';
import { exitHarvestText } from '../exit-uncertainty-text.ts';
import { reportOf, type Verb } from '../verb.ts';

export const exitHarvest: Verb = {
  summary: 'losses that save tax and gains that cost none, on top of the plan',
  usage: '[--sell ASSET=COINS,…] [--contract ASSET=CONTRACT,…] [limits and assumptions]',
  example: 'exit harvest',
  options: { ...exitOptions, lots: { type: 'boolean', help: 'every lot, not the first dozen' } },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const request = await exitRequestOf(context, calls.value);
    if (!request.ok) return request;
    const allLots = context.options['lots'] === true;
    return await reportOf(calls, 'exit.harvest', request.value, (answer) => exitHarvestText(answer, allLots));
  },
};
