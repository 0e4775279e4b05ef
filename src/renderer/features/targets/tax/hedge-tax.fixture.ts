import type { Closed, TaxedLot } from './hedge-tax.ts';

export function taxedLot(change: Partial<TaxedLot> = {}): TaxedLot {
  return {
    lot: 'a',
    asset: 'BTC',
    accountName: 'Coinbase',
    acquiredDate: '2026-03-01',
    contract: 'cme:MBT',
    quantity: '0.1',
    costBasis: '3000',
    value: '6500',
    gain: '3500',
    unrecognisedGain: '3500',
    clock: {
      effect: 'restarts',
      endsOn: '2026-11-22',
      longTermFrom: '2027-03-02',
      longTermFromAfter: [{ when: 'today', date: '2027-11-23' }],
      sentence: 'Its clock starts anew.',
    },
    loss: { waitsUpTo: '3500', character: 'section1256', sentence: 'Losses wait.' },
    tax: [{ when: 'today', withHedge: '700', without: '525', difference: '175' }],
    sentence: 'Selling costs more.',
    ...change,
  };
}

export function closed(change: Partial<Closed> = {}): Closed {
  return {
    when: 'today',
    date: '2026-11-22',
    priceChange: '0',
    futuresProfit: '0',
    taxKept: '0',
    taxSold: '0',
    taxSoldWithout: '0',
    waits: '0',
    traceKept: null,
    traceSold: null,
    sentence: 'Closed today at today’s price.',
    ...change,
  };
}
