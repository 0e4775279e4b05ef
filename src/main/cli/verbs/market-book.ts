import { readFile } from 'node:fs/promises';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { instantText, priceText, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Book = NonNullable<CallAnswer<'market.book'>['book']>;
const LEVELS_SHOWN = 20;

export const marketBook: Verb = {
  summary: 'keeps an order book from a file, or shows the one that is kept',
  usage: 'CONTRACT [FILE] [--unit coins|contracts] [--time TIME] [--drop]',
  example: 'market book binance-um:BTCUSDT book.txt',
  options: {
    unit: { type: 'string', help: 'what the sizes count: coins (default) or contracts' },
    time: { type: 'string', help: 'when it was read (default: now), as 2026-11-22T12:00:00Z' },
    drop: { type: 'boolean', help: 'forget the book that is kept' },
  },
  run: async (context) => {
    const [contract, file] = context.positionals;
    if (contract === undefined)
      return wrongUsage('CONTRACT', 'say which contract, such as binance-um:BTCUSDT');
    const unit = textOption(context, 'unit') ?? 'coins';
    if (unit !== 'coins' && unit !== 'contracts') return wrongUsage('unit', 'expected coins or contracts');
    if (context.options['drop'] === true)
      return await reportOf(await context.openLedger(), 'market.dropBook', { contract }, () => 'Forgotten.');
    if (file === undefined)
      return await reportOf(await context.openLedger(), 'market.book', { contract }, ({ book }) =>
        book === null ? `No order book of ${contract} is kept.` : bookText(book),
      );
    const text = await textOf(file);
    if (text === null) return wrongUsage('FILE', `cannot read ${file}`);
    const time = textOption(context, 'time');
    return await reportOf(
      await context.openLedger(),
      'market.saveBook',
      { contract, unit, text, ...(time !== undefined && { time }) },
      ({ book, echo }) => [...echo, bookText(book)].join('\n'),
    );
  },
};

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

function bookText({ contract, time, stale, mid, bids, asks }: Book): string {
  const rows = Array.from(
    { length: Math.min(LEVELS_SHOWN, Math.max(bids.length, asks.length)) },
    (_, at) => ({
      bid: bids[at],
      ask: asks[at],
    }),
  );
  const head = `${contract}, ${instantText(time)}${stale ? ' (old)' : ''}, middle ${priceText(mid)}`;
  return `${head}\n${table(
    rows,
    [
      { title: 'Coins', cell: ({ bid }) => (bid === undefined ? '' : quantityText(bid.coins)), right: true },
      { title: 'Bid', cell: ({ bid }) => (bid === undefined ? '' : priceText(bid.price)), right: true },
      { title: 'Ask', cell: ({ ask }) => (ask === undefined ? '' : priceText(ask.price)), right: true },
      { title: 'Coins', cell: ({ ask }) => (ask === undefined ? '' : quantityText(ask.coins)), right: true },
    ],
    'Empty.',
  )}`;
}
