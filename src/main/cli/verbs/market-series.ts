import { countText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const marketSeries: Verb = {
  summary: 'which market data there are: from when to when, how much, and what is missing',
  usage: '[OF]',
  example: 'market series binance-um:BTCUSDT',
  options: {},
  run: async (context) => {
    const [of] = context.positionals;
    return await reportOf(
      await context.openLedger(),
      'market.series',
      of === undefined ? {} : { of },
      ({ series }) =>
        table(
          series,
          [
            { title: 'Series', cell: ({ title }) => title },
            { title: 'Values', cell: ({ count }) => countText(count), right: true },
            { title: 'First', cell: ({ first }) => first.slice(0, 10) },
            { title: 'Last', cell: ({ last, stale }) => `${last.slice(0, 10)}${stale ? ' old' : ''}` },
            { title: 'Every', cell: ({ stepHours }) => (stepHours === null ? '-' : `${stepHours} h`) },
            { title: 'Missing', cell: ({ missing }) => countText(missing), right: true },
          ],
          'No market data. Import files (`hedgerow import FILE`), or type what you see (`hedgerow market set`).',
        ),
    );
  },
};
