/** What the catalogue was read from: addresses, and captures with their commit. */
const nautilus = 'github nautechsystems/nautilus_trader @a95c8042';
const ccxt = 'github ccxt/ccxt ts/src/test/static/markets';

export const source = {
  cmeBtc: 'https://www.cmegroup.com/trading/equity-index/us-index/bitcoin_contractSpecs_options.html',
  cmeMicro: 'https://www.cmegroup.com/markets/cryptocurrencies/micro-bitcoin-and-micro-ether-options.html',
  cmeMicroEther:
    'https://www.cmegroup.com/education/courses/introduction-to-ether/micro-ether-futures-product-overview.html',
  cmeSolana:
    'https://cmegroup.com/education/courses/introduction-to-cryptocurrency-futures/micro-cryptocurrency-futures/introduction-to-sol-and-micro-sol-futures.html',
  cmeSpotQuoted:
    'https://www.cmegroup.com/articles/2025/gaining-capital-efficient-exposure-to-spot-crypto-prices.html',
  cmeSpotQuotedFaq: 'https://www.cmegroup.com/articles/faqs/faq-spot-quoted-futures.html',
  cmeHours: 'https://bitbo.io/news/cme-247-crypto-futures',
  brokerMbt: 'https://www.interactivebrokers.com.au/en/trading/cme-micro-bitcoin.php',
  brokerMet: 'https://www.kgieworld.sg/futures/cme-micro-ether-futures',
  brokerEth:
    'https://www.directaccess.com.sg/post/understanding-the-ethereum-futures-on-cme-easy-access-to-cryptocurrency-world',
  xrpNews: 'https://businessmayor.com/?p=1553807 (before the launch)',
  newCoinsNews: 'https://cryptotagnews.com/cmes-bold-bet-on-cardano-chainlink-and-stellar-futures',
  coinbaseCapture: `${nautilus} crates/adapters/coinbase/test_data/http_products_future.json (Coinbase API, 2026-04-06)`,
  coinbaseLaunch: 'https://www.mexc.com/fr/news/21861 (PANews on the Coinbase blog, 2025-06-26)',
  coinbaseThirdParty: 'https://www.agentictradingml.com/academy/coinbase-crypto-products/cfm-nano-futures',
  coinbaseInternational:
    'https://help.coinbase.com/en/international-exchange/perpetual-futures-basics/perpetual-futures-product-specifications',
  bitnomialPbuc: 'https://bitnomial.com/exchange/rulebook/product/bitcoin/pbuc',
  bitnomialNotation: 'https://bitnomial.com/exchange/docs/market-operations/product-notation',
  krakenUsContracts: 'https://support.kraken.com/articles/contract-specifications (2026-06-15)',
  krakenUsFees: 'https://support.kraken.com/articles/us-futures-fees (2026-06-15)',
  binanceMarkets: `${ccxt}/binance.json @0dca8ac0`,
  binanceCapture: `${nautilus} tests/integration_tests/adapters/binance/resources/http_responses/http_futures_market_exchange_info.json`,
  binanceSpecification:
    'https://binance.com/cn/support/faq/usd%E2%93%A2-margined-futures-contract-specifications-360033161972?hl=en',
  binanceTiers:
    'github titouannwtt/freqtrade-fork freqtrade/exchange/binance_leverage_tiers.json @56179f3e (2026-05-01)',
  binanceCoinMargined:
    'https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Exchange-Information',
  binanceCoinTiers: 'https://www.binance.com/en/support/faq/be2c7d9d95b04a7e8044ed02dd7dfe5c (2021)',
  binanceCoinTiersFaq: 'https://www.binance.com/es/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46',
  bybitInstruments: 'https://bybit-exchange.github.io/docs/v5/market/instrument @072c197d',
  bybitRiskLimit: 'https://bybit-exchange.github.io/docs/v5/market/risk-limit @072c197d',
  bybitMargin: 'https://bybitx.global/pt-PT/announcement-info/margin-parameters',
  bybitTest: 'a third-party test of 2026 that says it was captured from /v5/market/risk-limit',
  bybitInverseMargin: 'https://bybitglobal.com/ar-SA/help-center/search-result?page=50',
  bybitCapture: `${nautilus} crates/adapters/bybit/test_data/http_get_instruments_inverse.json`,
  okxSwaps: `${nautilus} crates/adapters/okx/test_data/http_get_instruments_swap.json`,
  okxFutures: `${nautilus} crates/adapters/okx/test_data/http_get_instruments_futures.json`,
  okxDocs: 'https://www.okx.com/docs-v5/en/ (2026-08-22)',
  bitgetMarkets: `${ccxt}/bitget.json @0cad838e`,
  mexcMarkets: `${ccxt}/mexc.json @1f086143`,
  bingxMarkets: `${ccxt}/bingx.json @17561847`,
  bingxCoinMargined: 'https://bingx.io/en-us/support/articles/360045680954',
  weexMarkets: `${ccxt}/weex.json @5c8cb4f1`,
  weexDoubt: 'https://github.com/ccxt/ccxt/pull/29649 (2026-08-07)',
  deribitCapture: `${nautilus} crates/adapters/deribit/test_data/http_get_instruments.json`,
  deribitPerpetual: 'https://www.deribit.com/pages/docs/perpetual',
  deribitLinear: 'https://support.deribit.com/hc/en-us/articles/25944738177565-Linear-Perpetual',
  deribitFunding: 'https://support.deribit.com/hc/en-us/articles/31424939178397-Funding-Specifications',
  krakenMarkets: `${ccxt}/krakenfutures.json @3802e1a2`,
  krakenInverse: 'https://support.kraken.com/hc/uk-ua/articles/360022835911',
  krakenDated:
    'https://support.kraken.com/hc/en-us/articles/linear-multi-collateral-fixed-maturity-contract-specifications',
  bitmexCapture: `${nautilus} crates/adapters/bitmex/test_data/http_get_instrument_xbtusd.json (2024-11-24)`,
  bitmexGuide: 'https://www.bitmex.com/app/inversePerpetualsGuide',
  memo1256: 'https://lukka.tech/special-tax-rules-apply-to-bitcoin-futures-and-options/ (A. Kramer, 2020)',
  marking1256:
    'https://lukka.tech/are-positions-in-virtual-currency-subject-to-the-timing-and-character-rules-of-section-1256-if-so-when-and-what-is-the-impact/',
} as const;
