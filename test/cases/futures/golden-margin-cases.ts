/** Published and constructed examples of margin and liquidation: facts pack of 2026-11-22, each with its source. */
export interface GoldenMarginCase {
  readonly id: string;
  readonly formula:
    | 'binance_coinm_liq'
    | 'binance_liq'
    | 'bingx_roi'
    | 'bybit_inverse_bust_cross'
    | 'bybit_liq_inverse_entry'
    | 'bybit_liq_linear_entry'
    | 'deribit_margin'
    | 'gate_okx_liq'
    | 'hyperliquid_liq'
    | 'initial_margin'
    | 'inverse_fee'
    | 'liq_after_margin_change'
    | 'maint_margin'
    | 'tick_value'
    | 'tier_amount'
    | 'value_difference';
  readonly inputs: Readonly<Record<string, string>>;
  /** null: there is no liquidation price. */
  readonly expected: string | null;
  readonly tolerance: string;
  readonly source: string;
  readonly note?: string;
}

/** Bybit BTCUSDT: beginning and maintenance rate of each tier. */
const bybitTiers =
  '0:0.005 2000000:0.0056 2600000:0.0063 3200000:0.0067 3800000:0.0071 4400000:0.0077 5000000:0.0091 5600000:0.01 8500000:0.013 10000000:0.015 14000000:0.016 20000000:0.02 28000000:0.025 38000000:0.029 50000000:0.03 55000000:0.035 60000000:0.036 65000000:0.038 70000000:0.04 75000000:0.045';

