/**
 * KuCoin's trades before the bundle of 2023, in seven layouts. None states a zone: they were written in UTC+8, which some
 * readers take for UTC; it is assumed, and can be chosen. A layout without a coin for its fee has it in the coin that pays.
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import { timeZone } from '../../../shared/time/time-zone.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { columnsOf, type Layout, tableImporter } from '../table/table-importer.ts';
import { readKucoinTrade, type TradeColumns } from './kucoin-trade.ts';

const zone = timeZone('+08:00');

const layouts: readonly (Layout & { readonly is: TradeColumns })[] = [
  {
    variant: '2022',
    words: '2021 to 2022',
    zone,
    required: columnsOf('tradecreatedat, symbol, side, price, size, funds, fee, feecurrency'),
    optional: columnsOf('orderid, liquidity, ordertype'),
    is: {
      time: 'tradecreatedat',
      symbol: 'symbol',
      side: 'side',
      filled: 'size',
      volume: 'funds',
      fee: 'fee',
      feeCoin: 'feecurrency',
      id: null,
    },
  },
  {
    variant: '2022-orders',
    words: 'orders of 2021 to 2022',
    zone,
    required: columnsOf(
      'ordercreatedat, id, clientoid, symbol, side, type, stopprice, price, size, dealsize, dealfunds, averageprice, fee, feecurrency, remark, tags, orderstatus',
    ),
    is: {
      time: 'ordercreatedat',
      symbol: 'symbol',
      side: 'side',
      filled: 'dealsize',
      volume: 'dealfunds',
      fee: 'fee',
      feeCoin: 'feecurrency',
      id: 'id',
    },
  },
  {
    variant: '2020',
    words: 'to 2021',
    zone,
    required: columnsOf('oid, symbol, dealprice, dealvalue, amount, fee, direction, createddate'),
    is: {
      time: 'createddate',
      symbol: 'symbol',
      side: 'direction',
      filled: 'amount',
      volume: 'dealvalue',
      fee: 'fee',
      feeCoin: null,
      id: null,
    },
  },
  {
    variant: '2019-fees',
    words: 'to 2020, with fees',
    zone,
    required: columnsOf('uid, symbol, order_type, price, amount_coin, direction, funds, fee, created_at'),
    is: {
      time: 'created_at',
      symbol: 'symbol',
      side: 'direction',
      filled: 'amount_coin',
      volume: 'funds',
      fee: 'fee',
      feeCoin: null,
      id: null,
    },
  },
  {
    variant: '2019',
    words: 'to 2020, without fees',
    zone,
    required: columnsOf('uid, symbol, direction, deal_price, amount, deal_value, created_at'),
    is: {
      time: 'created_at',
      symbol: 'symbol',
      side: 'direction',
      filled: 'amount',
      volume: 'deal_value',
      fee: null,
      feeCoin: null,
      id: null,
    },
  },
  {
    variant: '2018',
    words: '2018 to 2019',
    zone,
    required: columnsOf(
      'time, pair, side, filledprice, filledpricecoin, amount, amountcoin, volume, volumecoin, fee, feecoin',
    ),
    is: {
      time: 'time',
      symbol: 'pair',
      side: 'side',
      filled: 'amount',
      volume: 'volume',
      fee: 'fee',
      feeCoin: 'feecoin',
      id: null,
    },
  },
];

const byVariant: ReadonlyMap<string, TradeColumns> = new Map(layouts.map(({ variant, is }) => [variant, is]));

export const kucoinOldTrades = tableImporter({
  id: 'kucoin-old-trades',
  name: "KuCoin's trades before 2023",
  exchange: 'KuCoin',
  help: 'KuCoin: Orders, Trade History, Export (before 2023). Choose the time zone that the file was made in.',
  headers: [
    'tradeCreatedAt,orderId,symbol,side,price,size,funds,fee,liquidity,feeCurrency,orderType',
    'tradeCreatedAt,symbol,side,price,size,funds,fee,feeCurrency',
    'orderCreatedAt,id,clientOid,symbol,side,type,stopPrice,price,size,dealSize,dealFunds,averagePrice,fee,feeCurrency,remark,tags,orderStatus',
    'oid,symbol,dealPrice,dealValue,amount,fee,direction,createdDate',
    'uid,symbol,order_type,price,amount_coin,direction,funds,fee,created_at',
    'uid,symbol,direction,deal_price,amount,deal_value,created_at',
    'Time,Pair,Side,FilledPrice,FilledPriceCoin,Amount,AmountCoin,Volume,VolumeCoin,Fee,FeeCoin',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // The bundle of 2023 states the same trades with their zone.
  ranks: { trades: 3 },
  layouts,
  row: (row) => {
    const columns = byVariant.get(row.variant);
    if (columns === undefined) return;
    readKucoinTrade(row, columns, columns.fee === null ? 'This export states no fee.' : undefined);
  },
});
