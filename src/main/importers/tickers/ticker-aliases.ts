/**
 * Tickers that stand for another asset than they say, by exchange and time; and those that stand for several, where only
 * the user knows. Data: each line with where it is known from.
 */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import { instantFromIso, type Instant } from '../../../shared/time/instant.ts';

interface TickerSpan {
  /** null: at every exchange that has no line of its own. */
  readonly exchange: string | null;
  readonly ticker: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly source: string;
}

export interface TickerAlias extends TickerSpan {
  readonly asset: AssetId;
}

export interface TickerInDoubt extends TickerSpan {
  /** What it may be, in words, each with the ticker to name it by. */
  readonly couldBe: readonly { readonly asset: AssetId; readonly words: string }[];
}

interface Span {
  readonly exchange?: string;
  readonly from?: string;
  readonly until?: string;
}

function alias(ticker: string, asset: string, source: string, span: Span = {}): TickerAlias {
  return { ...spanOf(ticker, source, span), asset: assetId(asset) };
}

function spanOf(ticker: string, source: string, { exchange, from, until }: Span = {}): TickerSpan {
  return {
    exchange: exchange ?? null,
    ticker,
    from: from === undefined ? null : instantFromIso(from),
    until: until === undefined ? null : instantFromIso(until),
    source,
  };
}

/** Terra's new chain began; what was LUNA and UST before is Terra Classic's. */
const terra = '2022-05-28T06:00:00Z';
const terraSource =
  'Terra 2.0 began on 2022-05-28, 06:00 UTC; exchanges renamed the old LUNA and UST to LUNC and USTC (Binance, notice of 2022-05-26)';
const bitTorrent = '2022-01-12T00:00:00Z';
const kraken = 'Kraken, asset codes of its ledger export';
const bitfinex =
  'Bitfinex, currency codes of its exports: commonCurrencies of github.com/ccxt/ccxt, bitfinex and bitfinex2, versions of 2019 to 2024';

const krakenCodes: readonly (readonly [string, string])[] = [
  ['XXBT', 'BTC'],
  ['XETH', 'ETH'],
  ['XLTC', 'LTC'],
  ['XXRP', 'XRP'],
  ['XXDG', 'DOGE'],
  ['XXLM', 'XLM'],
  ['XXMR', 'XMR'],
  ['XZEC', 'ZEC'],
  ['XETC', 'ETC'],
  ['XREP', 'REP'],
  ['XMLN', 'MLN'],
  ['ZUSD', 'USD'],
  ['ZEUR', 'EUR'],
  ['ZGBP', 'GBP'],
  ['ZCAD', 'CAD'],
  ['ZJPY', 'JPY'],
  ['ZAUD', 'AUD'],
  ['ZCHF', 'CHF'],
  ['ZKRW', 'KRW'],
  ['XICN', 'ICN'],
  ['XNMC', 'NMC'],
  ['XXVN', 'VEN'],
  ['ETH2', 'ETH'],
];

const bitfinexCodes: readonly (readonly [string, string])[] = [
  ['AIO', 'AION'],
  ['ALG', 'ALGO'],
  ['AMP', 'AMPL'],
  ['ATO', 'ATOM'],
  ['BAB', 'BCH'],
  ['BCHABC', 'XEC'],
  ['CTX', 'CTXC'],
  ['DAT', 'DATA'],
  ['DOG', 'MDOGE'],
  ['DSH', 'DASH'],
  ['EUS', 'EURS'],
  ['EUT', 'EURT'],
  ['GSD', 'GUSD'],
  ['IDX', 'ID'],
  ['IOS', 'IOST'],
  ['IOT', 'IOTA'],
  ['IQX', 'IQ'],
  ['LUNA', 'LUNC'],
  ['LUNA2', 'LUNA'],
  ['MIT', 'MITH'],
  ['MNA', 'MANA'],
  ['NCA', 'NCASH'],
  ['PAS', 'PASS'],
  ['POY', 'POLY'],
  ['QSH', 'QASH'],
  ['QTM', 'QTUM'],
  ['RBT', 'RBTC'],
  ['SEE', 'SEER'],
  ['SNG', 'SNGLS'],
  ['SPK', 'SPANK'],
  ['STJ', 'STORJ'],
  ['TERRAUST', 'USTC'],
  ['TSD', 'TUSD'],
  ['UDC', 'USDC'],
  ['UST', 'USDT'],
  ['UTN', 'UTNP'],
  ['VSY', 'VSYS'],
  ['WAX', 'WAXP'],
  ['XCH', 'XCHF'],
  ['YGG', 'YEED'],
  ['YYW', 'YOYOW'],
  ['ZBT', 'ZB'],
];

