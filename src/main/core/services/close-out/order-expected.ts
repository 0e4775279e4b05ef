/** What an order is expected to bring at the latest prices: coins and futures apart. */
import type { SavedFuture, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { Term } from '../../../../shared/domain/lot.ts';
import { absolute, add, isNegative, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Exact, Money, Price, Quantity } from '../../../../shared/num/types.ts';
import type { ExitStep } from '../../../engine/exit/close-out/exit-steps.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { openTaxPosition } from '../../../engine/tax/jurisdictions/us/futures/open-tax-position.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { KnownPrice } from '../../../engine/valuation/price-book.ts';
import type { Derived } from '../../derived.ts';
import { positionsOf } from './asset-standing.ts';
import type { SheetOrder } from './sheet-orders.ts';
import type { ResultText } from './step-text.ts';

/** In: the quantity in order units, and the price. */
export function expectedNow(
  order: SheetOrder,
  quantity: Quantity,
  known: KnownPrice | null,
  derived: Derived,
): ResultText {
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
      ? gainsOf(saleParts(order, { price: known.price, fee }, derived))
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

const nothing: ResultText = {
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

/**
 * What the lots of an order bring, fee taken off, and what counts of it by term: the tax engine's own split where the rest of
 * the plan can be carried out; else the plan's terms at a price.
 */
export function saleParts(
  { change, lots, isNow }: Pick<SheetOrder, 'change' | 'lots' | 'isNow'>,
  { price, fee }: { readonly price: Price; readonly fee: Money | null },
  derived: Derived,
): readonly SalePart[] {
  const coins = absolute(change);
  return lots.map((sale) => {
    const { proceeds, costBasis, counted } = sale;
    if (isNow) return { sale, proceeds, costBasis, counted };
    const share = fee === null ? zeroMoney : apportion<Money>(fee, sale.quantity, coins, 'half-even');
    const brought = subtract(valueOf(sale.quantity, price, 'half-even'), share);
    const cost = costNow(sale, derived);
    const gain = { short: zeroMoney, long: zeroMoney };
    gain[sale.term] = subtract(brought, cost);
    return { sale, proceeds: brought, costBasis: cost, counted: gain };
  });
}

export interface SalePart {
  readonly sale: SavedSale;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly counted: SavedSale['counted'];
}

function gainsOf(parts: readonly SalePart[]): SavedSale['counted'] {
  const total = (term: Term): Money =>
    sum(
      parts.map(({ counted }) => counted[term]),
      zeroMoney,
    );
  return { short: total('short'), long: total('long') };
}

/** Of the units of a lot, what they cost by the ledger as it is now. */
function costNow({ lot, account, quantity, costBasis }: SavedSale, { heldLots }: Derived): Money {
  const open = heldLots.find((one) => one.id === lot && one.account === account);
  return open === undefined || open.quantity < quantity
    ? costBasis
    : apportion<Money>(open.costBasis, quantity, open.quantity, 'half-even');
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

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
