import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { assembleParts } from './assemble-parts.ts';
import { event } from './event.fixture.ts';
import { withoutReplaced } from './ordered-events.ts';
import { groupRows, inWords, statementRows } from './parts.fixture.ts';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly rows: readonly string[];
  readonly events: readonly string[];
  readonly apart?: number;
}

const groupCases: readonly Case[] = [
  {
    name: 'two rows of a reference, each with an own fee, are one trade',
    source: 'Kraken ledgers: legs by refid, both can carry a fee',
    rows: [
      '10:00:00; R1; trade; EUR; -100',
      '10:00:00; R1; trade; EUR; -0.2; fee',
      '10:00:00; R1; trade; BTC; 0.002',
    ],
    events: ['buy 10:00:00 BTC 0.002, EUR -100, EUR -0.2 fee [a0 + b1 c2]'],
  },
  {
    name: 'many fills of one order are one trade, in the order of the file or not',
    source: 'OKX trading history: rows by order id, the quote before or after the coin',
    rows: [
      '10:00:02; 77; Sell; ETH; -1',
      '10:00:01; 77; Sell; ETH; -2',
      '10:00:02; 77; Buy; USDT; 3000',
      '10:00:01; 77; Buy; USDT; 6001',
    ],
    events: ['sell 10:00:01 USDT 9001, ETH -3 [a0 + b1 c2 d3]'],
  },
  {
    name: 'a fee row belongs to the one row that it shares its reference with',
    source: 'Crypto.com exchange: WITHDRAWAL and its fee are rows of their own',
    rows: ['10:00:00; W1; withdrawal; BTC; -1; principal; withdrawal', '10:00:00; W1; fee; BTC; -0.001; fee'],
    events: ['withdrawal 10:00:00 BTC -1, BTC -0.001 fee [a0 + b1]'],
  },
  {
    name: 'a reversal under the same reference leaves no movement',
    source: 'Kraken ledgers: a failed withdrawal comes back as a positive one',
    rows: [
      '10:00:00; W1; withdrawal; BTC; -1; principal; withdrawal',
      '10:05:00; W1; withdrawal; BTC; 1; principal; withdrawal',
    ],
    events: ['balance-change 10:00:00  [a0 + b1]'],
  },
  {
    name: 'half a trade stays a change of the balance and is named',
    source: 'a file that was cut',
    rows: ['10:00:00; R1; trade; BTC; 0.002'],
    events: ['balance-change 10:00:00 BTC 0.002 [a0]'],
    apart: 1,
  },
  {
    name: 'three assets are no trade that anybody could tell',
    source: 'own case',
    rows: [
      '10:00:00; R1; trade; BTC; 0.002',
      '10:00:00; R1; trade; ETH; 0.1',
      '10:00:00; R1; trade; EUR; -500',
    ],
    events: [
      'balance-change 10:00:00 BTC 0.002 [a0]',
      'balance-change 10:00:00 ETH 0.1 [b1]',
      'balance-change 10:00:00 EUR -500 [c2]',
    ],
    apart: 3,
  },
];

