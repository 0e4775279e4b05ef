import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { valueOf } from '../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { toIso } from '../../../shared/time/instant.ts';
import type { KnownPrice } from '../valuation/price-book.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

/** Why units were worth what they were at an event: a price of that day, else what the file states. */
export function worthTrace(
  label: string,
  worth: Money,
  { asset, quantity }: { readonly asset: AssetId; readonly quantity: Quantity },
  event: LedgerEvent,
  { prices }: ExplainContext,
): Trace {
  const known = prices.nearest(asset, event.time);
  const events = [event.id];
  const isBooked = known !== null && compare(valueOf(quantity, known.price, 'half-even'), worth) === 0;
  if (!isBooked) return leaf(`${label} (stated in the row)`, worth, prices.currency, { events });
  return node(label, worth, prices.currency, 'product', [
    leaf(`${toText(quantity)} ${asset}`, quantity, asset, { events }),
    priceTrace(asset, known, prices.currency),
  ]);
}

/** A price with its time and where it comes from. */
export function priceTrace(asset: string, known: KnownPrice, currency: AssetId): Trace {
  const time = known.time === null ? '' : ` of ${toIso(known.time)}`;
  return leaf(`Price of ${asset}${time} (${known.source})`, known.price, currency);
}
