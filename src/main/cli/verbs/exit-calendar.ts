import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const exitCalendar: Verb = {
  summary: 'the dates that matter: lots turning long-term, expiries, plan steps, year ends',
  usage: '',
  example: 'exit calendar',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'plan.dates', {}, ({ asOf, dates }) =>
      [
        `From ${asOf} on`,
        table(
          dates,
          [
            { title: 'Date', cell: (row) => row.date },
            { title: 'Kind', cell: (row) => row.kind },
            { title: 'What', cell: (row) => row.text },
          ],
          'Nothing ahead.',
        ),
      ].join('\n\n'),
    ),
};
