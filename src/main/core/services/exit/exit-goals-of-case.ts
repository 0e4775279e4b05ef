/** What is wanted of each coin as the engine's goal: its lots in order, how far it may stand off, limits of a day. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotMethod, OpenLot } from '../../../../shared/domain/lot.ts';
import {
  add,
  clampToZero,
  isNegative,
  isPositive,
  larger,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityFor, quantityTimes } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitFuture, ExitGoal } from '../../../engine/exit/exit-case.ts';
import { times } from '../../../engine/exit/times.ts';
import { lotsInOrder } from '../../../engine/lots/lots-in-order.ts';
import type { Derived } from '../../derived.ts';
import type { PlanFutures } from './exit-futures.ts';
import { totalOf } from './exit-goals.ts';
import type { WantedGoal, WantedGoals } from './exit-goals.ts';
import { outOfRange } from './exit-prices.ts';
import type { ExitRequest } from './exit-setup.ts';
import type { Problems } from './problems.ts';

/** All that goals are made of. */
export interface FoundForGoals {
  readonly derived: Derived;
  readonly request: ExitRequest;
  readonly wanted: WantedGoals;
  readonly futures: PlanFutures;
  readonly lots: ReadonlyMap<AssetId, readonly OpenLot[]>;
}

/** Problems: `exit/assumption-out-of-range`. */
export function goalsOf(found: FoundForGoals, problems: Problems): ExitGoal[] {
  return found.wanted.goals.map((goal) => goalOf(goal, found, problems));
}

function goalOf(goal: WantedGoal, found: FoundForGoals, problems: Problems): ExitGoal {
  const { derived, request, futures, lots } = found;
  const { asset, change, price } = goal;
  const own = futures.futures.filter((future) => future.asset === asset);
  const perDay = request.perDay?.find((one) => one.asset.toUpperCase() === asset);
  const most = perDay === undefined ? null : quantity(perDay.quantity);
  if (most !== null && !isPositive(most)) outOfRange(problems, 'perDay', toText(most), 'above zero');
  const ticket = request.minTicket === undefined ? null : money(request.minTicket);
  if (ticket !== null && isNegative(ticket))
    outOfRange(problems, 'minTicket', toText(ticket), 'zero or more');
  return {
    asset,
    sell: clampToZero(negate(change)),
    buy: clampToZero(change),
    lots: inMethodsOrder(lots.get(asset) ?? [], derived).map(
      ({ id, account, quantity: held, costBasis }) => ({
        lot: id,
        account,
        quantity: held,
        costBasis,
      }),
    ),
    held: totalOf(derived.heldLots.filter((lot) => lot.asset === asset)),
    order: request.lotChoice === 'method' ? 'by-account' : 'free',
    tolerance: toleranceOf(goal, own, request),
    perDay: most,
    minTicket: ticket === null ? zeroQuantity : quantityFor(ticket, price, 'up'),
  };
}

const HALF = rate('0.5');

/** The band, but at least what whole contracts leave open; all of the goal where nothing hedges and there is no band. */
function toleranceOf(
  { change, band }: WantedGoal,
  futures: readonly ExitFuture[],
  { band: asked, overlay }: ExitRequest,
): Quantity {
  const goal = larger(change, negate(change));
  const free = band ?? zeroQuantity;
  if (futures.length === 0) return asked === undefined && band === null ? goal : free;
  const rounding = openOfContracts(change, futures, overlay !== undefined);
  return rounding === null ? free : larger(free, rounding);
}

/**
 * What whole contracts leave open of a goal: half a contract, or the rest that no further one fits. null where none of them is of
 * the goal's side. In: the goal, signed; whether hedges may be opened.
 */
export function openOfContracts(
  change: Quantity,
  futures: readonly ExitFuture[],
  mayOpen: boolean,
): Quantity | null {
  const goal = larger(change, negate(change));
  const side = isNegative(change) ? 'short' : 'long';
  const ofSide = futures.filter((future) => future.side === side);
  const steps = ofSide.map(({ coinsPerStep }) => coinsPerStep);
  const [first] = steps;
  if (first === undefined) return null;
  const half = quantityTimes(
    steps.reduce((least, one) => smaller(least, one), first),
    HALF,
    'up',
  );
  let held: Quantity = zeroQuantity;
  for (const { coinsPerStep, steps: count } of ofSide) held = add(held, times(coinsPerStep, count));
  const left = subtract(goal, held);
  // What rounding to whole contracts leaves open; a hedge that is much too small is no rounding.
  const rounded = mayOpen ? larger(left, negate(left)) : zeroQuantity;
  return larger(half, smaller(rounded, first));
}

/** Each account's lots as its own method would sell them. */
function inMethodsOrder(lots: readonly OpenLot[], derived: Derived): OpenLot[] {
  const byAccount = Map.groupBy(lots, ({ account }) => account);
  return [...byAccount].flatMap(([account, own]) =>
    lotsInOrder(own, methodOf(account, derived), derived.lots),
  );
}

function methodOf(account: OpenLot['account'], { ofLots, at, lotMethod }: Derived): LotMethod {
  return lotMethod ?? ofLots.onRecord.methodAt(account, at);
}
