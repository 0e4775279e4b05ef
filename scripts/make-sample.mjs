// Writes resources/sample/*.csv: an invented investor over the real headers of the exchanges' exports; and market data.
// Prices are invented too, of a plausible size. Seeded, so that the same files come out every time.
// Figures derived from these files are checked by a second calculation in test/sample, which reads only the files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import { marketFiles } from './lib/sample-market-data.mjs';

Decimal.set({ precision: 60 });
const folder = new URL('../resources/sample/', import.meta.url);
mkdirSync(new URL('market/', folder), { recursive: true });

// --- a small seeded generator (mulberry32), so that rows look lived-in -------------------------------------------
let state = 20231120;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const between = (low, high) => low + (high - low) * random();

// --- price paths: [date, BTC, ETH, SOL, BNB] --------------------------------------------------------------------
const ANCHORS = [
  ['2023-11-01', 34600, 1840, 41, 226],
  ['2024-01-01', 43200, 2310, 102, 312],
  ['2024-03-14', 71800, 3920, 172, 590],
  ['2024-05-01', 58900, 2960, 134, 562],
  ['2024-07-01', 63200, 3450, 146, 572],
  ['2024-09-05', 56800, 2390, 131, 506],
  ['2024-11-20', 93800, 3110, 238, 612],
  ['2024-12-17', 106400, 3960, 222, 716],
  ['2025-02-01', 101200, 3180, 221, 662],
  ['2025-04-08', 77400, 1490, 108, 556],
  ['2025-07-14', 120100, 3010, 163, 690],
  ['2025-08-22', 114900, 4720, 196, 882],
  ['2025-10-06', 124300, 4610, 231, 1190],
  ['2025-12-31', 88400, 2980, 126, 862],
  ['2026-03-10', 72900, 2050, 88, 640],
  ['2026-05-12', 80600, 2310, 93, 655],
  ['2026-06-22', 78200, 2090, 81, 622],
  ['2026-09-21', 93500, 2480, 97, 690],
  ['2026-11-20', 104200, 2710, 103, 742],
].map(([date, BTC, ETH, SOL, BNB]) => ({ at: Date.parse(`${date}T00:00:00Z`), BTC, ETH, SOL, BNB }));

/** The price on the line between the anchors. */
function pathAt(asset, ms) {
  const after = ANCHORS.findIndex((a) => a.at >= ms);
  const b = ANCHORS[after === -1 ? ANCHORS.length - 1 : Math.max(after, 1)];
  const a = ANCHORS[ANCHORS.indexOf(b) - 1];
  const share = Math.min(1, (ms - a.at) / (b.at - a.at));
  return Math.exp(Math.log(a[asset]) * (1 - share) + Math.log(b[asset]) * share);
}

function priceAt(asset, ms, wobble = 0.012) {
  return new Decimal((pathAt(asset, ms) * (1 + between(-wobble, wobble))).toFixed(2));
}

const DAY = 86_400_000;
const at = (text) => Date.parse(text);
const pad = (n) => String(n).padStart(2, '0');
function stamp(ms, shortYear = false) {
  const d = new Date(ms);
  const year = shortYear ? pad(d.getUTCFullYear() % 100) : d.getUTCFullYear();
  return `${year}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`;
}
const someTime = (day) => day + Math.floor(between(13, 21) * 3600) * 1000;

