import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SavedFuture, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { Term } from '../../../../shared/domain/lot.ts';
import { absolute, add, isNegative, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { apportion, moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Exact, Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { exposureOf, nakedOf } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { ExitStep } from '../../../engine/exit/close-out/exit-steps.ts';
import { times } from '../../../engine/exit/times.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { openTaxPosition } from '../../../engine/tax/jurisdictions/us/futures/open-tax-position.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { KnownPrice } from '../../../engine/valuation/price-book.ts';
import type { Derived } from '../../derived.ts';
import { marginSettingOf } from '../hedge/margin-setting.ts';
import { lotClocksOf } from '../holdings/lot-clocks.ts';
import { liveFuture, positionsOf } from './asset-standing.ts';
import type { SheetOrder } from './sheet-orders.ts';
import { characterWords, sideWords, stepWords, symbolOf } from './step-words.ts';

export type OrderLine = CallAnswer<'exit.sheet'>['orders'][number];

/** An order as the contract carries it, expected at the latest prices. In: the day it is meant for. */
export function orderLine(order: SheetOrder, number: number, date: LocalDate, derived: Derived): OrderLine {
  const { progress, change, steps, before, after, wanted, lots } = order;
  const step = order.isThere ? liveStep(progress.step, derived) : progress.step;
  const future = step.hedge?.future ?? null;
  const quantity = future === null ? absolute(change) : times(future.quantityPerStep, steps ?? 0);
  const known = priceNow(step, derived);
  const value = worthOf(order, derived);
  const position = future === null || !order.isThere ? undefined : positionsOf(future, derived)[0];
  const setting = position === undefined ? null : marginSettingOf(derived.facts.settings, position);
  const off = (standing: typeof before): string => toText(subtract(exposureOf(standing), wanted));
  const terms = future === null ? undefined : derived.facts.termsOf(future.contract);
  return {
    number,
    step: step.id,
    kind: step.kind,
    side: step.side,
    sideWords: sideWords(step),
    words: stepWords(step, quantity, derived),
    asset: step.asset,
    contract: future?.contract ?? null,
    symbol: future === null ? `${step.asset}/${derived.facts.currency}` : symbolOf(future, derived),
    account: step.account,
    accountName: step.account === null ? null : derived.accountName(step.account),
    venue:
      terms?.venue ??
      (step.account === null ? null : (derived.facts.accounts.get(step.account)?.venue ?? null)),
    quantity: toText(quantity),
    unit: future === null ? 'base' : (terms?.quantityUnit ?? 'contracts'),
    coins: toText(absolute(change)),
    value: textOrNull(value),
    reduceOnly: step.kind.startsWith('close'),
    position: position === undefined ? null : positionKey(position),
    positionSide: future?.positionSide ?? 'one-way',
    marginMode: setting?.mode ?? null,
    limit: known === null ? null : limitOf(known, step, derived),
    exposureBefore: toText(exposureOf(before)),
    exposureAfter: toText(exposureOf(after)),
    offBefore: off(before),
    offAfter: off(after),
    nakedAfter: toText(nakedOf(after)),
    lots: lots.map(({ lot, acquired, quantity: units }) => ({
      lot,
      acquiredDate: dateText(acquired),
      quantity: toText(units),
    })),
    expected: expectedNow(order, quantity, known, date, derived),
    character: characterWords(step, derived),
    marginFreed: textOrNull(marginFreed(step, future, value)),
  };
}

/** A step in the contract and account in which its position is now. */
function liveStep(step: ExitStep, derived: Derived): ExitStep {
  if (step.hedge === null) return step;
  const future = liveFuture(step.hedge.future, derived);
  return { ...step, account: future.account, hedge: { ...step.hedge, future } };
}

/** The latest price of what a step trades: the contract's own, or the coin's. */
export function priceNow({ asset, hedge }: ExitStep, { prices, at, facts }: Derived): KnownPrice | null {
  const terms = hedge === null ? undefined : facts.termsOf(hedge.future.contract);
  if (hedge === null) return prices.latest(asset, at);
  const point = terms === undefined ? null : contractPoint(terms, prices, at);
  return point === null ? null : { ...point.mark, price: point.price };
}

/** Of coins and of futures alike: the coins that move, at the asset's price. */
function worthOf({ progress, change }: SheetOrder, { prices, at }: Derived): Money | null {
  const price = prices.latest(progress.step.asset, at)?.price;
  return price === undefined ? null : valueOf(absolute(change), price, 'half-even');
}

function limitOf(
  { price, time }: KnownPrice,
  { hedge, side }: ExitStep,
  { facts }: Derived,
): NonNullable<OrderLine['limit']> {
  const tick = hedge === null ? null : (facts.termsOf(hedge.future.contract)?.priceTick ?? null);
  const rounded = tick === null ? price : roundToStep(price, tick, side === 'buy' ? 'ceiling' : 'floor');
  const from = time === null ? 'at par' : `the price of ${toIso(time).slice(0, 16).replace('T', ' ')} UTC`;
  return {
    price: toText(rounded),
    asOf: time === null ? null : toIso(time),
    words: `A limit to begin with, ${from}; move it with the market so that no slice waits long while its other half is done.`,
  };
}

function expectedNow(
  order: SheetOrder,
  quantity: Quantity,
  known: KnownPrice | null,
  date: LocalDate,
  derived: Derived,
): OrderLine['expected'] {
  const {
    progress: { step },
    change,
  } = order;
  const coins = absolute(change);
  if (step.hedge !== null) {
    const { future, change: planned } = step.hedge;
    const fee = apportion<Money>(planned.fee, coins, step.coins, 'half-even');
    const isClosing = step.kind.startsWith('close') && order.isThere;
    const result = isClosing ? closeResult(future, quantity, derived) : null;
    return {
      ...nothing,
      price: textOrNull(known?.price ?? null),
      futuresResult: textOrNull(result === null ? null : subtract(result, fee)),
      fee: toText(fee),
    };
  }
  const value = known === null ? null : valueOf(coins, known.price, 'half-even');
  const fee = spotFee(step, coins, known?.price ?? null);
  const gains =
    step.kind === 'sell' && known !== null
      ? gainsOf(saleParts(order, { price: known.price, fee }, date, derived))
      : null;
  return {
    ...nothing,
    price: textOrNull(known?.price ?? null),
    value: textOrNull(value),
    shortTermGain: textOrNull(gains?.short ?? null),
    longTermGain: textOrNull(gains?.long ?? null),
    fee: textOrNull(fee),
  };
}

const nothing: OrderLine['expected'] = {
  price: null,
  value: null,
  shortTermGain: null,
  longTermGain: null,
  futuresResult: null,
  fee: null,
};

/** The plan's fee as a share of what was to be traded, of what is traded now. */
export function spotFee({ sales, purchase }: ExitStep, coins: Quantity, price: Price | null): Money | null {
  const [first] = sales;
  const planned = purchase ?? first;
  if (planned === undefined || price === null) return null;
  const ofPlan = valueOf(planned.quantity, planned.price, 'half-even');
  if (ofPlan <= zeroMoney) return zeroMoney;
  const now = valueOf(coins, price, 'half-even');
  return apportion<Money>(
    planned.fee,
    now as unknown as Quantity,
    ofPlan as unknown as Quantity,
    'half-even',
  );
}

/** What the lots of an order bring at a price, fee taken off; the gain is by the term of the day. */
export function saleParts(
  { change, lots }: Pick<SheetOrder, 'change' | 'lots'>,
  { price, fee }: { readonly price: Price; readonly fee: Money | null },
  date: LocalDate,
  derived: Derived,
): readonly SalePart[] {
  const coins = absolute(change);
  return lots.map((sale) => {
    const share = fee === null ? zeroMoney : apportion<Money>(fee, sale.quantity, coins, 'half-even');
    const proceeds = subtract(valueOf(sale.quantity, price, 'half-even'), share);
    const costBasis = costNow(sale, derived);
    return {
      sale,
      proceeds,
      costBasis,
      gain: subtract(proceeds, costBasis),
      term: termOn(sale, date, derived),
    };
  });
}

export interface SalePart {
  readonly sale: SavedSale;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly gain: Money;
  readonly term: Term;
}

function gainsOf(parts: readonly SalePart[]): { readonly short: Money; readonly long: Money } {
  const gains = { short: zeroMoney, long: zeroMoney };
  for (const { term, gain } of parts) gains[term] = add(gains[term], gain);
  return gains;
}

/** Of the units of a lot, what they cost by the ledger as it is now. */
function costNow({ lot, account, quantity, costBasis }: SavedSale, { heldLots }: Derived): Money {
  const open = heldLots.find((one) => one.id === lot && one.account === account);
  return open === undefined || open.quantity < quantity
    ? costBasis
    : apportion<Money>(open.costBasis, quantity, open.quantity, 'half-even');
}

/** Long or short on a day, a clock that a hedge stopped or restarted counted. */
export function termOn({ lot, term }: SavedSale, date: LocalDate, derived: Derived): Term {
  const origin = derived.lots.originOf(lot);
  if (origin === undefined) return term;
  const clock = lotClocksOf(derived).get(lot);
  const from = clock === undefined ? origin.longTermFrom : clock.longTermFrom;
  return from !== null && date >= from ? 'long' : 'short';
}

/** Profit of a part of an open position at its mark, with costs that waited for the close; null where nobody knows. */
function closeResult(future: SavedFuture, quantity: Quantity, derived: Derived): Money | null {
  const [position] = positionsOf(future, derived);
  const stretch = position === undefined ? undefined : openTaxPosition(derived.usFacts, position);
  const open = stretch?.open ?? null;
  if (position === undefined || stretch === undefined || open === null) return null;
  const point = contractPoint(position.spec, derived.prices, derived.at);
  const settle = derived.prices.latest(position.spec.settleAsset, derived.at)?.price;
  if (point === null || settle === undefined) return null;
  const { unrealisedProfit } = valuePosition(
    { spec: position.spec, side: open.direction, size: open.size, entryValue: open.entryValue },
    point,
  );
  const worth = valueOf(absolute<Quantity>(unrealisedProfit), settle, 'half-even');
  const waiting = stretch.waiting.at(-1)?.waiting ?? zeroMoney;
  const whole = add(isNegative(unrealisedProfit) ? negate(worth) : worth, waiting);
  return apportion<Money>(whole, quantity, position.quantity.amount, 'half-even');
}

function marginFreed({ kind }: ExitStep, future: SavedFuture | null, value: Money | null): Money | null {
  if (future === null) return zeroMoney;
  if (future.marginRate === null || value === null) return null;
  const margin = moneyTimes(value, future.marginRate, 'half-even');
  return kind.startsWith('close') ? margin : negate(margin);
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
