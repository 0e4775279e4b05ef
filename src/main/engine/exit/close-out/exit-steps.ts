import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Side } from '../../../../shared/domain/event.ts';
import type {
  ClosedAs,
  SavedExitDay,
  SavedExitPlan,
  SavedFuture,
  SavedHedgeChange,
  SavedPurchase,
  SavedRoll,
  SavedSale,
} from '../../../../shared/domain/exit-plan.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { times } from '../times.ts';

/** In the order in which a day's steps stand. */
const EXIT_STEP_KINDS = ['close-short', 'close-long', 'sell', 'buy', 'open-short', 'open-long'] as const;
export type ExitStepKind = (typeof EXIT_STEP_KINDS)[number];

/** One thing that a saved plan does on a day: the sale of a coin from an account, a purchase, a change of one position. */
export interface ExitStep {
  /** "2026-12-15:sell:BTC@kraken"; the same as long as the plan. */
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: ExitStepKind;
  readonly side: Side;
  readonly asset: AssetId;
  /** null where it may be any. */
  readonly account: AccountId | null;
  /** Of futures in the contract's own order unit, else coins; positive. */
  readonly quantity: Quantity;
  /** Positive. */
  readonly coins: Quantity;
  readonly sales: readonly SavedSale[];
  readonly purchase: SavedPurchase | null;
  readonly hedge: StepHedge | null;
  /** Set of both halves of a roll: the position is closed, and as much opened in a contract that ends later. */
  readonly roll: SavedRoll | null;
  /** The last roll of the position before the step; null where it is in the contract that the plan names. */
  readonly rolledBefore: SavedRoll | null;
}

/** Positions of the plan that are one at the venue: what is open there, and what the plan adds to it. */
export interface StepHedge {
  /** The one that is open in the ledger, where one is. */
  readonly future: SavedFuture;
  /** All parts together. */
  readonly change: SavedHedgeChange;
  readonly parts: readonly { readonly future: SavedFuture; readonly change: SavedHedgeChange }[];
}

/** The steps of a plan, by day, each day in the order of `EXIT_STEP_KINDS`. */
export function exitSteps(plan: Pick<SavedExitPlan, 'days' | 'futures'>): readonly ExitStep[] {
  const futures = new Map(plan.futures.map((future) => [future.position, future]));
  const rolled = new Map<string, SavedRoll>();
  return plan.days.flatMap((day) => {
    const hedged = hedgeSteps(day, futures).map((step) => ({
      ...step,
      rolledBefore: rolled.get(step.hedge?.future.position ?? '') ?? null,
    }));
    for (const { hedge, roll } of hedged)
      if (hedge !== null && roll !== null) rolled.set(hedge.future.position, roll);
    return [...hedged, ...saleSteps(day), ...buySteps(day)].toSorted(
      (a, b) => EXIT_STEP_KINDS.indexOf(a.kind) - EXIT_STEP_KINDS.indexOf(b.kind),
    );
  });
}

