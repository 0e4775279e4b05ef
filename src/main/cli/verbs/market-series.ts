import type { CallAnswer } from '../../../shared/contract/contract.ts';
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
      ({ series }) => seriesText(series),
    );
  },
};

type Series = CallAnswer<'market.series'>['series'];

function seriesText(series: Series): string {
  if (series.length === 0)
    return 'No market data. Import files (`hedgerow import FILE`), or type what you see (`hedgerow market set`).';
  const things = [...new Set(series.map(({ of }) => of))];
  return things.map((of) => `${of}\n\n${oneText(series.filter((one) => one.of === of))}`).join('\n\n');
}

function oneText(series: Series): string {
  return table(
    series,
    [
      { title: 'Series', cell: ({ title, of }) => title.slice(0, -` of ${of}`.length) },
      { title: 'Values', cell: ({ count }) => countText(count), right: true },
      { title: 'First', cell: ({ first }) => first.slice(0, 10) },
      { title: 'Last', cell: ({ last, stale }) => `${last.slice(0, 10)}${stale ? ' old' : ''}` },
      { title: 'Every', cell: ({ stepHours }) => (stepHours === null ? '-' : `${stepHours} h`) },
      { title: 'Missing', cell: ({ missing }) => countText(missing), right: true },
    ],
    '',
  );
}
