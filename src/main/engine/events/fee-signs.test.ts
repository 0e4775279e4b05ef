/** Fees with a minus. Source: formats.md, Kraken ("take the sign from the balance column when possible"). */
import { expect, it } from 'vitest';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { assembleParts } from './assemble-parts.ts';
import { event } from './event.fixture.ts';
import { withFeeSigns } from './fee-signs.ts';

/** "10:00; trade; -100; 0.26; 800; ?": time, group, amount, fee, balance after, and a mark where the sign is a guess. */
function rows(lines: readonly string[]): readonly LedgerEvent[] {
  return lines.map((line, place) => {
    const [time = '', group = '', amount = '', fee = '', after = '', doubt = ''] = line.split(/\s*;\s*/u);
    const row = event(String(place), 'balance-change', `2026-05-04T${time}:00Z`, [
      ...(amount === '0' ? [] : [`kraken EUR ${amount}`]),
      ...(fee === '' ? [] : [`kraken EUR -${fee} fee`]),
    ]);
    const legs = row.legs.map((leg, at) =>
      at < row.legs.length - 1 || after === '' ? leg : { ...leg, balanceAfter: quantity(after) },
    );
    const feeSign = doubt === '' ? {} : { feeSign: 'assumed' as const };
    return {
      ...row,
      legs,
      sequence: place,
      part: { assembly: 'group' as const, group, operation: 'trade', ...feeSign },
    };
  });
}

const fees = (events: readonly LedgerEvent[]): readonly string[] =>
  events.flatMap(({ legs }) =>
    legs
      .filter(({ role }) => role !== 'principal')
      .map(({ role, quantity: amount }) => `${role} ${toText(amount)}`),
  );

it('interest that came back stays interest', () => {
  const [before, row] = rows(['09:00; a; 100;; 100', '10:00; b; 0; 0.5; 100.5; ?']);
  const legs = row!.legs.map((leg) => ({ ...leg, role: 'funding' as const }));
  expect(fees(withFeeSigns([before!, { ...row!, kind: 'funding', legs }]))).toEqual(['funding 0.5']);
});

it.each([
  ['the balances say paid', ['09:00; a; 800;; 800', '10:00; b; -100; 0.26; 699.74; ?'], ['fee -0.26']],
  [
    'the balances say given back',
    ['09:00; a; 800;; 800', '10:00; b; -100; 0.26; 700.26; ?'],
    ['rebate 0.26'],
  ],
  ['no balance before it', ['10:00; b; -100; 0.26; 700.26; ?'], ['fee -0.26']],
  ['a gap between the rows', ['09:00; a; 900;; 900', '10:00; b; -100; 0.26; 700.26; ?'], ['fee -0.26']],
  ['a sign that is no guess', ['09:00; a; 800;; 800', '10:00; b; -100; 0.26; 700.26'], ['fee -0.26']],
  ['rows without balances', ['09:00; a; 800;; 800', '10:00; b; -100; 0.26;; ?'], ['fee -0.26']],
  [
    'rows of one moment, in an order of our own',
    ['09:00; a; 800;; 800', '10:00; b; -100; 0.26; 600.52; ?', '10:00; c; -100; 0.26; 700.26; ?'],
    ['rebate 0.26', 'rebate 0.26'],
  ],
  [
    'a fee alone',
    ['09:00; a; 100;; 100', '10:00; b; 0; 0.5; 100.5; ?', '11:00; c; 1; 0.25; 101.75; ?'],
    ['rebate 0.5', 'rebate 0.25'],
  ],
] as const)('%s', (_, lines, expected) => {
  const given = rows(lines);
  const settled = withFeeSigns(given);
  expect(fees(settled)).toEqual(expected);
  // The same objects again, and the very list where nothing came back.
  expect(withFeeSigns(given).every((row, place) => row === settled[place])).toBe(true);
  if (expected.every((fee) => fee.startsWith('fee'))) expect(settled).toBe(given);
  expect(fees(assembleParts(given).events)).toEqual(expected);
});