// --- Coinbase: transactions report ------------------------------------------------------------------------------
const coinbase = [];
let coinbaseId = 0;
function coinbaseRow(ms, type, asset, quantity, price, subtotal, total, fees, notes) {
  coinbaseId += 1;
  const id = `65f0c${String(coinbaseId).padStart(19, '0')}`;
  coinbase.push({
    ms,
    line: [
      id,
      `${stamp(ms)} UTC`,
      type,
      asset,
      quantity,
      'USD',
      `$${price}`,
      `$${subtotal}`,
      `$${total}`,
      `$${fees}`,
      notes,
      '',
      '',
    ],
  });
}
function coinbaseTrade(ms, type, asset, quantity) {
  const price = priceAt(asset, ms);
  const subtotal = price.times(quantity).toDecimalPlaces(2);
  const fees = subtotal.times('0.0099').toDecimalPlaces(2);
  const buys = type === 'Buy';
  const total = buys ? subtotal.plus(fees) : subtotal.minus(fees);
  const verb = buys ? 'Bought' : 'Sold';
  const signed = buys ? quantity : new Decimal(quantity).negated();
  coinbaseRow(
    ms,
    type,
    asset,
    new Decimal(signed).toFixed(),
    price.toFixed(2),
    subtotal.toFixed(2),
    total.toFixed(2),
    fees.toFixed(2),
    `${verb} ${new Decimal(quantity).toFixed()} ${asset} for ${total.toFixed(2)} USD`,
  );
}
function coinbaseDollars(ms, type, dollars) {
  const text = new Decimal(dollars).toFixed(2);
  const verb = type === 'Deposit' ? 'Deposit from' : 'Withdrawal to';
  coinbaseRow(
    ms,
    type,
    'USD',
    text,
    '1.00',
    new Decimal(dollars).abs().toFixed(2),
    new Decimal(dollars).abs().toFixed(2),
    '0.00',
    `${verb} First Sample Bank`,
  );
}

coinbaseDollars(at('2023-11-17T15:00:00Z'), 'Deposit', 46000);
coinbaseTrade(at('2023-11-20T16:20:11Z'), 'Buy', 'BTC', '0.62');
coinbaseTrade(at('2023-11-20T16:24:40Z'), 'Buy', 'ETH', '8.4');
for (
  let day = at('2023-11-27T00:00:00Z'), week = 0;
  day <= at('2026-11-16T00:00:00Z');
  day += 7 * DAY, week += 1
) {
  if (week % 4 === 0) coinbaseDollars(day + 9 * 3_600_000, 'Deposit', 1600);
  const time = someTime(day);
  for (const [asset, dollars, places] of [
    ['BTC', 260, 8],
    ['ETH', 130, 8],
  ]) {
    const quantity = new Decimal(dollars).dividedBy(priceAt(asset, time, 0)).toDecimalPlaces(places);
    coinbaseTrade(time + (asset === 'ETH' ? 41_000 : 0), 'Buy', asset, quantity.toFixed());
  }
}
// staking income on ETH, monthly
for (let month = 0; month < 35; month += 1) {
  const ms = Date.UTC(2024, month, 5, 12, 0, 7);
  if (ms > at('2026-11-18T00:00:00Z')) break;
  const price = priceAt('ETH', ms);
  const quantity = new Decimal((0.021 + 0.0008 * month).toFixed(6));
  const value = price.times(quantity).toDecimalPlaces(2);
  coinbaseRow(
    ms,
    'Staking Income',
    'ETH',
    quantity.toFixed(),
    price.toFixed(2),
    value.toFixed(2),
    value.toFixed(2),
    '0.00',
    '',
  );
}
// a speculation that went wrong, sold in part; the rest is still held at a loss
coinbaseDollars(at('2024-12-02T15:00:00Z'), 'Deposit', 11000);
coinbaseTrade(at('2024-12-03T17:03:12Z'), 'Buy', 'SOL', '40');
coinbaseTrade(at('2025-01-21T19:44:02Z'), 'Buy', 'SOL', '15');
coinbaseTrade(at('2025-04-04T18:30:45Z'), 'Sell', 'SOL', '20');
// gains of both terms
coinbaseTrade(at('2024-03-13T18:11:09Z'), 'Sell', 'ETH', '1.5');
coinbaseTrade(at('2024-12-16T20:02:33Z'), 'Sell', 'BTC', '0.06');
coinbaseTrade(at('2025-08-21T14:40:05Z'), 'Sell', 'ETH', '2');
coinbaseDollars(at('2025-08-25T15:00:00Z'), 'Withdrawal', -9000);
// coin for coin
{
  const ms = at('2025-10-02T15:15:30Z');
  const price = priceAt('SOL', ms);
  const sold = new Decimal('10');
  const subtotal = price.times(sold).toDecimalPlaces(2);
  const fees = subtotal.times('0.0099').toDecimalPlaces(2);
  const bought = subtotal.minus(fees).dividedBy(priceAt('ETH', ms)).toDecimalPlaces(8);
  coinbaseRow(
    ms,
    'Convert',
    'SOL',
    sold.negated().toFixed(),
    price.toFixed(2),
    subtotal.minus(fees).toFixed(2),
    subtotal.toFixed(2),
    fees.toFixed(2),
    `Converted 10 SOL to ${bought.toFixed()} ETH`,
  );
}
// bitcoin sent to Binance: 0.3502 leaves, 0.35 arrives, the rest is the network's fee
const SENT = at('2024-09-12T16:05:20Z');
{
  const price = priceAt('BTC', SENT);
  const value = price.times('0.3502').toDecimalPlaces(2).toFixed(2);
  coinbaseRow(
    SENT,
    'Send',
    'BTC',
    '-0.3502',
    price.toFixed(2),
    value,
    value,
    '0.00',
    'Sent 0.3502 BTC to 1SampleAddressOfTheInvestor',
  );
}

