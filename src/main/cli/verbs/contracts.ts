import { quantityText, shareText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, type Verb } from '../verb.ts';

export const contracts: Verb = {
  summary: 'the futures contracts Hedgerow knows, with their terms',
  usage: '[--underlying ASSET]',
  example: 'contracts --underlying BTC',
  options: { underlying: { type: 'string', help: 'only contracts on this asset' } },
  run: async (context) => {
    const underlying = textOption(context, 'underlying')?.toUpperCase();
    return await reportOf(
      await context.openLedger(),
      'targets.contracts',
      underlying === undefined ? {} : { underlying },
      ({ contracts: rows }) =>
        table(
          rows,
          [
            { title: 'Contract', cell: (row) => row.id },
            { title: 'Name', cell: (row) => row.name },
            { title: 'Kind', cell: (row) => `${row.payoff} ${row.kind}` },
            {
              title: 'Unit',
              cell: (row) =>
                `${quantityText(row.multiplier)} ${row.payoff === 'inverse' ? row.quote : row.underlying}`,
              right: true,
            },
            {
              title: 'Step',
              cell: (row) => `${quantityText(row.quantityStep)} ${row.quantityUnit}`,
              right: true,
            },
            { title: 'Expiry', cell: (row) => row.expiry ?? row.expiryRule ?? '-' },
            { title: 'Margin', cell: (row) => shareText(row.initialMargin), right: true },
            {
              title: '60/40',
              cell: (row) =>
                `${row.section1256 ? 'yes' : 'no'}${row.section1256Settled ? '' : ' (unsettled)'}`,
            },
            {
              title: 'US persons',
              cell: (row) => (row.usPersons === null ? 'unknown' : row.usPersons ? 'yes' : 'no'),
            },
            { title: 'Terms as of', cell: (row) => row.asOf },
          ],
          'None.',
        ),
    );
  },
};
