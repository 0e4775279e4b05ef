import { exitOptions, exitRequestOf } from '../exit-options.ts';
import { exitPlanText } from '../exit-plan-text.ts';
import { reportOf, type Verb } from '../verb.ts';

export const exitPlan: Verb = {
  summary: 'the cheapest way out that keeps all limits: which lots on which days, how long the hedge stays',
  usage: '[--hedge] [--contract ASSET=CONTRACT,…] [--sell ASSET=COINS,…] [limits and assumptions]',
  example: 'exit plan --sell BTC=0.5 --contract BTC=cme:MBT --horizon 2027-12-31 --price BTC=+20%',
  options: exitOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const request = await exitRequestOf(context, calls.value);
    if (!request.ok) return request;
    return await reportOf(calls, 'exit.plan', request.value, exitPlanText);
  },
};
