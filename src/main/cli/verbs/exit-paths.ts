import { exitOptions, exitRequestOf } from '../exit-options.ts';
import { exitPathsText } from '../exit-uncertainty-text.ts';
import { reportOf, textOption, type Verb } from '../verb.ts';

export const exitPaths: Verb = {
  summary:
    'the plan under each price path, its regret, the robust choice, and what to do instead at price targets',
  usage:
    '[--sell ASSET=COINS,…] [--target ASSET>=PRICE@DATE,…] [--up SHARE] [--down SHARE] [--crash SHARE] [assumptions]',
  example: 'exit paths --sell BTC=0.5 --target "BTC>=120000@2027-06-15" --crash=-0.7',
  options: {
    ...exitOptions,
    up: { type: 'string', help: 'how far prices rise by the horizon, a share (default: 0.5)' },
    down: { type: 'string', help: 'how far they fall, below zero: write --down=-0.3 (the default)' },
    crash: { type: 'string', help: 'the same within 30 days, as --crash=-0.6 (the default)' },
  },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const request = await exitRequestOf(context, calls.value);
    if (!request.ok) return request;
    const moves = (['up', 'down', 'crash'] as const).flatMap((path) => {
      const share = textOption(context, path);
      return share === undefined ? [] : [[path, share] as const];
    });
    const input = { ...request.value, ...Object.fromEntries(moves) };
    return await reportOf(calls, 'exit.paths', input, exitPathsText);
  },
};
