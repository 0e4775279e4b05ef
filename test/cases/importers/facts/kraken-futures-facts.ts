import { expect } from 'vitest';
import { absolute, sum } from '../../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../../src/shared/num/format.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import { zeroQuantity } from '../../../../src/shared/num/types.ts';
import type { ReadText } from '../../../../src/main/importers/read-text.fixture.ts';

interface SumsFact {
  readonly contract?: string;
  readonly opened: string;
  readonly closed: string;
  readonly gross_pnl: string;
  readonly realized_funding: string;
  readonly fees: string;
  readonly cash_change: string;
}

/** Sums over the rows of one contract. */
export function checkKrakenFuturesFact({ drafts }: ReadText, fact: object): number {
  const sums = fact as SumsFact;
  // The other fact says that nobody may tell rows apart by time and price: rows of one id stay rows.
  if (sums.contract === undefined) {
    expect(new Set(drafts.map(({ externalId }) => externalId)).size).toBe(drafts.length);
    return 1;
  }
  const legs = drafts.flatMap((draft) => draft.legs);
  const total = (...roles: readonly string[]): string =>
    toText(
      sum(
        legs.filter(({ role }) => roles.includes(role)).map((leg) => leg.quantity),
        zeroQuantity,
      ),
    );
  const filled = (side: string): string =>
    toText(
      sum(
        drafts.flatMap(({ fill }) => (fill?.side === side ? [fill.quantity] : [])),
        zeroQuantity,
      ),
    );
  const plain = (text: string): string => toText(quantity(text.split(' ')[0] ?? ''));
  expect([filled('sell'), filled('buy')]).toEqual([
    toText(absolute(quantity(sums.opened))),
    toText(quantity(sums.closed)),
  ]);
  expect(total('profit')).toBe(plain(sums.gross_pnl));
  expect(total('funding')).toBe(plain(sums.realized_funding));
  expect(total('fee')).toBe(`-${plain(sums.fees)}`);
  expect(total('profit', 'fee', 'funding')).toBe(plain(sums.cash_change));
  return 6;
}
