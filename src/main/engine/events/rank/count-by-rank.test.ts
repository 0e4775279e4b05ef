import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { EventId, EventKind, LedgerEvent } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs, instantFromIso } from '../../../../shared/time/instant.ts';
import { event } from '../event.fixture.ts';
import { countByRank } from './count-by-rank.ts';
import type { Ranked } from './count-by-rank.ts';

const ranks: Readonly<Record<string, number>> = { fills: 1, converts: 1, orders: 2, statement: 3 };
/** Lists of one thing do not tell of deposits. */
const partial: ReadonlySet<string> = new Set(['converts', 'orders']);

function ranked(events: readonly LedgerEvent[]): Ranked {
  return countByRank({
    events: events.toSorted(compareEvents),
    rankOf: (format, subject) =>
      subject === 'moves' && partial.has(format) ? null : (ranks[format] ?? null),
    dayOf: ({ time }) => Math.floor(epochMs(time) / 86_400_000),
  });
}

/** "fills buy 10:00:00 binance BTC 1, binance USDT -50000". */
function row(
  id: string,
  format: string,
  kind: EventKind,
  time: string,
  legs: string,
  extras: Partial<LedgerEvent> = {},
): LedgerEvent {
  return event(
    id,
    kind,
    time.includes('T') ? time : `2025-03-01T${time}Z`,
    legs === '' ? [] : legs.split(', '),
    {
      source: { file: `${format}.csv`, line: 2, format },
      ...extras,
    },
  );
}

const counted = (found: Ranked): readonly string[] => found.counted.map(({ id }) => id);
const differences = (found: Ranked): readonly string[] =>
  found.comparisons.flatMap(({ counts, compared, differences: all }) =>
    all.map(
      ({ asset, role, counted: has, stated, countedRows, statedRows }) =>
        `${compared} against ${counts}: ${asset} ${role} ${toText(stated)} not ${toText(has)} [${statedRows.join(' ')} | ${countedRows.join(' ')}]`,
    ),
  );
const btc = (amount: string, money: string, fee = ''): string =>
  `binance BTC ${amount}, binance USDT ${money}${fee === '' ? '' : `, binance ${fee} fee`}`;

describe('halves of trades beside whole ones', () => {
  test('a half that states its fee, one with the fee inside its amount, and fills in one sum', () => {
    const trades = [
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000', 'USDT -50')),
      row('b', 'fills', 'buy', '10:00:01', btc('2', '-100000', 'USDT -100')),
    ];
    const half = (id: string, legs: string): LedgerEvent =>
      row(id, 'statement', 'balance-change', '10:00:00', legs);
    const found = ranked([
      ...trades,
      half('h', 'binance USDT -50000, binance USDT -50 fee'),
      half('i', 'binance USDT -100100'),
      half('j', 'binance BTC 3'),
      half('k', 'binance ETH 3'),
    ]);
    expect(counted(found)).toEqual(['a', 'k', 'b']);
    expect(differences(found)).toEqual([]);
  });

  test('another fee of a half is a difference', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000', 'USDT -50')),
      row('h', 'statement', 'balance-change', '10:00:00', 'binance USDT -50000, binance USDT -51 fee'),
    ]);
    expect(counted(found)).toEqual(['a']);
    expect(differences(found)).toEqual(['statement against fills: USDT fee -51 not -50 [h | a]']);
  });

  test('of two halves alike one repeats, and none repeats a trade that its file states whole', () => {
    const half = (id: string): LedgerEvent =>
      row(id, 'statement', 'balance-change', '10:00:00', 'binance BTC 1');
    const trade = row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000'));
    expect(counted(ranked([trade, half('h'), half('i')]))).toHaveLength(2);
    const whole = row('s', 'statement', 'buy', '10:00:00', btc('1', '-50000'));
    expect(counted(ranked([trade, whole, half('h')]))).toEqual(['a', 'h']);
  });
});

