import { add, clampToZero, isZero, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroRate } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { dateText } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { moneyText, quantityText } from '../../../../words.ts';
import type { ActionBook } from '../actions/action-book.ts';
import type { PlannedAction } from '../actions/planned-action.ts';
import type { LossCharacter } from '../straddles/straddle-case.ts';
import type { ClosedEffect } from './closed-effect.ts';
import { bookOf, hedgeActions, saleActions, taxOf, yearsWith } from './hedge-runs.ts';
import type { Closing, CoveredLot, HedgeEffectsInput, PlannedHedgeLeg } from './planned-hedge.ts';

export interface LotTax {
  readonly closing: Closing;
  /** Tax of selling the covered part that day, with the hedge and without; null: no tax details, or not computed. */
  readonly withHedge: Money | null;
  readonly without: Money | null;
}

/** What a hedge does to a part of a lot. */
export interface LotEffect {
  readonly leg: PlannedHedgeLeg;
  readonly covered: CoveredLot;
  readonly costBasis: Money;
  /** null: nobody knows the price; then neither gain is known. */
  readonly value: Money | null;
  /** Value less cost, signed. */
  readonly gain: Money | null;
  /** Never negative. */
  readonly unrecognisedGain: Money | null;
  readonly clock: 'restarts' | 'kept' | 'not-a-straddle';
  /** Without this hedge: null where another short keeps the clock from starting; `endedOn` where one ended it before. */
  readonly before: { readonly longTermFrom: LocalDate | null; readonly endedOn: LocalDate | null };
  /** First long-term day after each close; null: another short keeps the clock from starting. */
  readonly longTermFromAfter: readonly { readonly closing: Closing; readonly date: LocalDate | null }[];
  readonly character: LossCharacter;
  readonly tax: readonly LotTax[];
  readonly clockWords: string;
  readonly lossWords: string;
}

/** More lots than that are not priced one by one: a screen could not show them, and each takes six assessments. */
export const MOST_LOTS_PRICED = 12;

/** Value today less cost, signed; null where nobody knows the price. */
export function gainOf(
  { lot, quantity }: CoveredLot,
  prices: Pick<ActionBook, 'priceOn'>,
  asOf: LocalDate,
): Money | null {
  const price = prices.priceOn(lot.asset, asOf);
  const cost = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
  return price === null ? null : subtract(valueOf(quantity, price, 'half-even'), cost);
}

/** In: `atToday`, the closes at unchanged prices; `character`, what a loss of the leg is by the straddle rules. */
export function lotEffect(
  given: HedgeEffectsInput,
  {
    leg,
    covered,
    priced,
  }: { readonly leg: PlannedHedgeLeg; readonly covered: CoveredLot; readonly priced: boolean },
  { atToday, character }: { readonly atToday: readonly ClosedEffect[]; readonly character: LossCharacter },
): LotEffect {
  const { lot, quantity } = covered;
  const costBasis = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
  const gain = gainOf(covered, given.pricesWith(zeroRate, given.asOf), given.asOf);
  const value = gain === null ? null : add(costBasis, gain);
  const unrecognisedGain = gain === null ? null : clampToZero(gain);
  const before = withoutHedge(covered, atToday);
  const periods = atToday.map(({ closing, kept }) => ({
    closing,
    period: kept.straddles.holdingPeriods.findLast(
      (period) => period.lot === lot.id && period.by === leg.position,
    ),
  }));
  const isStraddle = atToday.some(({ kept }) => kept.facts.straddles.elections.activelyTraded);
  const restarts = periods.some(({ period }) => period !== undefined);
  const clock = restarts ? 'restarts' : isStraddle ? 'kept' : 'not-a-straddle';
  const longTermFromAfter = periods.map(({ closing, period }) => ({
    closing,
    date: period === undefined ? before.longTermFrom : period.longTermFrom,
  }));
  const told = {
    leg,
    covered,
    costBasis,
    value,
    gain,
    unrecognisedGain,
    clock,
    before,
    longTermFromAfter,
    character,
  } as const;
  return {
    ...told,
    tax: atToday.map((effect) =>
      priced ? lotTax(given, covered, effect) : { closing: effect.closing, withHedge: null, without: null },
    ),
    clockWords: clockWords(told, given.asOf),
    lossWords: lossWords(told),
  };
}

