/**
 * What a way leaves behind at the horizon along a path of prices: coins, cash, futures results, less tax. So ways that leave
 * exposures open, and cost nothing today, are seen for what they risk.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
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
import { valuePosition } from '../../futures/value-position.ts';
import type { ActionBook } from '../../tax/jurisdictions/us/actions/action-book.ts';
import {
  futureClosed,
  futureOfLedger,
  futureOpened,
  futurePaid,
} from '../../tax/jurisdictions/us/actions/future-ahead.ts';
import type { FutureAhead } from '../../tax/jurisdictions/us/actions/future-ahead.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxPositionId } from '../../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
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

/** Realised from today on and still open at the horizon; of positions open today from when they were opened. */
function futuresResult(exit: ExitCase, actions: readonly PlannedAction[], horizon: LocalDate): Money | null {
  const walk = futuresWalk(exit, actions);
  if (walk === null) return null;
  let total = walk.result;
  for (const held of walk.open) {
    const left = unrealised(held, horizon, exit.book);
    if (left === null) return null;
    total = add(total, left);
  }
  return total;
}

/** Positions after all actions, with what they brought; prices are the book's, without fee and slippage. */
function futuresWalk(
  { facts, book }: ExitCase,
  actions: readonly PlannedAction[],
): { readonly open: readonly FutureAhead[]; readonly result: Money } | null {
  const states = new Map<TaxPositionId, FutureAhead>();
  for (const future of facts.straddles.futures) {
    const stretch = future.closed === null ? facts.stretches.get(future.id) : undefined;
    const ahead = stretch === undefined ? null : futureOfLedger(stretch, { ...future, results: [] });
    if (ahead !== null) states.set(future.id, ahead);
  }
  for (const action of actions) {
    if (action.kind === 'sell' || action.kind === 'buy') continue;
    if (action.kind === 'open') {
      const price = book.contractPriceOn(action.spec, action.date) ?? action.price;
      states.set(action.position, futureOpened(plain({ ...action, price })));
      continue;
    }
    const held = states.get(action.position);
    if (held === undefined) continue;
    if (action.kind === 'pay') {
      states.set(action.position, futurePaid(held, action, 'when-paid', false));
      continue;
    }
    const settle = book.priceOn(held.spec.settleAsset, action.date);
    if (settle === null) return null;
    const price = book.contractPriceOn(held.spec, action.date) ?? action.price;
    states.set(action.position, futureClosed(held, plain({ ...action, price }), settle));
  }
  const all = [...states.values()];
  const result = sum(
    all.flatMap(({ future }) => future.results.map(({ amount }) => amount)),
    zeroMoney,
  );
  return { open: all.filter(({ open }) => !isZero(open.size)), result };
}

/** Without its fee, which is counted apart. */
function plain<Action extends { readonly fee?: Money }>(action: Action): Omit<Action, 'fee'> {
  const { fee: _, ...rest } = action;
  return rest;
}

function unrealised({ spec, open, waiting }: FutureAhead, date: LocalDate, book: ActionBook): Money | null {
  const price = priceUntilEnd(spec, date, book);
  const settlePrice = book.priceOn(spec.settleAsset, date);
  if (price === null || settlePrice === null) return null;
  const { unrealisedProfit } = valuePosition(
    { spec, side: open.direction, size: open.size, entryValue: open.entryValue },
    { price, settlePrice },
  );
  const worth = valueOf(absolute(unrealisedProfit), settlePrice, 'half-even');
  return add(isNegative(unrealisedProfit) ? negate(worth) : worth, waiting);
}

/** A dated contract that ended before is worth what it was worth at its end. */
function priceUntilEnd(
  spec: ContractSpec,
  date: LocalDate,
  book: ActionBook,
): ReturnType<ActionBook['priceOn']> {
  return book.contractPriceOn(spec, spec.expiry !== null && spec.expiry < date ? spec.expiry : date);
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
