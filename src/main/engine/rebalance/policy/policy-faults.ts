import { assetId } from '../../../../shared/domain/asset.ts';
import { CASH } from '../../../../shared/domain/policy.ts';
import type { OwnBand, Policy, PolicyGroup } from '../../../../shared/domain/policy.ts';
import { add, compare, isNegative, sum } from '../../../../shared/num/arithmetic.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import { percentText } from '../../words.ts';
import { bandOf } from './band-of.ts';
import { exactPercent } from './policy-figures.ts';
import { lineWords } from './policy-names.ts';

export interface PolicyFault {
  /** A clause for a sentence. */
  readonly message: string;
  /** What could be written instead. */
  readonly instead: string;
  /** The asset or group that it is about; null: the whole. */
  readonly of: string | null;
}

/** All that is wrong with a policy; empty when it can be used. */
export function policyFaults(policy: Policy): readonly PolicyFault[] {
  return [
    ...nameFaults(policy),
    ...policy.groups.flatMap(groupFaults),
    ...weightFaults(policy),
    ...anyBandFaults(policy),
    ...ownBandFaults(policy),
    ...returnFaults(policy),
    ...costFaults(policy),
  ];
}

function nameFaults({ targets, groups }: Policy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const seen = new Set<string>();
  const assets = [
    ...targets.map(({ asset }) => asset),
    ...groups.flatMap(({ members }) => members.map(({ asset }) => asset)),
  ];
  for (const asset of assets) {
    if (seen.has(asset))
      faults.push({ message: `${asset} is named twice`, instead: `Name ${asset} once.`, of: asset });
    seen.add(asset);
  }
  for (const { name } of groups) {
    const other = `Give the group another name, of letters and digits.`;
    if (seen.has(assetId(name)) || name.toUpperCase() === CASH)
      faults.push({ message: `a group has the name of an asset, "${name}"`, instead: other, of: name });
    if (!/^[^"\s](?:[^"\n]*[^"\s])?$/u.test(name))
      faults.push({ message: `a group cannot have the name "${name}"`, instead: other, of: name });
    seen.add(assetId(name));
  }
  return faults;
}

function groupFaults({ name, members }: PolicyGroup): PolicyFault[] {
  const shares = members.flatMap(({ share }) => (share === null ? [] : [share]));
  const instead = `"${name}" (60 % SOL and 40 % ADA), or "${name}" (SOL and ADA as held).`;
  const fault = (message: string): PolicyFault[] => [{ message, instead, of: name }];
  if (members.length === 0) return fault(`the group "${name}" has no assets`);
  if (members.some(({ asset }) => asset === CASH)) return fault(`cash is in the group "${name}"`);
  if (shares.length === 0) return [];
  if (shares.length < members.length)
    return fault(`some assets of the group "${name}" have a share and others have none`);
  if (shares.some(isNegative)) return fault(`a share in the group "${name}" is below zero`);
  const total = sum(shares, zeroRate);
  return total === oneRate
    ? []
    : fault(`the shares in the group "${name}" add up to ${exactPercent(total)} %, not 100 %`);
}

function weightFaults({ targets, groups }: Policy): PolicyFault[] {
  const lines = [
    ...targets.map(({ asset, weight }) => ({ of: asset as string, weight })),
    ...groups.map(({ name, weight }) => ({ of: name, weight })),
  ];
  const faults = lines
    .filter(({ weight }) => isNegative(weight))
    .map(({ of }) => ({
      message: `the target of ${of} is below zero`,
      instead: `0 % ${of}, or leave it out.`,
      of,
    }));
  const total = lines.reduce<Rate>((so, { weight }) => add(so, weight), zeroRate);
  if (lines.length === 0)
    return [{ message: 'no targets are named', instead: 'Hold 50 % BTC and 50 % ETH.', of: null }];
  if (total === oneRate) return faults;
  const message = `the targets add up to ${exactPercent(total)} %, not 100 %`;
  return [...faults, { message, instead: SHARES_OF_ALL, of: null }];
}

const SHARES_OF_ALL = 'shares that add up to 100 %, such as “Hold 50 % BTC, 40 % ETH and 10 % cash.”';

function anyBandFaults({ absoluteBand, relativeBand }: Policy): PolicyFault[] {
  const bands = [
    ['absolute', absoluteBand],
    ['relative', relativeBand],
  ] as const;
  return bands.flatMap(([name, band]) =>
    band === null || isShare(band)
      ? []
      : [
          {
            message: `the ${name} band is not between 0 and 100 %`,
            instead: 'more than 5 points from its target, or off by more than 25 % of its target.',
            of: null,
          },
        ],
  );
}

function ownBandFaults(policy: Policy): PolicyFault[] {
  const seen = new Set<string>();
  return policy.ownBands.flatMap((band) => {
    const twice = seen.has(band.of);
    seen.add(band.of);
    const message = twice ? `${band.of} has two bands of its own` : ownBandFault(band, policy);
    const instead = `Rebalance ${lineWords(band.of, policy)} when it is more than 3 points from its target.`;
    return message === null ? [] : [{ message, instead, of: band.of }];
  });
}

function ownBandFault(band: OwnBand, policy: Policy): string | null {
  const target = targetOf(band.of, policy);
  if (target === undefined) return `a rule is about ${band.of}, which has no target`;
  const widths = [band.absolute, band.relative].filter((width) => width !== null);
  if (!widths.every(isShare)) return `the band of ${band.of} is not between 0 and 100 %`;
  if (target === null || widths.length === 0) return null;
  const { low, high } = bandOf(target, band);
  return compare(low, zeroRate) <= 0 && compare(high, oneRate) >= 0
    ? `the band of ${band.of} crosses 0 % and 100 %, so it would never fire around its target of ${percentText(target)}`
    : null;
}

/** null where it moves with what is held: a member of a group. */
function targetOf(of: string, { targets, groups }: Policy): Rate | null | undefined {
  const line = targets.find(({ asset }) => asset === of) ?? groups.find(({ name }) => name === of);
  if (line !== undefined) return line.weight;
  return groups.some(({ members }) => members.some(({ asset }) => asset === of)) ? null : undefined;
}

function returnFaults({ returnTo, absoluteBand, relativeBand, ownBands }: Policy): PolicyFault[] {
  const hasBand =
    absoluteBand !== null ||
    relativeBand !== null ||
    ownBands.some(({ absolute, relative }) => absolute !== null || relative !== null);
  if (returnTo === 'target' || hasBand) return [];
  const message = 'there is no band, so nobody can go back to its edge or half way';
  return [{ message, instead: 'Say a band, or "to the target".', of: null }];
}

function costFaults({ costLimits: { shareOfMoved, cost, tax } }: Policy): PolicyFault[] {
  const wrong =
    (shareOfMoved !== null && !isShare(shareOfMoved)) ||
    [cost, tax].some((limit) => limit !== null && isNegative(limit));
  if (!wrong) return [];
  const instead = 'Not if it costs more than 0.5 % of what is moved. Not if tax is above 2 000.';
  return [{ message: 'a limit of cost is below zero, or above 100 % of what is moved', instead, of: null }];
}

function isShare(share: Rate): boolean {
  return !isNegative(share) && compare(share, oneRate) <= 0;
}