export const tickerAliases: readonly TickerAlias[] = [
  alias('XBT', 'BTC', 'The code of Bitcoin after ISO 4217, used by Kraken and BitMEX'),
  alias('XDG', 'DOGE', kraken),
  alias('MIOTA', 'IOTA', 'IOTA, by its unit of a million'),
  alias('BCHSV', 'BSV', 'Name of Bitcoin SV after the fork of 2018-11-15'),
  alias('BCHABC', 'BCH', 'Name of Bitcoin Cash after the fork of 2018-11-15'),
  alias('BCC', 'BCH', 'Binance called Bitcoin Cash BCC until the fork of 2018-11-15', {
    exchange: 'Binance',
    until: '2018-11-16T00:00:00Z',
  }),
  alias('BCHN', 'BCH', 'Bitcoin Cash in November 2020, by the name of its node (OKX, Kraken)'),
  alias('XRB', 'XNO', 'Nano, which was RaiBlocks (XRB) and NANO before'),
  alias('NANO', 'XNO', 'Nano, which was RaiBlocks (XRB) and NANO before'),
  alias('LUNA', 'LUNC', terraSource, { until: terra }),
  alias('UST', 'USTC', terraSource, { until: terra }),
  alias('LUNA', 'LUNC', 'Kraken kept LUNA for Terra Classic', { exchange: 'Kraken' }),
  alias(
    'BTT',
    'BTTOLD',
    'BitTorrent, whose old tokens kept this name after the exchange of 2022-01-12, 1000 for 1',
    {
      until: bitTorrent,
    },
  ),
  alias('LUNA2', 'LUNA', 'Kraken calls the new Terra LUNA2', { exchange: 'Kraken' }),
  alias('UST', 'USTC', 'Kraken kept UST for Terra Classic', { exchange: 'Kraken' }),
  ...krakenCodes.map(([code, asset]) => alias(code, asset, kraken, { exchange: 'Kraken' })),
  alias('ETH2', 'ETH', 'Coinbase called staked ether ETH2 until 2023', { exchange: 'Coinbase' }),
  alias('USD_STABLE_COIN', 'USDC', 'Crypto.com Exchange, its bundle of dollar stablecoins', {
    exchange: 'Crypto.com',
  }),
  ...bitfinexCodes.map(([code, asset]) => alias(code, asset, bitfinex, { exchange: 'Bitfinex' })),
];

export const tickersInDoubt: readonly TickerInDoubt[] = [
  {
    ...spanOf('UST', 'Two coins bear the name, and exchanges kept it differently', { from: terra }),
    couldBe: [
      { asset: assetId('USTC'), words: 'TerraClassicUSD' },
      { asset: assetId('USDT'), words: 'Tether, under its old code' },
    ],
  },
  {
    ...spanOf('BCC', 'Bitcoin Cash and BitConnect both bore it in 2017 and 2018'),
    couldBe: [
      { asset: assetId('BCH'), words: 'Bitcoin Cash' },
      { asset: assetId('BITCONNECT'), words: 'BitConnect' },
    ],
  },
  {
    ...spanOf('HOT', 'Holo and Hydro Protocol both bear it'),
    couldBe: [
      { asset: assetId('HOLO'), words: 'Holo' },
      { asset: assetId('HYDRO-PROTOCOL'), words: 'Hydro Protocol' },
    ],
  },
  {
    ...spanOf(
      'BTT',
      'BitTorrent gave 1000 new tokens for an old one in January 2022; exchanges kept the name',
      {
        from: bitTorrent,
      },
    ),
    couldBe: [
      { asset: assetId('BTTOLD'), words: 'BitTorrent before the exchange of tokens' },
      { asset: assetId('BTTC'), words: 'BitTorrent after it (1000 for 1)' },
    ],
  },
];