// --- Binance: spot trade history (fees in BNB) ----------------------------------------------------------------
const spot = [];
const bnbDays = new Set();
function spotTrade(ms, base, quote, side, quantity, feeAsset = 'BNB', price) {
  const p =
    price ??
    (quote === 'USDT'
      ? priceAt(base, ms)
      : priceAt(base, ms, 0)
          .dividedBy(priceAt(quote, ms, 0))
          .toDecimalPlaces(5));
  const amount = p.times(quantity);
  const dollars = quote === 'USDT' ? amount : amount.times(priceAt(quote, ms, 0));
  let fee = dollars
    .times('0.00075')
    .dividedBy(priceAt('BNB', ms, 0))
    .toDecimalPlaces(8);
  if (feeAsset === base) fee = new Decimal(quantity).times('0.001').toDecimalPlaces(8);
  if (feeAsset === 'BNB') bnbDays.add(ms - (ms % DAY));
  spot.push({
    ms,
    line: [
      stamp(ms),
      `${base}${quote}`,
      side,
      p.toFixed(),
      `${new Decimal(quantity).toFixed()}${base}`,
      `${amount.toFixed()}${quote}`,
      `${fee.toFixed(8)}${feeAsset}`,
    ],
  });
  return p;
}
spotTrade(at('2023-12-04T10:12:45Z'), 'BNB', 'USDT', 'BUY', '6', 'BNB');
// one order in several fills: two of them identical to the last digit, both real
for (const [index, quantity] of ['0.05', '0.03', '0.03', '0.04'].entries()) {
  spotTrade(
    at('2023-12-04T11:40:02Z') + (index > 2 ? 1000 : 0),
    'BTC',
    'USDT',
    'BUY',
    quantity,
    'BNB',
    new Decimal('41210.5'),
  );
}
spotTrade(at('2024-01-09T14:02:10Z'), 'ETH', 'USDT', 'BUY', '3.2');
for (let month = 0; month < 30; month += 1) {
  const day = Date.UTC(2024, 1 + month, 11) + Math.floor(between(8, 20) * 3600) * 1000;
  if (month % 3 !== 2) spotTrade(day, 'ETH', 'USDT', 'BUY', between(0.1, 0.3).toFixed(4));
  if (month % 2 === 0) spotTrade(day + 3_600_000, 'BTC', 'USDT', 'BUY', between(0.004, 0.011).toFixed(5));
  if (month % 5 === 4) spotTrade(day + 7_200_000, 'BTC', 'USDT', 'SELL', between(0.003, 0.008).toFixed(5));
}
spotTrade(at('2024-03-20T12:10:00Z'), 'SOL', 'USDT', 'BUY', '12');
spotTrade(at('2024-11-22T09:31:27Z'), 'SOL', 'USDT', 'SELL', '12');
spotTrade(at('2024-12-18T13:20:51Z'), 'ETH', 'BTC', 'BUY', '0.9');
spotTrade(at('2025-07-16T08:44:19Z'), 'BTC', 'USDT', 'SELL', '0.05', 'BNB');
spotTrade(at('2025-10-07T17:05:33Z'), 'BNB', 'USDT', 'SELL', '2');
spotTrade(at('2026-02-24T21:15:08Z'), 'ETH', 'USDT', 'BUY', '1.25', 'ETH');
spotTrade(at('2026-03-06T10:00:59Z'), 'BTC', 'USDT', 'BUY', '0.08');
spotTrade(at('2026-08-19T15:47:12Z'), 'BTC', 'USDT', 'SELL', '0.02');

