// Invented market data of the sample, over the real headers of Binance's public data and of alternative.me.
// It has a generator of its own: what make-sample.mjs draws for the investor's own files stays as it is.

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FIRST_DAY = Date.parse('2025-10-17T00:00:00Z');
const LAST_DAY = Date.parse('2026-11-20T00:00:00Z');
const FUNDING_UNTIL = LAST_DAY + DAY;
const QUARTER_FROM = Date.parse('2026-08-03T00:00:00Z');
const QUARTER_FIXES = Date.parse('2026-12-25T08:00:00Z');
/** Prices stated elsewhere in the sample: on these days the closes lie on the path. */
const PINNED = ['2025-12-31', '2026-05-12', '2026-06-22', '2026-09-21', '2026-11-20'].map((day) =>
  Date.parse(`${day}T00:00:00Z`),
);

const COINS = {
  BTC: { swing: 0.021, places: 1, volume: 190_000, trades: 21, depth: 2900, open: 91_400 },
  ETH: { swing: 0.028, places: 2, volume: 4_600_000, trades: 1.1, depth: 58_000, open: 2_214_000 },
};

let state = 20261120;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
/** Of about a standard deviation of one, and never far out: the sum of twelve draws. */
function normal() {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}
const between = (low, high) => low + (high - low) * random();
const lines = (header, rows) => `${[header, ...rows].join('\n')}\n`;
const text = (ms, seconds = 19) => new Date(ms).toISOString().slice(0, seconds).replace('T', ' ');

/**
 * In: `pathOf(coin, ms)`, the price between the anchors; `traded(symbol)`, the prices at which the investor traded or stated
 * a mark, as { ms, price }; `closing`, the marks of the last day by symbol; `ethFunding`, the rates that the investor's
 * funding rows were computed with, as { ms, rate }.
 * Out: texts of files by name.
 */
export function marketFiles({ pathOf, traded, closing, ethFunding }) {
  const days = closesOfDays(pathOf);
  const quarterly = days
    .filter(({ ms }) => ms >= QUARTER_FROM)
    .map(({ ms, BTC }) => ({ ms, BTC: BTC * (1 + (0.0665 * (QUARTER_FIXES - ms - DAY)) / (365 * DAY)) }));
  const klines = (symbol, coin, list, share = 1) =>
    klineFile(list, { ...COINS[coin], coin, share, close: closing[symbol], known: traded(symbol) });
  return {
    'BTCUSDT-1d-2025-10-to-2026-11.csv': klines('BTCUSDT', 'BTC', days),
    'BTCUSDT_261225-1d-2026-08-to-2026-11.csv': klines('BTCUSDT_261225', 'BTC', quarterly, 0.006),
    'ETHUSDT-1d-2025-10-to-2026-11.csv': klines('ETHUSDT', 'ETH', days),
    'BTCUSDT-fundingRate-2026-05-to-2026-11.csv': fundingFile(btcFunding(ethFunding)),
    'ETHUSDT-fundingRate-2026-05-to-2026-11.csv': fundingFile([...ethFunding, ...laterFunding(ethFunding)]),
    'BTCUSDT-metrics-2026-11-20.csv': metricsFile('BTCUSDT', COINS.BTC, closing.BTCUSDT),
    'ETHUSDT-metrics-2026-11-20.csv': metricsFile('ETHUSDT', COINS.ETH, closing.ETHUSDT),
    'BTCUSDT-bookDepth-2026-11-20.csv': depthFile(COINS.BTC, closing.BTCUSDT),
    'ETHUSDT-bookDepth-2026-11-20.csv': depthFile(COINS.ETH, closing.ETHUSDT),
    'fear-and-greed.json': fearAndGreed(days),
    'other-market-data.csv': spreads(closing),
  };
}

/** Closes swing around the path and come back to it; ether follows bitcoin. */
function closesOfDays(pathOf) {
  const days = [];
  const swing = { BTC: 0, ETH: 0 };
  for (let ms = FIRST_DAY; ms <= LAST_DAY; ms += DAY) {
    const push = normal();
    swing.BTC = 0.6 * swing.BTC + COINS.BTC.swing * push;
    swing.ETH = 0.6 * swing.ETH + COINS.ETH.swing * (0.8 * push + 0.6 * normal());
    const away = Math.min(...PINNED.map((pinned) => Math.abs(pinned - ms) / DAY));
    const weight = Math.min(1, away / 2);
    const closeOf = (coin) => pathOf(coin, ms + DAY) * Math.exp(swing[coin] * weight);
    days.push({ ms, BTC: closeOf('BTC'), ETH: closeOf('ETH') });
  }
  return days;
}