const statementCases: readonly Case[] = [
  {
    name: 'a purchase and a sale whose money nets to nothing are two trades, not one coin for the other',
    source: 'formats.md 1.5: Buy goes with Spend, Sold with Revenue',
    rows: [
      '10:00:00; trade; Transaction Buy; BTC; 1',
      '10:00:00; trade; Transaction Spend; USDT; -100',
      '10:00:00; trade; Transaction Sold; ETH; -2',
      '10:00:00; trade; Transaction Revenue; USDT; 100',
    ],
    events: ['buy 10:00:00 BTC 1, USDT -100 [a0 + b1]', 'sell 10:00:00 USDT 100, ETH -2 [c2 + d3]'],
  },
  {
    name: 'what was bought was not paid with what was sold: halves of two trades stay apart',
    source: 'formats.md 1.5: Buy goes with Spend, Sold with Revenue',
    rows: ['10:00:00; trade; Transaction Buy; BNB; 0.5', '10:00:00; trade; Transaction Sold; SOL; -0.3'],
    events: ['balance-change 10:00:00 BNB 0.5 [a0]', 'balance-change 10:00:00 SOL -0.3 [b1]'],
    apart: 2,
  },
  {
    name: 'fills of one order over two seconds, with fewer fees than fills',
    source: 'Binance statement: legs of one order in a second and the next, counts that do not match',
    rows: [
      '10:00:00; trade; Transaction Buy; HIGH; 100',
      '10:00:00; trade; Transaction Spend; BTC; -0.01',
      '10:00:00; trade; Transaction Fee; HIGH; -0.1; fee',
      '10:00:01; trade; Transaction Buy; HIGH; 50',
      '10:00:01; trade; Transaction Buy; HIGH; 25',
      '10:00:01; trade; Transaction Spend; BTC; -0.0075',
    ],
    events: ['swap 10:00:00 HIGH 175, BTC -0.0175, HIGH -0.1 fee [a0 + b1 c2 d3 e4 f5]'],
  },
  {
    name: 'a buy whose money leaves in the next second',
    source: 'Binance statement: legs may be in the next second',
    rows: ['10:00:00; trade; Buy; BTC; 0.1', '10:00:01; trade; Transaction Related; EUR; -4000'],
    events: ['buy 10:00:00 BTC 0.1, EUR -4000 [a0 + b1]'],
  },
  {
    name: 'a sale and the purchase of the next second are two',
    source: 'own case',
    rows: [
      '10:00:00; trade; Sell; NEAR; -4',
      '10:00:00; trade; Sell; USDT; 20',
      '10:00:01; trade; Buy; USDT; -20.1',
      '10:00:01; trade; Buy; NEAR; 4',
    ],
    events: ['sell 10:00:00 USDT 20, NEAR -4 [a0 + b1]', 'buy 10:00:01 NEAR 4, USDT -20.1 [c2 + d3]'],
  },
  {
    name: 'two markets in one second: prices of fills leave one answer, fees go by size',
    source: 'Binance statement: several pairs in one second',
    rows: [
      '10:00:00; trade; Transaction Buy; BTC; 0.001',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Spend; EUR; -30',
      '10:00:00; trade; Transaction Spend; EUR; -30.1',
      '10:00:00; trade; Transaction Spend; EUR; -90',
      '10:00:00; trade; Transaction Fee; BNB; -0.00003; fee',
      '10:00:00; trade; Transaction Fee; BNB; -0.00003; fee',
      '10:00:00; trade; Transaction Fee; BNB; -0.00009; fee',
    ],
    events: [
      'buy 10:00:00 BTC 0.001, EUR -90, BNB -0.00009 fee [a0 + f5 i8]',
      'buy 10:00:00 ETH 0.02, EUR -60.1, BNB -0.00006 fee [b1 + c2 d3 e4 g6 h7]',
    ],
  },
  {
    name: 'fees that are no one rate of their fills stay costs of their own',
    source: 'own case',
    rows: [
      '10:00:00; trade; Transaction Buy; BTC; 0.001',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Spend; EUR; -30',
      '10:00:00; trade; Transaction Spend; EUR; -30.1',
      '10:00:00; trade; Transaction Spend; EUR; -90',
      '10:00:00; trade; Transaction Fee; BNB; -0.00003; fee',
      '10:00:00; trade; Transaction Fee; BNB; -0.00003; fee',
      '10:00:00; trade; Transaction Fee; BNB; -0.00018; fee',
    ],
    events: [
      'buy 10:00:00 BTC 0.001, EUR -90 [a0 + f5]',
      'buy 10:00:00 ETH 0.02, EUR -60.1 [b1 + c2 d3 e4]',
      'fee 10:00:00 BNB -0.00003 fee [g6]',
      'fee 10:00:00 BNB -0.00003 fee [h7]',
      'fee 10:00:00 BNB -0.00018 fee [i8]',
    ],
  },
  {
    name: 'two markets in one second, one fill each: a price of the same day decides',
    source: 'Binance statement: several pairs in one second',
    rows: [
      '08:00:00; trade; Transaction Buy; ETH; 1',
      '08:00:00; trade; Transaction Spend; EUR; -3000',
      '10:00:00; trade; Transaction Buy; BTC; 0.001',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Spend; EUR; -31',
      '10:00:00; trade; Transaction Spend; EUR; -90',
    ],
    events: [
      'buy 08:00:00 ETH 1, EUR -3000 [a0 + b1]',
      'buy 10:00:00 BTC 0.001, EUR -90 [c2 + f5]',
      'buy 10:00:00 ETH 0.01, EUR -31 [d3 + e4]',
    ],
  },
  {
    name: 'two markets in one second and nothing that tells them apart: none is guessed',
    source: 'own case',
    rows: [
      '10:00:00; trade; Transaction Buy; BTC; 0.001',
      '10:00:00; trade; Transaction Buy; ETH; 0.01',
      '10:00:00; trade; Transaction Spend; EUR; -31',
      '10:00:00; trade; Transaction Spend; EUR; -90',
    ],
    events: [
      'balance-change 10:00:00 BTC 0.001 [a0]',
      'balance-change 10:00:00 ETH 0.01 [b1]',
      'balance-change 10:00:00 EUR -31 [c2]',
      'balance-change 10:00:00 EUR -90 [d3]',
    ],
    apart: 4,
  },
  {
    name: 'a convert whose legs are twenty seconds apart, between two that are whole',
    source: 'Binance statement: legs of a convert up to 31 s apart',
    rows: [
      '10:00:00; convert; Binance Convert; ADA; -10',
      '10:00:00; convert; Binance Convert; USDT; 15',
      '10:00:10; convert; Binance Convert; DOT; -3',
      '10:00:30; convert; Binance Convert; USDT; 21',
      '10:02:00; convert; Binance Convert; USDT; -36',
      '10:02:00; convert; Binance Convert; EUR; 30',
    ],
    events: [
      'sell 10:00:00 USDT 15, ADA -10 [a0 + b1]',
      'sell 10:00:10 USDT 21, DOT -3 [c2 + d3]',
      'buy 10:02:00 EUR 30, USDT -36 [e4 + f5]',
    ],
  },
  {
    name: 'money that is paid in to be spent at once stays a deposit',
    source: 'Binance statement: Buy Crypto is +fiat, -fiat, +coin',
    rows: [
      '10:00:00; fiat|N1; Buy Crypto; CZK; 1000; principal; deposit',
      '10:00:01; fiat|N1; Buy Crypto; CZK; -1000',
      '10:00:03; fiat|N1; Buy Crypto; BTC; 0.0005; principal; deposit',
    ],
    events: ['deposit 10:00:00 CZK 1000 [a0]', 'buy 10:00:01 BTC 0.0005, CZK -1000 [b1 + c2]'],
  },
  {
    name: 'several coins turned to BNB at once: nobody can tell how much each brought',
    source: 'Binance statement: small assets exchange, pairing ambiguous',
    rows: [
      '10:00:00; dust; Small assets exchange BNB; ADA; -0.1',
      '10:00:00; dust; Small assets exchange BNB; BNB; 0.0001',
      '10:00:00; dust; Small assets exchange BNB; DOT; -0.02',
      '10:00:00; dust; Small assets exchange BNB; BNB; 0.0002',
      '11:00:00; dust|ETH to BNB; Small assets exchange BNB; ETH; -0.0001',
      '11:00:00; dust|ETH to BNB; Small assets exchange BNB; BNB; 0.0005',
    ],
    events: [
      'balance-change 10:00:00 ADA -0.1 [a0]',
      'balance-change 10:00:00 BNB 0.0001 [b1]',
      'balance-change 10:00:00 DOT -0.02 [c2]',
      'balance-change 10:00:00 BNB 0.0002 [d3]',
      'swap 11:00:00 BNB 0.0005, ETH -0.0001 [e4 + f5]',
    ],
    apart: 4,
  },
  {
    name: 'what left one wallet of the account and came into another moved nothing',
    source: 'Binance statement: C2C Transfer, sub-accounts',
    rows: [
      '10:00:00; transfer; transfer_out; USDT; -50; principal; withdrawal',
      '10:00:00; transfer; transfer_in; USDT; 50; principal; deposit',
    ],
    events: ['balance-change 10:00:00  [a0 + b1]'],
  },
];