// --- Binance: USDⓈ-M futures, trade history and transaction history ---------------------------------------------
const fills = [];
const income = [];
const ethFunding = []; // the rates behind the present funding rows: the market data say the same
let tradeId = 7_161_700_000;
let transactionId = 881_200_000_000;
const positions = new Map(); // symbol → { quantity (signed), entry }
function incomeRow(ms, type, amount, asset, symbol) {
  transactionId += 17;
  income.push({
    ms,
    line: [stamp(ms), type, new Decimal(amount).toFixed(), asset, symbol, String(transactionId)],
  });
}
function futuresTrade(ms, symbol, side, quantity, price, feeAsset = 'USDT') {
  tradeId += 31;
  const size = new Decimal(quantity);
  const amount = new Decimal(price).times(size);
  const feeUsd = amount.times('0.0005');
  const fee =
    feeAsset === 'USDT'
      ? feeUsd.toDecimalPlaces(8)
      : feeUsd
          .times('0.9')
          .dividedBy(priceAt('BNB', ms, 0))
          .toDecimalPlaces(8);
  const held = positions.get(symbol) ?? { quantity: new Decimal(0), entry: new Decimal(0) };
  const signed = side === 'BUY' ? size : size.negated();
  let profit = new Decimal(0);
  if (held.quantity.isZero() || held.quantity.isNegative() === signed.isNegative()) {
    const total = held.quantity.plus(signed);
    held.entry = held.entry.times(held.quantity).plus(new Decimal(price).times(signed)).dividedBy(total);
    held.quantity = total;
  } else {
    profit = new Decimal(price).minus(held.entry).times(signed.negated()).toDecimalPlaces(8);
    held.quantity = held.quantity.plus(signed);
  }
  positions.set(symbol, held);
  if (feeAsset === 'BNB') bnbDays.add(ms - (ms % DAY));
  fills.push({
    ms,
    line: [
      '30411975',
      stamp(ms),
      symbol,
      side,
      new Decimal(price).toFixed(),
      size.toFixed(),
      amount.toFixed(),
      `${fee.toFixed(8)} ${feeAsset}`,
      profit.toFixed(),
      side === 'BUY' ? 'true' : 'false',
      'false',
      String(tradeId),
      String(9_000_000_000 + tradeId),
    ],
  });
  incomeRow(ms, 'COMMISSION', fee.negated(), feeAsset, symbol);
  if (!profit.isZero()) incomeRow(ms, 'REALIZED_PNL', profit, 'USDT', symbol);
}
function fundingRows(symbol, asset, quantity, from, until, meanRate) {
  for (let ms = from - (from % (DAY / 3)) + DAY / 3; ms <= until; ms += DAY / 3) {
    const rate = new Decimal((meanRate + between(-0.00006, 0.00006)).toFixed(8));
    const amount = priceAt(asset, ms, 0.002).times(quantity).times(rate).negated().toDecimalPlaces(8);
    incomeRow(ms, 'FUNDING_FEE', amount, 'USDT', symbol);
    if (symbol === 'ETHUSDT') ethFunding.push({ ms, rate: rate.toFixed(8) });
  }
}
incomeRow(at('2025-01-14T09:00:00Z'), 'TRANSFER', 4000, 'USDT', '');
incomeRow(at('2025-01-14T09:01:00Z'), 'TRANSFER', '0.01', 'BNB', '');
// a first short hedge, closed again after seven weeks
futuresTrade(at('2025-01-14T09:30:21Z'), 'BTCUSDT', 'SELL', '0.12', '96840.1');
fundingRows('BTCUSDT', 'BTC', '-0.12', at('2025-01-14T09:30:21Z'), at('2025-03-04T16:00:00Z'), 0.00007);
futuresTrade(at('2025-03-04T17:02:48Z'), 'BTCUSDT', 'BUY', '0.07', '84215.6');
futuresTrade(at('2025-03-04T17:02:49Z'), 'BTCUSDT', 'BUY', '0.05', '84220.3', 'BNB');
// the present hedge: short dated bitcoin (rolled twice), long perpetual ether
incomeRow(at('2026-05-12T08:00:00Z'), 'TRANSFER', 6000, 'USDT', '');
futuresTrade(at('2026-05-12T13:10:05Z'), 'BTCUSDT_260626', 'SELL', '0.06', '81020.4');
futuresTrade(at('2026-05-12T13:10:44Z'), 'ETHUSDT', 'BUY', '2.1', '2311.42');
fundingRows('ETHUSDT', 'ETH', '2.1', at('2026-05-12T13:10:44Z'), at('2026-11-20T00:00:00Z'), 0.00005);
futuresTrade(at('2026-06-22T09:15:00Z'), 'BTCUSDT_260626', 'BUY', '0.06', '78240.5');
futuresTrade(at('2026-06-22T09:15:31Z'), 'BTCUSDT_260925', 'SELL', '0.06', '78905.2');
futuresTrade(at('2026-09-21T10:05:12Z'), 'BTCUSDT_260925', 'BUY', '0.06', '93610.7');
futuresTrade(at('2026-09-21T10:05:40Z'), 'BTCUSDT_261225', 'SELL', '0.06', '94870.3');

