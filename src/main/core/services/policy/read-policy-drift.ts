import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { driftOf, effectiveValues } from '../../../engine/rebalance/drift.ts';
import type { Drift, DriftLine, DriftRow, TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import { quietReason } from '../../../engine/rebalance/policy/firings.ts';
import type { Firing } from '../../../engine/rebalance/policy/firings.ts';
import { policyExposures, wholePortfolio } from '../../../engine/rebalance/policy/policy-exposures.ts';
import { quietUntil } from '../../../engine/rebalance/policy/period.ts';
import { goalWeights, wayBack } from '../../../engine/rebalance/policy/way-back.ts';
import { weightsOf } from '../../../engine/rebalance/weights.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { exposuresOf, portfolioOf } from '../targets/exposures.ts';
import { policyFromText } from '../targets/policy-text.ts';
import { driftTraces } from './drift-traces.ts';
import { openResults } from './open-results.ts';
import { storedDecisions } from './policy-decisions.ts';
import { policyHistory, targetedAssets } from './policy-history.ts';

type Answer = CallAnswer<'policy.drift'>;
type Weights = Answer['whole'][number];

/**
 * Drift of each line of the policy on effective exposure, cash included, with what fired and where acting brings it.
 * Errors: `targets/invalid` for a policy that is typed.
 */
export const readPolicyDrift: Handler<'policy.drift'> = async ({ policy: typed }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const policy = typed === undefined ? derived.value.facts.policy : policyFromText(typed);
  const problems = policy === null ? [] : policyProblems(policy);
  if (typed !== undefined && problems.length > 0)
    return fail('targets/invalid', { problems: problems.join('; ') }, { field: 'policy' });
  const portfolio = portfolioOf(derived.value.holdings, derived.value.prices, derived.value.at);
  const whole = weightedOf(wholePortfolio(portfolio));
  if (policy === null) return ok({ ...empty, whole });
  const { firings } = typed === undefined ? await policyHistory(derived.value, context) : { firings: [] };
  const exposures = exposuresOf(derived.value, policy);
  const drift = exposures.complete ? driftOf(exposures.targeted, policy) : null;
  const leftOut = new Set<string>(policyExposures(policy, portfolio).leftOut.map(({ asset }) => asset));
  return ok({
    ...empty,
    whole,
    leftOut: whole.filter(({ asset }) => leftOut.has(asset)).map(({ isMoney: _, ...rest }) => rest),
    ...(drift === null
      ? {}
      : {
          ...driftText(drift, exposures.targeted, policy),
          traces: driftTraces(drift, exposures.targeted, derived.value.facts.currency),
        }),
    fired: firedNow(drift, policy, firings, derived.value),
    quiet: quietWords(policy, derived.value),
    ...pricesAsOf(policy, derived.value),
    issues: issueTexts([...exposures.issues, ...openResults(derived.value)], derived.value),
  });
};

const empty: Answer = {
  value: null,
  lines: [],
  fired: [],
  quiet: null,
  wayBack: null,
  leftOut: [],
  whole: [],
  traces: [],
  pricesAsOf: null,
  pricesDay: null,
  issues: [],
};

function driftText(
  drift: Drift,
  targeted: readonly TargetedExposure[],
  { returnTo }: Policy,
): Pick<Answer, 'value' | 'lines' | 'wayBack'> {
  const way = wayBack(drift.lines, returnTo);
  const goals = goalWeights(drift.lines, way);
  const values = new Map(valuesOf(targeted).map((one) => [one.asset, one]));
  return {
    value: toText(drift.value),
    wayBack: toText(way),
    lines: drift.lines.map((line, index) => lineText(line, goals[index] ?? zeroRate, values)),
  };
}

function lineText(
  line: DriftLine,
  goal: Rate,
  values: ReadonlyMap<AssetId, Values>,
): Answer['lines'][number] {
  const { of, kind, bandLow, bandHigh, hasBand, outside } = line;
  const assets = line.members.length > 0 ? line.members.map(({ asset }) => asset) : [of as AssetId];
  const parts = assets.flatMap((asset) => values.get(asset) ?? []);
  return {
    of,
    kind,
    target: toText(line.target),
    ...valuesText(parts),
    spotWeight: toText(line.spotWeight),
    effectiveWeight: toText(line.effectiveWeight),
    drift: toText(line.drift),
    driftValue: toText(line.driftValue),
    bandLow: toText(bandLow),
    bandHigh: toText(bandHigh),
    hasBand,
    outside,
    goal: toText(goal),
    members: line.members.map((member) => memberText(member, values)),
  };
}

function memberText(
  row: DriftRow,
  values: ReadonlyMap<AssetId, Values>,
): Answer['lines'][number]['members'][number] {
  const found = values.get(row.asset);
  return {
    asset: row.asset,
    target: toText(row.target),
    ...valuesText(found === undefined ? [] : [found]),
    spotWeight: toText(row.spotWeight),
    effectiveWeight: toText(row.effectiveWeight),
    drift: toText(row.drift),
    outside: row.outside,
  };
}

interface Values {
  readonly asset: AssetId;
  readonly isMoney: boolean;
  readonly spot: Money;
  readonly futures: Money;
  readonly effective: Money;
}

/** The first money takes the other side of the coins' futures. */
function valuesOf(exposures: readonly TargetedExposure[]): readonly Values[] {
  const effective = effectiveValues(exposures);
  return exposures.map(({ asset, isMoney, spotValue }, index) => {
    const total = effective[index] ?? zeroMoney;
    return { asset, isMoney, spot: spotValue, futures: subtract(total, spotValue), effective: total };
  });
}

function valuesText(
  parts: readonly Values[],
): Pick<Weights, 'spotValue' | 'futuresValue' | 'effectiveValue'> {
  const total = (value: (one: Values) => Money): string => toText(sum(parts.map(value), zeroMoney));
  return {
    spotValue: total(({ spot }) => spot),
    futuresValue: total(({ futures }) => futures),
    effectiveValue: total(({ effective }) => effective),
  };
}

function weightedOf(exposures: readonly TargetedExposure[]): Weights[] {
  const values = valuesOf(exposures);
  const spot = weightsOf(values.map((one) => one.spot));
  const effective = weightsOf(values.map((one) => one.effective));
  return values.map((one, index) => ({
    asset: one.asset,
    isMoney: one.isMoney,
    ...valuesText([one]),
    spotWeight: toText(spot?.[index] ?? zeroRate),
    effectiveWeight: toText(effective?.[index] ?? zeroRate),
  }));
}

/** What holds today, with the id of the day it began on. Rules that a decision keeps silent are left out. */
function firedNow(
  drift: Drift | null,
  policy: Policy,
  firings: readonly Firing[],
  derived: Derived,
): Answer['fired'] {
  const open = firings.filter(({ until }) => until === null);
  const dates = open
    .filter(({ rule, id }) => rule === 'calendar' && !isDecided(id, derived))
    .map(({ id, rule, of, words }) => ({ id, rule, of, words }));
  const decisions = storedDecisions(derived.facts.records);
  if (quietReason(derived.asOf, policy, decisions) !== null) return dates;
  const bands = (drift?.fired ?? []).map(({ of, rule, words }) => {
    const id = open.find((firing) => firing.of === of && firing.rule === rule)?.id;
    return { id: id ?? `${dateText(derived.asOf)}:${rule}:${of}`, rule, of, words };
  });
  return [...dates, ...bands];
}

function isDecided(firing: string, { facts }: Derived): boolean {
  return storedDecisions(facts.records).some(({ firings }) => firings.includes(firing));
}

function quietWords(policy: Policy, { asOf, facts }: Derived): string | null {
  const decided = quietReason(asOf, policy, storedDecisions(facts.records));
  if (decided === null || policy.atMostOncePer === null) return null;
  const again = dateText(quietUntil(decided, policy.atMostOncePer));
  return `At most once a ${policy.atMostOncePer}: decided on ${dateText(decided)}, so no rule fires before ${again}.`;
}

/** The oldest of the newest prices that the targeted assets are valued at. */
function pricesAsOf(
  policy: Policy,
  { prices, at, facts }: Derived,
): Pick<Answer, 'pricesAsOf' | 'pricesDay'> {
  const times = targetedAssets(policy).flatMap((asset): Instant[] => {
    const time = prices.latest(asset, at)?.time ?? null;
    return time === null ? [] : [time];
  });
  const [first, ...others] = times;
  if (first === undefined) return { pricesAsOf: null, pricesDay: null };
  const oldest = others.reduce((least, time) => (time < least ? time : least), first);
  return { pricesAsOf: toIso(oldest), pricesDay: dateText(localDateOf(oldest, facts.timeZone)) };
}