function saleSteps({ date, sells }: SavedExitDay): ExitStep[] {
  const groups = Map.groupBy(sells, ({ asset, account }) => `${asset}@${account}`);
  return [...groups].flatMap(([place, sales]) => {
    const [first] = sales;
    if (first === undefined) return [];
    const coins = sum(
      sales.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    const { asset, account } = first;
    const id = `${dateText(date)}:sell:${place}`;
    return [
      { ...nothing, id, date, kind: 'sell', side: 'sell', asset, account, quantity: coins, coins, sales },
    ] as const;
  });
}

function buySteps({ date, buys }: SavedExitDay): ExitStep[] {
  return buys.map((purchase) => {
    const { asset, quantity } = purchase;
    const id = `${dateText(date)}:buy:${asset}`;
    return { ...nothing, id, date, kind: 'buy', side: 'buy', asset, quantity, coins: quantity, purchase };
  });
}

function hedgeSteps(
  { date, hedges }: SavedExitDay,
  futures: ReadonlyMap<string, SavedFuture>,
): readonly ExitStep[] {
  const parts = hedges.map((change) => {
    const future = futures.get(change.position);
    invariant(future !== undefined, `the plan has the position ${change.position}`);
    return { future, change };
  });
  const all = [...futures.values()];
  const moved = togetherAtVenue(
    parts.filter(({ change }) => change.roll === null),
    all,
  );
  const rolled = togetherAtVenue(
    parts.filter(({ change }) => change.roll !== null),
    all,
  );
  return [
    ...moved.map((group) => hedgeStep(date, group, null)),
    ...rolled.flatMap((group) => [
      hedgeStep(date, group.map(closeHalf), group[0]?.change.roll ?? null),
      hedgeStep(date, group.map(openHalf), group[0]?.change.roll ?? null),
    ]),
  ];
}

/** The result is that of the contract that ends; the costs of both trades are halved. */
function closeHalf({ future, change }: Part): Part {
  return { future, change: { ...change, to: 0, fee: halfOf(change.fee) } };
}

function openHalf({ future, change }: Part): Part {
  const fee = subtract(change.fee, halfOf(change.fee));
  const price = change.roll?.price ?? change.price;
  return { future, change: { ...change, from: 0, price, result: null, closedAs: null, fee } };
}

const halfOf = (fee: Money): Money => moneyTimes(fee, HALF, 'half-even');

function hedgeStep(date: LocalDate, group: readonly Part[], roll: SavedRoll | null): ExitStep {
  const [first] = group;
  invariant(first !== undefined, 'a step has a part');
  const { future } = first;
  const opens = first.change.to > first.change.from;
  const steps = group.reduce((total, { change }) => total + Math.abs(change.to - change.from), 0);
  const name = roll === null ? 'hedge' : opens ? 'roll-open' : 'roll-close';
  return {
    ...nothing,
    id: `${dateText(date)}:${name}:${future.position}`,
    date,
    kind: `${opens ? 'open' : 'close'}-${future.side}`,
    side: opens === (future.side === 'short') ? 'sell' : 'buy',
    asset: future.asset,
    account: future.account,
    quantity: times(future.quantityPerStep, steps),
    coins: sum(
      group.map((part) => times(part.future.coinsPerStep, Math.abs(part.change.to - part.change.from))),
      zeroQuantity,
    ),
    hedge: { future, change: together(group), parts: group },
    roll,
  };
}

type Part = StepHedge['parts'][number];

/**
 * What the plan opens in a contract joins the position that is open there, where there is just one: one trade closes both.
 * Out: groups of one direction, the open position first.
 */
function togetherAtVenue(parts: readonly Part[], futures: readonly SavedFuture[]): readonly Part[][] {
  const placeOf = (future: SavedFuture): string => {
    const { contract, side, asset } = future;
    const same = futures.filter(
      (one) => one.contract === contract && one.side === side && one.asset === asset,
    );
    const open = same.filter(({ isOpen }) => isOpen);
    return open.length <= 1 ? `${contract} ${side} ${asset}` : future.position;
  };
  const groups = Map.groupBy(
    parts,
    ({ future, change }) => `${placeOf(future)} ${change.to > change.from ? 'opens' : 'closes'}`,
  );
  return [...groups.values()].map((group) =>
    group
      .map((part) => ({ ...part, future: { ...part.future, account: accountOf(part.future, futures) } }))
      .toSorted((a, b) => Number(b.future.isOpen) - Number(a.future.isOpen)),
  );
}

/** Where a position lies, or the open one that it joins. */
function accountOf(future: SavedFuture, futures: readonly SavedFuture[]): SavedFuture['account'] {
  if (future.account !== null) return future.account;
  const open = futures.filter(
    (one) =>
      one.isOpen &&
      one.contract === future.contract &&
      one.side === future.side &&
      one.asset === future.asset,
  );
  return open.length === 1 ? (open[0]?.account ?? null) : null;
}

function together(parts: readonly Part[]): SavedHedgeChange {
  const [first] = parts;
  invariant(first !== undefined, 'a step has a part');
  const results = parts.map(({ change }) => change.result);
  return {
    position: first.change.position,
    from: parts.reduce((total, { change }) => total + change.from, 0),
    to: parts.reduce((total, { change }) => total + change.to, 0),
    price: first.change.price,
    result: results.some((result) => result === null)
      ? null
      : sum(
          results.map((result) => result ?? zeroMoney),
          zeroMoney,
        ),
    fee: sum(
      parts.map(({ change }) => change.fee),
      zeroMoney,
    ),
    closedAs: closedTogether(parts),
    roll: first.change.roll,
  };
}

function closedTogether(parts: readonly Part[]): ClosedAs | null {
  const found = parts.flatMap(({ change }) => change.closedAs ?? []);
  const [first] = found;
  if (first === undefined) return null;
  const isOne = found.every(({ character }) => character === first.character);
  const waits = sum(
    found.map((one) => one.waits),
    zeroMoney,
  );
  return { character: isOne ? first.character : 'mixed', waits };
}

const HALF = rate('0.5');
const nothing = { account: null, sales: [], purchase: null, hedge: null, roll: null, rolledBefore: null };
