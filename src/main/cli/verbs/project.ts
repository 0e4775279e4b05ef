import { ok } from '../../../shared/errors/failure.ts';
import { projectionText } from '../projection-text.ts';
import { scenarioOfOptions, scenarioOptions } from '../scenario-options.ts';
import { textOption, wrongUsage, type Verb } from '../verb.ts';

export const project: Verb = {
  summary: 'the tax years from the first event to some years ahead, and what a change would do to them',
  usage:
    '[--years N] [--what-if FILE] [--income YEAR=AMOUNT] [--price ASSET=PRICE] [--sell ASSET:QUANTITY@DATE] …',
  example: 'project --years 2 --income 2027=90000 --price BTC=120000 --sell BTC:0.1@2027-02-01',
  options: {
    years: { type: 'string', help: 'years ahead of the running one, 0 to 10 (default: 5)' },
    'without-exit-plans': { type: 'boolean', help: 'leave saved exit plans out of what is planned' },
    ...scenarioOptions,
  },
  async run(context) {
    const years = textOption(context, 'years');
    if (years !== undefined && !/^(?:\d|10)$/u.test(years))
      return wrongUsage('years', 'expected a number from 0 to 10');
    const scenario = await scenarioOfOptions(context);
    if (!scenario.ok) return scenario;
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const ahead = {
      ...(years === undefined ? {} : { yearsAhead: Number(years) }),
      ...(context.options['without-exit-plans'] === true ? { exitPlans: false } : {}),
    };
    if (scenario.value === null) {
      const answer = await calls.value.call('plan.projection', ahead);
      return answer.ok
        ? ok({ document: answer.value, text: () => projectionText(answer.value, null) })
        : answer;
    }
    const answer = await calls.value.call('plan.whatIf', { ...ahead, scenario: scenario.value });
    return answer.ok
      ? ok({ document: answer.value, text: () => projectionText(answer.value.projection, answer.value) })
      : answer;
  },
};
