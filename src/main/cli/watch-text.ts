/** The watch over the hedge and the market in a few lines: what `monitor` and `market` say in full. */
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { orderText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

type Monitor = CallAnswer<'monitor.read'>;
type Row = Monitor['rows'][number];
type Readings = CallAnswer<'market.readings'>;
type Reading = Readings['subjects'][number]['readings'][number];

const shown: ReadonlySet<Reading['measure']> = new Set(['fear-greed', 'funding-rate', 'daily-volatility']);

export function watchText({ header, rows }: Monitor, { subjects }: Readings): string {
  const readings = subjects.flatMap(({ of, readings: list }) =>
    list.filter(({ measure }) => shown.has(measure)).map((reading) => ({ of, reading })),
  );
  return [
    paragraph(`${header.level.toUpperCase()}: ${header.sentence}`),
    paragraph(`Next: ${header.next}`),
    ...rows.map((row) => paragraph(`${openText(row)}: ${row.liquidation.words}`, 2)),
    '',
    table(
      readings,
      [
        { title: 'Market', cell: ({ of }) => of },
        { title: 'Reading', cell: ({ reading }) => reading.title },
        { title: 'Now', cell: ({ reading }) => nowText(reading), right: true },
        { title: 'In its own year', cell: ({ reading }) => rankText(reading) },
      ],
      'No market data.',
    ),
  ].join('\n');
}

function openText({ contractName, side, asset, ...order }: Row): string {
  return `${contractName}, ${side === 'sell' ? 'short' : 'long'} ${orderText(order, asset)}`;
}

function nowText({ perYear, unit, value }: Reading): string {
  if (perYear !== null) return `${shareText(perYear)} a year`;
  return unit === 'index' ? `${value} of 100` : shareText(value);
}

/** Nothing where too few earlier values are known to rank it among. */
function rankText({ history: { percentile, mark } }: Reading): string {
  if (percentile === null) return '';
  return `${mark === 'normal' || mark === null ? 'usual' : mark}: higher than ${shareText(percentile)}`;
}
