import { assetClass } from '../../../shared/domain/asset.ts';
import type { AssetClass, AssetId } from '../../../shared/domain/asset.ts';
import type { Leg, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { absolute } from '../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import { issueOf } from '../issue-of.ts';
import type { PriceBook } from './price-book.ts';

/** An event as far as valuation asks. */
export type ValuedAt = Pick<LedgerEvent, 'id' | 'time'>;

/** What events' legs are worth, and what could not be valued. */
export interface Valuer {
  classOf(asset: AssetId): AssetClass;
  /** What the file says the leg is worth, without its sign; undefined where it says nothing. */
  stated(leg: Leg): Money | undefined;
  /** By the mark nearest to the event; null, and nothing said, where there is none. */
  booked(asset: AssetId, quantity: Quantity, event: ValuedAt): Money | null;
  /** Stated, else booked, else null with an issue. Never negative. Rounds half-even to 18 decimals. */
  valueOfLeg(leg: Leg, event: ValuedAt): Money | null;
  /** Says once per asset and day that a price is missing. */
  reportMissing(asset: AssetId, event: ValuedAt): void;
  /** All that was reported so far. */
  readonly issues: readonly Issue[];
  /** Of each of them the asset and day that it is about: they are said once. */
  readonly said: readonly string[];
}

/** In: `saidBefore`, assets and days about which something was said already. */
export function valuerOf(prices: PriceBook, zone: TimeZone, saidBefore: Iterable<string> = []): Valuer {
  const issues: Issue[] = [];
  const said: string[] = [];
  const reported = new Set(saidBefore);
  const classes = new Map<AssetId, AssetClass>();
  const valuer: Valuer = {
    issues,
    said,
    classOf(asset) {
      let found = classes.get(asset);
      if (found === undefined) classes.set(asset, (found = assetClass(asset, prices.currency)));
      return found;
    },
    stated: (leg) => (leg.value === undefined ? undefined : absolute(leg.value)),
    booked(asset, quantity, event) {
      const known = prices.nearest(asset, event.time);
      return known === null ? null : valueOf(absolute(quantity), known.price, 'half-even');
    },
    valueOfLeg(leg, event) {
      const value = valuer.stated(leg) ?? valuer.booked(leg.asset, leg.quantity, event);
      if (value === null) valuer.reportMissing(leg.asset, event);
      return value;
    },
    reportMissing(asset, event) {
      const date = dateText(localDateOf(event.time, zone));
      const key = `${asset} ${date}`;
      if (reported.has(key)) return;
      reported.add(key);
      said.push(key);
      issues.push(issueOf('prices/missing', 'error', { asset, date }, { event: event.id, asset }));
    },
  };
  return valuer;
}