// --- what no export says, in Hedgerow CSV: see docs/formats/hedgerow-csv.md --------------------------------------
const other = [];
const COLUMNS = [
  'Time',
  'Kind',
  'Account',
  'Received Asset',
  'Received Quantity',
  'Sent Asset',
  'Sent Quantity',
  'Asset',
  'Contract',
  'Price',
  'Note',
];
const iso = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');
function otherRow(ms, kind, cells) {
  other.push({ ms, line: COLUMNS.map((column) => ({ Time: iso(ms), Kind: kind, ...cells })[column] ?? '') });
}
const received = (asset, quantity, note) => ({
  Account: 'Binance',
  'Received Asset': asset,
  'Received Quantity': quantity,
  Note: note,
});
const sent = (asset, quantity, note) => ({
  Account: 'Binance',
  'Sent Asset': asset,
  'Sent Quantity': quantity,
  Note: note,
});
const marked = (asset, price) => ({ Account: 'Binance', Asset: asset, Price: price });
const futuresMarked = (contract, price) => ({ Account: 'Binance Futures', Contract: contract, Price: price });
for (const [day, quantity] of [
  ['2023-12-03', '16000'],
  ['2024-02-10', '10000'],
  ['2025-01-13', '9000'],
  ['2026-02-23', '8000'],
  ['2026-05-11', '8000'],
]) {
  otherRow(at(`${day}T09:20:00Z`), 'deposit', received('USDT', quantity, 'Bought with a bank card outside'));
}
otherRow(at('2024-09-12T16:44:52Z'), 'deposit', received('BTC', '0.35', 'From Coinbase'));
otherRow(at('2025-01-14T09:00:00Z'), 'withdrawal', sent('USDT', '4000', 'To the futures wallet'));
otherRow(at('2025-01-14T09:01:00Z'), 'withdrawal', sent('BNB', '0.01', 'To the futures wallet'));
otherRow(at('2026-05-12T08:00:00Z'), 'withdrawal', sent('USDT', '6000', 'To the futures wallet'));
// marks: BNB on every day on which it paid a fee, year ends, and the day of the sample
for (const day of [...bnbDays].toSorted((a, b) => a - b))
  otherRow(day + DAY / 2, 'price', marked('BNB', priceAt('BNB', day + DAY / 2, 0.004).toFixed(2)));
