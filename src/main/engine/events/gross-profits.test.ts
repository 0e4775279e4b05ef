/** Profits of a broker that states them after fees. Source: formats.md, Interactive Brokers (realised profit is net of both commissions). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { event } from './event.fixture.ts';
import { grossProfits } from './gross-profits.ts';

const ibkr = 'interactive-brokers';

/** "08-04; sell 4; fee -5; profit 97.5; opens": day, trade, what it cost, what is stated, what it does. */
function fills(lines: readonly string[]): readonly LedgerEvent[] {
  return lines.map((line, place) => {
    const [time = '', trade = '', fee = '', profit = '', operation = ''] = line.split(/\s*;\s*/u);
    const [side = '', size = ''] = trade.split(' ');
    const legs = [
      ...(profit === '' ? [] : [`${ibkr} USD ${profit} profit`]),
      ...(fee === ''
        ? []
        : [`${ibkr} ${fee.includes(' ') ? fee.split(' ').toReversed().join(' ') : `USD ${fee}`} fee`]),
    ];
    const contract = 'cme:MBT' as ContractId;
    return event(`${String.fromCodePoint(97 + place)}`, 'futures-fill', `2026-${time}`, legs, {
      part: { assembly: 'net-profit', group: contract, operation },
      fill: {
        account: accountId(ibkr),
        contract,
        side: side as 'buy' | 'sell',
        quantity: quantity(size),
        price: price('70000'),
        positionSide: 'one-way',
      },
      source: { file: 'a.csv', line: place + 2, format: 'ibkr-activity' },
    });
  });
}

const profits = (events: readonly LedgerEvent[]): readonly string[] =>
  events.map(({ legs }) =>
    legs
      .filter(({ role }) => role === 'profit')
      .map(({ quantity: amount }) => toText(amount))
      .join(),
  );

const cases: readonly {
  name: string;
  rows: readonly string[];
  profits: readonly string[];
  unknown: number;
}[] = [
  {
    name: 'parts of a position, through zero, and out',
    rows: [
      '08-04; sell 4; -5;; opens',
      '08-05; buy 1; -1.25; 97.5; closes',
      '08-06; buy 5; -6.25; -307.5; opens closes',
      '11-20; sell 2; -2.5; 195; closes',
    ],
    profits: ['', '100', '-300', '200'],
    unknown: 0,
  },
  {
    name: 'the opening is not in the ledger: its own commission is put back, and that is said',
    rows: ['08-04; sell 10; -2; 96; closes'],
    profits: ['98'],
    unknown: 1,
  },
  {
    name: 'a part of the opening is there',
    rows: ['08-03; buy 1; -1;; opens', '08-04; sell 2; -2; 96; closes'],
    profits: ['', '99'],
    unknown: 1,
  },
  {
    name: 'commissions in other money cannot be put back',
    rows: [
      '08-03; buy 1; -1 EUR;; opens',
      '08-04; sell 1; -1; 98; closes',
      '08-05; sell 1; -1;; opens',
      '08-06; buy 1; -1 EUR; 98; closes',
    ],
    profits: ['', '99', '', '99'],
    unknown: 2,
  },
  {
    name: 'a profit of nothing is none stated',
    rows: [
      '08-03; buy 1; -1;; opens',
      '08-04; sell 1; -1;; closes',
      '08-05; buy 1; -3;; opens',
      '08-06; sell 1; -1; 6; closes',
    ],
    profits: ['', '', '', '10'],
    unknown: 0,
  },
  {
    name: 'in one moment what opens comes first, whatever the order of its rows',
    rows: ['08-04T10:00:00Z; sell 1; -1; 98; closes', '08-04T10:00:00Z; buy 1; -2;; opens'],
    profits: ['101', ''],
    unknown: 0,
  },
];

it.each(cases)('$name', ({ rows, profits: expected, unknown }) => {
  const events = fills(rows);
  const found = grossProfits(events);
  expect(profits(found.events)).toEqual(expected);
  expect(found.issues).toHaveLength(Math.min(1, unknown));
  if (unknown > 0) expect(found.issues[0]?.message).toContain(`For ${unknown} of them`);
  // The same objects again: what is computed from them is kept.
  expect(grossProfits(events).events.every((one, place) => one === found.events[place])).toBe(true);
});

it('touches nothing of ledgers without such rows', () => {
  const events = [event('a', 'deposit', '2026-08-04', [`${ibkr} USD 5`])];
  expect(grossProfits(events).events).toBe(events);
});

it('puts back all that a position cost once it is flat, however it was closed', () => {
  const cents = fc.integer({ min: 1, max: 500 }).map((n) => n / 100);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), cents), { minLength: 1, maxLength: 6 }),
      cents,
      (lots, last) => {
        const size = lots.reduce((all, [one]) => all + one, 0);
        const rows = [
          ...lots.map(([one, cost], place) => `08-0${place + 1}; buy ${one}; -${cost};; opens`),
          `08-20; sell ${size}; -${last}; 10; closes`,
        ];
        const stated = fills(rows);
        const made = grossProfits(stated).events.toSorted(compareEvents);
        const total = (events: readonly LedgerEvent[]): string =>
          toText(
            sum(
              events.flatMap(({ legs }) => legs.map(({ quantity: amount }) => amount)),
              zeroQuantity,
            ),
          );
        // What is left of all legs is the profit as stated: after all commissions.
        expect(total(made)).toBe('10');
      },
    ),
  );
});
