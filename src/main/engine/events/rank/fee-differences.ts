import type { Leg, LegRole } from '../../../../shared/domain/event.ts';
import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { eventIdsOf } from './entries-of.ts';
import type { Entry } from './entries-of.ts';
import type { Difference } from './comparison.ts';
import type { SameThing } from './match-entries.ts';

/** What goes with a trade or a fill. The other file is asked only for what it states at all. */
const beside: readonly LegRole[] = ['fee', 'profit', 'funding', 'insurance'];

/** Fees and profits of the same trade that two files state differently. */
export function feeDifferences(
  { counted, stated }: SameThing,
  dayOf: (entry: Entry) => number,
): readonly Difference[] {
  const [first] = counted;
  if (first === undefined || (counted.length === 1 && stated.length === 1 && isAlike(first, stated[0])))
    return [];
  return beside.flatMap((role) => {
    const [one, other] = [sums(counted, role), sums(stated, role)];
    if (other.size === 0 || one.size === 0) return [];
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((asset) => {
      const [has, says] = [one.get(asset) ?? zeroQuantity, other.get(asset) ?? zeroQuantity];
      if (isZero(subtract(says, has))) return [];
      const rows = { countedRows: eventIdsOf(counted), statedRows: eventIdsOf(stated) };
      return [
        { day: dayOf(first), asset, contract: first.contract, role, counted: has, stated: says, ...rows },
      ];
    });
  });
}

function sums(entries: readonly Entry[], role: LegRole): ReadonlyMap<string, Quantity> {
  const found = new Map<string, Quantity>();
  const legs = [...new Set(entries.map(({ event }) => event))].flatMap((event): readonly Leg[] => event.legs);
  for (const leg of legs)
    if (leg.role === role) found.set(leg.asset, add(found.get(leg.asset) ?? zeroQuantity, leg.quantity));
  return found;
}

/** The usual case, without any sum: the same legs in the same order, or none that could be compared. */
function isAlike({ event: { legs: one } }: Entry, other: Entry | undefined): boolean {
  const legs = other?.event.legs ?? [];
  if (!one.some(isBeside) || !legs.some(isBeside)) return true;
  return (
    one.length === legs.length &&
    one.every((leg, place) => {
      const same = legs[place];
      return leg.role === same?.role && leg.asset === same.asset && leg.quantity === same.quantity;
    })
  );
}

function isBeside({ role }: Leg): boolean {
  return role !== 'principal' && role !== 'rebate';
}
