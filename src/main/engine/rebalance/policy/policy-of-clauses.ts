import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { CASH, noCostLimits, plainPolicy } from '../../../../shared/domain/policy.ts';
import type { OwnBand, Policy } from '../../../../shared/domain/policy.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import type { Said } from './clauses/clause.ts';
import { likeName } from './like-name.ts';
import type { Place, PolicyProblem, SaidAt } from './parse-policy.ts';
import { policyFaults } from './policy-faults.ts';

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>;
type At<Kind extends Said['kind']> = Place & { readonly said: Of<Kind> };

/** The policy that clauses say together, with what is wrong with it. In: `known`, the assets that can be named; null: any. */
export function policyOfClauses(
  clauses: readonly SaidAt[],
  text: string,
  known: ReadonlySet<AssetId> | null,
): { readonly policy: Policy; readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = ofKind(clauses, 'wrong').map(({ said, from, to }) => ({
    ...said,
    from,
    to,
  }));
  const last = <Kind extends Said['kind']>(
    kind: Kind,
    value: (said: Of<Kind>) => unknown,
  ): Of<Kind> | undefined => theOne(ofKind(clauses, kind), value, problems);
  const targets = ofKind(clauses, 'line').map(({ said: { name, weight } }) => ({
    asset: assetOf(name),
    weight,
  }));
  const groups = ofKind(clauses, 'group').map(({ said: { name, weight, members } }) => ({
    name,
    weight,
    members: members.map((member) => ({ asset: assetOf(member.name), share: member.share })),
  }));
  const bands = bandsSaid(clauses, groups, problems);
  const any = bands.find(({ of }) => of === null);
  const policy = plainPolicy({
    targets,
    groups,
    absoluteBand: any?.absolute ?? null,
    relativeBand: any?.relative ?? null,
    ownBands: bands.flatMap(({ of, absolute, relative }): OwnBand[] =>
      of === null ? [] : [{ of, absolute, relative }],
    ),
    others: last('others', (said) => said.others)?.others ?? 'ignore',
    calendar: last('calendar', (said) => said.period)?.period ?? null,
    atMostOncePer: last('once', (said) => said.period)?.period ?? null,
    returnTo: last('return', (said) => said.to)?.to ?? 'target',
    costLimits: costsSaid(clauses, problems),
  });
  problems.push(...unknownAssets(clauses, known));
  const whole = { from: 0, to: text.length };
  const wrongTargets = problems.some((problem) =>
    clauses.some((one) => one.from === problem.from && isTarget(one)),
  );
  for (const { message, instead, of } of policyFaults(policy)) {
    // A sum that follows from a target which could not be read is no news.
    if (of === null && wrongTargets && /add up|no targets/u.test(message)) continue;
    problems.push({
      message,
      instead,
      ...(of === null ? wholeOf(message, clauses, whole) : placeOf(of, clauses, whole)),
    });
  }
  return { policy, problems };
}

function isTarget({ said }: SaidAt): boolean {
  return said.kind === 'wrong' && said.message.includes('decimals');
}

function ofKind<Kind extends Said['kind']>(clauses: readonly SaidAt[], kind: Kind): readonly At<Kind>[] {
  return clauses.filter((one): one is SaidAt & At<Kind> => one.said.kind === kind);
}

/** The only one, or the first of several, with a problem where they differ. */
function theOne<Kind extends Said['kind']>(
  all: readonly At<Kind>[],
  value: (said: Of<Kind>) => unknown,
  problems: PolicyProblem[],
): Of<Kind> | undefined {
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  for (const { said, from, to } of others)
    if (value(said) !== value(first.said)) problems.push({ ...twice, from, to });
  return first.said;
}

const twice = {
  message: 'this was said before, in another way',
  instead: 'Say it once.',
};

interface Bands {
  readonly of: string | null;
  absolute: Rate | null;
  relative: Rate | null;
  /** Said to be never rebalanced on its own. */
  isNever: boolean;
}

