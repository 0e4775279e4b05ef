import type { z } from 'zod';
import type { policyText, wholePolicy } from '../../../../shared/contract/policy-text.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { plainPolicy } from '../../../../shared/domain/policy.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, rate } from '../../../../shared/num/parse.ts';

type PolicyText = z.output<typeof policyText>;
type WholePolicy = z.output<typeof wholePolicy>;

/** A policy from the contract's fields; what is left out is as `plainPolicy` has it. */
export function policyFromText(text: PolicyText): Policy {
  const limits = text.costLimits;
  return plainPolicy({
    targets: text.targets.map(({ asset, weight }) => ({ asset: assetId(asset), weight: rate(weight) })),
    groups: (text.groups ?? []).map(({ name, weight, members }) => ({
      name,
      weight: rate(weight),
      members: members.map(({ asset, share }) => ({ asset: assetId(asset), share: rateOf(share) })),
    })),
    absoluteBand: rateOf(text.absoluteBand),
    relativeBand: rateOf(text.relativeBand),
    ownBands: (text.ownBands ?? []).map(({ of, absolute, relative }) => ({
      of,
      absolute: rateOf(absolute),
      relative: rateOf(relative),
    })),
    others: text.others ?? 'ignore',
    calendar: text.calendar ?? null,
    atMostOncePer: text.atMostOncePer ?? null,
    returnTo: text.returnTo ?? 'target',
    costLimits: {
      shareOfMoved: rateOf(limits?.shareOfMoved ?? null),
      cost: moneyOf(limits?.cost ?? null),
      tax: moneyOf(limits?.tax ?? null),
    },
  });
}

/** A policy as the contract carries it, with everything said. */
export function wholePolicyText(policy: Policy): WholePolicy {
  const { calendar, atMostOncePer, returnTo, others, costLimits } = policy;
  return {
    targets: policy.targets.map(({ asset, weight }) => ({ asset, weight: toText(weight) })),
    absoluteBand: textOf(policy.absoluteBand),
    relativeBand: textOf(policy.relativeBand),
    groups: policy.groups.map(({ name, weight, members }) => ({
      name,
      weight: toText(weight),
      members: members.map(({ asset, share }) => ({ asset, share: textOf(share) })),
    })),
    ownBands: policy.ownBands.map(({ of, absolute, relative }) => ({
      of,
      absolute: textOf(absolute),
      relative: textOf(relative),
    })),
    others,
    calendar,
    atMostOncePer,
    returnTo,
    costLimits: {
      shareOfMoved: textOf(costLimits.shareOfMoved),
      cost: textOf(costLimits.cost),
      tax: textOf(costLimits.tax),
    },
  };
}

/** The same without what is as `plainPolicy` has it: a policy of assets and bands alone is three fields. */
export function policyAsText(policy: Policy): PolicyText {
  const whole = wholePolicyText(policy);
  const { targets, absoluteBand, relativeBand } = whole;
  const limits = Object.values(whole.costLimits).some((limit) => limit !== null);
  return {
    targets,
    absoluteBand,
    relativeBand,
    ...(whole.groups.length === 0 ? {} : { groups: whole.groups }),
    ...(whole.ownBands.length === 0 ? {} : { ownBands: whole.ownBands }),
    ...(whole.others === 'ignore' ? {} : { others: whole.others }),
    ...(whole.calendar === null ? {} : { calendar: whole.calendar }),
    ...(whole.atMostOncePer === null ? {} : { atMostOncePer: whole.atMostOncePer }),
    ...(whole.returnTo === 'target' ? {} : { returnTo: whole.returnTo }),
    ...(limits ? { costLimits: whole.costLimits } : {}),
  };
}

function rateOf(text: string | null): Rate | null {
  return text === null ? null : rate(text);
}

function moneyOf(text: string | null): Money | null {
  return text === null ? null : money(text);
}

function textOf(number: Rate | Money | null): string | null {
  return number === null ? null : toText(number);
}
