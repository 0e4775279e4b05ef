import { countOf } from '../numbers.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const stressRemove: Verb = {
  summary: 'forgets a stress scenario of your own',
  usage: 'NAME',
  example: 'stress remove "BTC crash"',
  options: {},
  run: async (context) => {
    const [name, ...others] = context.positionals;
    if (name === undefined || others.length > 0)
      return wrongUsage('NAME', 'expected the name of one scenario of your own, in quotes');
    return await reportOf(
      await context.openLedger(),
      'stress.removeScenario',
      { name },
      ({ scenarios }) =>
        `Removed. ${countOf(scenarios.filter(({ own }) => own).length, 'scenario')} of your own left.`,
    );
  },
};