/** The clock as it stands without this hedge: by itself, or as another short has left it. */
function withoutHedge({ lot }: CoveredLot, atToday: readonly ClosedEffect[]): LotEffect['before'] {
  const periods = atToday[0]?.base.straddles.holdingPeriods ?? [];
  const period = periods.findLast((one) => one.lot === lot.id);
  if (period === undefined) return { longTermFrom: lot.longTermFrom, endedOn: null };
  return { longTermFrom: period.longTermFrom, endedOn: period.ended };
}

/** Selling this part alone: with the hedge, less the hedge alone; and without it. */
function lotTax(
  given: HedgeEffectsInput,
  covered: CoveredLot,
  { closing, kept, base }: ClosedEffect,
): LotTax {
  const run = { closing, change: zeroRate };
  const sale = saleActions([covered], run, bookOf(given, run));
  if (sale.length === 0) return { closing, withHedge: null, without: null };
  const taxed = (actions: readonly PlannedAction[]): Money | null => taxOf(yearsWith(given, run, actions));
  return {
    closing,
    withHedge: less(taxed([...hedgeActions(given, run), ...sale]), taxOf(kept)),
    without: less(taxed(sale), taxOf(base)),
  };
}

function less(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : subtract(a, b);
}

type Told = Omit<LotEffect, 'tax' | 'clockWords' | 'lossWords'>;

function nameOf({ covered: { lot, quantity } }: Pick<LotEffect, 'covered'>): string {
  return `${quantityText(quantity, lot.asset)} of ${dateText(lot.acquiredDate)}`;
}

function clockWords(told: Told, asOf: LocalDate): string {
  const { clock, before, longTermFromAfter } = told;
  const since = before.longTermFrom === null ? null : dateText(before.longTermFrom);
  const name = nameOf(told);
  const earlier =
    before.endedOn === null ? '' : ` Another short ended its holding period on ${dateText(before.endedOn)}.`;
  switch (clock) {
    case 'not-a-straddle':
      return `${name}: by your choices this hedge is no straddle; the clock runs on, long-term from ${since ?? 'a day that is not known yet'}.`;
    case 'kept':
      return since === null
        ? `${name}: its clock stands still because of another short.${earlier}`
        : `${name}: long-term since ${since}, and stays so: a straddle does not touch a holding period that is long already.`;
    case 'restarts': {
      const after = longTermFromAfter.map(({ closing, date }) =>
        date === null
          ? `not while another short covers it (hedge closed on ${dateText(closing.date)})`
          : `${dateText(date)} if the hedge is closed on ${dateText(closing.date)}`,
      );
      const start = `its clock ends on ${dateText(asOf)} and starts from zero when the hedge is closed`;
      return since === null
        ? `${name}: its clock stands still already.${earlier} Long-term from ${after.join(', ')}.`
        : `${name}: ${start}: long-term from ${after.join(', ')}, instead of ${since}.${earlier}`;
    }
  }
}

const CHARACTERS = {
  short: 'short-term',
  long: 'long-term, whatever the futures would say',
  section1256: '60 % long-term and 40 % short-term',
  'sixty-forty': '60 % long-term and 40 % short-term',
} as const satisfies Record<LossCharacter, string>;

function lossWords(told: Told): string {
  const { unrecognisedGain, character, clock } = told;
  if (clock === 'not-a-straddle') return 'Losses of the futures count in their year.';
  const counts = `Once it counts it is ${CHARACTERS[character]}.`;
  if (unrecognisedGain === null)
    return `Nobody knows what ${told.covered.lot.asset} costs today, so it cannot be told how much these coins have gained: a loss of the futures waits as far as they have. Set a price of ${told.covered.lot.asset}. ${counts}`;
  if (isZero(unrecognisedGain))
    return `The coins stand at no gain, so a loss of the futures does not have to wait for them. ${counts}`;
  return `A loss of the futures waits, up to the ${moneyText(unrecognisedGain, 'USD')} that these coins have gained, until they are sold; a gain of the futures is taxed at once. ${counts}`;
}
