import { paragraph } from '../paragraph.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const contractsCheck: Verb = {
  summary: 'compares the size of a contract with a line of your exchange’s statement',
  usage: 'ID --quantity N --price P --value V [--asset ASSET]',
  example: 'contracts check cme:MBT --quantity 12 --price 100000 --value 120000',
  options: {
    quantity: { type: 'string', help: 'the position’s quantity as the exchange shows it, without sign' },
    price: { type: 'string', help: 'the mark price of the same line' },
    value: { type: 'string', help: 'the position’s value that the exchange states, without sign' },
    asset: { type: 'string', help: 'what the value is in (default: the quote money)' },
  },
  run: async (context) => {
    const [contract] = context.positionals;
    if (contract === undefined) return wrongUsage('ID', 'say which one: `hedgerow contracts` lists them');
    const quantity = textOption(context, 'quantity');
    const price = textOption(context, 'price');
    const value = textOption(context, 'value');
    if (quantity === undefined || price === undefined || value === undefined)
      return wrongUsage('--quantity --price --value', 'give all three, from one line of the statement');
    const asset = textOption(context, 'asset');
    return await reportOf(
      await context.openLedger(),
      'contracts.selfCheck',
      { contract, quantity, price, value, ...(asset === undefined ? {} : { asset }) },
      ({ words, suggestions }) =>
        [paragraph(words), ...suggestions.map((one) => paragraph(`- ${one.words}`))].join('\n'),
    );
  },
};
