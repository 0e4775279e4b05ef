import type { Issue } from '../../../../../../shared/domain/issue.ts';
import { add, isPositive, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import {
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import { deferralItems, testLosses } from './deferred-losses.ts';
import type { TestedLoss, TestResult } from './deferred-losses.ts';
import type { Offsetting, StraddlePosition } from './effective-offsets.ts';
import type { LotWalk } from './lot-walk.ts';
import type { StraddleCase, StraddleFuture, StraddleLot } from './straddle-case.ts';
import type { StraddleLoss, StraddleYear, StraddleYears, TaxItem } from './straddle-years.ts';
import { YearGains } from './year-gains.ts';

interface Untested {
  readonly given: StraddleCase;
  readonly offsetting: Offsetting;
  readonly walks: ReadonlyMap<StraddleLot, LotWalk>;
  readonly items: readonly TaxItem[];
  readonly losses: readonly TestedLoss[];
}

interface LotEnd {
  readonly lot: StraddleLot;
  readonly end: LotWalk['yearEnds'][number];
}

/**
 * Each year with its losses tested at its end, what waits handed on to the next.
 * Issues: tax/straddle-year-not-ended, tax/no-straddle-price.
 */
export function testedYears(untested: Untested): Pick<StraddleYears, 'years' | 'issues'> {
  const { given, offsetting } = untested;
  const items = Map.groupBy(untested.items, ({ year }) => year);
  const losses = Map.groupBy(untested.losses, ({ sustained }) => sustained);
  const futures = new Map(given.futures.map((one) => [one.id as StraddlePosition, one]));
  const lots = new Map(given.lots.map((one) => [one.id as StraddlePosition, one]));
  const years: StraddleYear[] = [];
  const issues: Issue[] = [];
  let waiting = carriedIn(given, futures);
  for (let year = given.firstYear; year <= given.lastYear; year++) {
    const toTest = [...waiting, ...(losses.get(year) ?? [])];
    const ends = toTest.length === 0 ? new Map<StraddlePosition, LotEnd>() : lotEnds(untested, year);
    const gains = new YearGains(year, given, offsetting, ends, futures);
    const tested = testLosses(toTest, year, offsetting, gains);
    const left = tested.filter(({ waits }) => isPositive(waits));
    const changes = tested.flatMap((result) => deferralItems(result, year));
    years.push({
      year,
      items: [...(items.get(year) ?? []), ...changes],
      losses: lossRows(tested, year, lots, futures),
      deferred: left.map(({ loss, waits, blockedBy, furtherGain }) => {
        const { position, sustained, character } = loss;
        return { position, sustained, amount: waits, character, blockedBy, furtherGain };
      }),
      unrecognised: tested.length === 0 ? [] : gains.all(),
    });
    issues.push(...gains.issues);
    const isRunning = year === yearOf(given.asOf) && lastBusinessDayOfYear(year) > given.asOf;
    if (tested.length > 0 && isRunning)
      issues.push(
        issueOf('tax/straddle-year-not-ended', 'note', { year, date: dateText(given.asOf) }, { year }),
      );
    waiting = left.map(({ loss, waits }) => ({ ...loss, amount: waits }));
  }
  return { years, issues };
}

function lotEnds({ walks, given }: Untested, year: number): ReadonlyMap<StraddlePosition, LotEnd> {
  const found = new Map<StraddlePosition, LotEnd>();
  for (const [lot, { yearEnds }] of walks) {
    const end = yearEnds[year - given.firstYear];
    if (end !== undefined && lot.acquired <= lastDayOfYear(year)) found.set(lot.id, { lot, end });
  }
  return found;
}

function carriedIn(
  { waiting, lots }: StraddleCase,
  futures: ReadonlyMap<StraddlePosition, StraddleFuture>,
): readonly TestedLoss[] {
  return waiting.map(({ position, year, amount, character }) => {
    const lot = lots.find(({ id }) => id === position);
    const disposed = futures.get(position)?.closed ?? lot?.departures.at(-1)?.date ?? null;
    return { position, sustained: year, date: disposed ?? lastDayOfYear(year), disposed, amount, character };
  });
}

/** Losses by position and character, as Form 6781 Part II Section A lists them. */
function lossRows(
  tested: readonly TestResult[],
  year: number,
  lots: ReadonlyMap<StraddlePosition, StraddleLot>,
  futures: ReadonlyMap<StraddlePosition, StraddleFuture>,
): readonly StraddleLoss[] {
  const groups = Map.groupBy(tested, ({ loss }) => `${loss.position}\n${loss.character}`);
  return [...groups.values()].flatMap((results) => {
    const [first] = results;
    if (first === undefined) return [];
    const { position, character } = first.loss;
    const dates = datesOf(first.loss, year, lots, futures);
    const row = { loss: zeroMoney, carriedIn: zeroMoney, unrecognisedGain: zeroMoney, recognised: zeroMoney };
    for (const { loss, waits, unrecognisedGain } of results) {
      if (loss.sustained === year) row.loss = add(row.loss, loss.amount);
      else row.carriedIn = add(row.carriedIn, loss.amount);
      row.recognised = add(row.recognised, subtract(loss.amount, waits));
      row.unrecognisedGain = add(row.unrecognisedGain, unrecognisedGain);
    }
    return [{ position, ...dates, ...row, character }];
  });
}

function datesOf(
  { position, date, disposed }: TestedLoss,
  year: number,
  lots: ReadonlyMap<StraddlePosition, StraddleLot>,
  futures: ReadonlyMap<StraddlePosition, StraddleFuture>,
): Pick<StraddleLoss, 'opened' | 'closed'> {
  const future = futures.get(position);
  if (future !== undefined) {
    const { opened, closed } = future;
    return { opened, closed: closed !== null && closed <= lastDayOfYear(year) ? closed : null };
  }
  return { opened: lots.get(position)?.acquired ?? date, closed: disposed };
}