describe('trades of two files', () => {
  it('count once where the sums of a second are equal, however many fills each file has', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('b', 'fills', 'buy', '10:00:01', btc('2', '-100002')),
      row('s', 'statement', 'buy', '10:00:00', btc('3', '-150002')),
    ]);
    expect(counted(found)).toEqual(['a', 'b']);
    expect([...found.leftOut]).toEqual([['s', 'a']]);
    expect(found.comparisons).toMatchObject([{ agreed: 1, leftOut: 1, alone: 0, differences: [] }]);
  });

  it('are compared second by second before a whole day is: a difference at noon leaves the morning equal', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('b', 'fills', 'buy', '10:00:01', btc('2', '-100002')),
      row('c', 'fills', 'buy', '12:00:00', btc('5', '-250000')),
      row('s', 'statement', 'buy', '10:00:00', btc('3', '-150002')),
      row('t', 'statement', 'buy', '12:00:00', btc('5', '-250001')),
    ]);
    expect(counted(found)).toEqual(['a', 'b', 'c']);
    expect(differences(found)).toEqual([
      'statement against fills: USDT principal -250001 not -250000 [t | c]',
    ]);
  });

  it('that differ stand side by side with both figures; the better file counts', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('s', 'statement', 'buy', '10:00:00', btc('1', '-50000.5')),
    ]);
    expect(counted(found)).toEqual(['a']);
    expect(differences(found)).toEqual([
      'statement against fills: USDT principal -50000.5 not -50000 [s | a]',
    ]);
  });

  it('with another fee are one trade and a difference in the fee', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000', 'BNB -0.1')),
      row('s', 'statement', 'buy', '10:00:00', btc('1', '-50000', 'BNB -0.2')),
    ]);
    expect(counted(found)).toEqual(['a']);
    expect(differences(found)).toEqual(['statement against fills: BNB fee -0.2 not -0.1 [s | a]']);
  });

  it('that only the worse file has count: converts, another market, another day', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('s', 'statement', 'buy', '10:00:00', btc('1', '-50000')),
      row('t', 'statement', 'swap', '11:00:00', 'binance ETH 20, binance BTC -1'),
      row('u', 'statement', 'buy', '2025-03-05T10:00:00Z', btc('1', '-50000')),
    ]);
    expect(counted(found)).toEqual(['a', 't', 'u']);
    expect(found.comparisons).toMatchObject([{ alone: 2 }]);
  });

  it('repeat one row each: two alike beside one are one that repeats and one that counts', () => {
    const same = btc('1', '-50000');
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', same),
      row('s', 'statement', 'buy', '10:00:00', same),
      row('t', 'statement', 'buy', '10:00:00', same),
    ]);
    expect(counted(found)).toEqual(['a', 't']);
  });

  it('of equal rank are both facts, and so are those of formats without a rank', () => {
    const same = btc('1', '-50000');
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', same),
      row('b', 'converts', 'buy', '10:00:00', same),
      row('c', 'other', 'buy', '10:00:00', same),
    ]);
    expect(counted(found)).toEqual(['a', 'b', 'c']);
    expect(found.comparisons).toEqual([]);
  });

  it('of three files count once, and each worse file is compared with the better ones', () => {
    const found = ranked([
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('o', 'orders', 'buy', '10:00:20', btc('1', '-50000')),
      row('s', 'statement', 'buy', '10:00:01', btc('1', '-50000')),
    ]);
    expect(counted(found)).toEqual(['a']);
    expect(found.comparisons.map(({ compared }) => compared).toSorted()).toEqual(['orders', 'statement']);
  });

  it('are told of as counted only where no other file leaves them out', () => {
    const given = 'binance ETH 20, binance BTC -1';
    const found = ranked([
      row('c', 'converts', 'swap', '09:00:00', given),
      row('a', 'fills', 'buy', '10:00:00', btc('1', '-50000')),
      row('s', 'statement', 'swap', '09:00:00', given),
      row('t', 'statement', 'buy', '10:00:00', btc('1', '-50000')),
      row('u', 'statement', 'buy', '2025-03-05T10:00:00Z', btc('2', '-50000')),
    ]);
    expect(counted(found)).toEqual(['c', 'a', 'u']);
    expect(found.comparisons.map(({ counts, alone }) => `${counts} ${alone}`).toSorted()).toEqual([
      'converts 1',
      'fills 1',
    ]);
  });
});

