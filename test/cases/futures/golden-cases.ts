/** Published and constructed examples of futures arithmetic: facts pack of 2026-11-22, each with its source. */
export interface GoldenCase {
  readonly id: string;
  readonly formula:
    | 'linear_pnl'
    | 'inverse_pnl'
    | 'linear_value'
    | 'inverse_value'
    | 'contracts_inverse'
    | 'floor_lot'
    | 'funding_payment'
    | 'basis_abs'
    | 'basis_rate'
    | 'coin_value_after'
    | 'calendar_roll_cost';
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: string;
  readonly tolerance: string;
  readonly source: string;
}

export const goldenCases: readonly GoldenCase[] = [
  {
    id: 'bn-v2-long',
    formula: 'linear_pnl',
    inputs: { side: 'long', qty: '0.001', entry: '22185.2', exit: '21123.05052574' },
    expected: '-1.06214947',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V2',
  },
  {
    id: 'bn-v3-ada-pnl',
    formula: 'linear_pnl',
    inputs: { side: 'long', qty: '30', entry: '0.385', exit: '0.4104759' },
    expected: '0.764277',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
  },
  {
    id: 'bn-v3-comp-pnl',
    formula: 'linear_pnl',
    inputs: { side: 'short', qty: '1', entry: '70.92841', exit: '49.72023376' },
    expected: '21.20817624',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
  },
  {
    id: 'bn-cm-pnl',
    formula: 'inverse_pnl',
    inputs: {
      side: 'long',
      contracts: '1',
      contractUsd: '100',
      entry: '11707.70000003',
      exit: '11788.66626667',
    },
    expected: '0.00005866',
    tolerance: '0.000000005',
    source:
      'https://developers.binance.com/docs/derivatives/coin-margined-futures/trade/rest-api/Position-Information',
  },
  {
    id: 'bn-cm-basis',
    formula: 'basis_abs',
    inputs: { futures: '29341.3', index: '29269.93972727' },
    expected: '71.36027273',
    tolerance: '0.0000001',
    source:
      'https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Basis',
  },
  {
    id: 'bn-cm-basisrate',
    formula: 'basis_rate',
    inputs: { futures: '29341.3', index: '29269.93972727' },
    expected: '0.0024',
    tolerance: '0.00005',
    source:
      'https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Basis',
  },
  {
    id: 'bn-um-basis',
    formula: 'basis_abs',
    inputs: { futures: '34414.1', index: '34400.15945055' },
    expected: '13.94054945',
    tolerance: '0.0000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Basis',
  },
  {
    id: 'bybit-pnl-long',
    formula: 'linear_pnl',
    inputs: { side: 'long', qty: '0.2', entry: '7000', exit: '7500' },
    expected: '100',
    tolerance: '0.000000001',
    source: 'https://help.bybit.com/hc/en-us/articles/900000630066-P-L-calculations-USDT-Contract-',
  },
  {
    id: 'bybit-pnl-short',
    formula: 'linear_pnl',
    inputs: { side: 'short', qty: '0.4', entry: '6000', exit: '5000' },
    expected: '400',
    tolerance: '0.000000001',
    source: 'https://help.bybit.com/hc/en-us/articles/900000630066-P-L-calculations-USDT-Contract-',
  },
  {
    id: 'bybit-inv-value',
    formula: 'inverse_value',
    inputs: { contracts: '300', price: '27464.50441675' },
    expected: '0.01092319',
    tolerance: '0.000000005',
    source: 'https://bybit-exchange.github.io/docs/v5/position (docs/v5/position/position.mdx @072c197d)',
  },
  {
    id: 'bybit-inv-upnl',
    formula: 'inverse_pnl',
    inputs: { side: 'short', contracts: '300', entry: '27464.50441675', exit: '28224.5' },
    expected: '-0.00029413',
    tolerance: '0.000000005',
    source: 'https://bybit-exchange.github.io/docs/v5/position (docs/v5/position/position.mdx @072c197d)',
  },
  {
    id: 'bybit-ws-upnl',
    formula: 'linear_pnl',
    inputs: { side: 'short', qty: '0.01', entry: '3641.075', exit: '3641.33' },
    expected: '-0.00255',
    tolerance: '0.000000001',
    source:
      'github nautechsystems/nautilus_trader crates/adapters/bybit/test_data/ws_account_position_short.json (live capture)',
  },
  {
    id: 'okx-convert',
    formula: 'contracts_inverse',
    inputs: { coin: '0.888', price: '35000', contractUsd: '100', rounding: 'nearest' },
    expected: '311',
    tolerance: '0',
    source: 'https://www.okx.com/docs-v5/en/#public-data-rest-api-unit-convert',
  },
  {
    id: 'kraken-lin',
    formula: 'linear_pnl',
    inputs: { side: 'long', qty: '5', entry: '35000', exit: '40000' },
    expected: '25000',
    tolerance: '0.000000001',
    source: 'https://support.kraken.com/hc/en-us/articles/360022835511-Calculation-of-profit-and-loss',
  },
  {
    id: 'inv-1xlong-half',
    formula: 'inverse_pnl',
    inputs: { side: 'long', contracts: '16000', entry: '16000', exit: '8000' },
    expected: '-1',
    tolerance: '0.000000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'inv-long-up',
    formula: 'inverse_pnl',
    inputs: { side: 'long', contracts: '60000', entry: '600', exit: '700' },
    expected: '14.286',
    tolerance: '0.0005',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'inv-long-down',
    formula: 'inverse_pnl',
    inputs: { side: 'long', contracts: '60000', entry: '600', exit: '500' },
    expected: '-20',
    tolerance: '0.000000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'inv-short-up',
    formula: 'inverse_pnl',
    inputs: { side: 'short', contracts: '16000', entry: '8000', exit: '10000' },
    expected: '-0.4',
    tolerance: '0.000000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'inv-short-down',
    formula: 'inverse_pnl',
    inputs: { side: 'short', contracts: '16000', entry: '8000', exit: '5000' },
    expected: '1.2',
    tolerance: '0.000000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'synthetic-usd-up',
    formula: 'coin_value_after',
    inputs: { coin: '2', contracts: '16000', entry: '8000', price: '10000' },
    expected: '16000',
    tolerance: '0.000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'synthetic-usd-down',
    formula: 'coin_value_after',
    inputs: { coin: '2', contracts: '16000', entry: '8000', price: '5000' },
    expected: '16000',
    tolerance: '0.000001',
    source: 'https://romanornr.medium.com/trading-bitcoin-inverse-futures-contracts-dbdccae9eddd',
  },
  {
    id: 'cm-pnl1',
    formula: 'inverse_pnl',
    inputs: { side: 'long', contracts: '100', entry: '5000', exit: '8000' },
    expected: '0.0075',
    tolerance: '0.000000001',
    source: 'https://amorrr.com/3027.html',
  },
  {
    id: 'cm-btc-diff',
    formula: 'inverse_pnl',
    inputs: { side: 'long', contracts: '10000', entry: '50000', exit: '55000' },
    expected: '0.0182',
    tolerance: '0.00005',
    source: 'https://enpatika.com/soru-cevap/binance-futures-tips',
  },
  {
    id: 'cde-bip-long',
    formula: 'linear_pnl',
    inputs: { side: 'long', qty: '2', multiplier: '0.01', entry: '49000', exit: '50000' },
    expected: '20',
    tolerance: '0.000000001',
    source:
      'github nautechsystems/nautilus_trader crates/adapters/coinbase/test_data/http_cfm_positions.json',
  },
  {
    id: 'cde-bip-notional',
    formula: 'linear_value',
    inputs: { qty: '2', multiplier: '0.01', price: '50000' },
    expected: '1000',
    tolerance: '0.000000001',
    source:
      'github nautechsystems/nautilus_trader crates/adapters/coinbase/test_data/http_cfm_positions.json',
  },
  {
    id: 'cde-bip-short',
    formula: 'linear_pnl',
    inputs: { side: 'short', qty: '3', multiplier: '0.01', entry: '51000', exit: '50000' },
    expected: '30',
    tolerance: '0.000000001',
    source: 'github nautechsystems/nautilus_trader crates/adapters/coinbase/test_data/http_cfm_position.json',
  },
  {
    id: 'c-fund-long',
    formula: 'funding_payment',
    inputs: { side: 'long', notional: '10000', rate: '0.0001' },
    expected: '-1.0',
    tolerance: '0.000000000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-fund-short',
    formula: 'funding_payment',
    inputs: { side: 'short', notional: '10000', rate: '0.0001' },
    expected: '1.0',
    tolerance: '0.000000000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-fund-neg-long',
    formula: 'funding_payment',
    inputs: { side: 'long', notional: '10000', rate: '-0.0002' },
    expected: '2.0',
    tolerance: '0.000000000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-floor',
    formula: 'floor_lot',
    inputs: { target: '0.12345', step: '0.001', want: 'qty' },
    expected: '0.123',
    tolerance: '0.000000000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-floor-res',
    formula: 'floor_lot',
    inputs: { target: '0.12345', step: '0.001', want: 'residual' },
    expected: '0.00045',
    tolerance: '0.000000000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-okx-open',
    formula: 'contracts_inverse',
    inputs: { coin: '0.888', price: '35000', contractUsd: '100', rounding: 'floor' },
    expected: '310',
    tolerance: '0',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-roll',
    formula: 'calendar_roll_cost',
    inputs: { near: '100000', far: '100800', daysBetween: '28', multiplier: '0.1', want: 'annual' },
    expected: '0.104285714',
    tolerance: '0.00000001',
    source: 'constructed for this pack from the cited formula',
  },
  {
    id: 'c-roll-usd',
    formula: 'calendar_roll_cost',
    inputs: { near: '100000', far: '100800', daysBetween: '28', multiplier: '0.1', want: 'perContract' },
    expected: '80.0',
    tolerance: '0.000000001',
    source: 'constructed for this pack from the cited formula',
  },
];
