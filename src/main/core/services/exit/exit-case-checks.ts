/** What has to stand before an exit plan can be made of a request: lots, assets and prices that are there. */
import { yearOf } from '../../../../shared/time/local-date.ts';
import { listText } from '../../../engine/words.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import type { Derived } from '../../derived.ts';
import type { PlanFutures } from './exit-futures.ts';
import type { WantedGoals } from './exit-goals.ts';
import { withoutPrice } from './exit-prices.ts';
import type { ExitRequest } from './exit-setup.ts';
import type { OpenHedges } from './open-hedges.ts';
import type { Problems } from './problems.ts';

/** Lots that the plan must not sell. Problems: `exit/no-such-lot`. */
export function keptLots(
  { heldLots }: Derived,
  { keepLots = [] }: ExitRequest,
  problems: Problems,
): ReadonlySet<string> {
  if (keepLots.length === 0) return new Set();
  const known = new Set<string>(heldLots.map(({ id }) => id));
  const unknown = keepLots.filter((lot) => !known.has(lot));
  if (unknown.length > 0)
    problems.add('exit/no-such-lot', { lots: listText(unknown) }, { field: 'keepLots' });
  return new Set(keepLots);
}

/** Years after one of the tax details go on as it is; before the first nobody knows the income. Problems: `exit/profile-late`. */
export function checkYears({ asOf, facts }: Derived, problems: Problems): void {
  const years = facts.profile?.years.map(({ year }) => year) ?? [];
  const first = Math.min(...years);
  const year = yearOf(asOf);
  if (years.length > 0 && first > year) problems.add('exit/profile-late', { first, year });
}

/** Open positions of the plan's coins that cannot be counted. Problems: `exit/position-unknown`. */
export function checkPositions(
  { unknown }: Pick<OpenHedges, 'unknown'>,
  wanted: WantedGoals | undefined,
  problems: Problems,
): void {
  const assets = new Set(wanted?.goals.map(({ asset }) => asset));
  const missing = unknown.filter(({ asset }) => assets.has(asset)).map(({ symbol }) => symbol);
  if (missing.length > 0)
    problems.add('exit/position-unknown', { contracts: listText([...new Set(missing)]) });
}

/** Prices, limits a day and price targets of assets that are nowhere in the plan are most likely mistyped. */
export function checkAssets(
  { prices = [], perDay = [], priceTargets = [] }: ExitRequest,
  wanted: WantedGoals | undefined,
  { heldLots, positions }: Derived,
  problems: Problems,
): void {
  const known = new Set<string>([
    ...(wanted?.goals ?? []).map(({ asset }) => asset),
    ...heldLots.map(({ asset }) => asset),
    ...positions.positions.flatMap(({ spec }) => [spec.underlying, spec.settleAsset]),
  ]);
  const lists = { prices, perDay, priceTargets } as const;
  for (const [name, list] of Object.entries(lists))
    for (const [place, { asset }] of list.entries())
      if (!known.has(asset.toUpperCase()))
        problems.add('exit/asset-unknown', { field: name, asset }, { field: `${name}.${place}.asset` });
}

/** Problems: `exit/price-missing`, once for all. */
export function checkPrices(
  {
    derived,
    path,
    futures,
    unpriced,
  }: {
    readonly derived: Derived;
    readonly path: Pick<ExitCase['book'], 'priceOn' | 'contractPriceOn'>;
    readonly futures: PlanFutures | undefined;
    readonly unpriced: readonly string[];
  },
  problems: Problems,
): void {
  const terms = (futures?.futures ?? []).map((future) => future.terms);
  const assets = terms.flatMap(({ underlying, settleAsset }) => [underlying, settleAsset]);
  const missing: string[] = [
    ...withoutPrice(assets, path, derived.asOf),
    ...terms.flatMap((one) => (path.contractPriceOn(one, derived.asOf) === null ? [one.symbol] : [])),
    ...unpriced,
  ];
  if (missing.length > 0) problems.add('exit/price-missing', { assets: listText([...new Set(missing)]) });
}
