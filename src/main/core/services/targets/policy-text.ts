import type { z } from 'zod';
import type { policyText } from '../../../../shared/contract/targets-calls.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';

type PolicyText = z.output<typeof policyText>;

export function policyFromText(text: PolicyText): Policy {
  return {
    targets: text.targets.map(({ asset, weight }) => ({ asset: assetId(asset), weight: rate(weight) })),
    absoluteBand: text.absoluteBand === null ? null : rate(text.absoluteBand),
    relativeBand: text.relativeBand === null ? null : rate(text.relativeBand),
  };
}

export function policyAsText(policy: Policy): PolicyText {
  return {
    targets: policy.targets.map(({ asset, weight }) => ({ asset, weight: toText(weight) })),
    absoluteBand: policy.absoluteBand === null ? null : toText(policy.absoluteBand),
    relativeBand: policy.relativeBand === null ? null : toText(policy.relativeBand),
  };
}
