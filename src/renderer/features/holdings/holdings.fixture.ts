import type { OpenLot } from './view-model.ts';

export function openLot(lot: string, fields: Partial<OpenLot> = {}): OpenLot {
  return {
    lot,
    asset: 'BTC',
    account: 'coinbase',
    accountName: 'Coinbase',
    quantity: '0.5',
    acquired: '2026-01-01T00:00:00Z',
    acquiredDate: '2026-01-01',
    costBasis: '20000',
    costPerUnit: '40000',
    value: '32500',
    gain: '12500',
    longTermFrom: '2027-01-02',
    term: 'short',
    daysToLongTerm: 41,
    clock: null,
    basisUnknown: false,
    hedgedQuantity: '0',
    event: 'e1',
    file: 'coinbase.csv',
    line: 12,
    explain: `lot:${lot}`,
    ...fields,
  };
}
