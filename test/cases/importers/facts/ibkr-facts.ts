import { expect } from 'vitest';
import { absolute, negate, sum } from '../../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../../src/shared/num/format.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import { zeroQuantity } from '../../../../src/shared/num/types.ts';
import type { LedgerEvent } from '../../../../src/shared/domain/event.ts';
import { grossProfits } from '../../../../src/main/engine/events/gross-profits.ts';
import type { ReadText } from '../../../../src/main/importers/read-text.fixture.ts';
import { assembled } from '../assembled.fixture.ts';

interface TradeFact {
  readonly round_trips?: number;
  readonly trade?: number;
  readonly gross?: string;
  readonly commissions?: string;
  readonly realized?: string;
  readonly fees?: string;
}

function total(events: readonly LedgerEvent[], ...roles: readonly string[]): string {
  const legs = events.flatMap((event) => event.legs.filter(({ role }) => roles.includes(role)));
  return toText(
    sum(
      legs.map((leg) => leg.quantity),
      zeroQuantity,
    ),
  );
}

/** Round trips are two fills each, in the order of the file. */
export function checkIbkrFact(read: ReadText, fact: object): number {
  const { events } = grossProfits(assembled(read));
  const { round_trips, trade, gross = '', commissions = '', realized = '', fees } = fact as TradeFact;
  const fills = events.filter(({ fill }) => fill !== undefined);
  if (round_trips !== undefined) expect(fills).toHaveLength(2 * round_trips);
  if (fees !== undefined) {
    const [number = '', currency] = fees.split(' ');
    const [fee] = events.filter(({ kind }) => kind === 'fee').flatMap(({ legs }) => legs);
    expect([fee?.asset, fee && toText(fee.quantity)]).toEqual([currency, toText(negate(quantity(number)))]);
  }
  if (trade === undefined) return 1;
  const pair = fills.slice(2 * trade - 2, 2 * trade);
  expect(total(pair, 'profit')).toBe(toText(quantity(gross)));
  expect(toText(absolute(quantity(total(pair, 'fee'))))).toBe(toText(quantity(commissions)));
  expect(total(pair, 'profit', 'fee')).toBe(toText(quantity(realized.split(' ')[0] ?? '')));
  return 3;
}