describe.each([
  ['group', groupRows, groupCases] as const,
  ['binance-statement', statementRows, statementCases] as const,
])('rows of %s', (_, rowsOf, cases) => {
  it.each(cases)('$name', ({ rows, events, apart = 0 }) => {
    const found = assembleParts(rowsOf(rows));
    expect(found.events.map(inWords)).toEqual(events);
    expect(found.apart.size).toBe(apart);
    expect(found.issues).toHaveLength(apart === 0 ? 0 : 1);
  });
});

test('what leaves one account for another in the same second is one transfer', () => {
  const out = statementRows(['10:00:00; transfer; transfer_out; USDT; -50; principal; withdrawal']);
  const into = statementRows(
    ['10:00:00; transfer; transfer_in; USDT; 50; principal; deposit'],
    'binance-futures',
  ).map((row) => ({ ...row, id: 'z9' as LedgerEvent['id'] }));
  const { events, eventOf } = assembleParts([...out, ...into]);
  expect(events.map(inWords)).toEqual(['transfer 10:00:00 USDT 50, USDT -50 [a0 + z9]']);
  expect([...eventOf]).toEqual([['z9', 'a0']]);
});

test('the balance after an event is that of the row which no other begins with', () => {
  const fills = [
    '10:00:00; 77; Sell; ETH; -1',
    '10:00:00; 77; Sell; USDT; 3000',
    '10:00:00; 77; Sell; USDT; 6001',
  ];
  const after = [undefined, '9101', '6101'];
  const rows = groupRows(fills).map((row, place) => ({
    ...row,
    legs: row.legs.map((leg) => {
      const stated = after[place];
      return stated === undefined ? leg : { ...leg, balanceAfter: quantity(stated) };
    }),
  }));
  expect(assembleParts(rows).events[0]?.legs[0]).toMatchObject({
    asset: 'USDT',
    balanceAfter: quantity('9101'),
  });
});

