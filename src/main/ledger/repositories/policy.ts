import type { Kysely } from 'kysely';
import { assetId } from '../../../shared/domain/asset.ts';
import { plainPolicy } from '../../../shared/domain/policy.ts';
import type { Policy, PolicyVersion } from '../../../shared/domain/policy.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Change } from '../database/change.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { readLatest, storeVersion } from './versioned-document.ts';

export async function readPolicy(db: Kysely<LedgerSchema>): Promise<Policy | null> {
  const document = await readLatest(db, 'policy_version');
  return document === undefined ? null : policyOf(document);
}

/** Every version, oldest first: the last one is in force. */
export async function readPolicyVersions(db: Kysely<LedgerSchema>): Promise<readonly PolicyVersion[]> {
  const rows = await db.selectFrom('policy_version').selectAll().orderBy('version').execute();
  return rows.map(({ version, saved_at, document }) => ({
    version,
    savedAt: instantFromEpochMs(saved_at),
    policy: policyOf(document),
  }));
}

export async function storePolicy(change: Change, policy: Policy, savedAt: Instant): Promise<void> {
  await storeVersion(change, 'policy_version', policyDocument(policy), savedAt);
}

type Decimal = string | null;

/** Ledgers of before have the first three alone, and a policy that says no more is stored so still. */
interface PolicyDocument {
  readonly targets: readonly { readonly asset: string; readonly weight: string }[];
  readonly absoluteBand: Decimal;
  readonly relativeBand: Decimal;
  readonly groups?: readonly {
    readonly name: string;
    readonly weight: string;
    readonly members: readonly { readonly asset: string; readonly share: Decimal }[];
  }[];
  readonly ownBands?: readonly {
    readonly of: string;
    readonly absolute: Decimal;
    readonly relative: Decimal;
  }[];
  readonly others?: Policy['others'];
  readonly calendar?: Policy['calendar'];
  readonly atMostOncePer?: Policy['atMostOncePer'];
  readonly returnTo?: Policy['returnTo'];
  readonly costLimits?: { readonly shareOfMoved: Decimal; readonly cost: Decimal; readonly tax: Decimal };
}

function policyDocument(policy: Policy): string {
  const { groups, ownBands, others, calendar, atMostOncePer, returnTo, costLimits } = policy;
  const document: PolicyDocument = {
    targets: policy.targets.map(({ asset, weight }) => ({ asset, weight: toText(weight) })),
    absoluteBand: decimal(policy.absoluteBand),
    relativeBand: decimal(policy.relativeBand),
    ...(groups.length === 0 ? {} : { groups: groups.map(groupDocument) }),
    ...(ownBands.length === 0
      ? {}
      : {
          ownBands: ownBands.map(({ of, absolute, relative }) => ({
            of,
            absolute: decimal(absolute),
            relative: decimal(relative),
          })),
        }),
    ...(others === 'ignore' ? {} : { others }),
    ...(calendar === null ? {} : { calendar }),
    ...(atMostOncePer === null ? {} : { atMostOncePer }),
    ...(returnTo === 'target' ? {} : { returnTo }),
    ...(Object.values(costLimits).every((limit) => limit === null)
      ? {}
      : {
          costLimits: {
            shareOfMoved: decimal(costLimits.shareOfMoved),
            cost: decimal(costLimits.cost),
            tax: decimal(costLimits.tax),
          },
        }),
  };
  return canonicalJson(document);
}

function groupDocument({
  name,
  weight,
  members,
}: Policy['groups'][number]): NonNullable<PolicyDocument['groups']>[number] {
  return {
    name,
    weight: toText(weight),
    members: members.map(({ asset, share }) => ({ asset, share: decimal(share) })),
  };
}

function policyOf(text: string): Policy {
  const document = JSON.parse(text) as PolicyDocument;
  const { others = 'ignore', calendar = null, atMostOncePer = null, returnTo = 'target' } = document;
  const limits = document.costLimits;
  return plainPolicy({
    targets: document.targets.map(({ asset, weight }) => ({ asset: assetId(asset), weight: rate(weight) })),
    absoluteBand: rateOf(document.absoluteBand),
    relativeBand: rateOf(document.relativeBand),
    groups: (document.groups ?? []).map(({ name, weight, members }) => ({
      name,
      weight: rate(weight),
      members: members.map(({ asset, share }) => ({ asset: assetId(asset), share: rateOf(share) })),
    })),
    ownBands: (document.ownBands ?? []).map(({ of, absolute, relative }) => ({
      of,
      absolute: rateOf(absolute),
      relative: rateOf(relative),
    })),
    others,
    calendar,
    atMostOncePer,
    returnTo,
    costLimits: {
      shareOfMoved: rateOf(limits?.shareOfMoved ?? null),
      cost: moneyOf(limits?.cost ?? null),
      tax: moneyOf(limits?.tax ?? null),
    },
  });
}

function decimal(number: Rate | Money | null): Decimal {
  return number === null ? null : toText(number);
}

function rateOf(text: Decimal): Rate | null {
  return text === null ? null : rate(text);
}

function moneyOf(text: Decimal): Money | null {
  return text === null ? null : money(text);
}
