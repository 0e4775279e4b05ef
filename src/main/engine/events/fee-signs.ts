/**
 * Fees that a file writes with a minus: paid, or given back? The row alone does not tell (it says `feeSign: 'assumed'`, and
 * takes the fee as paid); the balance that it states does, beside the one that was stated before it.
 *
 * Where exactly one of the two readings begins with a balance that another row of its moment, or of the moment before,
 * states, that one counts; else the fee stays paid.
 */
import type { LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { add, negate, subtract } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { statedAfter } from './last-stated.ts';
import type { StatedAfter } from './last-stated.ts';

export function isFeeInDoubt({ part }: LedgerEvent): boolean {
  return part?.feeSign === 'assumed';
}

/** In: rows as stored, in ledger order. Out: the very list where no fee came back. */
export function withFeeSigns(rows: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const fees = new Map<string, Leg>();
  for (const row of rows) {
    const fee = isFeeInDoubt(row) ? feeOf(row) : undefined;
    if (fee !== undefined) fees.set(pocketOf(row, fee), fee);
  }
  const cameBack = new Set<LedgerEvent>();
  for (const [pocket, fee] of fees) for (const row of givenBack(rows, pocket, fee)) cameBack.add(row);
  return cameBack.size === 0 ? rows : rows.map((row) => (cameBack.has(row) ? withFeeBack(row) : row));
}

/** Interest on margin positions is a fee, too: it stands in the same column. */
function isFee({ role }: Leg): boolean {
  return role === 'fee' || role === 'funding';
}

function feeOf({ legs }: LedgerEvent): Leg | undefined {
  return legs.find(isFee);
}

function pocketOf({ source }: LedgerEvent, { account, asset }: Leg): string {
  return `${source.format}\n${account}\n${asset}`;
}

/** Of the rows in doubt of one format, account and asset, those whose fee came back. */
function givenBack(
  rows: readonly LedgerEvent[],
  pocket: string,
  { account, asset }: Leg,
): readonly LedgerEvent[] {
  const stated = rows.flatMap((row) => {
    if (!row.legs.some((leg) => leg.account === account && pocketOf(row, leg) === pocket)) return [];
    return statedAfter(row, account, asset) ?? [];
  });
  const moments = [...Map.groupBy(stated, ({ event }) => event.time).values()];
  return moments.flatMap((moment, at) =>
    moment
      .filter(({ event }) => isFeeInDoubt(event))
      .filter((one) => isBack(one, [...(moments[at - 1] ?? []), ...moment.filter((other) => other !== one)]))
      .map(({ event }) => event),
  );
}

function isBack(one: StatedAfter, others: readonly StatedAfter[]): boolean {
  const fee = feeOf(one.event)?.quantity;
  if (fee === undefined) return false;
  const before = new Set<Quantity>(others.map(({ stated }) => stated));
  const asPaid = subtract(one.stated, one.change);
  // Given back, the change is greater by twice the fee.
  const asBack = add(add(asPaid, fee), fee);
  return before.has(asBack) && !before.has(asPaid);
}

const made = new WeakMap<LedgerEvent, LedgerEvent>();

function withFeeBack(row: LedgerEvent): LedgerEvent {
  let event = made.get(row);
  if (event === undefined) {
    const legs = row.legs.map((leg) => (isFee(leg) ? back(leg) : leg));
    made.set(row, (event = { ...row, legs }));
  }
  return event;
}

function back(fee: Leg): Leg {
  return { ...fee, role: fee.role === 'fee' ? 'rebate' : fee.role, quantity: negate(fee.quantity) };
}
