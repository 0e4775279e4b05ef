import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Side } from '../../../../shared/domain/event.ts';
import type {
  SavedExitDay,
  SavedExitPlan,
  SavedFuture,
  SavedHedgeChange,
  SavedPurchase,
  SavedSale,
} from '../../../../shared/domain/exit-plan.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { times } from '../times.ts';

/** In the order in which a day's steps stand. */
export const EXIT_STEP_KINDS = [
  'close-short',
  'close-long',
  'sell',
  'buy',
  'open-short',
  'open-long',
] as const;
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
  readonly hedge: { readonly future: SavedFuture; readonly change: SavedHedgeChange } | null;
}

/** The steps of a plan, by day, each day in the order of `EXIT_STEP_KINDS`. */
export function exitSteps(plan: Pick<SavedExitPlan, 'days' | 'futures'>): readonly ExitStep[] {
  const futures = new Map(plan.futures.map((future) => [future.position, future]));
  return plan.days.flatMap((day) =>
    [...hedgeSteps(day, futures), ...saleSteps(day), ...buySteps(day)].toSorted(
      (a, b) => EXIT_STEP_KINDS.indexOf(a.kind) - EXIT_STEP_KINDS.indexOf(b.kind),
    ),
  );
}

export function isOfFutures({ hedge }: Pick<ExitStep, 'hedge'>): boolean {
  return hedge !== null;
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

function hedgeSteps({ date, hedges }: SavedExitDay, futures: ReadonlyMap<string, SavedFuture>): ExitStep[] {
  return hedges.map((change) => {
    const future = futures.get(change.position);
    invariant(future !== undefined, `the plan has the position ${change.position}`);
    const opens = change.to > change.from;
    const steps = Math.abs(change.to - change.from);
    const isShort = future.side === 'short';
    return {
      ...nothing,
      id: `${dateText(date)}:hedge:${change.position}`,
      date,
      kind: `${opens ? 'open' : 'close'}-${future.side}`,
      side: opens === isShort ? 'sell' : 'buy',
      asset: future.asset,
      account: future.account,
      quantity: times(future.quantityPerStep, steps),
      coins: times(future.coinsPerStep, steps),
      hedge: { future, change },
    };
  });
}

const nothing = { account: null, sales: [], purchase: null, hedge: null };
