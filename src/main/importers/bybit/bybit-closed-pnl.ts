/**
 * Bybit's closed P&L: one row an order that closed (a part of) a position.
 *
 * Its profit is net. Files of 2026 state the opening fee, the closing fee and the funding, all above zero where they were
 * paid, so that the profit before them can be told; files to 2025 do not, and their profit stays net.
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg } from '../../../shared/domain/event.ts';
import { add, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bybitContract, bybitSettleCoin, warnOfInverse } from './bybit-symbols.ts';

const shared = columnsOf(
  'market, order quantity, entry price, exit price, trade type, realized p&l, trade time',
);

export const bybitClosedPnl = tableImporter({
  id: 'bybit-closed-pnl',
  name: "Bybit's closed P&L",
  exchange: 'Bybit',
  help: 'Bybit: Orders, Derivatives Order, Closed P&L, Export. It repeats what the transaction log and the trade history say.',
  headers: [
    'Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade Time(UTC+0),Order No.,Create Time',
    'Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding Fee,cumClosedPzOpenFeeInfo,cumClosedPzTradeFeeInfo,Trade Type,Realized P&L,Trade time',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // A sum over fills that the log and the trade history list one by one: it counts only where there is nothing else.
  ranks: { futures: 9 },
  layouts: [
    {
      variant: '2025',
      words: 'to 2025, net of fees',
      required: [...shared, 'closing direction'],
      optional: ['order no.', 'create time'],
    },
    {
      variant: '2026',
      words: 'from 2026, with fees and funding',
      required: [
        ...shared,
        ...columnsOf(
          'opening fee, closing fee, funding fee, cumclosedpzopenfeeinfo, cumclosedpztradefeeinfo',
        ),
      ],
    },
  ],
  aliases: {
    contracts: 'market',
    qty: 'order quantity',
    'closed p&l': 'realized p&l',
    'exit type': 'trade type',
  },
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('trade time');
  const market = row.needed('market').toUpperCase();
  const coin = market === '' ? null : bybitSettleCoin(market);
  if (coin === null && market !== '') row.error('import/unknown-pair', { pair: market }, market);
  const net = row.stated('realized p&l');
  const opening = row.quantity('opening fee');
  const closing = row.quantity('closing fee');
  const funding = row.quantity('funding fee');
  if (!row.isGood || !time || coin === null || !net || !opening || !closing || !funding) return;
  warnOfInverse(row, market);
  const fees = add(opening.value, closing.value);
  const asset = row.asset(coin, time);
  const order = row.text('order no.');
  row.emit({
    time,
    kind: 'closed-position',
    legs: legsOf(row, asset, net.value, fees, funding.value),
    contract: bybitContract(market),
    ...(row.variant === '2025' && {
      part: {
        assembly: 'net-profit',
        group: bybitContract(market),
        operation: row.text('closing direction'),
      },
    }),
    note: noteOf(row),
    ...(order !== '' && { externalId: order }),
  });
}

/** In: fees and funding above zero where they were paid; the profit after both. */
function legsOf(
  row: TableRow,
  asset: AssetId,
  net: Quantity,
  fees: Quantity,
  funding: Quantity,
): readonly Leg[] {
  return [
    ...leg(row.account, asset, add(net, add(fees, funding)), 'profit'),
    ...costLeg(row.account, asset, fees),
    ...leg(row.account, asset, negate(funding), 'funding'),
  ];
}

function noteOf(row: TableRow): string {
  const direction = row.text('closing direction');
  const what = [
    ...(direction === '' ? [] : [direction]),
    `${row.text('order quantity')} from ${row.text('entry price')} to ${row.text('exit price')}`,
    row.text('trade type'),
    row.variant === '2025'
      ? 'profit net of fees and funding, as the file has no others'
      : 'profit before fees and funding: the stated net with both added back',
  ];
  return what.join('; ');
}
