import { describe, expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import type { TransferDecision } from '../../../shared/domain/transfer-decision.ts';
import { event } from './event.fixture.ts';
import { orderedEvents } from './ordered-events.ts';
import { pairTransfers } from './pair-transfers.ts';

const hash = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b';
const out = (id: string, time: string, leg: string, externalId?: string): LedgerEvent =>
  event(id, 'withdrawal', time, [leg], externalId === undefined ? {} : { externalId });
const into = (id: string, time: string, leg: string, externalId?: string): LedgerEvent =>
  event(id, 'deposit', time, [leg], externalId === undefined ? {} : { externalId });
const says = (
  verdict: TransferDecision['verdict'],
  departure: string,
  arrival: string,
): TransferDecision => ({
  departure: departure as EventId,
  arrival: arrival as EventId,
  asset: assetId('BTC'),
  verdict,
});

function pairs(events: readonly LedgerEvent[], ...decisions: readonly TransferDecision[]): readonly string[] {
  const { movements } = pairTransfers(orderedEvents(events), decisions);
  return movements.map(({ from, to, why }) => `${from.event}→${to.event} ${why}`).toSorted();
}

const near = [out('w', '2025-01-01', 'a BTC -1'), into('d', '2025-01-01T13:00:00Z', 'b BTC 1')];
const far = [out('w', '2025-01-01', 'a BTC -1'), into('d', '2025-03-01', 'b BTC 0.3')];

describe('what the user says', () => {
  test('joins what nothing else would', () => {
    expect(pairs(far)).toEqual([]);
    expect(pairs(far, says('same', 'w', 'd'))).toEqual(['w→d said']);
  });

  test('parts what amounts would join', () => {
    expect(pairs(near)).toEqual(['w→d stated-fee']);
    expect(pairs(near, says('apart', 'w', 'd'))).toEqual([]);
  });

  test('takes both sides from whoever fitted before', () => {
    const other = into('e', '2025-01-01T14:00:00Z', 'c BTC 1');
    expect(pairs([...near, other], says('same', 'w', 'e'))).toEqual(['w→e said']);
  });

  test('about rows that are not there says nothing', () => {
    expect(pairs(near, says('same', 'gone', 'd'))).toEqual(['w→d stated-fee']);
  });

  test('gives each side to the first', () => {
    const other = into('e', '2025-04-01', 'c BTC 1');
    expect(pairs([...far, other], says('same', 'w', 'd'), says('same', 'w', 'e'))).toEqual(['w→d said']);
  });
});

describe('one transaction’s hash', () => {
  test('joins whatever the amounts and times are, in any case of letters', () => {
    const late = [
      out('w', '2025-01-01', 'a BTC -1', hash),
      into('d', '2025-02-01', 'b BTC 0.8', hash.toUpperCase()),
    ];
    expect(pairs(late)).toEqual(['w→d hash']);
    expect(pairs(late, says('apart', 'w', 'd'))).toEqual([]);
  });

  test.each([
    ['more arrived than was sent', 'b BTC 1.2', hash],
    ['a short one is a counter', 'b BTC 0.5', hash.slice(0, 8)],
    ['in the same account', 'a BTC 0.5', hash],
    ['of another coin', 'b ETH 0.5', hash],
  ])('does not join where it cannot be: %s', (_, leg, id) => {
    expect(pairs([out('w', '2025-01-01', 'a BTC -1', id), into('d', '2025-02-01', leg, id)])).toEqual([]);
  });

  test('of a payment with several parts leaves it to the amounts', () => {
    const events = [
      out('w', '2025-01-01', 'a BTC -1', hash),
      out('v', '2025-01-01', 'a BTC -0.4', hash),
      into('d', '2025-01-01T13:00:00Z', 'b BTC 0.4', hash),
    ];
    expect(pairs(events)).toEqual(['v→d stated-fee']);
  });
});
