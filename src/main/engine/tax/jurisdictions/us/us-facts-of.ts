/**
 * lots, futures events, records, elections → what is known of every tax year, before any law.
 *
 * Issues: those of futures (`prices/missing`, `tax/no-year-end-mark`, `tax/no-year-end-price`) and of offsets.
 */
import type { TaxElectionValues } from '../../../../../shared/domain/tax-elections.ts';
import { yearOf } from '../../../../../shared/time/local-date.ts';
import { endOfDay } from '../../../../../shared/time/time-zone.ts';
import type { PositionsInput } from '../../../futures/positions.ts';
import type { LotMatching } from '../../../lots/lot-matching.ts';
import type { YearEndContext } from './futures/stretch-year-ends.ts';
import { taxStretches } from './futures/tax-stretches.ts';
import type { LegOnRecord } from './offsets/leg-on-record.ts';
import type { StraddleCase, WaitingLoss } from './straddles/straddle-case.ts';
import type { UsFacts } from './us-facts.ts';

export interface UsFactsInput extends PositionsInput, YearEndContext {
  readonly lots: LotMatching;
  readonly elections: TaxElectionValues;
  /** What is on record about hedge legs, in the order of the chain. */
  readonly legs: readonly LegOnRecord[];
  /** Losses that waited before the ledger's first year. */
  readonly waiting: readonly WaitingLoss[];
}

/** What a ledger says about every tax year, up to the day asked about. */
export function usFactsOf(input: UsFactsInput): UsFacts {
  const { lots, elections, prices, timeZone, asOf } = input;
  const futures = taxStretches({ ...input, funding: elections.funding }, () => () => false);
  const years = [
    ...lots.years.map(({ year }) => year),
    ...lots.income.slice(0, 1).map(({ date }) => yearOf(date)),
    ...futures.stretches.map(({ openedOn }) => yearOf(openedOn)),
    ...futures.loose.map(({ year }) => year),
  ];
  const currentYear = yearOf(asOf);
  const straddles: StraddleCase = {
    lots: [],
    futures: futures.stretches.map(({ future }) => future),
    offsets: [],
    waiting: input.waiting,
    carryingCosts: [],
    firstYear: years.reduce((first, year) => Math.min(first, year), currentYear),
    lastYear: currentYear,
    asOf,
    elections,
    priceOn: (asset, date) => prices.latest(asset, endOfDay(date, timeZone))?.price ?? null,
  };
  return {
    disposed: lots.years,
    income: lots.income,
    straddles,
    loose: futures.loose,
    stretches: new Map(futures.stretches.map((stretch) => [stretch.id, stretch])),
    issues: futures.issues,
  };
}
