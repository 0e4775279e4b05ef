import { countOf, instantText, priceText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const prices: Verb = {
  summary: 'the prices that holdings are valued at, and how old they are',
  usage: '',
  example: 'prices',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'prices.read', {}, ({ prices: rows }) =>
      table(
        rows,
        [
          { title: 'Of', cell: (row) => row.of },
          { title: 'Price', cell: (row) => priceText(row.price), right: true },
          { title: 'At', cell: (row) => instantText(row.time) },
          { title: 'Age', cell: (row) => `${countOf(row.ageDays, 'day')}${row.stale ? ', stale' : ''}` },
          { title: 'From', cell: (row) => row.source },
        ],
        'No prices yet: `hedgerow prices set BTC=65000`.',
      ),
    ),
};
