import { describe, expect, it } from 'vitest';
import { arrivalsByNeed, keptDecisions, type Arrival, type Side } from './transfer-rows.ts';

const side = (event: string): Side => ({
  event,
  account: 'a',
  accountName: 'Kraken',
  asset: 'BTC',
  time: '2025-01-01T00:00:00Z',
  quantity: '1',
  where: `k.csv, line ${event}`,
});
const arrival = (event: string, parts: Partial<Arrival> = {}): Arrival => ({
  ...side(event),
  couldBe: [],
  isCoin: true,
  ...parts,
});

describe('transfers', () => {
  it('shows what was said and no pair shows, with the way back', () => {
    const said = { departure: '1', arrival: '2', asset: 'BTC' };
    const decisions = [
      { ...said, verdict: 'apart' as const, inForce: true },
      { ...said, verdict: 'same' as const, inForce: true },
      { ...said, arrival: '9', verdict: 'same' as const, inForce: false },
    ];
    const departures = [{ ...side('1'), couldBe: [side('2')] }];
    const kept = keptDecisions({ pairs: [], departures, arrivals: [], decisions });
    expect(kept.map(({ departure, arrival: to, words }) => [departure, to, words])).toEqual([
      ['Kraken: k.csv, line 1', 'Kraken: k.csv, line 2', 'Not one move'],
      ['Kraken: k.csv, line 1', 'a row that is not in the ledger now', 'One move, but a row is missing now'],
    ]);
    expect(kept[0]?.verdict).toEqual({ ...said, verdict: null });
  });

  it('puts first what can be joined, then coins without a cost', () => {
    const rows = [
      arrival('money', { isCoin: false }),
      arrival('coin'),
      arrival('both', { couldBe: [side('1')] }),
    ];
    expect(arrivalsByNeed(rows).map(({ event }) => event)).toEqual(['both', 'coin', 'money']);
  });
});
