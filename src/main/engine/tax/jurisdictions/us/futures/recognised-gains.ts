/**
 * The rows of one position → what counts, when.
 *
 * Section 1256 contracts: every row on its day (what comes after the last business day is the next year's). Others by the
 * election about funding.
 */
import type { FundingTreatment } from '../../../../../../shared/domain/tax-elections.ts';
import {
  add,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../../../shared/time/time-zone.ts';
import type { FuturesStretch, StretchResult, StretchStep } from '../../../../futures/stretch.ts';
import type { Valuer } from '../../../../valuation/valuer.ts';
import { fundingFate } from './funding-fate.ts';
import type { Fate } from './funding-fate.ts';
import type { RecognisedGain, TaxStretch, ValuedResult, WaitingCosts } from './tax-stretch.ts';

export interface RecognitionContext {
  readonly valuer: Valuer;
  readonly timeZone: TimeZone;
  readonly funding: FundingTreatment;
  /** Whether the position hedges coins on a day. */
  hedges(date: LocalDate): boolean;
}

type Recognition = Pick<TaxStretch, 'recognised' | 'waiting' | 'waitingRows' | 'leftOut' | 'carried'>;

/** The tax year of a result: of section 1256 contracts, what comes after the last business day is the next year's. */
export function taxYearOf(date: LocalDate, section1256: boolean): number {
  const year = yearOf(date);
  return section1256 && date > lastBusinessDayOfYear(year) ? year + 1 : year;
}

/** Rows at their value in the reporting currency, signed; one whose price nobody knows is reported and left out. */
export function valuedResult(
  { result, share }: Pick<StretchResult, 'result' | 'share'>,
  { valuer, timeZone }: Pick<RecognitionContext, 'valuer' | 'timeZone'>,
): ValuedResult | null {
  const { asset, quantity, event, time } = result;
  const at = { id: event, time };
  const worth = valuer.booked(asset, quantity, at);
  if (worth === null) valuer.reportMissing(asset, at);
  if (worth === null) return null;
  const whole = isNegative(quantity) ? negate(worth) : worth;
  const ofClosed =
    share === null || isZero(quantity) ? whole : apportion(whole, share.quantity, quantity, 'half-even');
  const value = share?.of === 'opened' ? subtract(whole, ofClosed) : ofClosed;
  return { result, date: localDateOf(time, timeZone), value };
}

/**
 * What a position's rows come to on the days they count.
 * Rounds: the share of a partial close half-even; the last close takes what is left, so that nothing is lost.
 */
export function recognisedGains(stretch: FuturesStretch, context: RecognitionContext): Recognition {
  const walk = new RecognitionWalk(stretch, context);
  let step = 0;
  const { steps, results } = stretch;
  for (const [place, result] of results.entries()) {
    for (; step < steps.length && (steps[step]?.results ?? 0) <= place; step++)
      walk.step(steps[step] as StretchStep);
    walk.result(result);
  }
  for (; step < steps.length; step++) walk.step(steps[step] as StretchStep);
  return walk;
}

class RecognitionWalk implements Recognition {
  readonly recognised: RecognisedGain[] = [];
  readonly waiting: WaitingCosts[] = [];
  readonly waitingRows: ValuedResult[] = [];
  readonly leftOut: ValuedResult[] = [];
  readonly carried: ValuedResult[] = [];
  readonly #context: RecognitionContext;
  readonly #section1256: boolean;
  readonly #fundingOfYears: ReadonlyMap<number, Money>;
  #last: StretchStep | null = null;
  #waits = zeroMoney;

  constructor(stretch: FuturesStretch, context: RecognitionContext) {
    this.#context = context;
    this.#section1256 = stretch.spec.section1256.status;
    this.#fundingOfYears =
      context.funding === 'notional-principal' ? fundingOfYears(stretch, context) : new Map<number, Money>();
  }

  step(step: StretchStep): void {
    this.#last = step;
    if (isZero(step.closedSize) || this.waitingRows.length === 0) return;
    const waited = this.#waits;
    const closesAll = isZero(step.after.size);
    const amount = closesAll ? waited : apportion(waited, step.closedSize, step.before, 'half-even');
    const date = localDateOf(step.time, this.#context.timeZone);
    const rests = {
      on: 'waiting',
      waited,
      closed: step.closedSize,
      of: step.before,
      rows: this.waitingRows.length,
    } as const;
    this.recognised.push({ ...this.#dated(date, amount), character: 'capital', event: step.event, rests });
    this.#keep(subtract(waited, amount), step.time);
  }

  result(of: StretchResult): void {
    const row = valuedResult(of, this.#context);
    if (row === null) return;
    switch (this.#fateOf(of, row)) {
      case 'counts':
        return this.#count(row, 'capital');
      case 'ordinary':
        return this.#count(row, 'ordinary');
      case 'waits':
        this.waitingRows.push(row);
        return this.#keep(add(this.#waits, row.value), row.result.time);
      case 'left-out':
        return void this.leftOut.push(row);
      case 'carried':
        return void this.carried.push(row);
    }
  }

  #fateOf({ result, kind, share }: StretchResult, row: ValuedResult): Fate {
    if (this.#section1256) return 'counts';
    const last = this.#last;
    const isClosed = last !== null && isZero(last.after.size);
    const closing = last?.event === result.event && isPositive(last.closedSize) && share?.of !== 'opened';
    return fundingFate(this.#context.funding, {
      result,
      kind,
      closes: isClosed || closing,
      hedges: this.#context.hedges(row.date),
      fundingGains: isPositive(this.#fundingOfYears.get(yearOf(row.date)) ?? zeroMoney),
    });
  }

  #count(row: ValuedResult, character: RecognisedGain['character']): void {
    const { event } = row.result;
    this.recognised.push({
      ...this.#dated(row.date, row.value),
      character,
      event,
      rests: { on: 'row', row },
    });
  }

  #dated(date: LocalDate, amount: Money): Pick<RecognisedGain, 'date' | 'year' | 'amount'> {
    return { date, year: taxYearOf(date, this.#section1256), amount };
  }

  #keep(waits: Money, time: StretchStep['time']): void {
    this.#waits = waits;
    this.waiting.push({ time, waiting: waits });
  }
}

function fundingOfYears(stretch: FuturesStretch, context: RecognitionContext): ReadonlyMap<number, Money> {
  const years = new Map<number, Money>();
  for (const of of stretch.results) {
    const row = of.result.kind === 'funding' ? valuedResult(of, context) : null;
    if (row === null) continue;
    const year = yearOf(row.date);
    years.set(year, add(years.get(year) ?? zeroMoney, row.value));
  }
  return years;
}
