import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import type { Exact, Price } from '../../../../shared/num/types.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { settleAmount } from '../units.ts';
import { scenarioStep } from './scenario-step.ts';
import type { WrittenStep } from './scenario-step.ts';
import type { StressScenario } from './scenario.ts';
import type { StressHolding, StressLeg, StressPool, StressPortfolio } from './stress-portfolio.ts';

/** One order unit is one coin (linear), one dollar (inverse), a thousandth of the settle coin per point (quanto). */
export function termsOf(payoff: Payoff, changes: Partial<ContractTerms> = {}): ContractTerms {
  return {
    id: contractId('test', payoff),
    venue: 'Test',
    symbol: payoff,
    name: `Test ${payoff}`,
    underlying: assetId(payoff === 'quanto' ? 'ETH' : 'BTC'),
    quote: assetId('USD'),
    settleAsset: assetId(payoff === 'linear' ? 'USD' : 'BTC'),
    kind: 'perpetual',
    payoff,
    multiplier: quantity(payoff === 'quanto' ? '0.001' : '1'),
    quantityUnit: payoff === 'linear' ? 'base' : payoff === 'inverse' ? 'quote' : 'contracts',
    quantityStep: quantity('0.001'),
    minQuantity: null,
    priceTick: null,
    expiry: null,
    expiryRule: null,
    takerFee: rate('0.001'),
    makerFee: null,
    fundingIntervalHours: 8,
    section1256: { status: false, settled: true, reason: '' },
    usPersons: null,
    asOf: localDate('2026-01-01'),
    series: null,
    minNotional: null,
    maxQuantity: null,
    maxLeverage: null,
    feePerContract: null,
    settlement: 'cash',
    settlementIndex: null,
    fixing: null,
    resets: 'never',
    margin: { kind: 'flat', initial: rate('0.1'), maintenance: rate('0.05') },
    liquidation: 'binance',
    evidence: [],
    notes: null,
    ...changes,
  };
}

interface LegChanges {
  readonly id?: string;
  readonly entry?: string;
  readonly mark?: string;
  readonly settlePrice?: string;
}

/** In: the amount in order units; entered at its mark unless told. */
export function legOf(
  side: StressLeg['side'],
  amount: string,
  terms: ContractTerms = termsOf('linear'),
  { id = 'leg', mark = '100', entry = mark, settlePrice = '1' }: LegChanges = {},
): StressLeg {
  const rules = payoffRules(terms.payoff);
  const entered = price(entry);
  const size = rules.sizeOf(terms, { unit: terms.quantityUnit, amount: quantity(amount) }, entered);
  const at = { price: price(mark), settlePrice: price(settlePrice) };
  return { id, terms, side, size, entryValue: rules.valueAt(size, entered), at, planned: false };
}

export function poolOf(
  wallet: string,
  legs: readonly StressLeg[],
  changes: Partial<StressPool> = {},
): StressPool {
  const settleAsset = legs[0]?.terms.settleAsset ?? assetId('USD');
  return {
    id: `venue ${settleAsset}`,
    account: accountId('venue'),
    accountName: 'Venue futures',
    venue: 'Venue',
    settleAsset,
    isolated: null,
    wallet: settleAmount(quantity(wallet)),
    support: [],
    legs,
    unknown: null,
    ...changes,
  };
}

export function heldOf(asset: string, amount: string, changes: Partial<StressHolding> = {}): StressHolding {
  return {
    venue: 'Own wallets',
    ownWallet: true,
    asset: assetId(asset),
    quantity: quantity(amount),
    ...changes,
  };
}

/** BTC at 100, ETH at 10, stablecoins at one. */
const PRICES: Readonly<Record<string, string>> = { USD: '1', BTC: '100', ETH: '10', USDT: '1', USDC: '1' };

export function portfolioOf(
  pools: readonly StressPool[],
  holdings: readonly StressHolding[] = [],
  prices: Readonly<Record<string, string>> = PRICES,
): StressPortfolio {
  return {
    currency: assetId('USD'),
    holdings,
    pools,
    prices: new Map(
      Object.entries(prices).map(([asset, text]): [AssetId, Price] => [assetId(asset), price(text)]),
    ),
    legsLeftOut: 0,
    unknown: [],
  };
}

export function scenarioOf(...steps: readonly WrittenStep[]): StressScenario {
  return {
    id: 'test',
    name: 'Test',
    words: '',
    source: 'test',
    date: null,
    own: true,
    steps: steps.map(scenarioStep),
  };
}

export function text(amount: Exact | null): string | null {
  return amount === null ? null : toText(amount);
}
