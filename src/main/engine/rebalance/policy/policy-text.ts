import type { OwnBand, Policy, PolicyGroup } from '../../../../shared/domain/policy.ts';
import { listText } from '../../words.ts';
import { exactAmount, exactPercent, exactPoints } from './policy-figures.ts';
import { assetWords, lineWords } from './policy-names.ts';

/**
 * The policy as plain sentences, figures exact: "Hold 50 % BTC, 40 % ETH and 10 % cash. Rebalance when any asset is more
 * than 10 points from its target, or off by more than 25 % of its target, at most once a month, to the band edge."
 * Law: `parsePolicy` reads them back as the same policy.
 */
export function policyText(policy: Policy): string {
  const [first, ...others] = rules(policy);
  const tail = tails(policy);
  const ruled =
    first === undefined
      ? ['No band is set: nothing triggers.', ...tail.map((words) => `Rebalance ${words}.`)]
      : [`${[first, ...tail].join(', ')}.`, ...others.map((words) => `${words}.`)];
  const elsewhere = policy.others === 'zero' ? ['Everything else: 0 %.'] : [];
  return [holdWords(policy), ...elsewhere, ...ruled, ...costWords(policy)].join(' ');
}

/** "Hold 50 % BTC and 50 % ETH." */
function holdWords({ targets, groups }: Policy): string {
  const lines = [
    ...targets.map(({ asset, weight }) => `${exactPercent(weight)} % ${assetWords(asset)}`),
    ...groups.map((group) => `${exactPercent(group.weight)} % "${group.name}" (${membersWords(group)})`),
  ];
  return `Hold ${listText(lines)}.`;
}

function membersWords({ members }: PolicyGroup): string {
  const words = members.map(({ asset, share }) =>
    share === null ? assetWords(asset) : `${exactPercent(share)} % ${assetWords(asset)}`,
  );
  return `${listText(words)}${members.some(({ share }) => share === null) ? ' as held' : ''}`;
}

/** When to act: each a sentence without its end. */
function rules(policy: Policy): string[] {
  const any = bandsWords({ absolute: policy.absoluteBand, relative: policy.relativeBand });
  return [
    ...(any === null ? [] : [`Rebalance when any asset is ${any}`]),
    ...(policy.calendar === null ? [] : [`Rebalance on the first of each ${policy.calendar}`]),
    ...policy.ownBands.map((band) => ownBandWords(band, policy)),
  ];
}

/** "Rebalance BTC when it is more than 3 points from its target". */
export function ownBandWords(band: OwnBand, policy: Pick<Policy, 'groups'>): string {
  const words = bandsWords(band);
  const name = lineWords(band.of, policy);
  return words === null ? `Never rebalance ${name} on its own` : `Rebalance ${name} when it is ${words}`;
}

function bandsWords({ absolute, relative }: Pick<OwnBand, 'absolute' | 'relative'>): string | null {
  const words = [
    ...(absolute === null ? [] : [`more than ${exactPoints(absolute)} from its target`]),
    ...(relative === null ? [] : [`off by more than ${exactPercent(relative)} % of its target`]),
  ];
  return words.length === 0 ? null : words.join(', or ');
}

function tails({ atMostOncePer, returnTo }: Policy): string[] {
  const back = { target: [], 'band-edge': ['to the band edge'], 'half-way': ['half way to the target'] };
  return [...(atMostOncePer === null ? [] : [`at most once a ${atMostOncePer}`]), ...back[returnTo]];
}

/** "Not if tax is above 2 000." */
function costWords({ costLimits: { shareOfMoved, cost, tax } }: Policy): string[] {
  return [
    ...(shareOfMoved === null
      ? []
      : [`Not if it costs more than ${exactPercent(shareOfMoved)} % of what is moved.`]),
    ...(cost === null ? [] : [`Not if it costs more than ${exactAmount(cost)}.`]),
    ...(tax === null ? [] : [`Not if tax is above ${exactAmount(tax)}.`]),
  ];
}
