import { reportOf, type Verb, wrongUsage } from '../verb.ts';

export const pricesAssume: Verb = {
  summary: 'switches the assumption that stablecoins without a price are worth their money',
  usage: 'stablecoins-at-par on|off',
  example: 'prices assume stablecoins-at-par off',
  options: {},
  async run(context) {
    const [what = '', state = '', more] = context.positionals;
    if (what !== 'stablecoins-at-par' || !['on', 'off'].includes(state) || more !== undefined)
      return wrongUsage('stablecoins-at-par', 'expected `stablecoins-at-par on` or `stablecoins-at-par off`');
    const stablecoinsAtPar = state === 'on';
    return await reportOf(await context.openLedger(), 'prices.assume', { stablecoinsAtPar }, () =>
      stablecoinsAtPar
        ? 'Stablecoins without a price are taken at par.'
        : 'Stablecoins without a price have none from now on: `hedgerow prices missing` says where one is needed.',
    );
  },
};
