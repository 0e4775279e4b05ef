import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SavedFuture, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import { absolute, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { exposureOf, nakedOf } from '../../../engine/exit/close-out/close-out-slices.ts';
import type { ExitStep } from '../../../engine/exit/close-out/exit-steps.ts';
import { times } from '../../../engine/exit/times.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { KnownPrice } from '../../../engine/valuation/price-book.ts';
import type { Derived } from '../../derived.ts';
import { marginSettingOf } from '../hedge/margin-setting.ts';
import { liveFuture, positionsOf } from './asset-standing.ts';
import { expectedNow } from './order-expected.ts';
import type { SheetOrder } from './sheet-orders.ts';
import { characterWords, contractWords, sideWords, stepWords } from './step-words.ts';

export type OrderLine = CallAnswer<'exit.sheet'>['orders'][number];

/** An order as the contract carries it, expected at the latest prices. */
export function orderLine(order: SheetOrder, number: number, derived: Derived): OrderLine {
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
    symbol:
      future === null ? `${step.asset}/${derived.facts.currency}` : contractWords(step, future, derived),
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
    lots: lotsText(lots),
    expected: expectedNow(order, quantity, known, derived),
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

/** Each lot once: units of two terms are no two lots. */
export function lotsText(sales: readonly SavedSale[]): OrderLine['lots'] {
  return [...Map.groupBy(sales, ({ lot }) => lot)].flatMap(([lot, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const units = sum(
      parts.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    return [{ lot, acquiredDate: dateText(first.acquired), quantity: toText(units) }];
  });
}

/** Whether a step opens a contract that follows another: which one it is, is chosen on the day. */
export function isOfNextContract({ roll, kind }: ExitStep): boolean {
  return roll !== null && kind.startsWith('open');
}

/** The latest price of what a step trades: the contract's own, or the coin's; null of a contract that is chosen later. */
export function priceNow(step: ExitStep, { prices, at, facts }: Derived): KnownPrice | null {
  const { asset, hedge } = step;
  if (isOfNextContract(step)) return null;
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

function marginFreed({ kind }: ExitStep, future: SavedFuture | null, value: Money | null): Money | null {
  if (future === null) return zeroMoney;
  if (future.marginRate === null || value === null) return null;
  const margin = moneyTimes(value, future.marginRate, 'half-even');
  return kind.startsWith('close') ? margin : negate(margin);
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
