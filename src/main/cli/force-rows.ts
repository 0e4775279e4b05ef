/** `imports force-in`, `imports force-out` and `imports by-rule`: what the user decides about single rows. */
import { countOf } from './numbers.ts';
import { reportOf, textOption, wrongUsage, type Verb } from './verb.ts';

type Choice = 'in' | 'out' | 'by-rule';

/** Behind "the row" or "the 3 rows". */
const done: Readonly<Record<Choice, (isOne: boolean) => string>> = {
  in: (isOne) =>
    `${isOne ? 'counts' : 'count'} whatever the rules say. \`hedgerow imports decisions\` lists it.`,
  out: (isOne) =>
    `${isOne ? 'does not count any more; it stays' : 'do not count any more; they stay'} in the ledger. \`hedgerow imports decisions\` lists it.`,
  'by-rule': (isOne) =>
    `${isOne ? 'counts' : 'count'} as the rules say; nothing is decided about ${isOne ? 'it' : 'them'} any more.`,
};

export function forceRows(
  choice: Choice,
  words: Pick<Verb, 'summary' | 'usage' | 'example' | 'options'>,
): Verb {
  return {
    ...words,
    run: async (context) => {
      if (context.positionals.length === 0)
        return wrongUsage('EVENT', 'say which row: `hedgerow transactions` shows their ids');
      const why = textOption(context, 'why');
      const copies = textOption(context, 'copies');
      if (copies !== undefined && !/^[1-9]\d{0,2}$/u.test(copies))
        return wrongUsage('--copies', 'say how often the row happened, from 1 to 999');
      const decisions = context.positionals.map((event) => ({
        event,
        choice,
        ...(why !== undefined && { why }),
        ...(copies !== undefined && { copies: Number(copies) }),
      }));
      return await reportOf(
        await context.openLedger(),
        'imports.decide',
        { decisions },
        () =>
          `The ${decisions.length === 1 ? 'row' : countOf(decisions.length, 'row')} ${done[choice](decisions.length === 1)}`,
      );
    },
  };
}
