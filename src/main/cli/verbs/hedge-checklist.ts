import { paragraph } from '../paragraph.ts';
import { reportOf, type Verb } from '../verb.ts';

const MARKS = { done: 'x', open: ' ', attention: '!' } as const;

export const hedgeChecklist: Verb = {
  summary: 'the six steps of a hedge, ticked by what the ledger holds, with where to go on',
  usage: '[PLAN]',
  example: 'hedge checklist',
  options: {},
  run: async (context) => {
    const [plan] = context.positionals;
    const input = plan === undefined ? {} : { plan };
    return await reportOf(await context.openLedger(), 'hedge.checklist', input, (answer) =>
      [
        ...answer.steps.map(({ number, title, state, words, next }) =>
          [
            `[${MARKS[state]}] ${number}. ${title}`,
            paragraph(words, 6),
            ...(next === null ? [] : [paragraph(`→ ${next.words} ${next.command}`, 6)]),
          ].join('\n'),
        ),
        answer.sentence,
      ].join('\n'),
    );
  },
};
