import { recordsText } from '../exit-sheet-text.ts';
import { paragraph } from '../paragraph.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const exitIdentify: Verb = {
  summary: 'puts the lots of a day’s sales on record, one record a sale; before you sell',
  usage: 'PLAN [--date DATE] [--told-broker]',
  example: 'exit identify exit-1 --date 2026-12-15',
  options: {
    date: { type: 'string', help: 'a day of the plan (default: the first with something left to do)' },
    'told-broker': {
      type: 'boolean',
      help: 'the exchange was told; from 2027-01-01 it counts there only then',
    },
  },
  run: async (context) => {
    const [plan] = context.positionals;
    if (plan === undefined) return wrongUsage('PLAN', 'say which plan: `hedgerow exit list` shows them');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const given = textOption(context, 'date');
    const sheet = given === undefined ? await calls.value.call('exit.sheet', { plan }) : ok({ date: given });
    if (!sheet.ok) return sheet;
    const { date } = sheet.value;
    const toldBroker = context.options['told-broker'] === true;
    return await reportOf(calls, 'exit.identify', { plan, date, toldBroker }, (answer) =>
      [
        paragraph(answer.sentence),
        recordsText(answer.records),
        ...answer.refused.map(({ message, fix }) => paragraph(`${message} ${fix}`)),
      ].join('\n\n'),
    );
  },
};