otherRow(at('2024-12-18T12:00:00Z'), 'price', marked('BTC', '104870.4'));
const yearEnds = [
  { day: '2023-12-29', prices: { BTC: '42480.1', ETH: '2294.66', BNB: '311.2' } },
  { day: '2024-12-31', prices: { BTC: '103960.5', ETH: '3571.02', SOL: '221.6', BNB: '690.3' } },
  { day: '2025-12-31', prices: { BTC: '88391.7', ETH: '2981.44', SOL: '126.1', BNB: '861.9' } },
  { day: '2026-11-20', prices: { BTC: '104200', ETH: '2710', SOL: '103', BNB: '742' } },
];
for (const { day, prices } of yearEnds) {
  for (const [asset, price] of Object.entries(prices))
    otherRow(at(`${day}T20:00:00Z`), 'price', marked(asset, price));
}
otherRow(at('2026-11-20T20:00:00Z'), 'price', futuresMarked('binance-um:BTCUSDT_261225', '104930.5'));
otherRow(at('2026-11-20T20:00:00Z'), 'price', futuresMarked('binance-um:ETHUSDT', '2711.3'));
otherRow(at('2026-11-20T20:00:00Z'), 'price', futuresMarked('coinbase-derivatives:BIT-25MAR27', '106240'));
otherRow(at('2026-11-20T20:00:00Z'), 'price', futuresMarked('cme:MET-202703', '2760.5'));

const csv = (header, rows, line = (r) => r.line.join(',')) => `${[header, ...rows.map(line)].join('\n')}\n`;
const oldestFirst = (a, b) => a.ms - b.ms;
const quoted = (cell) =>
  /[",]/u.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
function write(name, text) {
  writeFileSync(new URL(name, folder), text);
}
write(
  'coinbase-transactions.csv',
  `\nTransactions\nUser,Sample Investor,00000000-0000-4000-8000-000000000001\n${csv(
    'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes,Sender Address,Recipient Address',
    coinbase.toSorted((a, b) => b.ms - a.ms),
    (r) => r.line.map(quoted).join(','),
  )}`,
);
write(
  'binance-spot-trades.csv',
  `\uFEFF${csv('Date(UTC),Pair,Side,Price,Executed,Amount,Fee', spot.toSorted(oldestFirst))}`,
);
write(
  'binance-futures-trades.csv',
  csv(
    'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
    fills.toSorted(oldestFirst),
  ),
);
write(
  'binance-futures-transactions.csv',
  csv('Date(UTC),type,Amount,Asset,Symbol,Transaction ID', income.toSorted(oldestFirst)),
);
write('other-records.csv', csv(COLUMNS.join(','), other.toSorted(oldestFirst)));

// --- market data: klines of the last day close at the marks stated above, so that they change no figure ----------
const closing = { BTCUSDT: '104200.0', BTCUSDT_261225: '104930.5', ETHUSDT: '2711.3' };
/** What the investor paid or was paid for a coin must lie within that day's prices. */
function traded(symbol) {
  const [coin] = symbol.split('USDT');
  const own = fills.map(({ ms, line }) => ({ ms, of: line[2], price: line[4] }));
  if (symbol.includes('_')) return seen(own, symbol);
  const spots = spot.map(({ ms, line }) => ({ ms, of: line[1], price: line[3] }));
  const dollars = coinbase.map(({ ms, line }) => ({ ms, of: `${line[3]}USDT`, price: line[6].slice(1) }));
  const marks = other
    .filter(({ line }) => line[1] === 'price')
    .map(({ ms, line }) => ({ ms, of: `${line[7]}USDT`, price: line[9] }));
  return seen([...own, ...spots, ...dollars, ...marks], `${coin}USDT`);
}
const seen = (list, symbol) =>
  list.filter(({ of }) => of === symbol).map(({ ms, price }) => ({ ms, price: Number(price) }));
const files = marketFiles({ pathOf: pathAt, traded, closing, ethFunding });
for (const [name, text] of Object.entries(files)) write(`market/${name}`, text);