describe('a row that knows one side of a trade', () => {
  const sold = 'binance USDT -891, binance CAD 1200';
  const half = 'binance USDT -891';

  it('repeats a better one that knows both, once each; the others count', () => {
    const found = ranked([
      row('p', 'converts', 'sell', '10:00:00', sold),
      row('s', 'statement', 'balance-change', '10:00:01', half),
      row('t', 'statement', 'balance-change', '10:00:02', half),
      row('u', 'statement', 'balance-change', '12:00:00', half),
    ]);
    expect(counted(found)).toEqual(['p', 't', 'u']);
    expect(found.leftOut.get('s' as EventId)).toBe('p');
    expect(found.comparisons).toMatchObject([{ counts: 'converts', compared: 'statement', agreed: 1 }]);
    const other = row('w', 'statement', 'sell', '13:00:00', 'binance USDT -5, binance CAD 7');
    const same = row('v', 'converts', 'sell', '13:00:00', 'binance USDT -5, binance CAD 7');
    const withOthers = ranked([
      row('p', 'converts', 'sell', '10:00:00', sold),
      row('s', 'statement', 'balance-change', '10:00:01', half),
      row('0', 'statement', 'deposit', '09:00:00', 'binance SOL 1'),
      other,
      same,
    ]);
    expect(differences(withOthers)).toEqual([]);
  });

  it('is no half of a trade of another minute', () => {
    const found = ranked([
      row('o', 'converts', 'sell', '09:58:59', sold),
      row('s', 'statement', 'balance-change', '10:00:00', half),
      row('p', 'converts', 'sell', '10:01:01', sold),
    ]);
    expect(counted(found)).toEqual(['o', 's', 'p']);
  });

  it('is no half of a trade that its own file states whole', () => {
    const found = ranked([
      row('p', 'converts', 'sell', '10:00:00', sold),
      row('s', 'statement', 'sell', '10:00:00', sold),
      row('t', 'statement', 'balance-change', '10:00:00', half),
    ]);
    expect(counted(found)).toEqual(['p', 't']);
  });
});

describe('moves of two files', () => {
  it('are one although the fee stands apart in one of them and the times are 26 minutes apart', () => {
    const found = ranked([
      row('a', 'fills', 'withdrawal', '10:00:00', 'binance BTC -1, binance BTC -0.001 fee', {
        externalId: '0xabc',
      }),
      row('s', 'statement', 'withdrawal', '10:26:00', 'binance BTC -1.001'),
    ]);
    expect(counted(found)).toEqual(['a']);
  });

  it('give each other what only one of them states', () => {
    const found = ranked([
      row('a', 'fills', 'deposit', '10:00:00', 'binance BTC 1'),
      row('s', 'statement', 'deposit', '10:00:20', 'binance BTC 1', { externalId: '0xabc' }),
    ]);
    expect(found.counted).toMatchObject([{ id: 'a', externalId: '0xabc' }]);
    expect(found.comparisons).toMatchObject([{ filled: 1 }]);
  });

  it('with both accounts count before those with one', () => {
    const found = ranked([
      row('a', 'fills', 'deposit', '10:00:00', 'futures USDT 50'),
      row('s', 'statement', 'transfer', '10:00:00', 'futures USDT 50, binance USDT -50'),
      row('b', 'fills', 'deposit', '11:00:00', 'futures USDT 7'),
      row('t', 'statement', 'deposit', '11:00:00', 'futures USDT 7'),
    ]);
    expect(counted(found)).toEqual(['s', 'b']);
    expect(found.leftOut.get('a' as EventId)).toBe('s');
    expect(found.comparisons).toMatchObject([{ leftOut: 1, alone: 0 }]);
  });
});

