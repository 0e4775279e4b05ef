import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { driftOf } from '../../../engine/rebalance/drift.ts';
import type { DriftRow } from '../../../engine/rebalance/drift.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { policyText } from '../../../engine/rebalance/policy/policy-text.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { targetedAssets } from '../policy/policy-history.ts';
import { exposuresOf } from './exposures.ts';
import { policyAsText } from './policy-text.ts';

type Targets = CallAnswer<'targets.read'>;

/** The policy, how far each asset is from its target, and which rule fired. */
export const readTargets: Handler<'targets.read'> = async (_, context) => {
  const derived = await derivedOf(context);
  return derived.ok ? ok(targetsOf(derived.value)) : derived;
};

function targetsOf(derived: Derived): Targets {
  const { policy } = derived.facts;
  if (policy === null) return { ...nothing, pricesAsOf: null };
  const exposures = exposuresOf(derived, policy);
  const drift = exposures.complete ? driftOf(exposures.targeted, policy) : null;
  const nothingHeld = exposures.complete && drift === null;
  const issues = nothingHeld ? [issueOf('targets/nothing-held', 'note', {})] : exposures.issues;
  return {
    policy: policyAsText(policy),
    words: policyText(policy),
    value: drift === null ? null : toText(drift.value),
    drift: drift?.rows.map((row, index) => rowText(row, exposures.targeted[index]?.line)) ?? [],
    triggers: [...(drift?.triggers ?? [])],
    untargeted: exposures.untargeted.map(({ asset, value }) => ({ asset, value: toText(value) })),
    pricesAsOf: pricesAsOf(derived),
    issues: issueTexts(issues, derived),
  };
}

const nothing = {
  policy: null,
  words: null,
  value: null,
  drift: [],
  triggers: [],
  untargeted: [],
  issues: [],
};

function rowText(row: DriftRow, line: string | undefined): Targets['drift'][number] {
  return {
    asset: row.asset,
    target: toText(row.target),
    spotWeight: toText(row.spotWeight),
    effectiveWeight: toText(row.effectiveWeight),
    drift: toText(row.drift),
    driftValue: toText(row.driftValue),
    bandLow: toText(row.bandLow),
    bandHigh: toText(row.bandHigh),
    outside: row.outside,
    ...(line === undefined ? {} : { group: line }),
  };
}

/** The oldest of the newest prices that the targeted assets are valued at. */
function pricesAsOf(derived: Derived): string | null {
  const times = (derived.facts.policy === null ? [] : targetedAssets(derived.facts.policy)).flatMap(
    (asset): Instant[] => {
      const time = derived.prices.latest(asset, derived.at)?.time ?? null;
      return time === null ? [] : [time];
    },
  );
  const [first, ...others] = times;
  if (first === undefined) return null;
  return toIso(others.reduce((oldest, time) => (time < oldest ? time : oldest), first));
}