test('a fill takes the legs of its rows, its id and its time', () => {
  const account = accountId('kraken-futures');
  const part = { assembly: 'group', group: '5', operation: 'futures trade' } as const;
  const fill = {
    account,
    contract: contractId('kraken-futures', 'PF_XBTUSD'),
    side: 'sell' as const,
    quantity: quantity('1'),
    price: price('60000'),
    positionSide: 'one-way' as const,
  };
  const rows = [
    event(
      'a',
      'realised-profit',
      '2025-03-01T10:00:00Z',
      ['kraken-futures USD 5 profit', 'kraken-futures USD -1 fee'],
      { part },
    ),
    event('b', 'futures-fill', '2025-03-01T10:00:01Z', [], { part, fill }),
  ];
  // A fill without legs names its account itself.
  const [one, ...rest] = assembleParts(rows).events;
  expect(rest).toEqual([]);
  expect(one).toMatchObject({ id: 'b', kind: 'futures-fill', fill, parts: [{ id: 'a' }] });
  expect(one?.legs.map(({ role }) => role)).toEqual(['profit', 'fee']);
});

test('two fills and two cash rows of one market and second go in turn; whole trades stay whole', () => {
  const account = accountId('k');
  const part = { assembly: 'group', group: '5', operation: 'futures trade' } as const;
  const fill = {
    account,
    contract: contractId('kraken-futures', 'PF_XBTUSD'),
    side: 'sell' as const,
    quantity: quantity('1'),
    price: price('60000'),
    positionSide: 'one-way' as const,
  };
  const at = (
    id: string,
    kind: LedgerEvent['kind'],
    sequence: number,
    legs: readonly string[],
    more = {},
  ): LedgerEvent => event(id, kind, '2025-03-01', legs, { part, sequence, ...more });
  const rows = [
    at('a', 'futures-fill', 0, [], { fill }),
    at('b', 'futures-fee', 1, ['k USD -1 fee']),
    at('c', 'futures-fill', 2, [], { fill }),
    at('d', 'futures-fee', 3, ['k USD -2 fee']),
  ];
  expect(assembleParts(rows).events.map(({ id, parts }) => [id, parts?.map((one) => one.id)])).toEqual([
    ['a', ['b']],
    ['c', ['d']],
  ]);
  // Where there are not as many, nobody can say whose is whose, and no row is lost.
  const uneven = [...rows, at('f', 'futures-fee', 4, ['k USD -3 fee'])];
  expect(assembleParts(uneven).events).toEqual(uneven);
  const trades = [
    at('z', 'swap', 0, ['k BTC -1', 'k ETH 20']),
    at('y', 'swap', 1, ['k BTC -1', 'k ETH 20.5']),
  ];
  expect(assembleParts(trades).events).toEqual(trades);
  const withDigits = [trades[0]!, at('e', 'balance-change', 1, ['k ETH 0.0004'])];
  expect(assembleParts(withDigits).events.map(inWords)).toEqual([
    'swap 12:00:00 ETH 20.0004, BTC -1 [z + e]',
  ]);
});

