/**
 * Bybit's derivatives trade history of 2026: fills, liquidations and funding, without profit.
 *
 * Trading Fee above zero is a cost; of a funding row it is the funding itself, above zero where it was paid, below where
 * it was received (and then without a coin). Direction is that of the order: Long bought, Short sold. Ids begin with a
 * blank, times have no seconds (`10:00 2026-01-10`), and "Trasaction" is how the header spells it.
 * Errors: `import/unknown-pair`, and those of every cell; warnings `import/unknown-type`.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Side } from '../../../shared/domain/event.ts';
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bybitContract, bybitSettleCoin, warnOfInverse } from './bybit-symbols.ts';

export const bybitFuturesTrades = tableImporter({
  id: 'bybit-futures-trades',
  name: "Bybit's derivatives trade history",
  exchange: 'Bybit',
  help: 'Bybit: Orders, Derivatives Order, Trade History, Export. At most six months a file.',
  headers: [
    'Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // Fills, but without profit, seconds and balances: the log of the same account goes before it.
  ranks: { futures: 2, funding: 2 },
  layouts: [
    {
      variant: '2026',
      words: 'from 2026',
      required: columnsOf(
        'market, filled type, filled quantity, filled price, order price, fee rate, trading fee, feecoin, execfeev2, direction, order type, transaction id, order no., transaction time',
      ),
    },
  ],
  aliases: { 'trasaction id': 'transaction id' },
  row: readRow,
});

const directions: ReadonlyMap<string, Side> = new Map([
  ['long', 'buy'],
  ['buy', 'buy'],
  ['short', 'sell'],
  ['sell', 'sell'],
]);

interface Paid {
  readonly time: Instant;
  readonly market: string;
  readonly asset: AssetId;
  /** Above zero: paid. */
  readonly paid: Quantity;
  readonly id: string;
}

function readRow(row: TableRow): void {
  const time = row.time('transaction time');
  const market = row.needed('market').toUpperCase();
  const type = row.needed('filled type');
  const paid = row.stated('trading fee');
  const coin = isBlank(row.text('feecoin')) ? bybitSettleCoin(market) : row.text('feecoin');
  if (coin === null && market !== '') row.error('import/unknown-pair', { pair: market }, market);
  if (!row.isGood || !time || !paid || coin === null) return;
  const common: Paid = {
    time,
    market,
    asset: row.asset(coin, time),
    paid: paid.value,
    id: row.text('transaction id'),
  };
  if (type.toLowerCase() === 'funding') emitFunding(row, common);
  else emitFill(row, common, type);
}

function emitFunding(row: TableRow, { time, market, asset, paid, id }: Paid): void {
  if (isZero(paid)) return row.ignored('nothing-moved');
  row.emit({
    time,
    kind: 'funding',
    legs: leg(row.account, asset, negate(paid), 'funding'),
    contract: bybitContract(market),
    ...(id !== '' && { externalId: id }),
  });
}

function emitFill(row: TableRow, { time, market, asset, paid, id }: Paid, type: string): void {
  const word = type.toLowerCase();
  if (word !== 'trade' && word !== 'liquidation') row.warn('import/unknown-type', { type }, type);
  const side = row.word('direction', directions);
  const quantity = row.positive('filled quantity');
  const price = row.price('filled price');
  if (!row.isGood || !side || !quantity || !price) return;
  warnOfInverse(row, market);
  row.emit({
    time,
    kind: 'futures-fill',
    legs: costLeg(row.account, asset, paid),
    fill: {
      account: row.account,
      contract: bybitContract(market),
      side,
      quantity: quantity.value,
      price: price.value,
      positionSide: 'one-way',
    },
    ...(word !== 'trade' && { note: type }),
    ...(id !== '' && { externalId: id }),
  });
}
