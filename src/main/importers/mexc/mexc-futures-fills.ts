/** What MEXC's futures orders and futures trades state alike: a fill in contracts, its profit before the fee, its fee. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Fill, Leg, PositionSide, Side } from '../../../shared/domain/event.ts';
import { isBlank } from '../cells/decimals.ts';
import { costLeg, leg } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';
import { mexcContract } from './mexc-symbols.ts';

/** "buy" opens and "sell" closes, whichever side the position has: "sell short" buys back. */
const directions: ReadonlyMap<string, readonly [Side, PositionSide]> = new Map([
  ['buy long', ['buy', 'long']],
  ['sell long', ['sell', 'long']],
  ['buy short', ['sell', 'short']],
  ['sell short', ['buy', 'short']],
]);

/** In: `priceColumn`, the average of an order or the price of a trade. */
export function readMexcFill(row: TableRow, priceColumn: string): void {
  const quantity = row.statedSize('filled qty (cont.)');
  if (quantity !== undefined && quantity.text === '0') return row.ignored('not-final');
  const time = row.time();
  const symbol = row.needed('futures trading pair');
  const known = symbol === '' ? null : mexcContract(symbol);
  if (symbol !== '' && known === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const profit = row.stated('closing pnl');
  const fee = row.quantity('trading fee');
  const price = row.price(priceColumn);
  const direction = row.needed('direction').toLowerCase();
  if (!row.isGood || !time || known === null || !quantity || !profit || !fee || !price) return;
  const settle = row.asset(known.settle, time);
  const feeCoin = isBlank(row.text('fee-payment crypto'))
    ? settle
    : row.asset(row.text('fee-payment crypto'), time);
  const legs: readonly Leg[] = [
    ...leg(row.account, settle, profit.value, 'profit'),
    ...costLeg(row.account, feeCoin, fee.value),
  ];
  const way = directions.get(direction);
  if (way === undefined) return emitUnclear(row, { time, legs, symbol, direction });
  const [side, positionSide] = way;
  const fill: Fill = {
    account: row.account,
    contract: known.contract,
    side,
    positionSide,
    quantity: quantity.value,
    price: price.value,
  };
  row.emit({ time, kind: 'futures-fill', legs, fill });
}

interface Unclear {
  readonly time: NonNullable<ReturnType<TableRow['time']>>;
  readonly legs: readonly Leg[];
  readonly symbol: string;
  readonly direction: string;
}

/** "Long" alone does not say whether it was opened or closed: profit and fee count, the position is not followed. */
function emitUnclear(row: TableRow, { time, legs, symbol, direction }: Unclear): void {
  row.warn('import/unclear-type', { type: direction }, direction);
  const known = mexcContract(symbol);
  row.emitMoved({
    time,
    kind: 'realised-profit',
    legs,
    note: `${direction}: not said whether it opened or closed`,
    ...(known !== null && { contract: known.contract }),
  });
}

/** The asset that a futures market pays in; undefined where the symbol does not tell, which is reported. */
export function mexcSettleOf(
  row: TableRow,
  symbol: string,
  time: Parameters<TableRow['asset']>[1],
): AssetId | undefined {
  const known = mexcContract(symbol);
  if (known !== null) return row.asset(known.settle, time);
  row.error('import/unknown-pair', { pair: symbol }, symbol);
  return undefined;
}
