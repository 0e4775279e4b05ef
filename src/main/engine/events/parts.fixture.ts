/** Rows that state parts of events, in a line each, for tests. */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import { toText } from '../../../shared/num/format.ts';
import { event } from './event.fixture.ts';

/** "12:00:01; trade; Buy; BTC; 0.5; principal; deposit": time, group, operation, asset, amount; role and kind where not the usual ones. */
export function statementRows(lines: readonly string[], account = 'binance'): readonly LedgerEvent[] {
  return rowsOf('binance-statement', lines, account);
}

export function groupRows(lines: readonly string[], account = 'kraken'): readonly LedgerEvent[] {
  return rowsOf('group', lines, account);
}

function rowsOf(
  assembly: 'group' | 'binance-statement',
  lines: readonly string[],
  account: string,
): readonly LedgerEvent[] {
  return lines
    .map((line, place) => {
      const [time = '', group = '', operation = '', asset = '', amount = '', role = 'principal', kind] =
        line.split(/\s*;\s*/u);
      const usual = role === 'fee' ? 'fee' : 'balance-change';
      return event(
        `${String.fromCodePoint(97 + (place % 26))}${place}`,
        (kind ?? usual) as LedgerEvent['kind'],
        time.includes('T') ? time : `2025-03-01T${time}Z`,
        [`${account} ${asset} ${amount} ${role}`],
        {
          sequence: place,
          part: { assembly, group, operation },
          source: { file: 'rows.csv', line: place + 2, format: assembly },
        },
      );
    })
    .toSorted(compareEvents);
}

/** "swap 12:00:01 BTC 0.5, ETH -8, BNB -0.01 fee [a0 + b1 c2]". */
export function inWords({ id, kind, time, legs, parts = [] }: LedgerEvent): string {
  const words = legs.map(
    ({ asset, quantity, role }) => `${asset} ${toText(quantity)}${role === 'principal' ? '' : ` ${role}`}`,
  );
  const others = parts.map((part): EventId => part.id).toSorted();
  const of = others.length === 0 ? id : `${id} + ${others.join(' ')}`;
  return `${kind} ${new Date(Number(time)).toISOString().slice(11, 19)} ${words.join(', ')} [${of}]`;
}
