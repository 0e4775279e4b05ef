import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { instantText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
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
  const parts = subjects.map(({ of, readings }) => [of, ...readings.map(readingText)].join('\n\n'));
  return [...parts, paragraph(note)].join('\n\n');
}

function readingText(reading: Reading): string {
  const { title, words, time, stale, threshold } = reading;
  const usual = threshold === null ? '' : ` Against fixed thresholds: ${threshold.level}.`;
  return paragraph(
    `${title}: ${words} ${historyText(reading)}${usual} As of ${instantText(time)}${stale ? ', which is old' : ''}.`,
  );
}

function historyText({ history }: Reading): string {
  return history.sample === 0 ? '' : history.words;
}
