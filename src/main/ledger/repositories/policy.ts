import type { Kysely } from 'kysely';
import { assetId } from '../../../shared/domain/asset.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { toText } from '../../../shared/num/format.ts';
import { rate } from '../../../shared/num/parse.ts';
import type { Rate } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Change } from '../database/change.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { readLatest, storeVersion } from './versioned-document.ts';

export async function readPolicy(db: Kysely<LedgerSchema>): Promise<Policy | null> {
  const document = await readLatest(db, 'policy_version');
  return document === undefined ? null : policyOf(document);
}

export async function storePolicy(change: Change, policy: Policy, savedAt: Instant): Promise<void> {
  await storeVersion(change, 'policy_version', policyDocument(policy), savedAt);
}

interface PolicyDocument {
  readonly targets: readonly { readonly asset: string; readonly weight: string }[];
  readonly absoluteBand: string | null;
  readonly relativeBand: string | null;
}

function policyDocument({ targets, absoluteBand, relativeBand }: Policy): string {
  const document: PolicyDocument = {
    targets: targets.map(({ asset, weight }) => ({ asset, weight: toText(weight) })),
    absoluteBand: absoluteBand === null ? null : toText(absoluteBand),
    relativeBand: relativeBand === null ? null : toText(relativeBand),
  };
  return canonicalJson(document);
}

function policyOf(document: string): Policy {
  const { targets, absoluteBand, relativeBand } = JSON.parse(document) as PolicyDocument;
  return {
    targets: targets.map(({ asset, weight }) => ({ asset: assetId(asset), weight: rate(weight) })),
    absoluteBand: bandOf(absoluteBand),
    relativeBand: bandOf(relativeBand),
  };
}

function bandOf(text: string | null): Rate | null {
  return text === null ? null : rate(text);
}
