import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countText, instantText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, textOption, type Verb } from '../verb.ts';

type Readings = CallAnswer<'market.readings'>;
type Reading = Readings['subjects'][number]['readings'][number];

export const market: Verb = {
  summary: 'what the market data say: funding, open interest, depth, mood, each against its own history',
  usage: '[OF] [--asset ASSET]',
  example: 'market binance-um:BTCUSDT',
  options: { asset: { type: 'string', help: 'only what is of this coin, and indexes of no coin' } },
  run: async (context) => {
    const [of] = context.positionals;
    const asset = textOption(context, 'asset');
    return await reportOf(
      await context.openLedger(),
      'market.readings',
      { ...(of !== undefined && { of }), ...(asset !== undefined && { asset }) },
      readingsText,
    );
  },
};

function readingsText({ subjects, note }: Readings): string {
  if (subjects.length === 0)
    return 'No market data. Import files (`hedgerow import FILE`), or type what you see (`hedgerow market set`).';
  const parts = subjects.map(({ of, readings }) => {
    const rows = table(
      readings,
      [
        { title: 'What', cell: ({ title }) => title },
        { title: 'Says', cell: ({ words }) => words },
        { title: 'Own history', cell: historyText },
        { title: 'Usual or not', cell: thresholdText },
        { title: 'As of', cell: ({ time, stale }) => `${instantText(time)}${stale ? ' (old)' : ''}` },
      ],
      '',
    );
    return `${of}\n${rows}`;
  });
  return [...parts, paragraph(note)].join('\n\n');
}

function historyText({ history }: Reading): string {
  return history.percentile === null
    ? `${countText(history.sample)} of ${countText(history.needed)} values`
    : history.words;
}

function thresholdText({ threshold }: Reading): string {
  return threshold === null ? '' : threshold.level;
}