const contract = contractId('binance-um', 'BTCUSDT');

describe('futures', () => {
  it('rows without a contract repeat what others tie to one; what is left over that time is a difference', () => {
    const found = ranked([
      row('a', 'fills', 'funding', '08:00:00', 'futures USDT -1 funding', { contract }),
      row('b', 'fills', 'funding', '16:00:00', 'futures USDT -2 funding', { contract }),
      row('s', 'statement', 'funding', '08:00:01', 'futures USDT -1 funding'),
      row('t', 'statement', 'funding', '12:00:00', 'futures USDT -7 funding'),
      row('u', 'statement', 'funding', '16:00:00', 'futures USDT -2 funding'),
      row('v', 'statement', 'funding', '2025-03-02T08:00:00Z', 'futures USDT -3 funding'),
    ]);
    expect(counted(found)).toEqual(['a', 'b', 'v']);
    expect(differences(found)).toEqual(['statement against fills: USDT funding -7 not 0 [t | ]']);
  });

  it('a better row that the other file lacks, although that tells of everything then, is a difference', () => {
    const day = (at: string): string => `2025-03-${at}T10:00:00Z`;
    const rows = [
      row('a', 'fills', 'buy', day('01'), btc('1', '-50000')),
      row('b', 'fills', 'sell', day('05'), btc('-1', '60000')),
      row('c', 'fills', 'buy', day('25'), btc('2', '-70000')),
      row('s', 'statement', 'buy', day('01'), btc('1', '-50000')),
      row('t', 'statement', 'deposit', day('20'), 'binance SOL 1'),
    ];
    const lacks = [
      'statement against fills: BTC principal 0 not -1 [ | b]',
      'statement against fills: USDT principal 0 not 60000 [ | b]',
    ];
    expect(differences(ranked(rows))).toEqual(lacks);
    // A list of orders knows nothing of converts: what it lacks tells nothing.
    const orders = rows.map((one) =>
      one.source.format === 'statement' ? { ...one, source: { ...one.source, format: 'orders' } } : one,
    );
    expect(differences(ranked(orders))).toEqual([]);
  });

  it('which rows a file covers does not depend on its name or on where it was cut, but on how close its rows are', () => {
    const days = [1, 5, 10, 14, 16, 31];
    const fees = (fileOf: (day: number) => string): readonly LedgerEvent[] =>
      days.map((day) =>
        row(
          `f${day}`,
          'fills',
          'futures-fee',
          `2025-01-${String(day).padStart(2, '0')}T00:00:00Z`,
          'futures USDT -1 fee',
          {
            contract,
            source: { file: fileOf(day), line: day, format: 'fills' },
          },
        ),
      );
    const stated = [7, 15, 24].map((day) =>
      row(
        `s${day}`,
        'statement',
        'futures-fee',
        `2025-01-${String(day).padStart(2, '0')}T00:00:00Z`,
        'futures USDT -3 fee',
      ),
    );
    const cuts = [
      () => 'whole.csv',
      (day: number) => (day < 15 ? 'a.csv' : 'b.csv'),
      (day: number) => (day < 6 ? 'b.csv' : 'a.csv'),
    ];
    // Fills of the 5th and the 10th stand around the 7th; around the 24th there are none within a week.
    for (const fileOf of cuts)
      expect(counted(ranked([...fees(fileOf), ...stated])).filter((id) => id.startsWith('s'))).toEqual([
        's24',
      ]);
  });

  it('profits of two contracts are two, however alike', () => {
    const other = contractId('binance-um', 'ETHUSDT');
    const found = ranked([
      row('a', 'fills', 'realised-profit', '10:00:00', 'futures USDT 5 profit', { contract }),
      row('s', 'statement', 'realised-profit', '2025-03-09T10:00:00Z', 'futures USDT 5 profit', {
        contract: other,
      }),
      row('t', 'statement', 'realised-profit', '10:00:05', 'futures USDT 5 profit', { contract: other }),
      row('b', 'fills', 'realised-profit', '10:00:05', 'futures USDT 5 profit', { contract: other }),
    ]);
    expect(found.leftOut.get('t' as EventId)).toBe('b');
    const again = row('u', 'statement', 'realised-profit', '10:00:06', 'futures USDT 5 profit', {
      contract: other,
    });
    // Each row is repeated once: the second is a difference beside what is left of that day.
    expect(
      ranked([
        ...found.counted,
        again,
        row('t', 'statement', 'realised-profit', '10:00:05', 'futures USDT 5 profit', { contract: other }),
      ]).leftOut.get('u' as EventId),
    ).toBeNull();
    expect(counted(found)).toEqual(['a', 'b', 's']);
  });

  it('a position that closed a quarter of an hour after a profit is another one', () => {
    const found = ranked([
      row('a', 'fills', 'realised-profit', '10:00:00', 'futures USDT 100 profit', { contract }),
      row('p', 'orders', 'closed-position', '10:15:00', 'futures USDT 99 profit', {
        contract,
        opened: instantFromIso('2025-03-01T10:10:00Z'),
      }),
    ]);
    expect(counted(found)).toEqual(['a', 'p']);
  });

  it('a closed position counts where nothing else tells of its contract then, and is checked where something does', () => {
    const opened = instantFromIso('2025-03-01T09:00:00Z');
    const found = ranked([
      row('a', 'fills', 'realised-profit', '10:00:00', 'futures USDT 100 profit', { contract }),
      row('p', 'orders', 'closed-position', '10:00:05', 'futures USDT 99 profit', { contract, opened }),
      row('q', 'orders', 'closed-position', '2025-04-01T10:00:00Z', 'futures USDT 5 profit', {
        contract,
        opened: instantFromIso('2025-04-01T09:00:00Z'),
      }),
    ]);
    expect(counted(found)).toEqual(['a', 'q']);
    expect(differences(found)).toEqual(['orders against fills: USDT profit 99 not 100 [p | a]']);
  });
});

