/**
 * events → moves → purchases and disposals by asset → one rule after the other → disposals, pools
 *
 * Issues: lots/insufficient, lots/missing-bought-later, lots/can-still-change, and those of valuation and of the moves.
 */
import type { Disposal, LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { CountedEvents, LotMatching, LotOrigin } from '../lot-matching.ts';
import { realisedByYear } from '../realised-by-year.ts';
import type { AssetUnits, DeniedLoss, Gone, Pool, RuleSequence } from './asset-units.ts';
import { ALL_ACCOUNTS } from './all-accounts.ts';
import { disposalsOf } from './disposals-of.ts';
import { withMergedDays } from './merge-days.ts';
import { changeableIssues } from './changeable-issues.ts';
import type { RuleOptions } from './rule-options.ts';
import { shortfallIssues } from './shortfall-issues.ts';
import { unitsOfEvents } from './units-of-events.ts';
import { withMissingUnits } from './missing-units.ts';

/** What `matchLots` gives, and the losses that a rule denied. */
export interface RuleMatching extends LotMatching {
  /** By place among the disposals. */
  readonly denied: ReadonlyMap<number, DeniedLoss>;
}

/**
 * Disposals and pools by a sequence of rules: what `matchLots` is for methods.
 * In: events in ledger order, counted once; a rule may look beyond a disposal, so later events change earlier gains.
 * Out: quantities in equal quantities out plus open lots; cost in plus denied losses equals cost out plus cost of open
 * lots. A pool is the lot `pool:BTC`; its `acquired` is the purchase that filled it when it was last empty.
 * Rounds: a share of cost or proceeds half-even to 18 decimals, the last share takes the rest.
 * Errors: all as issues; figures computed so far are kept.
 */
export function matchByRules(
  events: CountedEvents,
  sequence: RuleSequence,
  options: RuleOptions,
): RuleMatching {
  const found = unitsOfEvents(events, options);
  const issues = [...found.issues];
  const gone: { readonly units: AssetUnits; readonly one: Gone }[] = [];
  const pools: AssetUnits[] = [];
  for (const asset of found.byAsset.values()) {
    const units = sequence.mergesDays ? withMergedDays(asset) : asset;
    for (const rule of sequence.rules) rule.match(units);
    issues.push(...shortfallIssues(units, options), ...changeableIssues(units, sequence, options));
    withMissingUnits(units, options);
    for (const one of units.gone) gone.push({ units, one });
    pools.push(units);
  }
  gone.sort((a, b) => a.one.rank - b.one.rank);
  const { disposals, denied } = inOrder(gone, options);
  const openLots = pools.flatMap((units) => openLotsOf(units, options)).toSorted(byAsset);
  const openPools = new Map(pools.map(({ pool }) => [pool.lot, pool]));
  return {
    openLots,
    disposals,
    disposalCount: disposals.length,
    disposalAt: (place) => disposals[place] as Disposal,
    amountsAt: (place) => disposals[place] as Disposal,
    years: realisedByYear(disposals),
    income: found.income,
    originOf: (lot) => found.origins.get(lot) ?? poolOrigin(openPools.get(lot), found.origins),
    // In a pool, units have no way of their own.
    carriedOf: () => [],
    assets: [...found.byAsset.keys()],
    livesOf: () => [],
    issues,
    denied,
  };
}

function inOrder(
  gone: readonly { readonly units: AssetUnits; readonly one: Gone }[],
  options: RuleOptions,
): { disposals: readonly Disposal[]; denied: ReadonlyMap<number, DeniedLoss> } {
  const disposals: Disposal[] = [];
  const denied = new Map<number, DeniedLoss>();
  for (const { units, one } of gone) {
    if (one.denied !== null) denied.set(disposals.length, one.denied);
    disposals.push(...disposalsOf(one, units.asset, options));
  }
  return { disposals, denied };
}

function openLotsOf({ asset, pool }: AssetUnits, { longTermFrom }: RuleOptions): readonly OpenLot[] {
  const { opened, quantity, cost, lot, basisUnknown } = pool;
  if (opened === null || !isPositive(quantity)) return [];
  const { event, acquired, acquiredDate } = opened;
  const when = { acquired, acquiredDate, longTermFrom: longTermFrom(acquiredDate) };
  const costBasis: Money = cost;
  return [{ id: lot, event, asset, account: ALL_ACCOUNTS, quantity, costBasis, ...when, basisUnknown }];
}

/** A pool begins with the purchase that filled it. */
function poolOrigin(pool: Pool | undefined, origins: ReadonlyMap<LotId, LotOrigin>): LotOrigin | undefined {
  const opened = pool?.opened === null ? undefined : pool?.opened;
  const origin = opened === undefined ? undefined : origins.get(opened.lot);
  return pool === undefined || origin === undefined ? undefined : { ...origin, id: pool.lot };
}

function byAsset(a: OpenLot, b: OpenLot): number {
  return a.asset < b.asset ? -1 : 1;
}
