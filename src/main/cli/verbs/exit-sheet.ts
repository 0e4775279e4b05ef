import { sheetText } from '../exit-sheet-text.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const exitSheet: Verb = {
  summary: 'the close-out sheet of a day: orders in slices, lots to identify, exposure after each, results',
  usage: '[PLAN] [--date DATE] [--slices N] [--tick STEP [--note TEXT] | --untick STEP]',
  example: 'exit sheet exit-1 --date 2026-12-15 --slices 4',
  options: {
    date: { type: 'string', help: 'a day of the plan (default: the first with something left to do)' },
    slices: { type: 'string', help: 'at most so many orders for each futures position (default: 10)' },
    'stale-after': { type: 'string', help: 'warn of prices older than so many hours (default: 24)' },
    tick: { type: 'string', help: 'tick a step by hand; it stays marked as that' },
    untick: { type: 'string', help: 'take a tick by hand away' },
    note: { type: 'string', help: 'with --tick: why' },
  },
  run: async (context) => {
    const [plan] = context.positionals;
    const [tick, untick] = [textOption(context, 'tick'), textOption(context, 'untick')];
    const step = tick ?? untick;
    if (step !== undefined) {
      if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow exit list` shows them');
      const note = textOption(context, 'note');
      const input = { plan, step, done: tick !== undefined, ...(note === undefined ? {} : { note }) };
      return await reportOf(
        await context.openLedger(),
        'exit.tick',
        input,
        (answer) => `${answer.step.words} ${answer.step.stateWords}`,
      );
    }
    const date = textOption(context, 'date');
    const [slices, hours] = [textOption(context, 'slices'), textOption(context, 'stale-after')];
    const input = {
      ...(plan === undefined ? {} : { plan }),
      ...(date === undefined ? {} : { date }),
      ...(slices === undefined ? {} : { slices: Number(slices) }),
      ...(hours === undefined ? {} : { staleAfterHours: Number(hours) }),
    };
    return await reportOf(await context.openLedger(), 'exit.sheet', input, sheetText);
  },
};