/** The bands of any line (`of` null) and of those with their own, each with what was said of them put together. */
function bandsSaid(
  clauses: readonly SaidAt[],
  groups: Policy['groups'],
  problems: PolicyProblem[],
): readonly Bands[] {
  const found = new Map<string | null, Bands>();
  let subject: string | null = null;
  for (const { said, from, to } of clauses) {
    if (said.kind === 'subject') subject = said.of;
    if (said.kind !== 'band' && said.kind !== 'no-band') {
      if (said.kind !== 'subject') subject = null;
      continue;
    }
    const name = said.kind === 'no-band' ? said.of : subject;
    const of = name === null ? null : lineOf(name, groups);
    const before = found.get(of);
    const bands = before ?? { of, absolute: null, relative: null, isNever: said.kind === 'no-band' };
    found.set(of, bands);
    const { absolute, relative } = said.kind === 'band' ? said : { absolute: null, relative: null };
    const again =
      (said.kind === 'no-band' && before?.isNever === false) ||
      (said.kind === 'band' && before?.isNever === true) ||
      differs(bands.absolute, absolute) ||
      differs(bands.relative, relative);
    if (again) problems.push({ ...twice, from, to });
    bands.absolute ??= absolute;
    bands.relative ??= relative;
  }
  return [...found.values()];
}

function differs(before: Rate | null, now: Rate | null): boolean {
  return before !== null && now !== null && before !== now;
}

function costsSaid(clauses: readonly SaidAt[], problems: PolicyProblem[]): Policy['costLimits'] {
  const limitOf = (which: Of<'cost'>['which']): Rate | Money | null =>
    theOne(
      ofKind(clauses, 'cost').filter(({ said }) => said.which === which),
      ({ limit }) => limit,
      problems,
    )?.limit ?? null;
  return {
    ...noCostLimits,
    shareOfMoved: limitOf('shareOfMoved') as Rate | null,
    cost: limitOf('cost') as Money | null,
    tax: limitOf('tax') as Money | null,
  };
}

/** Words for coins that people write instead of their tickers. */
const WORDS: Readonly<Record<string, string>> = {
  BITCOIN: 'BTC',
  ETHER: 'ETH',
  ETHEREUM: 'ETH',
  SOLANA: 'SOL',
  MONEY: CASH,
};

function assetOf(name: string): AssetId {
  const ticker = assetId(name);
  return assetId(WORDS[ticker] ?? ticker);
}

/** A group by its name in any case, else an asset. */
function lineOf(name: string, groups: Policy['groups']): string {
  return groups.find((group) => group.name.toLowerCase() === name.toLowerCase())?.name ?? assetOf(name);
}

function unknownAssets(clauses: readonly SaidAt[], known: ReadonlySet<AssetId> | null): PolicyProblem[] {
  if (known === null) return [];
  return clauses.flatMap(({ said, from, to }) => {
    const names =
      said.kind === 'line' ? [said.name] : said.kind === 'group' ? said.members.map(({ name }) => name) : [];
    return names
      .map(assetOf)
      .filter((asset) => asset !== CASH && !known.has(asset))
      .map((asset) => {
        const like = likeName(asset, known);
        const instead =
          like === null
            ? `The ticker as your files write it; a coin that you do not hold yet needs a price first.`
            : `Did you mean ${like}?`;
        return { message: `nobody knows ${asset}: it is neither held nor priced here`, instead, from, to };
      });
  });
}

/** Where a line is said to be wrong: the last clause that names it. */
function placeOf(of: string, clauses: readonly SaidAt[], whole: Place): Place {
  const names = (said: Said): boolean =>
    (said.kind === 'line' && assetOf(said.name) === of) ||
    (said.kind === 'group' && (said.name === of || said.members.some(({ name }) => assetOf(name) === of))) ||
    ((said.kind === 'subject' || said.kind === 'no-band') &&
      said.of !== null &&
      assetOf(said.of) === assetId(of));
  const found = clauses.findLast(({ said }) => names(said));
  return found === undefined ? whole : { from: found.from, to: found.to };
}

/** Targets that do not add up are all of them together. */
function wholeOf(message: string, clauses: readonly SaidAt[], whole: Place): Place {
  if (!message.includes('add up')) return whole;
  const lines = clauses.filter(({ said }) => said.kind === 'line' || said.kind === 'group');
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? whole : { from: first.from, to: last.to };
}
