/** What a reader must know about where a year's input comes from, each a whole sentence. */
import type { ProfileYear } from '../../../shared/domain/profile.ts';
import type { FundingTreatment } from '../../../shared/domain/tax-elections.ts';
import { absolute, add, isZero } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { listText, moneyText } from '../words.ts';
import type { StraddleYear } from './jurisdictions/us/straddles/straddle-years.ts';
import type { UsFacts } from './jurisdictions/us/us-facts.ts';
import type { RealisedYear } from './realised-years.ts';

export interface NotedYear {
  readonly year: number;
  readonly profile: ProfileYear;
  readonly realised: RealisedYear;
  readonly straddles: StraddleYear;
  readonly facts: UsFacts;
  /** What amounts are in: "USD". */
  readonly currency: string;
}

export function yearNotes(of: NotedYear): readonly string[] {
  const { year, profile, realised } = of;
  const taken =
    profile.year === year ? [] : [`Filing status and income of ${year} are taken from ${profile.year}.`];
  const rewards = isZero(realised.otherIncome)
    ? []
    : ['Staking and other rewards count as ordinary income, not as investment income.'];
  return [...taken, ...futuresNotes(of), ...unsettledNotes(of), ...waitingNotes(of), ...rewards];
}

const FUNDING_WORDS: { readonly [Way in FundingTreatment]: string } = {
  'with-position': 'profit, fees and funding count when the position is closed',
  'when-paid': 'profit counts when the position is closed, fees and funding when they are paid',
  ordinary:
    'funding received is ordinary income, funding paid is not deductible; all else counts when the position is closed',
  capitalise:
    'funding paid while a position hedges coins is added to their cost; all else counts when the position is closed',
  'notional-principal':
    'a year’s net funding received is ordinary income, net funding paid is not deductible; all else counts when the position is closed',
};

function futuresNotes({ year, realised, facts, currency }: NotedYear): readonly string[] {
  const { funding } = facts.straddles.elections;
  const leftOut = leftOutOf(year, facts);
  return [
    ...(isZero(realised.otherFuturesGain) && isZero(realised.futuresIncome)
      ? []
      : [`Futures outside section 1256 are short-term, and ${FUNDING_WORDS[funding]} (your choice).`]),
    ...(isZero(leftOut)
      ? []
      : [
          `Net funding of ${moneyText(absolute(leftOut), currency)} paid in ${year} is not deductible, as you chose: it is in no sum.`,
        ]),
  ];
}

function leftOutOf(year: number, { stretches }: UsFacts): Money {
  let total = zeroMoney;
  for (const { leftOut } of stretches.values())
    for (const { date, value } of leftOut) if (yearOf(date) === year) total = add(total, value);
  return total;
}

const MOST_NAMED = 4;

/** Contracts whose section 1256 status nobody has settled, with the reason that the catalogue or the user gives. */
function unsettledNotes({ year, facts }: NotedYear): readonly string[] {
  const unsettled = new Map<string, Set<string>>();
  for (const { spec, openedOn, closedOn } of facts.stretches.values()) {
    if (spec.section1256.settled || yearOf(openedOn) > year) continue;
    if (closedOn !== null && yearOf(closedOn) < year) continue;
    const key = spec.section1256.status ? 'section 1256 contracts' : 'contracts outside section 1256';
    const known = unsettled.get(key);
    if (known === undefined) unsettled.set(key, new Set([spec.symbol]));
    else known.add(spec.symbol);
  }
  return [...unsettled].map(
    ([as, symbols]) =>
      `${named([...symbols])} ${symbols.size === 1 ? 'counts' : 'count'} as ${as}, which nobody has settled: you can set it for each contract.`,
  );
}

function named(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : listText(names);
}

function waitingNotes({ year, straddles, currency }: NotedYear): readonly string[] {
  const waiting = straddles.deferred.reduce((total, { amount }) => add(total, amount), zeroMoney);
  return isZero(waiting)
    ? []
    : [
        `Straddle losses of ${moneyText(waiting, currency)} wait at the end of ${year}: they count when the gains that hold them back are taken (26 U.S.C. 1092).`,
      ];
}
