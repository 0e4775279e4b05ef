import type { Leg, Monitor, Row } from './view-model.ts';

const nothing = { asset: 'USDT', quantity: '0', value: '0' };

export const thresholds: Row['thresholds'] = {
  ratio: '0.1',
  distance: '0.2',
  sigmas: '3',
  checkDays: 7,
  rollWarnDays: 10,
  rollActDays: 5,
  priceAgeDays: 2,
};

export function row(fields: Partial<Row> = {}): Row {
  return {
    leg: 'plan-1-leg-1',
    plan: 'plan-1',
    position: 'position:binance-um:BTCUSDT@binance-futures',
    asset: 'BTC',
    contract: 'binance-um:BTCUSDT',
    contractName: 'BTCUSDT perpetual',
    symbol: 'BTCUSDT',
    venue: 'Binance',
    accountName: 'Binance Futures',
    side: 'sell',
    state: 'opened',
    reason: 'To keep 50/50',
    unit: 'base',
    quote: 'USDT',
    settleAsset: 'USDT',
    quantity: '0.06',
    plannedQuantity: '0.06',
    averageEntry: '64000',
    level: 'calm',
    urgency: 10,
    alarms: [],
    next: 'Nothing to do.',
    stale: false,
    price: {
      mark: '65000',
      time: '2026-11-20T00:00:00Z',
      source: 'typed',
      fromUnderlying: false,
      ageDays: '1.2',
      words: 'Typed.',
    },
    ratio: {
      now: '0.982',
      planned: '1',
      coins: '-0.06',
      wanted: '-0.0611',
      wantedAtPlan: '-0.06',
      words: '',
    },
    drift: null,
    residual: { coins: '-0.0011', value: '-71.5', share: '0.018' },
    margin: {
      mode: 'cross',
      asset: 'USDT',
      equity: '2000',
      initial: '200',
      maintenance: '20',
      buffer: '1980',
      tier: 1,
      words: '',
    },
    liquidation: {
      kind: 'price',
      price: '97000',
      distance: '0.49',
      dailySigmas: '16.42',
      least: '0.2',
      words: '',
    },
    funding: { ...nothing, quantity: '12.5', value: '12.5', payments: 9 },
    fees: [],
    realisedProfit: nothing,
    unrealisedProfit: nothing,
    basis: null,
    expiry: null,
    exitDate: '2027-01-15',
    thresholds,
    ownThresholds: false,
    explain: 'leg:plan-1-leg-1',
    ...fields,
  };
}

export function monitorAnswer(fields: Partial<Monitor> = {}): Monitor {
  return {
    asOf: '2026-11-21',
    currency: 'USD',
    rows: [row()],
    header: {
      level: 'calm',
      sentence: '',
      next: '',
      counts: { danger: 0, act: 0, watch: 0, calm: 1, stale: 0 },
    },
    defaults: thresholds,
    issues: [],
    ...fields,
  };
}

export function fill(fields: Partial<Leg['fills'][number]> = {}): Leg['fills'][number] {
  return {
    event: 'e1',
    time: '2026-09-21T10:00:00Z',
    date: '2026-09-21',
    contract: 'binance-um:BTCUSDT',
    symbol: 'BTCUSDT',
    account: 'binance-futures',
    accountName: 'Binance Futures',
    side: 'sell',
    quantity: '0.06',
    unit: 'base',
    quote: 'USDT',
    price: '64000',
    positionSide: 'one-way',
    did: 'opens',
    file: 'binance.csv',
    line: 7,
    ...fields,
  };
}

export function leg(fields: Partial<Leg> = {}): Leg {
  return {
    leg: 'plan-1-leg-1',
    plan: 'plan-1',
    asset: 'BTC',
    contract: 'binance-um:BTCUSDT',
    contractName: 'BTCUSDT perpetual',
    symbol: 'BTCUSDT',
    venue: 'Binance',
    side: 'sell',
    state: 'opened',
    stateWords: '',
    quantity: '0.06',
    unit: 'base',
    quote: 'USDT',
    price: '64000',
    notional: '3840',
    wanted: null,
    coins: '-0.06',
    contracts: [],
    fills: [fill()],
    lots: [],
    records: [],
    linkable: 0,
    issues: [],
    explain: 'leg:plan-1-leg-1',
    ...fields,
  };
}