function klineFile(days, { coin, share, places, volume, trades, close: last, known }) {
  let open = days[0][coin];
  const rows = days.map((day) => {
    const close = day.ms === LAST_DAY ? Number(last) : Number(day[coin].toFixed(places));
    const move = Math.abs(Math.log(close / open));
    const wick = 0.003 + 0.25 * move;
    const seen = known.filter(({ ms }) => ms >= day.ms && ms < day.ms + DAY).map(({ price }) => price);
    const high = Math.max(open, close, ...seen) * (1 + between(0, wick));
    const low = Math.min(open, close, ...seen) * (1 - between(0, wick));
    const coins = volume * share * (0.55 + 12 * move + between(0, 0.3));
    const middle = (high + low + close) / 3;
    const bought = coins * between(0.47, 0.53);
    const row = [
      day.ms,
      open.toFixed(places),
      high.toFixed(places),
      low.toFixed(places),
      close.toFixed(places),
      coins.toFixed(3),
      day.ms + DAY - 1,
      (coins * middle).toFixed(0),
      Math.round(coins * trades),
      bought.toFixed(3),
      (bought * middle).toFixed(0),
      0,
    ].join(',');
    open = close;
    return row;
  });
  return lines(
    'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore',
    rows,
  );
}

/** Of the times of ether's and later: around 0.006 % for eight hours, and rather high in the end. */
function btcFunding(ethFunding) {
  let off = 0;
  const times = [...ethFunding, ...laterFunding([])].map(({ ms }) => ms);
  return times.map((ms, at) => {
    off = 0.85 * off + 0.00001 * normal();
    const rise = Math.max(0, at - (times.length - 9)) * 0.0000042;
    return { ms, rate: (0.00006 + off + rise).toFixed(8) };
  });
}

/** The payments after the last one that the investor's export has. */
function laterFunding() {
  const later = [];
  for (let ms = LAST_DAY + 8 * HOUR; ms <= FUNDING_UNTIL; ms += 8 * HOUR)
    later.push({ ms, rate: between(0.00005, 0.00009).toFixed(8) });
  return later;
}

function fundingFile(payments) {
  const rows = payments.map(({ ms, rate }) => `${ms + Math.floor(between(0, 12))},8,${rate}`);
  return lines('calc_time,funding_interval_hours,last_funding_rate', rows);
}

/** The last hour of the day, every five minutes. */
function metricsFile(symbol, { open }, price) {
  const rows = [];
  for (let ms = LAST_DAY + 23 * HOUR + 300_000; ms <= LAST_DAY + DAY; ms += 300_000) {
    const coins = open * between(0.997, 1.003);
    const ratios = [between(1.5, 1.6), between(1.9, 2), between(1.38, 1.44), between(0.9, 1.1)];
    const cells = [coins.toFixed(3), (coins * Number(price)).toFixed(2), ...ratios.map((r) => r.toFixed(4))];
    rows.push([text(ms), symbol, ...cells].join(','));
  }
  return lines(
    'create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio',
    rows,
  );
}

/** One hour, every ten minutes in place of every thirty seconds. */
function depthFile({ depth }, price) {
  const rows = [];
  const sums = [
    [0.2, 0.22],
    [1, 1],
    [2, 1.7],
    [3, 2.3],
    [4, 2.8],
    [5, 3.2],
  ];
  for (let ms = LAST_DAY + 20 * HOUR; ms <= LAST_DAY + 21 * HOUR; ms += 600_000) {
    for (const side of [-1, 1]) {
      const level = between(0.92, 1.08);
      for (const [distance, share] of side < 0 ? sums.toReversed() : sums) {
        const coins = depth * share * level;
        const money = coins * Number(price) * (1 + (side * distance) / 220);
        rows.push(`${text(ms)},${(side * distance).toFixed(2)},${coins.toFixed(3)},${money.toFixed(2)}`);
      }
    }
  }
  return lines('timestamp,percentage,depth,notional', rows);
}

const BANDS = [
  [25, 'Extreme Fear'],
  [46, 'Fear'],
  [54, 'Neutral'],
  [75, 'Greed'],
  [100, 'Extreme Greed'],
];

/** Mood follows what bitcoin did in the month before, and is published when the day begins; newest first. */
function fearAndGreed(days) {
  const data = days.map(({ ms }, at) => {
    const before = days[Math.max(0, at - 1)].BTC;
    const month = days[Math.max(0, at - 31)].BTC;
    const mood = 52 + 230 * Math.log(before / month) + between(-5, 5);
    const value = Math.round(Math.min(92, Math.max(8, mood)));
    const name = BANDS.find(([top]) => value <= top)[1];
    return { value: String(value), value_classification: name, timestamp: String(ms / 1000) };
  });
  const entries = data.toReversed().map((entry) => JSON.stringify(entry));
  return `{"name":"Fear and Greed Index","data":[\n${entries.join(',\n')}\n],"metadata":{"error":null}}\n`;
}

/** What no public file says, as the investor saw it on the last day. */
function spreads(closing) {
  const time = text(LAST_DAY + 20 * HOUR);
  const spread = (symbol, ticks) =>
    `${time},binance-um:${symbol},spread,${((100 * ticks) / Number(closing[symbol])).toFixed(6)}%,,`;
  const depth = (side, coins) => `${time},binance-um:BTCUSDT_261225,depth,${coins},,${side}`;
  return lines('Time,Of,Measure,Value,Hours,Level', [
    spread('BTCUSDT', 0.1),
    spread('ETHUSDT', 0.01),
    spread('BTCUSDT_261225', 8.4),
    depth('-1', '21.4'),
    depth('1', '19.8'),
  ]);
}
