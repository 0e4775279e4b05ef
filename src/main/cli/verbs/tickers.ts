import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { paragraph } from '../paragraph.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Tickers = CallAnswer<'tickers.read'>;

export const tickers: Verb = {
  summary: 'what tickers stand for: your own names, the dated table, and those that only you can tell',
  usage: '',
  example: 'tickers',
  options: {},
  run: async (context) => await reportOf(await context.openLedger(), 'tickers.read', {}, tickersText),
};

function tickersText({ named, table: lines, inDoubt }: Tickers): string {
  return [
    'Named by you',
    table(
      named,
      [
        { title: 'Exchange', cell: ({ exchange }) => exchange },
        { title: 'Ticker', cell: ({ ticker }) => ticker },
        { title: 'Stands for', cell: ({ asset }) => asset },
      ],
      'None yet. `hedgerow tickers name EXCHANGE TICKER=ASSET` names one.',
    ),
    'Known to Hedgerow',
    table(
      lines,
      [
        { title: 'Exchange', cell: ({ exchange }) => exchange ?? 'all others' },
        { title: 'Ticker', cell: ({ ticker }) => ticker },
        { title: 'Stands for', cell: ({ asset }) => asset },
        { title: 'From', cell: ({ from }) => from ?? '' },
        { title: 'Until', cell: ({ until }) => until ?? '' },
      ],
      'None.',
    ),
    'Only you can tell: rows with these are kept back until you name them',
    ...inDoubt.map(({ ticker, couldBe, source }) =>
      paragraph(
        `${ticker}: ${couldBe.map(({ asset, words }) => `${words} (${asset})`).join(' or ')}. ${source}.`,
      ),
    ),
  ].join('\n\n');
}
