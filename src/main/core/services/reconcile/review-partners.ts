/** Rows that may be one trade with a row that nobody knows. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import { keptFor } from '../../kept-for.ts';

/** As many as anybody looks through. */
const mostPartners = 8;
/** Rows each way among which they are looked for. */
const looksAt = 50;
const monthMs = 30 * 86_400_000;

/** The nearest in time first. In: the open rows, the same list for each row. */
export function partnersOf(event: LedgerEvent, open: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const of = ofAccounts(open).get(accountOf(event));
  const place = of?.places.get(event);
  if (of === undefined || place === undefined) return [];
  const { rows } = of;
  const far = (other: LedgerEvent): number => Math.abs(msBetween(event.time, other.time));
  const [before, after] = [
    rows.slice(Math.max(0, place - looksAt), place),
    rows.slice(place + 1, place + 1 + looksAt),
  ];
  return [...before, ...after]
    .filter((other) => far(other) <= monthMs && fitsOneTrade(event, other))
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, mostPartners);
}

/** It moves the same coin, or another one the other way. */
function fitsOneTrade({ legs: here }: LedgerEvent, { legs: there }: LedgerEvent): boolean {
  return here.some((one) =>
    there.some(
      (other) => one.asset === other.asset || isNegative(one.quantity) !== isNegative(other.quantity),
    ),
  );
}

interface OfAccount {
  readonly rows: LedgerEvent[];
  readonly places: Map<LedgerEvent, number>;
}

/** In the order given: by time, so that what is near in time stands near in the list. */
const ofAccounts = keptFor((open: readonly LedgerEvent[]): ReadonlyMap<string, OfAccount> => {
  const found = new Map<string, OfAccount>();
  for (const event of open) {
    const account = accountOf(event);
    const of: OfAccount = found.get(account) ?? { rows: [], places: new Map() };
    of.places.set(event, of.rows.push(event) - 1);
    found.set(account, of);
  }
  return found;
});

/** The account of a row that nobody knows: such rows have one. */
export function accountOf({ legs }: LedgerEvent): AccountId {
  return legs[0]?.account ?? ('' as AccountId);
}
