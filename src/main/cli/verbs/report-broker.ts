import { BROKER_FORMS } from '../../../shared/domain/report-kind.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const reportBroker: Verb = {
  summary: 'says what the broker of an account reported for a year: it decides boxes of Form 8949',
  usage: 'ACCOUNT FORM --year YEAR',
  example: 'report broker coinbase no-basis --year 2025',
  options: {
    year: { type: 'string', help: 'the year of the form' },
  },
  run: async (context) => {
    const [account, form, stray] = context.positionals;
    const year = textOption(context, 'year');
    if (account === undefined) return wrongUsage('account', 'name an account by its id');
    if (stray !== undefined) return wrongUsage(stray, 'no such word is expected here');
    const known = [...BROKER_FORMS, 'assumed' as const].find((one) => one === form);
    if (known === undefined) return wrongUsage('form', `expected one of ${BROKER_FORMS.join(', ')}, assumed`);
    if (year === undefined || !/^\d{4}$/u.test(year))
      return wrongUsage('year', 'expected a year such as 2025');
    const input = { account, year: Number(year), form: known === 'assumed' ? null : known };
    return await reportOf(await context.openLedger(), 'reports.setBrokerForm', input, () => 'Stored.');
  },
};