export const goldenMarginCases: readonly GoldenMarginCase[] = [
  {
    id: 'bn-iso-eth-big',
    formula: 'binance_liq',
    inputs: {
      side: 'long',
      qty: '3683.979',
      entry: '1456.84',
      walletBalance: '1535443.01',
      mmr: '0.1',
      maintenanceAmount: '135365',
    },
    expected: '1114.78',
    tolerance: '0.01',
    source: 'freqtrade tests/exchange/test_binance.py (isolated variant of the same example)',
  },
  {
    id: 'bn-doc-iso-liq',
    formula: 'binance_liq',
    inputs: {
      side: 'long',
      qty: '20',
      entry: '6563.665',
      walletBalance: '13200.70726908',
      mmr: '0.005',
      maintenanceAmount: '50',
    },
    expected: '5930.78',
    tolerance: '0.01',
    source:
      'Binance USD-M API docs, positionRisk response sample (older revision, e.g. find_string ids 51805051593, 6498446307)',
    note: 'isolatedMargin 15517.54150468 INCLUDES unrealised PnL 2316.83423560: the wallet balance to use is their difference. Bracket 50k-250k of that time: 0.5%, amount 50.',
  },
  {
    id: 'bn-v3-ada-im',
    formula: 'initial_margin',
    inputs: { qty: '30', price: '0.4104759', rate: '0.05' },
    expected: '0.61571385',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
    note: 'initial margin at MARK price, 20x',
  },
  {
    id: 'bn-v3-ada-mm',
    formula: 'maint_margin',
    inputs: { notional: '12.314277', mmr: '0.0065' },
    expected: '0.0800428',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
  },
  {
    id: 'bn-v3-comp-im',
    formula: 'initial_margin',
    inputs: { qty: '1', price: '49.72023376', rate: '0.05' },
    expected: '2.48601168',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
    note: 'notional is reported as -49.72 for a short; margin uses the absolute value',
  },
  {
    id: 'bn-v3-comp-mm',
    formula: 'maint_margin',
    inputs: { notional: '49.72023376', mmr: '0.01' },
    expected: '0.49720233',
    tolerance: '0.00000001',
    source:
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3',
  },
  {
    id: 'bn-cm-cum4',
    formula: 'tier_amount',
    inputs: { tiers: '0:0.004 10:0.005 20:0.01 30:0.025 50:0.05 100:0.1 200:0.125', level: '4' },
    expected: '0.56',
    tolerance: '0.000000001',
    source:
      'https://www.binance.com/es/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46 (+ caps from be2c7d9d95b04a7e8044ed02dd7dfe5c)',
  },
  {
    id: 'bn-um-cum',
    formula: 'tier_amount',
    inputs: { tiers: '0:0.004 50000:0.005 250000:0.01', level: '3' },
    expected: '1300',
    tolerance: '0.000001',
    source:
      'Binance USD-M liquidation FAQ (example: 500,000 USDT -> 1,300) and github boolean404/heikin-ashi-trading-bot json/fapiPrivate_get_leverage_bracket.py',
  },
  {
    id: 'bybit-ded-2',
    formula: 'tier_amount',
    inputs: { tiers: bybitTiers, level: '2' },
    expected: '1200',
    tolerance: '0.5',
    source: 'https://bybitx.global/pt-PT/announcement-info/margin-parameters',
    note: 'floor of level n is the cap of level n-1',
  },
  {
    id: 'bybit-ded-3',
    formula: 'tier_amount',
    inputs: { tiers: bybitTiers, level: '3' },
    expected: '3020',
    tolerance: '0.5',
    source: 'https://bybitx.global/pt-PT/announcement-info/margin-parameters',
    note: 'floor of level n is the cap of level n-1',
  },
  {
    id: 'bybit-ded-8',
    formula: 'tier_amount',
    inputs: { tiers: bybitTiers, level: '8' },
    expected: '20500',
    tolerance: '0.5',
    source: 'https://bybitx.global/pt-PT/announcement-info/margin-parameters',
    note: 'floor of level n is the cap of level n-1',
  },
  {
    id: 'bybit-ded-20',
    formula: 'tier_amount',
    inputs: { tiers: bybitTiers, level: '20' },
    expected: '1482000',
    tolerance: '0.5',
    source: 'https://bybitx.global/pt-PT/announcement-info/margin-parameters',
    note: 'floor of level n is the cap of level n-1',
  },
  {
    id: 'bybit-liq-long',
    formula: 'bybit_liq_linear_entry',
    inputs: { side: 'long', qty: '1', entry: '20000', leverage: '50', mmr: '0.005' },
    expected: '19700',
    tolerance: '0.000001',
    source: 'https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract',
    note: "Legacy entry-value formula. Bybit's 2026 page uses mark-value maintenance margin: see formulas.md.",
  },
  {
    id: 'bybit-liq-long2',
    formula: 'bybit_liq_linear_entry',
    inputs: { side: 'long', qty: '1', entry: '40000', leverage: '50', mmr: '0.005' },
    expected: '39400',
    tolerance: '0.000001',
    source:
      "freqtrade tests/exchange/test_exchange.py ('From the bybit example - without additional margin')",
  },
  {
    id: 'bybit-add-margin',
    formula: 'liq_after_margin_change',
    inputs: { side: 'long', liq: '9500', added: '1000', qty: '1' },
    expected: '8500',
    tolerance: '0.000000001',
    source: 'https://cryptoarmy.io/faq/how-to-increase-decrease-position-margin-on-bybit/',
  },
  {
    id: 'bybit-add-margin2',
    formula: 'liq_after_margin_change',
    inputs: { side: 'long', liq: '9500', added: '1000', qty: '2' },
    expected: '9000',
    tolerance: '0.000000001',
    source: 'https://cryptoarmy.io/faq/how-to-increase-decrease-position-margin-on-bybit/',
    note: 'same 1000 USDT spread over 2 BTC',
  },
  {
    id: 'bybit-bust-cross',
    formula: 'bybit_inverse_bust_cross',
    inputs: { contracts: '10000', entry: '8000', balance: '0.5', taker: '0.00075' },
    expected: '5718.57',
    tolerance: '0.005',
    source: 'https://help.bybit.com/hc/en-us/articles/360039261334',
    note: 'Bankruptcy price, inverse, cross. The liquidation price on the same page does not follow from its own inputs and is no case: only the bankruptcy price is.',
  },
  {
    id: 'deribit-btc-im25',
    formula: 'deribit_margin',
    inputs: { size: '25', basePct: '2', slopePct: '0.005', price: '100000' },
    expected: '53125',
    tolerance: '0.000001',
    source: 'https://support.deribit.com/hc/en-us/articles/25944738177565-Linear-Perpetual',
  },
  {
    id: 'deribit-btc-mm25',
    formula: 'deribit_margin',
    inputs: { size: '25', basePct: '1', slopePct: '0.005', price: '100000' },
    expected: '28125',
    tolerance: '0.000001',
    source: 'https://support.deribit.com/hc/en-us/articles/25944738177565-Linear-Perpetual',
  },
  {
    id: 'deribit-sol-im6000',
    formula: 'deribit_margin',
    inputs: { size: '6000', basePct: '4', slopePct: '0.0005', price: '200' },
    expected: '84000',
    tolerance: '0.000001',
    source: 'https://support.deribit.com/hc/en-us/articles/25944738177565-Linear-Perpetual',
  },
  {
    id: 'bingx-roi-4',
    formula: 'bingx_roi',
    inputs: { side: 'short', size: '10', entry: '100', exit: '50', margin: '10' },
    expected: '1',
    tolerance: '0.000000001',
    source: 'https://bingx.io/en-us/support/articles/360045680954',
    note: 'price +100% gives +50% long; price -50% gives -100% long',
  },
  {
    id: 'cm-fee',
    formula: 'inverse_fee',
    inputs: { contracts: '100', price: '4000', rate: '0.00075' },
    expected: '0.00001875',
    tolerance: '0.000000000001',
    source: 'https://amorrr.com/3027.html',
    note: 'fee is charged in coin on value = contracts/price',
  },
  {
    id: 'bitmex-upnl',
    formula: 'value_difference',
    inputs: { side: 'long', entryValue: '103391', exitValue: '102041' },
    expected: '1350',
    tolerance: '0',
    source: 'same file: markValue -102041, posCost -103391, unrealisedPnl 1350',
    note: 'BitMEX cost and value fields are NEGATIVE for an inverse long: unrealised = markValue - posCost. Dropping the signs gives -1350.',
  },
  {
    id: 'gate-long',
    formula: 'gate_okx_liq',
    inputs: { side: 'long', qty: '1', entry: '10', margin: '2', mmr: '0.01', taker: '0.0006' },
    expected: '8.085708510208207',
    tolerance: '0.000000001',
    source: 'freqtrade tests/exchange/test_exchange.py',
  },
  {
    id: 'ft-bn-short',
    formula: 'binance_liq',
    inputs: {
      side: 'short',
      qty: '1',
      entry: '10',
      walletBalance: '2',
      mmr: '0.01',
      maintenanceAmount: '0.01',
    },
    expected: '11.89108910891089',
    tolerance: '0.000000001',
    source: 'freqtrade tests/exchange/test_exchange.py',
  },
  {
    id: 'hl-0',
    formula: 'hyperliquid_liq',
    inputs: { side: 'long', qty: '0.015', entry: '2458.5', isolatedMargin: '36.864593', maxLeverage: '50' },
    expected: '0.86915825',
    tolerance: '0.0001303737375',
    source: 'freqtrade tests/exchange/test_hyperliquid.py (positions returned by the exchange)',
    note: 'ETH/USDC:USDC long 1x; freqtrade reports a mean deviation of 0.0003% over 197 positions',
  },
  {
    id: 'hl-6',
    formula: 'hyperliquid_liq',
    inputs: { side: 'long', qty: '437', entry: '0.11586', isolatedMargin: '25.29769', maxLeverage: '20' },
    expected: '0.05945697',
    tolerance: '0.000008918545',
    source: 'freqtrade tests/exchange/test_hyperliquid.py (positions returned by the exchange)',
    note: 'DOGE/USDC:USDC long 2x; freqtrade reports a mean deviation of 0.0003% over 197 positions',
  },
  {
    id: 'hl-11',
    formula: 'hyperliquid_liq',
    inputs: { side: 'short', qty: '0.00099', entry: '65536', isolatedMargin: '21.604172', maxLeverage: '50' },
    expected: '86493.46174617',
    tolerance: '12.974019261925498',
    source: 'freqtrade tests/exchange/test_hyperliquid.py (positions returned by the exchange)',
    note: 'BTC/USDC:USDC short 3x; freqtrade reports a mean deviation of 0.0003% over 197 positions',
  },
  {
    id: 'hl-12',
    formula: 'hyperliquid_liq',
    inputs: { side: 'long', qty: '0.6', entry: '173.06', isolatedMargin: '20.735658', maxLeverage: '20' },
    expected: '142.05186667',
    tolerance: '0.0213077800005',
    source: 'freqtrade tests/exchange/test_hyperliquid.py (positions returned by the exchange)',
    note: 'SOL/USDC:USDC long 5x; freqtrade reports a mean deviation of 0.0003% over 197 positions',
  },
  {
    id: 'hl-26',
    formula: 'hyperliquid_liq',
    inputs: { side: 'long', qty: '360', entry: '0.13284', isolatedMargin: '15.943218', maxLeverage: '20' },
    expected: '0.09082388',
    tolerance: '0.000013623582',
    source: 'freqtrade tests/exchange/test_hyperliquid.py (positions returned by the exchange)',
    note: 'DOGE/USDC:USDC long 3x; freqtrade reports a mean deviation of 0.0003% over 197 positions',
  },
  {
    id: 'cme-met-tick',
    formula: 'tick_value',
    inputs: { multiplier: '0.1', tick: '0.5' },
    expected: '0.05',
    tolerance: '0.000000000001',
    source: 'same CME course',
  },
  {
    id: 'cme-btc-tick',
    formula: 'tick_value',
    inputs: { multiplier: '5', tick: '5' },
    expected: '25',
    tolerance: '0.000000001',
    source: 'https://www.cmegroup.com/trading/equity-index/us-index/bitcoin_contractSpecs_options.html',
  },
  {
    id: 'cme-mbt-tick',
    formula: 'tick_value',
    inputs: { multiplier: '0.1', tick: '5' },
    expected: '0.5',
    tolerance: '0.000000000001',
    source: 'https://www.interactivebrokers.com.au/en/trading/cme-micro-bitcoin.php',
  },
  {
    id: 'cme-msl-tick',
    formula: 'tick_value',
    inputs: { multiplier: '25', tick: '0.05' },
    expected: '1.25',
    tolerance: '0.000000000001',
    source: 'same CME course',
  },
  {
    id: 'bitnomial-pbuc-tick',
    formula: 'tick_value',
    inputs: { multiplier: '0.01', tick: '10' },
    expected: '0.1',
    tolerance: '0.000000000001',
    source: 'https://bitnomial.com/exchange/rulebook/product/bitcoin/pbuc',
  },
  {
    id: 'bn-cross-mm-eth',
    formula: 'maint_margin',
    inputs: { notional: '4918775.08122', mmr: '0.1', maintenanceAmount: '135365' },
    expected: '356512.508',
    tolerance: '0.001',
    source:
      "Binance FAQ 'How to Calculate Liquidation Price of USD-M Futures Contracts' (b3c689c1f50a44cabb3a84e663b81d93); numbers as carried in freqtrade tests/exchange/test_binance.py ('From calc example') (intermediate TMM, recomputed)",
  },
  {
    id: 'c-1x-short-no-liq',
    formula: 'binance_coinm_liq',
    inputs: {
      side: 'short',
      contracts: '160',
      contractUsd: '100',
      entry: '8000',
      walletBalance: '2',
      mmr: '0.004',
    },
    expected: null,
    tolerance: '0',
    source: 'constructed for this pack from the cited formula',
    note: 'fully collateralised short inverse has no liquidation price',
  },
  {
    id: 'c-long-inv-liq',
    formula: 'binance_coinm_liq',
    inputs: {
      side: 'long',
      contracts: '160',
      contractUsd: '100',
      entry: '8000',
      walletBalance: '1',
      mmr: '0.004',
    },
    expected: '5354.66666667',
    tolerance: '0.000001',
    source: 'constructed for this pack from the cited formula',
    note: '16000*1.004/(1+2)',
  },
  {
    id: 'c-bybit-inv-legacy',
    formula: 'bybit_liq_inverse_entry',
    inputs: { side: 'short', contracts: '60000', entry: '50000', leverage: '10', mmr: '0.005' },
    expected: '55248.618785',
    tolerance: '0.00001',
    source: 'constructed for this pack from the cited formula',
    note: "Bybit's published inputs (60,000 USD short at 50,000, 10x, MMR 0.5%, legacy formula); the printed result was cut off in the copy found",
  },
];