const anyRow = fc.record({
  format: fc.constantFrom('fills', 'converts', 'orders', 'statement', 'other'),
  kind: fc.constantFrom<EventKind>(
    'buy',
    'deposit',
    'funding',
    'realised-profit',
    'closed-position',
    'income',
  ),
  second: fc.integer({ min: 0, max: 200 }),
  day: fc.integer({ min: 1, max: 3 }),
  amount: fc.constantFrom('1', '2', '3'),
});

test('every event counts, repeats one that counts, or stands in a difference; the order given does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (drawn) => {
      const rows = drawn.map(({ format, kind, second, day, amount }, place) => {
        const time = new Date(Date.UTC(2025, 2, day, 10, 0, second)).toISOString();
        const legs =
          kind === 'buy'
            ? btc(amount, '-7')
            : `futures USDT ${amount} ${kind === 'deposit' || kind === 'income' ? 'principal' : kind === 'funding' ? 'funding' : 'profit'}`;
        return row(
          `e${place}`,
          format,
          kind,
          time,
          legs,
          kind === 'buy' || kind === 'deposit' ? {} : { contract },
        );
      });
      const found = ranked(rows);
      const counting = new Set<string>(counted(found));
      const differing = new Set<string>(
        found.comparisons.flatMap(({ differences: all }) =>
          all.flatMap(({ statedRows, countedRows }) => [...statedRows, ...countedRows]),
        ),
      );
      for (const { id } of rows) {
        const by = found.leftOut.get(id);
        expect(counting.has(id)).toBe(by === undefined);
        if (by === null) expect(differing).toContain(id);
        else if (by !== undefined) expect(counting).toContain(by);
      }
      const other = ranked(rows.toReversed());
      expect(counted(other)).toEqual(counted(found));
      expect(differences(other)).toEqual(differences(found));
    }),
  );
});
