import { exitOptions, exitRequestOf } from '../exit-options.ts';
import { exitSensitivityText } from '../exit-uncertainty-text.ts';
import { reportOf, type Verb } from '../verb.ts';

export const exitSensitivity: Verb = {
  summary: 'what the plan costs where funding, prices, income or tax rates come out otherwise',
  usage: '[--sell ASSET=COINS,…] [--contract ASSET=CONTRACT,…] [limits and assumptions]',
  example: 'exit sensitivity --sell BTC=0.5',
  options: exitOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const request = await exitRequestOf(context, calls.value);
    if (!request.ok) return request;
    return await reportOf(calls, 'exit.sensitivity', request.value, exitSensitivityText);
  },
};