test('a correction of any row of an event takes the place of the whole event', () => {
  const rows = groupRows(['10:00:00; R1; trade; EUR; -100', '10:00:00; R1; trade; BTC; 0.002']);
  for (const { id } of rows) {
    const correction = event('x', 'income', '2025-03-02', ['kraken BTC 1'], { replaces: [id] });
    const { events } = assembleParts([...rows, correction]);
    expect(withoutReplaced(events).map((one) => one.id)).toEqual(['x']);
  }
});

test('where another row stands in the place of one, the event is made anew', () => {
  const [given, received, other] = groupRows([
    '10:00:00; R1; trade; BTC; 0.002',
    '10:00:01; R1; trade; EUR; -100',
    '10:00:02; R1; trade; EUR; -101',
  ]);
  const inWordsOf = (...rows: (LedgerEvent | undefined)[]): readonly string[] =>
    assembleParts(rows.filter((row) => row !== undefined)).events.map(inWords);
  expect(inWordsOf(given, received)).toEqual(['buy 10:00:00 BTC 0.002, EUR -100 [a0 + b1]']);
  expect(inWordsOf(given, other)).toEqual(['buy 10:00:00 BTC 0.002, EUR -101 [a0 + c2]']);
});

test('rows without parts are the very list that was given; the same rows give the same object', () => {
  const plain = [event('a', 'income', '2025-03-01', ['x BTC 1'])];
  expect(assembleParts(plain).events).toBe(plain);
  const rows = groupRows(['10:00:00; R1; trade; EUR; -100', '10:00:00; R1; trade; BTC; 0.002']);
  expect(assembleParts([...rows, ...plain]).events[0]).toBe(assembleParts(rows).events[0]);
});

const anyRow = fc.record({
  second: fc.integer({ min: 0, max: 5 }),
  family: fc.constantFrom('trade', 'convert', 'fiat', 'dust', 'transfer', 'staking'),
  operation: fc.constantFrom('Buy', 'Sell', 'Transaction Related', 'Transaction Spend', 'Fee'),
  asset: fc.constantFrom('BTC', 'ETH', 'EUR', 'BNB'),
  amount: fc.constantFrom('1', '-1', '2', '-2', '0.5', '-30'),
  role: fc.constantFrom('principal', 'principal', 'fee'),
});

test('whatever the rows, balances stay what they are, no row is lost or told twice, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 14 }), fc.boolean(), (drawn, isGroup) => {
      const lines = drawn.map(({ second, family, operation, asset, amount, role }) =>
        [`10:00:0${second}`, family, operation, asset, amount, role].join(';'),
      );
      const rows = (isGroup ? groupRows : statementRows)(lines);
      const { events, eventOf } = assembleParts(rows);
      expect(balances(events)).toEqual(balances(rows));
      const told = events.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]);
      expect(told.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(events.toSorted(compareEvents)).toEqual(events);
      for (const [row, whole] of eventOf)
        expect(events.find(({ id }) => id === whole)?.parts).toContainEqual(
          expect.objectContaining({ id: row }),
        );
    }),
  );
});

function balances(events: readonly LedgerEvent[]): ReadonlyMap<string, string> {
  const sums = new Map<string, ReturnType<typeof quantity>>();
  for (const { legs } of events)
    for (const { asset, quantity: amount } of legs)
      sums.set(asset, add(sums.get(asset) ?? zeroQuantity, amount));
  const texts = [...sums].map(([asset, amount]) => [asset, toText(amount)] as const);
  return new Map(texts.filter(([, amount]) => amount !== '0'));
}
