/**
 * What a way leaves behind at the horizon along a path of prices: coins, cash, futures results, less tax. So ways that leave
 * exposures open, and cost nothing today, are seen for what they risk.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import { yearsWith } from '../../exit/exit-years.ts';
import { scheduleFlows } from '../../exit/schedule-actions.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import type { ActionBook } from '../../tax/jurisdictions/us/actions/action-book.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import { futuresResult, futuresWalk, priceUntilEnd } from './futures-result.ts';
import type { AlternativesCase, PathKind, PricePath } from './alternatives-case.ts';

export interface Wealth {
  readonly path: PathKind;
  readonly coins: Money;
  /** Money of one's own that has a target, and what was sold less what was bought. */
  readonly cash: Money;
  /** Profit of futures open now or opened by the way, carry included, fees not. */
  readonly futures: Money;
  /** Fees, slippage and what locked margin would have earned. */
  readonly fees: Money;
  /** Of the plan's years: with the way on this path, less without it on the flat one. */
  readonly tax: Money;
  readonly wealth: Money;
  readonly latentTax: Money;
  readonly afterLatentTax: Money;
  readonly trace: Trace;
}

/**
 * Wealth after tax at the horizon, in money of that day: nothing earns interest on the way.
 * In: `untouched`, tax of the plan's years with nothing planned on the flat path. Tax that falls due after the horizon counts.
 * Out: null where a price of the path is not known.
 */
export function wealthOn(
  path: PricePath,
  schedule: PricedSchedule['schedule'],
  given: AlternativesCase,
  untouched: Money,
): Wealth | null {
  const exit: ExitCase = { ...given.exit, book: path.book };
  const { actions, costs } = scheduleFlows(exit, schedule);
  const held = heldAfter(given, actions);
  const coins = coinsAt(held, given.horizon, path.book);
  const futures = futuresResult(exit, actions, given.horizon);
  if (coins === null || futures === null) return null;
  const cash = add(ownMoney(given), cashOf(actions, path.book));
  const fees = sum(
    costs.filter(({ kind }) => kind !== 'carry').map(({ amount }) => amount),
    zeroMoney,
  );
  const taxWith = taxOfPlanYears(exit, yearsWith(exit, actions));
  const tax = subtract(taxWith, untouched);
  const latentTax = subtract(
    taxOfPlanYears(exit, yearsWith(exit, [...actions, ...sellingAll(exit, given, actions)])),
    taxWith,
  );
  const wealth = subtract(subtract(sum([coins, cash, futures], zeroMoney), fees), tax);
  const parts = { coins, cash, futures, fees, tax };
  return {
    path: path.path,
    ...parts,
    wealth,
    latentTax,
    afterLatentTax: subtract(wealth, latentTax),
    trace: traceOf({ ...parts, wealth, latentTax }, given),
  };
}

/** Total tax of the years that the plan counts. */
export function taxOfPlanYears({ asOf, lastYear }: ExitCase, { years }: TaxYears): Money {
  return sum(
    years
      .filter(({ assessment: { year } }) => year >= yearOf(asOf) && year <= lastYear)
      .map(({ assessment }) => assessment.totalTax),
    zeroMoney,
  );
}

/** Coins of each lot that are left, those bought on the way among them. */
function heldAfter(
  { lots }: AlternativesCase,
  actions: readonly PlannedAction[],
): ReadonlyMap<LotId, { readonly asset: AssetId; readonly quantity: Quantity }> {
  const held = new Map<LotId, { asset: AssetId; quantity: Quantity }>();
  for (const { id, asset, quantity } of lots)
    held.set(id, { asset, quantity: add(held.get(id)?.quantity ?? zeroQuantity, quantity) });
  for (const action of actions) {
    if (action.kind === 'buy') held.set(action.lot, { asset: action.asset, quantity: action.quantity });
    const lot = action.kind === 'sell' ? held.get(action.lot) : undefined;
    if (action.kind === 'sell' && lot !== undefined)
      held.set(action.lot, { ...lot, quantity: subtract(lot.quantity, action.quantity) });
  }
  return held;
}

function coinsAt(held: ReturnType<typeof heldAfter>, date: LocalDate, book: ActionBook): Money | null {
  let total = zeroMoney;
  for (const { asset, quantity } of held.values()) {
    const price = book.priceOn(asset, date);
    if (price === null) return null;
    total = add(total, valueOf(quantity, price, 'half-even'));
  }
  return total;
}

/** Targeted money as it is today. */
function ownMoney({ exposures }: AlternativesCase): Money {
  return sum(
    exposures.filter(({ isMoney }) => isMoney).map(({ spotValue }) => spotValue),
    zeroMoney,
  );
}

/** At the book's own prices: fees and slippage are counted apart. */
function cashOf(actions: readonly PlannedAction[], book: ActionBook): Money {
  let total = zeroMoney;
  for (const action of actions) {
    if (action.kind === 'buy') {
      const price = book.priceOn(action.asset, action.date) ?? action.price;
      total = subtract(total, valueOf(action.quantity, price, 'half-even'));
    }
    const life = action.kind === 'sell' ? book.lotOf(action.lot) : undefined;
    if (action.kind === 'sell') {
      const price = (life === undefined ? null : book.priceOn(life.lot.asset, action.date)) ?? action.price;
      total = add(total, valueOf(action.quantity, price, 'half-even'));
    }
  }
  return total;
}

/** Sells every lot that is left and closes every position, at the horizon. */
function sellingAll(
  exit: ExitCase,
  given: AlternativesCase,
  actions: readonly PlannedAction[],
): readonly PlannedAction[] {
  const { horizon } = given;
  const sales = [...heldAfter(given, actions)].flatMap(([lot, { asset, quantity }]): PlannedAction[] => {
    const price = exit.book.priceOn(asset, horizon);
    return price === null || !isPositive(quantity)
      ? []
      : [{ kind: 'sell', date: horizon, lot, quantity, price }];
  });
  const closes = (futuresWalk(exit, actions)?.open ?? []).flatMap(({ spec, future }): PlannedAction[] => {
    const price = priceUntilEnd(spec, horizon, exit.book);
    return price === null ? [] : [{ kind: 'close', date: horizon, position: future.id, price }];
  });
  return [...closes, ...sales];
}

function traceOf(
  found: Pick<Wealth, 'coins' | 'cash' | 'futures' | 'fees' | 'tax' | 'wealth' | 'latentTax'>,
  { exit, horizon }: AlternativesCase,
): Trace {
  const { coins, cash, futures, fees, tax, wealth, latentTax } = found;
  const unit = exit.currency;
  const before = node(`Wealth on ${dateText(horizon)}`, wealth, unit, 'difference', [
    node('Coins, cash and futures', sum([coins, cash, futures], zeroMoney), unit, 'sum', [
      leaf('Coins left, at the path’s prices', coins, unit),
      leaf('Money, with what was sold less what was bought', cash, unit),
      leaf('Futures: profit and carry', futures, unit),
    ]),
    leaf('Fees, slippage and what locked margin would have earned', fees, unit),
    leaf('Tax of the plan’s years that it adds', tax, unit),
  ]);
  return node(
    `Wealth on ${dateText(horizon)} after the tax that is still to come`,
    subtract(wealth, latentTax),
    unit,
    'difference',
    [before, leaf('Tax if all that is left were sold that day', latentTax, unit)],
  );
}
