import { reportOf, type Verb } from '../verb.ts';

export const pricesMissing: Verb = {
  summary: 'what is held or needed and has no price',
  usage: '',
  example: 'prices missing',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'prices.read', {}, ({ missing }) =>
      missing.length === 0
        ? 'Everything that is held has a price.'
        : `No price for: ${missing.join(', ')}\nSet one with \`hedgerow prices set ${missing[0]}=…\`.`,
    ),
};
