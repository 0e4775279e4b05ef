/** `imports force-in`, `force-out` and `force-by-rule`: what the user decides about single rows. */
import { countOf } from './numbers.ts';
import { reportOf, textOption, wrongUsage, type Verb } from './verb.ts';

type Choice = 'in' | 'out' | 'by-rule';

const done: Readonly<Record<Choice, string>> = {
  in: 'counts whatever the rules say',
  out: 'does not count any more; it stays in the ledger as a row',
  'by-rule': 'counts as the rules say',
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
          `${countOf(decisions.length, 'row')}: ${done[choice]}. \`hedgerow imports decisions\` lists it.`,
      );
    },
  };
}
