import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { absolute, compare, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { money } from '../../../shared/num/parse.ts';
import { apportion } from '../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { leaf, node } from './trace-nodes.ts';
import type { Extras } from './trace-nodes.ts';

/** How many units, which they are in words, and the row they are from. */
interface Units {
  readonly quantity: Quantity;
  readonly words: string;
  readonly event: EventId;
}

/** The part of an amount that falls on some of the units it belongs to. */
export interface Share {
  readonly label: string;
  readonly value: Money;
  readonly unit: string;
  readonly whole: { readonly amount: Money; readonly trace: Trace };
  readonly part: Units;
  readonly of: Units;
  readonly asset: AssetId;
  /** What else can have changed the part, in words: said where it is no share to the last digits. */
  readonly otherwise: string;
}

/** Parts are cut off one after the other, each rounded; the last takes what is left. */
const MOST_ROUNDING = money('0.000000000001');

/** The whole where all of it falls on the part; else whole × part ÷ units, and the digits that rounding moved from one part to another. */
export function shareTrace(share: Share, extras: Extras = {}): Trace {
  const { label, value, unit, whole, part, of, asset } = share;
  if (compare(part.quantity, of.quantity) === 0 && compare(value, whole.amount) === 0)
    return { ...whole.trace, ...extras };
  const exact = apportion(whole.amount, part.quantity, of.quantity, 'half-even');
  const parts = [
    whole.trace,
    leaf(part.words, part.quantity, asset, { events: [part.event] }),
    leaf(of.words, of.quantity, asset, { events: [of.event] }),
  ];
  const rest = subtract(value, exact);
  if (isZero(rest)) return node(label, value, unit, 'share', parts, extras);
  const isRounding = compare(absolute(rest), MOST_ROUNDING) < 0;
  const words = isRounding ? 'Last digits that rounding moved between parts' : share.otherwise;
  const cut = node('Its share', exact, unit, 'share', parts);
  return node(label, value, unit, 'sum', [cut, leaf(words, rest, unit, { events: [part.event] })], extras);
}
