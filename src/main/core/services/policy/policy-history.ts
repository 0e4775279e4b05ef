import type { Policy, PolicyVersion } from '../../../../shared/domain/policy.ts';
import { CASH } from '../../../../shared/domain/policy.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { addDays, addYears } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf } from '../../../../shared/time/time-zone.ts';
import { driftOf } from '../../../engine/rebalance/drift.ts';
import { firingsOf } from '../../../engine/rebalance/policy/firings.ts';
import type { Firing, PolicyDay } from '../../../engine/rebalance/policy/firings.ts';
import { policyExposures } from '../../../engine/rebalance/policy/policy-exposures.ts';
import { portfolioByDay } from '../../../engine/rebalance/policy/portfolio-by-day.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { storedDecisions } from './policy-decisions.ts';

export interface PolicyHistory {
  readonly days: readonly PolicyDay[];
  readonly firings: readonly Firing[];
  /** A sample: its policy is taken as a year old. */
  readonly supposed: boolean;
}

/** Day by day since the policy was saved, as far as there are prices: what stood where, and which rules fired. */
export async function policyHistory(
  derived: Derived,
  { session }: Pick<CallContext, 'session'>,
): Promise<PolicyHistory> {
  const stored = (await session.ledger?.read.policyVersions()) ?? [];
  const isSample = session.ledger !== null && session.ledger.meta.sample !== null;
  const versions = isSample ? asIfOlder(stored, derived) : stored;
  const days = policyDays(derived, versions);
  return {
    days,
    firings: firingsOf(days, storedDecisions(derived.facts.records)),
    supposed: isSample,
  };
}

/** A sample was made for a day in the past: its first policy is taken as a year old on that day, later ones as saved on it. */
function asIfOlder(versions: readonly PolicyVersion[], derived: Derived): readonly PolicyVersion[] {
  const savedAt = endOfDay(addYears(derived.asOf, -1), derived.facts.timeZone);
  return versions.map((version, place) => {
    if (place === 0) return { ...version, savedAt };
    return version.savedAt > derived.at ? { ...version, savedAt: derived.at } : version;
  });
}

const DAY_MS = 86_400_000;

function policyDays(derived: Derived, versions: readonly PolicyVersion[]): readonly PolicyDay[] {
  const { prices, events, facts, futuresAccounts } = derived;
  const days = [...daysOf(derived, versions)].filter(({ version, at }) =>
    hasPrices(version.policy, at, derived),
  );
  const portfolios = portfolioByDay(
    { events, specOf: facts.termsOf, futuresAccounts, prices },
    days.map(({ at }) => at),
  );
  return days.flatMap(({ date, version: { policy, version } }, index) => {
    const portfolio = portfolios[index];
    if (portfolio === undefined) return [];
    const { targeted, unpriced } = policyExposures(policy, portfolio);
    return unpriced.length > 0 ? [] : [{ date, policy, version, drift: driftOf(targeted, policy) }];
  });
}

interface Day {
  readonly date: LocalDate;
  readonly at: Instant;
  readonly version: PolicyVersion;
}

function* daysOf({ asOf, facts: { timeZone } }: Derived, versions: readonly PolicyVersion[]): Generator<Day> {
  const [first] = versions;
  if (first === undefined) return;
  for (let date = localDateOf(first.savedAt, timeZone); date <= asOf; date = addDays(date, 1)) {
    const at = endOfDay(date, timeZone);
    const version = versions.findLast(({ savedAt }) => savedAt <= at);
    if (version !== undefined) yield { date, at, version };
  }
}

/** A day counts where every coin that has a target has a price of that day. */
function hasPrices(policy: Policy, at: Instant, { prices, facts }: Derived): boolean {
  return targetedAssets(policy).every((asset) => {
    if (asset === CASH || assetClass(asset, facts.currency) !== 'coin') return true;
    const time = prices.latest(asset, at)?.time ?? null;
    return time !== null && msBetween(time, at) <= DAY_MS;
  });
}

export function targetedAssets({ targets, groups }: Policy): readonly AssetId[] {
  return [
    ...targets.map(({ asset }) => asset),
    ...groups.flatMap(({ members }) => members.map(({ asset }) => asset)),
  ];
}
