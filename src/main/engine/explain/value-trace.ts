import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { valueOf } from '../../../shared/num/products.ts';
import type { Exact, Money, Quantity } from '../../../shared/num/types.ts';
import { toIso } from '../../../shared/time/instant.ts';
import type { KnownPrice } from '../valuation/price-book.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

export interface Units {
  readonly asset: AssetId;
  /** Signed where what they are worth is. */
  readonly quantity: Quantity;
}

/** Whether a worth is the units' price of that day, rather than what the file states. */
export function isBooked(
  worth: Money,
  { asset, quantity }: Units,
  event: Pick<LedgerEvent, 'time'>,
  { prices }: ExplainContext,
): boolean {
  const known = prices.nearest(asset, event.time);
  return known !== null && compare(valueOf(quantity, known.price, 'half-even'), worth) === 0;
}

/** Why units were worth what they were at an event: a price of that day, else what the file states. */
export function worthTrace(
  label: string,
  worth: Money,
  units: Units,
  event: Pick<LedgerEvent, 'id' | 'time'>,
  context: ExplainContext,
): Trace {
  const { asset, quantity } = units;
  const { prices } = context;
  const known = prices.nearest(asset, event.time);
  const events = [event.id];
  if (asset === prices.currency && quantity === (worth as Exact))
    return leaf(label, worth, asset, { events });
  if (known === null || !isBooked(worth, units, event, context))
    return leaf(`${label} (stated in the row)`, worth, prices.currency, { events });
  const parts = [
    leaf(`${toText(quantity)} ${asset}`, quantity, asset, { events }),
    priceTrace(asset, known, prices.currency),
  ];
  return node(label, worth, prices.currency, 'product', parts, { events });
}

/** A price with its time and where it comes from. */
export function priceTrace(asset: string, known: KnownPrice, currency: AssetId): Trace {
  const time = known.time === null ? '' : ` of ${toIso(known.time)}`;
  return leaf(`Price of ${asset}${time} (${known.source})`, known.price, currency);
}
