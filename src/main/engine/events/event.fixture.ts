/** Ledger events in a line each, for tests. */
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { EventId, EventKind, Leg, LedgerEvent, LegRole } from '../../../shared/domain/event.ts';
import { money, quantity } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';

/** "coinbase BTC -0.5", then a role ("fee") and what the leg is worth ("=600") where they matter. */
function leg(words: string): Leg {
  const [account = '', asset = '', amount = '', ...rest] = words.split(' ');
  const value = rest.find((word) => word.startsWith('='));
  return {
    account: accountId(account),
    asset: assetId(asset),
    quantity: quantity(amount),
    role: (rest.find((word) => !word.startsWith('=')) ?? 'principal') as LegRole,
    ...(value === undefined ? {} : { value: money(value.slice(1)) }),
  };
}

/** An event of a day (noon UTC) or an instant. */
export function event(
  id: string,
  kind: EventKind,
  time: string,
  legs: readonly string[],
  extras: Partial<LedgerEvent> = {},
): LedgerEvent {
  return {
    id: id as EventId,
    kind,
    time: instantFromIso(time.includes('T') ? time : `${time}T12:00:00Z`),
    sequence: 0,
    legs: legs.map(leg),
    source: { file: 'test.csv', line: 1, format: 'test' },
    ...extras,
  };
}
