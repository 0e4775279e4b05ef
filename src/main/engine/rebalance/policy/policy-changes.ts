import type { OwnBand, Policy } from '../../../../shared/domain/policy.ts';
import { exactAmount, exactPercent, exactPoints } from './policy-figures.ts';
import { lineWords } from './policy-names.ts';
import { ownBandWords } from './policy-text.ts';

/** What differs from one policy to the next, each a sentence; empty where nothing does. */
export function policyChanges(before: Policy, after: Policy): readonly string[] {
  return [
    ...lineChanges(before, after),
    ...bandChanges(before, after),
    ...ownBandChanges(before, after),
    ...changed(
      before.others,
      after.others,
      (others) => (others === 'zero' ? 'inside, with a target of 0 %' : 'left out'),
      'Everything else',
    ),
    ...changed(before.calendar, after.calendar, dateWords, 'The date to act on'),
    ...changed(before.atMostOncePer, after.atMostOncePer, onceWords, 'How often at most'),
    ...changed(before.returnTo, after.returnTo, (to) => BACK[to], 'Where to go back to'),
    ...costChanges(before, after),
  ];
}

const BACK = { target: 'the target', 'band-edge': 'the edge of the band', 'half-way': 'half way' } as const;
const dateWords = (period: Policy['calendar']): string =>
  period === null ? 'none' : `the first of each ${period}`;
const onceWords = (period: Policy['atMostOncePer']): string =>
  period === null ? 'no limit' : `once a ${period}`;

/** A line's target and, of a group, what is in it. */
function linesOf({ targets, groups }: Policy): ReadonlyMap<string, string> {
  return new Map([
    ...targets.map(({ asset, weight }): [string, string] => [asset, `${exactPercent(weight)} %`]),
    ...groups.map(({ name, weight, members }): [string, string] => [
      name,
      `${exactPercent(weight)} % of ${members
        .map(({ asset, share }) => (share === null ? asset : `${exactPercent(share)} % ${asset}`))
        .join(', ')}`,
    ]),
  ]);
}

function lineChanges(before: Policy, after: Policy): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((of) => {
    const [was, is] = [old.get(of), now.get(of)];
    const name = lineWords(of, was === undefined ? after : before);
    if (was === is) return [];
    if (was === undefined) return [`New: ${name} with ${is ?? ''}.`];
    return [is === undefined ? `${name} has no target any more; it was ${was}.` : `${name}: ${was} → ${is}.`];
  });
}

function bandChanges(before: Policy, after: Policy): string[] {
  return [
    ...changed(
      before.absoluteBand,
      after.absoluteBand,
      (band) => (band === null ? 'none' : exactPoints(band)),
      'The band in points',
    ),
    ...changed(
      before.relativeBand,
      after.relativeBand,
      (band) => (band === null ? 'none' : `${exactPercent(band)} %`),
      'The band as a share of the target',
    ),
  ];
}

function ownBandChanges(before: Policy, after: Policy): string[] {
  const textOf = (band: OwnBand | undefined, policy: Policy): string | null =>
    band === undefined ? null : ownBandWords(band, policy);
  const names = new Set([...after.ownBands, ...before.ownBands].map(({ of }) => of));
  return [...names].flatMap((name) => {
    const find = (policy: Policy): string | null =>
      textOf(
        policy.ownBands.find(({ of }) => of === name),
        policy,
      );
    const [was, is] = [find(before), find(after)];
    if (was === is) return [];
    return [is === null ? `No more: ${was ?? ''}.` : `New rule: ${is}.`];
  });
}

function costChanges({ costLimits: before }: Policy, { costLimits: after }: Policy): string[] {
  return [
    ...changed(
      before.shareOfMoved,
      after.shareOfMoved,
      (limit) => (limit === null ? 'none' : `${exactPercent(limit)} % of what is moved`),
      'The limit of cost as a share',
    ),
    ...changed(
      before.cost,
      after.cost,
      (limit) => (limit === null ? 'none' : exactAmount(limit)),
      'The limit of cost',
    ),
    ...changed(
      before.tax,
      after.tax,
      (limit) => (limit === null ? 'none' : exactAmount(limit)),
      'The limit of tax',
    ),
  ];
}

function changed<T>(before: T, after: T, words: (value: T) => string, what: string): string[] {
  return before === after ? [] : [`${what}: ${words(before)} → ${words(after)}.`];
}
