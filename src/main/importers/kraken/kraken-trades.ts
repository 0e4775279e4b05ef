/**
 * Kraken's trades: one row a fill, in three headers (13 columns; with the margin position's columns; with asset classes).
 *
 * Cost is without the fee. The fee is stated in the quote currency, whatever it was paid in, so the ledgers count before
 * this file. A margin trade moves no coins: only its fee counts here, its profit stands in the ledgers alone.
 * Errors: `import/unknown-pair`, `import/unknown-word`, and those of every cell; warning `import/margin-profit-elsewhere`.
 */
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { krakenAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { krakenMarket } from './kraken-assets.ts';

export const krakenTrades: Importer = tableImporter({
  id: 'kraken-trades',
  name: 'Kraken trades',
  exchange: 'Kraken',
  help: 'Kraken: profile, Documents, New export, Trades, CSV. Bring the ledgers in its place where you can: they have the fee that was really paid, and everything besides trades.',
  headers: [
    'txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers',
    'txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers,postxid,posstatus,cprice,ccost,cfee,cvol,cmargin,net,trades',
    'txid,ordertxid,pair,aclass,subclass,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers,postxid,posstatus,cprice,ccost,cfee,cvol,cmargin,net,trades',
  ],
  account: krakenAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // Behind the ledgers (see there): its fee is an estimate, and it has neither balances nor other rows than trades.
  ranks: { trades: 2, futures: 2 },
  layouts: [
    {
      variant: 'trades',
      required: columnsOf(
        'txid, ordertxid, pair, time, type, ordertype, price, cost, fee, vol, margin, misc, ledgers',
      ),
      optional: columnsOf(
        'aclass, subclass, postxid, posstatus, cprice, ccost, cfee, cvol, cmargin, net, trades',
      ),
      words: 'all years',
      zone: utc,
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const pair = row.needed('pair');
  const side = row.word('type', sideWords);
  const [volume, cost] = [row.positive('vol'), row.stated('cost')];
  const [fee, margin] = [row.quantity('fee'), row.stated('margin')];
  const market = time === undefined ? null : krakenMarket(pair, (ticker) => row.asset(ticker, time));
  if (time !== undefined && market === null && pair !== '') row.error('import/unknown-pair', { pair }, pair);
  if (!row.isGood || !time || !market || !side || !volume || !cost || !fee || !margin) return;
  const { account } = row;
  const { base, quote } = market;
  const txid = row.text('txid');
  const externalId = txid === '' ? {} : { externalId: txid };
  const charge = costLeg(account, quote, fee.value);
  if (!isZero(margin.value)) {
    row.warn('import/margin-profit-elsewhere', { pair }, pair);
    if (charge.length === 0) return row.ignored('nothing-moved');
    const note = `margin ${side} of ${pair}`;
    return row.emit({ time, kind: 'futures-fee', legs: charge, note, ...externalId });
  }
  const isBuy = side === 'buy';
  return row.emit({
    time,
    kind: isBuy ? tradeKind(base, quote, side) : tradeKind(quote, base, side),
    legs: [
      ...leg(account, base, isBuy ? volume.value : negate(volume.value)),
      ...leg(account, quote, isBuy ? negate(cost.value) : cost.value),
      ...charge,
    ],
    note: pair,
    ...externalId,
  });
}
