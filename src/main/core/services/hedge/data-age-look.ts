import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import { listText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import type { LookFound, LookInput } from './saving-look.ts';
import { thresholdsOf } from './thresholds-setting.ts';

/** A price that sizes rest on; null days where it is not known. */
interface AgedPrice {
  readonly of: string;
  readonly days: number | null;
}

/** How old the prices are that sizes were made at: the contracts' own marks, and those of all targeted coins. */
export function dataAge({ orders, derived }: LookInput): LookFound {
  const { priceAgeDays: limit } = thresholdsOf(derived.facts.settings, 'default');
  const ages = agesOf(orders, derived);
  const missing = ages.filter(({ days }) => days === null).map(({ of }) => of);
  if (missing.length > 0) return { state: 'unknown', words: `No price of ${listText(missing)} is known.` };
  const old = ages.filter(({ days }) => days !== null && days > limit);
  if (old.length === 0) return { state: 'fine', words: fineWords(ages, limit) };
  const words = `${listText(old.map(({ of, days }) => `the price of ${of} is ${String(days)} days old`))}: sizes are as old.`;
  return { state: 'look', words: words.charAt(0).toUpperCase() + words.slice(1), ask: true };
}

function agesOf(orders: LookInput['orders'], derived: Derived): AgedPrice[] {
  const assets = new Set<AssetId>([
    ...orders.map(({ asset }) => asset),
    ...orders.flatMap(({ terms }) => (terms.settleAsset === terms.quote ? [] : [terms.settleAsset])),
    ...(derived.facts.policy?.targets ?? []).map(({ asset }) => asset),
  ]);
  const ofAssets = [...assets].map((asset) => {
    const time = derived.prices.latest(asset, derived.at)?.time;
    return { of: asset, days: time === undefined ? null : daysSince(time, derived) };
  });
  const contracts = new Map(orders.map(({ terms }) => [terms.id, terms]));
  const ofContracts = [...contracts.values()].flatMap((terms): AgedPrice[] => {
    const point = contractPoint(terms, derived.prices, derived.at);
    if (point === null) return [{ of: terms.symbol, days: null }];
    return point.fromUnderlying ? [] : [{ of: terms.symbol, days: daysSince(point.mark.time, derived) }];
  });
  return [...ofAssets, ...ofContracts];
}

/** Money is worth itself at any time. */
function daysSince(time: Instant | null, { facts, asOf }: Derived): number {
  return time === null ? 0 : daysBetween(localDateOf(time, facts.timeZone), asOf);
}

function fineWords(ages: readonly AgedPrice[], limit: number): string {
  const oldest = Math.max(0, ...ages.map(({ days }) => days ?? 0));
  if (oldest === 0) return 'Every price is of today.';
  if (oldest === 1) return 'Every price is of today or of yesterday.';
  return `The oldest price is ${oldest} days old; you allow ${limit}.`;
}
